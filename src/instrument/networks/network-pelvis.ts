import type { Landmarks } from '../input/landmarks.ts';
import type { StillLandmarks } from '../reference-pose/reference-pose-fit.ts';
import { blindPelvis, type PelvisEstimator, type PelvisObservation } from '../fit/pelvis-estimator.ts';
import type { Picture } from '../input/picture.ts';
import type { Reason } from '../output/reason.ts';
import type { Degrees, Estimate, Seconds, Side } from '../geometry/units.ts';
import type { NetworkInput } from './network-input.ts';
import type { PelvisModel } from './pelvis-model.ts';
import { type NetworkObservation, type PelvisPair, pelvisPair } from './pelvis-pair.ts';

/**
 * The pelvis as a network sees it. The network itself runs elsewhere, and not at once: `ask` says what it is to look at,
 * `answered` brings what it said, both before the `step` of the same frame.
 */
export interface NetworkPelvis extends PelvisEstimator {
  ask(picture: Picture, landmarks: Landmarks): NetworkInput | null;
  answered(output: Float32Array | null, time: Seconds): void;
}

const NOTHING: NetworkObservation = { values: {}, unsure: {}, unseen: 'pelvis-lost' };

/** @returns null when the neutral shows no pelvis */
export function networkPelvis(
  model: PelvisModel,
  side: Side,
  still: StillLandmarks,
  pictures: readonly Picture[],
): NetworkPelvis | null {
  const pair = pelvisPair(model, side, still, pictures);
  return pair && new AskedPelvis(pair);
}

const archOf = (
  arch: Estimate<Degrees> | null,
  unseen: Reason | null,
): Pick<PelvisObservation, 'arch' | 'archUnseen'> => (arch ? { arch } : { arch, archUnseen: unseen ?? 'pelvis-lost' });

class AskedPelvis implements NetworkPelvis {
  readonly #pair: PelvisPair;
  #last: NetworkObservation = NOTHING;
  #isNew = false;

  constructor(pair: PelvisPair) {
    this.#pair = pair;
  }

  ask(picture: Picture, landmarks: Landmarks): NetworkInput | null {
    return this.#pair.look(picture, landmarks);
  }

  answered(output: Float32Array | null, time: Seconds): void {
    this.#last = this.#pair.read(output, time);
    this.#isNew = true;
  }

  /** An answer counts for one frame: a network that has stopped answering is no witness. */
  step(): PelvisObservation {
    const { values, unsure, unseen } = this.#isNew ? this.#last : NOTHING;
    this.#isNew = false;
    const { twist } = values;
    const fitted = { twist: unsure.twist ?? null, obliquity: unsure.obliquity ?? null };
    const observation: PelvisObservation = {
      ...(twist ? { twist, unseen: null, support: 1 } : blindPelvis(unseen ?? 'pelvis-lost')),
      ...(this.#pair.isTooDarkFor('obliquity') ? { obliquityUnseen: 'pelvis-too-dark' } : {}),
    };
    return {
      ...observation,
      fitted,
      ...this.#lift(values),
      ...(this.#pair.watches('arch') ? archOf(values.arch ?? null, this.#archUnseen(unseen)) : {}),
    };
  }

  #archUnseen(unseen: Reason | null): Reason | null {
    return this.#pair.isTooDarkFor('arch') ? 'pelvis-too-dark' : unseen;
  }

  /** Of a sit bone the landmarks know nothing; of a lying pelvis they go on saying it, less well, while the network is not sure. */
  #lift({ lift, sitBone }: NetworkObservation['values']): Pick<PelvisObservation, 'lift'> {
    if (this.#pair.watches('sitBone')) return { lift: sitBone ?? null };
    return lift ? { lift } : {};
  }
}
