import type { Milliseconds } from '../../src/instrument/geometry/units.ts';
import type { ModelSize } from '../pose.api.ts';

/** Share of a frame's time that the pose model may take; the rest is for pixels, surface and fit. */
const MODEL_SHARE = 0.7;
/** How much longer `heavy` takes than `full` at best: below this it is not worth its 27 MB to try (measured 4–5.5). */
const HEAVY_OVER_FULL = 3;
/** A slow-down is believed after this many frames, eight seconds at the usual rate. */
const JUDGED_FRAMES = 96;
/** The rate may fall to this share of the target before the model is changed … */
const TOLERATED_SHARE = 0.8;
/** … and to this once a neutral is held: another model sees the joints a little elsewhere, which spoils the zero. */
const TOLERATED_SHARE_AFTER_REFERENCE_POSE = 0.5;

const budget = (targetRate: number): Milliseconds => (1000 / targetRate) * MODEL_SHARE;

/** Whether a model with this frame time holds the rate. */
export const holdsRate = (frameTime: Milliseconds, targetRate: number): boolean => frameTime <= budget(targetRate);

/** The size to take after `full` was timed. 'try-heavy': heavy may hold the rate, so time it before choosing. */
export const sizeAfterFull = (full: Milliseconds, targetRate: number): 'lite' | 'full' | 'try-heavy' => {
  if (!holdsRate(full, targetRate)) return 'lite';
  return holdsRate(full * HEAVY_OVER_FULL, targetRate) ? 'try-heavy' : 'full';
};

export interface RateJudgement {
  readonly size: ModelSize;
  /** Whole time in the worker of the newest frames, oldest first, all measured with this size. */
  readonly frameTimes: readonly Milliseconds[];
  readonly targetRate: number;
  readonly referencePoseHeld: boolean;
}

/**
 * The smaller size to change to, or null to stay. Never a larger one: sizes only go down while a measurement runs, so
 * they cannot swing to and fro.
 */
export const smallerModel = (judged: RateJudgement): ModelSize | null => {
  if (judged.size === 'lite' || judged.frameTimes.length < JUDGED_FRAMES) return null;
  const newest = judged.frameTimes.slice(-JUDGED_FRAMES).sort((a, b) => a - b);
  const typical = newest[JUDGED_FRAMES / 2] ?? 0;
  const tolerated = judged.referencePoseHeld ? TOLERATED_SHARE_AFTER_REFERENCE_POSE : TOLERATED_SHARE;
  if (typical <= 1000 / (judged.targetRate * tolerated)) return null;
  return judged.size === 'heavy' ? 'full' : 'lite';
};

/** The frame times `smallerModel` judges; forgets when the size changes. */
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
