import type { Milliseconds } from '../../src/instrument/geometry/units.ts';
import type { LoadOptions, ModelSize } from '../pose.api.ts';

/** Share of the frame time that the pose model may take; the rest is for reading pixels, small networks and the fit. */
const MODEL_SHARE = 0.7;
/**
 * Smallest ratio of `heavy`'s frame time to `full`'s (measured: 4–5.5). `heavy` is tried, a 27 MB download, only if
 * this ratio leaves time.
 */
const HEAVY_OVER_FULL = 3;
/** Frames over which the rate is judged: eight seconds at the usual rate. */
const JUDGED_FRAMES = 96;
/** The model is changed when the rate falls below this share of the target. */
const TOLERATED_SHARE = 0.8;
/** The same once a reference pose is set: another model places the joints differently. */
const TOLERATED_SHARE_AFTER_REFERENCE_POSE = 0.5;

const budget = (targetRate: number): Milliseconds => (1000 / targetRate) * MODEL_SHARE;

/** Whether a model with this frame time reaches the target rate. */
export const holdsRate = (frameTime: Milliseconds, targetRate: number): boolean => frameTime <= budget(targetRate);

/** The size to use after `full` was timed. 'try-heavy': `heavy` may be fast enough, so it is to be timed too. */
export const sizeAfterFull = (
  full: Milliseconds,
  { targetRate, heavy = true }: Pick<LoadOptions, 'targetRate' | 'heavy'>,
): 'lite' | 'full' | 'try-heavy' => {
  if (!holdsRate(full, targetRate)) return 'lite';
  return heavy && holdsRate(full * HEAVY_OVER_FULL, targetRate) ? 'try-heavy' : 'full';
};

export interface RateJudgement {
  readonly size: ModelSize;
  /** Total time in the worker of the newest frames, oldest first, all with this size. */
  readonly frameTimes: readonly Milliseconds[];
  readonly targetRate: number;
  readonly referencePoseHeld: boolean;
}

/** The smaller size to change to; null: stay. Never a larger one, so the size cannot oscillate. */
export const smallerModel = (judged: RateJudgement): ModelSize | null => {
  if (judged.size === 'lite' || judged.frameTimes.length < JUDGED_FRAMES) return null;
  const newest = judged.frameTimes.slice(-JUDGED_FRAMES).sort((a, b) => a - b);
  const typical = newest[JUDGED_FRAMES / 2] ?? 0;
  const tolerated = judged.referencePoseHeld ? TOLERATED_SHARE_AFTER_REFERENCE_POSE : TOLERATED_SHARE;
  if (typical <= 1000 / (judged.targetRate * tolerated)) return null;
  return judged.size === 'heavy' ? 'full' : 'lite';
};

/** The newest frame times, for `smallerModel`. To be cleared when the size changes. */
export class RateWindow {
  #times: Milliseconds[] = [];

  add(frameTime: Milliseconds): void {
    this.#times.push(frameTime);
    if (this.#times.length > JUDGED_FRAMES) this.#times.shift();
  }

  get times(): readonly Milliseconds[] {
    return this.#times;
  }

  clear(): void {
    this.#times = [];
  }
}
