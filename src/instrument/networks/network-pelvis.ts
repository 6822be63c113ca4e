import { blindPelvis, type PelvisObservation } from '../fit/pelvis-observation.ts';
import { type PicturePoint, pointTowards } from '../geometry/picture-points.ts';
import { median } from '../geometry/statistics.ts';
import { type Estimate, isWithin, type Seconds, type Share, type Side, SIDES } from '../geometry/units.ts';
import { JOINT_LANDMARKS, type Landmarks } from '../input/landmarks.ts';
import type { Picture } from '../input/picture.ts';
import {
  type Crop,
  CROP_SIZE,
  cropHighGrey,
  cropPixels,
  cropWindow,
  type CropWindow,
  isCropMirrored,
  meanCrop,
  networkInput,
  type NetworkInput,
  toCrop,
  type WindowPlan,
} from './network-input.ts';
import type { Reason } from '../output/reason.ts';
import type { StillLandmarks } from '../reference-pose/reference-pose-fit.ts';

/*
 * The model cards `models/pelvis-NAME.json`. Their property names are those of the files and stay. A "spread" there is
 * a factor on a standard deviation.
 */

/**
 * Outputs of a pelvis network: changes since the reference pose, with the signs of `PelvisAngles` in a crop that is not
 * mirrored. `sitBone`: rise of the working side's sit bone. `arch`: lumbar extension.
 */
export type PelvisOutput = 'twist' | 'sitBone' | 'arch';

/** From an output to a value with a standard deviation; calibrated on people that the network never saw. */
export interface OutputScale {
  readonly name: PelvisOutput;
  /** Degrees, or centimetres, of an output of 1. */
  readonly unit: number;
  /** Factor on the value: an unsure network answers too close to zero. */
  readonly gain: number;
  /** Factor on the network's own standard deviation. */
  readonly spread: number;
  /** Lower limit of the standard deviation; degrees or centimetres. */
  readonly leastSd: number;
  /** With a larger standard deviation the value is not used to judge a person; degrees or centimetres. */
  readonly mostSd: number;
  /** Lower limit of the reference crop's `cropHighGrey`, 0…255: below, the whole crop is too dark. Absent: no limit. */
  readonly leastBright?: number;
  /** Accurate enough on held-back people to be used. */
  readonly trusted: boolean;
}

/** A layer with weights: a convolution (shape: rows, columns, in, out) or a matrix product (in, out), then a bias. */
export interface LayerShape {
  readonly kind: 'convolution' | 'product';
  readonly shape: readonly number[];
  readonly stride: number;
  readonly padding: number;
  readonly relu: boolean;
}

/** A model card. The `.bin` file beside it holds weights, then bias, layer after layer; half floats. */
export interface PelvisModel {
  readonly drill: string;
  readonly version: string;
  readonly window: WindowPlan;
  readonly outputs: readonly OutputScale[];
  readonly layers: readonly LayerShape[];
  readonly weights: { readonly file: string; readonly bytes: number; readonly sha256: string };
}

/** What a pelvis network compares: a part of the picture, and the same part in the reference pose. */
export interface PelvisLook {
  readonly picture: Picture;
  readonly window: CropWindow;
  readonly referencePose: Crop;
}

export const pelvisInputOf = ({ picture, window, referencePose }: PelvisLook): NetworkInput =>
  networkInput(referencePose, cropPixels(picture, window));

/** What the pelvis network says about one frame, after the median over recent frames. Degrees; lifts in metres. */
export interface NetworkObservation {
  /** Outputs that are certain enough to judge a person by. */
  readonly confident: Partial<Record<PelvisOutput, Estimate<number>>>;
  /** All trusted outputs, uncertain ones included: the fit weighs them by their standard deviation. */
  readonly all: Partial<Record<PelvisOutput, Estimate<number>>>;
  /** Why `confident` is empty; null: it is not. */
  readonly unseen: Reason | null;
}

/** The median covers this time, and at least this many frames: one wrong frame never triggers an alarm. */
const MEDIAN_OVER: Seconds = 0.3;
const MEDIAN_OF_AT_LEAST = 3;
/** Older answers never count, however few there are. */
const FORGET_AFTER: Seconds = 1.5;
/** Limits of the log of the standard deviation, as in training. */
const LOG_SD = { least: -4, most: 2 } as const;
/** Metres in a centimetre; the network gives lengths in centimetres. */
const CENTIMETRE = 0.01;

