import type { Landmarks } from '../input/landmarks.ts';
import type { StillLandmarks } from '../reference-pose/reference-pose-fit.ts';
import { blindPelvis, type PelvisObservation } from '../fit/pelvis-observation.ts';
import type { Picture } from '../input/picture.ts';
import type { Reason } from '../output/reason.ts';
import type { Degrees, Estimate, Seconds, Side } from '../geometry/units.ts';
import type { NetworkInput } from './network-input.ts';
import type { PelvisModel } from './pelvis-model.ts';
import { type NetworkObservation, type PelvisLook, type PelvisPair, pelvisPair } from './pelvis-pair.ts';

/**
 * Measures the pelvis with the drill's network, because BlazePose's hip landmarks do not move when the pelvis twists over a planted
 * leg. One instance serves one reference pose. The network runs outside and asynchronously: `ask` gives its input,
 * `answered` takes its output, both before the `step` of the same frame.
 */
export interface NetworkPelvis {
  ask(picture: Picture, landmarks: Landmarks): NetworkInput | null;
  /** What to look at before the landmarks are known; see `isCovered`. */
  lookAt(picture: Picture): PelvisLook;
  /** Whether an arm covers the pelvis, so that an answer to `lookAt` counts for nothing. */
  isCovered(landmarks: Landmarks): boolean;
  answered(output: Float32Array | null, time: Seconds): void;
  /** Each answer counts for one frame. Without a new answer the pelvis is lost. */
  step(): PelvisObservation;
}

const NO_OBSERVATION: NetworkObservation = { confident: {}, all: {}, unseen: 'pelvis-lost' };

/** @returns null: the reference pose has no crop of the pelvis */
export function networkPelvis(
  model: PelvisModel,
  side: Side,
  still: StillLandmarks,
  pictures: readonly Picture[],
): NetworkPelvis | null {
  const pair = pelvisPair(model, side, still, pictures);
  return pair && new NetworkPelvisEstimator(pair);
}

const archFields = (
  arch: Estimate<Degrees> | null,
  unseen: Reason | null,
): Pick<PelvisObservation, 'arch' | 'archUnseen'> => (arch ? { arch } : { arch, archUnseen: unseen ?? 'pelvis-lost' });

class NetworkPelvisEstimator implements NetworkPelvis {
  readonly #pair: PelvisPair;
  #last: NetworkObservation = NO_OBSERVATION;
  #isNew = false;

  constructor(pair: PelvisPair) {
    this.#pair = pair;
  }

  ask(picture: Picture, landmarks: Landmarks): NetworkInput | null {
    return this.#pair.inputFor(picture, landmarks);
  }

  lookAt(picture: Picture): PelvisLook {
    return this.#pair.lookAt(picture);
  }

  isCovered(landmarks: Landmarks): boolean {
    return this.#pair.isCovered(landmarks);
  }

  answered(output: Float32Array | null, time: Seconds): void {
    this.#last = this.#pair.read(output, time);
    this.#isNew = true;
  }

  step(): PelvisObservation {
    const { confident, all, unseen } = this.#isNew ? this.#last : NO_OBSERVATION;
    this.#isNew = false;
    const { twist } = confident;
    return {
      ...(twist ? { twist, unseen: null } : blindPelvis(this.#whyNoTwist(unseen))),
      fitted: { twist: all.twist ?? null, obliquity: null },
      ...(this.#pair.measures('sitBone') ? { lift: confident.sitBone ?? null } : {}),
      ...(this.#pair.measures('arch') ? archFields(confident.arch ?? null, this.#archUnseen(unseen)) : {}),
    };
  }

  #whyNoTwist(unseen: Reason | null): Reason {
    return this.#pair.isTooDarkFor('twist') ? 'pelvis-too-dark' : (unseen ?? 'pelvis-lost');
  }

  #archUnseen(unseen: Reason | null): Reason | null {
    return this.#pair.isTooDarkFor('arch') ? 'pelvis-too-dark' : unseen;
  }
}
