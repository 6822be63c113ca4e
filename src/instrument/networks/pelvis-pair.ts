import type { Landmarks } from '../input/landmarks.ts';
import { median } from '../geometry/median.ts';
import type { StillLandmarks } from '../reference-pose/reference-pose-fit.ts';
import type { Picture } from '../input/picture.ts';
import type { Reason } from '../output/reason.ts';
import { type Estimate, isWithin, type Seconds, type Side } from '../geometry/units.ts';
import { isCovered } from './covered-crop.ts';
import { cropBright, cropLight } from './crop-light.ts';
import { type Crop, CROP_SIZE, cropPixels, meanCrop } from './crop-pixels.ts';
import { type CropWindow, cropWindow, isTurnedRound } from './crop-window.ts';
import { type NetworkInput, networkInput } from './network-input.ts';
import type { OutputScale, PelvisModel, PelvisOutput } from './pelvis-model.ts';

/** What the network saw of one frame, after the median; degrees, metres for lifts. */
export interface NetworkObservation {
  readonly values: Partial<Record<PelvisOutput, Estimate<number>>>;
  /** The same and those whose spread is too wide to judge anybody by: the fit weighs them. */
  readonly unsure: Partial<Record<PelvisOutput, Estimate<number>>>;
  /** Why nothing is said; null when something is. */
  readonly unseen: Reason | null;
}

/** The pelvis of one person against their neutral. One lives from one neutral to the next. */
export interface PelvisPair {
  /** Whether the model says this at all. */
  watches(output: PelvisOutput): boolean;
  /** Whether what the person wears is too dark for it: then it has no value that anybody is judged by. */
  isTooDarkFor(output: PelvisOutput): boolean;
  /** What the network is to look at in this frame; null when an arm lies before the pelvis. */
  look(picture: Picture, landmarks: Landmarks | null): NetworkInput | null;
  /** Reads what the network answered about the frame of this time; null stands for a frame it was not asked about. */
  read(output: Float32Array | null, time: Seconds): NetworkObservation;
}

/** The median over so long, and of so many frames at least: one wrong frame raises nothing, however rarely they come. */
const MEDIAN_OVER: Seconds = 0.3;
const MEDIAN_OF_AT_LEAST = 3;
/** Older answers are no witness of now, however few there are. */
const FORGET_AFTER: Seconds = 1.5;
/** The log of the spread, as the network was trained to give it. */
const LOG_SD = { least: -4, most: 2 } as const;
const CENTIMETRE = 0.01;

interface Answer {
  readonly time: Seconds;
  readonly output: Float32Array;
}

/** The answers that speak for the newest one's time, oldest first; a clock that was set back forgets what was later. */
function witnesses(answers: readonly Answer[]): readonly Answer[] {
  const now = answers.at(-1)?.time ?? 0;
  const known = answers.filter(({ time }) => isWithin(now - time, FORGET_AFTER));
  const late = known.filter(({ time }) => isWithin(now - time, MEDIAN_OVER));
  return late.length < MEDIAN_OF_AT_LEAST ? known.slice(-MEDIAN_OF_AT_LEAST) : late;
}

const isMirrored = (name: PelvisOutput): boolean => name === 'twist' || name === 'obliquity';
const isLength = (name: PelvisOutput): boolean => name === 'lift' || name === 'sitBone';

/** @returns null when the neutral shows no window to look through */
export function pelvisPair(
  model: PelvisModel,
  side: Side,
  still: StillLandmarks,
  pictures: readonly Picture[],
): PelvisPair | null {
  const window = cropWindow(still.points, model.window, side, CROP_SIZE);
  if (!window || pictures.length === 0) return null;
  const referencePose = meanCrop(pictures.map((picture) => cropPixels(picture, window)));
  return new Pair(model, still, window, referencePose);
}

class Pair implements PelvisPair {
  readonly #model: PelvisModel;
  readonly #still: Pick<Landmarks, 'points' | 'visibility'>;
  readonly #window: CropWindow;
  readonly #referencePose: Crop;
  readonly #light: number;
  readonly #bright: number;
  #recent: readonly Answer[] = [];

  constructor(model: PelvisModel, still: StillLandmarks, window: CropWindow, referencePose: Crop) {
    this.#model = model;
    this.#still = {
      points: Float32Array.from(still.points),
      visibility: Float32Array.from(still.visibility),
    };
    this.#window = window;
    this.#referencePose = referencePose;
    this.#light = cropLight(referencePose);
    this.#bright = cropBright(referencePose);
  }

  isTooDarkFor(output: PelvisOutput): boolean {
    return this.#model.outputs.some((scale) => scale.name === output && this.#hides(scale));
  }

  #hides({ leastLight = 0, leastBright = 0 }: OutputScale): boolean {
    return this.#light < leastLight || this.#bright < leastBright;
  }

  watches(output: PelvisOutput): boolean {
    return this.#model.outputs.some(({ name, trusted }) => trusted && name === output);
  }

  look(picture: Picture, landmarks: Landmarks | null): NetworkInput | null {
    if (landmarks && isCovered(landmarks, this.#still, this.#window)) return null;
    return networkInput(this.#referencePose, cropPixels(picture, this.#window));
  }

  read(output: Float32Array | null, time: Seconds): NetworkObservation {
    if (!output) {
      this.#recent = [];
      return { values: {}, unsure: {}, unseen: 'pelvis-hidden' };
    }
    this.#recent = witnesses([...this.#recent, { time, output }]);
    const values: NetworkObservation['values'] = {};
    const unsure: NetworkObservation['unsure'] = {};
    for (const [index, scale] of this.#model.outputs.entries()) {
      if (!scale.trusted) continue;
      const { estimate, sure } = this.#estimate(scale, index);
      unsure[scale.name] = estimate;
      if (sure) values[scale.name] = estimate;
    }
    return { values, unsure, unseen: Object.keys(values).length > 0 ? null : 'pelvis-lost' };
  }

  #estimate(scale: OutputScale, index: number): { estimate: Estimate<number>; sure: boolean } {
    const count = this.#model.outputs.length;
    const middle = (at: number): number => median(this.#recent.map(({ output }) => output[at] ?? 0)) ?? 0;
    const logSd = Math.max(LOG_SD.least, Math.min(LOG_SD.most, middle(count + index)));
    const sd = Math.max(scale.leastSd, Math.exp(logSd) * scale.unit * scale.spread);
    const value = middle(index) * scale.unit * scale.gain;
    const size = isLength(scale.name) ? CENTIMETRE : 1;
    const sign = isMirrored(scale.name) && isTurnedRound(this.#window) ? -1 : 1;
    const sure = sd <= scale.mostSd && !this.#hides(scale);
    return { estimate: { value: sign * value * size, sd: sd * size }, sure };
  }
}