interface Answer {
  readonly time: Seconds;
  readonly output: Float32Array;
}

/**
 * The answers that count at the newest one's time, oldest first. If the clock was set back, later answers are dropped.
 */
function recentAnswers(answers: readonly Answer[]): readonly Answer[] {
  const now = answers.at(-1)?.time ?? 0;
  const valid = answers.filter(({ time }) => isWithin(now - time, FORGET_AFTER));
  const newest = valid.filter(({ time }) => isWithin(now - time, MEDIAN_OVER));
  return newest.length < MEDIAN_OF_AT_LEAST ? valid.slice(-MEDIAN_OF_AT_LEAST) : newest;
}

/** Below this a forearm is one that the model only guesses, behind the body. */
const VISIBLE: Share = 0.5;
/** The pelvis fills the middle of the crop; the border around it has this width, as a share of the crop's side. */
const BORDER: Share = 0.27;
/** Sections of the line along a forearm. */
const STEPS = 8;

/** An arm that has moved less than this since the reference pose, as a share of the crop's side, covers nothing new. */
const MOVED: Share = 0.1;
/** Share of the forearm that must have come over the pelvis since the reference pose. */
const NEWLY_COVERING: Share = 0.15;

type ArmLandmarks = Pick<Landmarks, 'points' | 'visibility'>;

/** Points along the line from elbow to index finger, in pixels of the crop. */
function forearm(seen: ArmLandmarks, window: CropWindow, side: Side): readonly PicturePoint[] {
  const { elbow, index } = JOINT_LANDMARKS[side];
  const at = (l: number) => toCrop(window, seen.points[2 * l] ?? 0, seen.points[2 * l + 1] ?? 0);
  const [from, to] = [at(elbow), at(index)];
  return Array.from({ length: STEPS + 1 }, (_, step) => pointTowards(from, to, step / STEPS));
}

const isInside = (point: PicturePoint): boolean =>
  point.every((v) => v > BORDER * CROP_SIZE && v < (1 - BORDER) * CROP_SIZE);

/** Share of the points that lie over the middle of the crop. */
const shareInside = (points: readonly PicturePoint[]): Share => points.filter(isInside).length / points.length;

/**
 * True if a forearm or hand has moved in front of the pelvis since the reference pose: the network can only guess what
 * it hides. An arm that was there already is part of the reference crop.
 */
function isCovered(now: ArmLandmarks, referencePose: ArmLandmarks, window: CropWindow): boolean {
  return SIDES.some((side) => {
    if ((now.visibility[JOINT_LANDMARKS[side].wrist] ?? 0) < VISIBLE) return false;
    const [here, before] = [forearm(now, window, side), forearm(referencePose, window, side)];
    const moved = here.some(
      ([x, y], i) => Math.hypot(x - (before[i]?.[0] ?? x), y - (before[i]?.[1] ?? y)) > MOVED * CROP_SIZE,
    );
    return moved && shareInside(here) > shareInside(before) + NEWLY_COVERING;
  });
}

/** @returns null: the reference pose has no pictures, or no crop window */
export function networkPelvis(
  model: PelvisModel,
  side: Side,
  still: StillLandmarks,
  pictures: readonly Picture[],
): NetworkPelvis | null {
  const window = cropWindow(still.points, model.window, side);
  if (!window || pictures.length === 0) return null;
  const referencePose = meanCrop(pictures.map((picture) => cropPixels(picture, window)));
  return new NetworkPelvis(model, still, window, referencePose);
}

const NO_OBSERVATION: NetworkObservation = { confident: {}, all: {}, unseen: 'pelvis-lost' };

/**
 * Measures the pelvis with the drill's network, because BlazePose's hip landmarks do not move when the pelvis twists over a planted
 * leg. One instance serves one reference pose. The network runs outside and asynchronously: `ask` gives its input,
 * `answered` takes its output, both before the `step` of the same frame.
 */
export class NetworkPelvis {
  readonly #model: PelvisModel;
  readonly #still: ArmLandmarks;
  readonly #window: CropWindow;
  readonly #referencePose: Crop;
  readonly #bright: number;
  #recent: readonly Answer[] = [];
  #last: NetworkObservation = NO_OBSERVATION;
  #isNew = false;

  constructor(model: PelvisModel, still: StillLandmarks, window: CropWindow, referencePose: Crop) {
    this.#model = model;
    this.#still = { points: Float32Array.from(still.points), visibility: Float32Array.from(still.visibility) };
    this.#window = window;
    this.#referencePose = referencePose;
    this.#bright = cropHighGrey(referencePose);
  }

  /** The network's input for this frame; null: an arm covers the pelvis. */
  ask(picture: Picture, landmarks: Landmarks): NetworkInput | null {
    return this.isCovered(landmarks) ? null : pelvisInputOf(this.lookAt(picture));
  }

  /** What to look at before the landmarks are known; see `isCovered`. */
  lookAt(picture: Picture): PelvisLook {
    return { picture, window: this.#window, referencePose: this.#referencePose };
  }

  /** Whether an arm covers the pelvis, so that an answer to `lookAt` counts for nothing. */
  isCovered(landmarks: Landmarks): boolean {
    return isCovered(landmarks, this.#still, this.#window);
  }

  answered(output: Float32Array | null, time: Seconds): void {
    this.#last = this.read(output, time);
    this.#isNew = true;
  }

  /** Each answer counts for one frame. Without a new answer the pelvis is lost. */
  step(): PelvisObservation {
    const { confident, all, unseen } = this.#isNew ? this.#last : NO_OBSERVATION;
    this.#isNew = false;
    const { twist, arch = null } = confident;
    const why = (output: PelvisOutput) => (this.isTooDarkFor(output) ? 'pelvis-too-dark' : (unseen ?? 'pelvis-lost'));
    return {
      ...(twist ? { twist, unseen: null } : blindPelvis(why('twist'))),
      fitted: { twist: all.twist ?? null, obliquity: null },
      ...(this.#measures('sitBone') ? { lift: confident.sitBone ?? null } : {}),
      ...(this.#measures('arch') ? { arch, ...(arch ? {} : { archUnseen: why('arch') }) } : {}),
    };
  }

  /** Whether the person's clothes are too dark for this output: then it is never confident. */
  isTooDarkFor(output: PelvisOutput): boolean {
    return this.#model.outputs.some((scale) => scale.name === output && this.#hides(scale));
  }

  #hides({ leastBright = -Infinity }: OutputScale): boolean {
    return this.#bright < leastBright;
  }

  /** Whether the model has this output and it is trusted. */
  #measures(output: PelvisOutput): boolean {
    return this.#model.outputs.some(({ name, trusted }) => trusted && name === output);
  }

  /**
   * Takes the network's answer to the frame of this time.
   * @param output values, then logs of their standard deviations; null: the network was not asked or failed. One with a
   * number that is not finite is not taken. The same answer again, kept for a frame in which nothing moved, counts once.
   */
  read(output: Float32Array | null, time: Seconds): NetworkObservation {
    if (!output) {
      this.#recent = [];
      return { confident: {}, all: {}, unseen: 'pelvis-hidden' };
    }
    if (!output.every(Number.isFinite)) return NO_OBSERVATION;
    const isKept = output === this.#recent.at(-1)?.output;
    if (!isKept) this.#recent = recentAnswers([...this.#recent, { time, output }]);
    const confident: NetworkObservation['confident'] = {};
    const all: NetworkObservation['all'] = {};
    for (const [index, scale] of this.#model.outputs.entries()) {
      if (!scale.trusted) continue;
      const { estimate, sure } = this.#estimate(scale, index);
      all[scale.name] = estimate;
      if (sure) confident[scale.name] = estimate;
    }
    return { confident, all, unseen: Object.keys(confident).length > 0 ? null : 'pelvis-lost' };
  }

  #estimate(scale: OutputScale, index: number): { estimate: Estimate<number>; sure: boolean } {
    const count = this.#model.outputs.length;
    const middle = (at: number): number => median(this.#recent.map(({ output }) => output[at] ?? 0)) ?? 0;
    const logSd = Math.max(LOG_SD.least, Math.min(LOG_SD.most, middle(count + index)));
    const sd = Math.max(scale.leastSd, Math.exp(logSd) * scale.unit * scale.spread);
    const value = middle(index) * scale.unit * scale.gain;
    const size = scale.name === 'sitBone' ? CENTIMETRE : 1;
    const sign = scale.name === 'twist' && isCropMirrored(this.#window) ? -1 : 1;
    const sure = sd <= scale.mostSd && !this.#hides(scale);
    return { estimate: { value: sign * value * size, sd: sd * size }, sure };
  }
}
