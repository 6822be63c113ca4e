import type { Pixels, Seconds } from '../geometry/units.ts';

/** The mean of about a hold's last second: one frame's trunk is off by a few per cent. */
const MEAN_OVER: Seconds = 0.7;

/**
 * The unit of a drill's crop where a trunk folds towards the lens: it shrinks in the picture then (.86–.95 at 24°, about .6 at 45°) and
 * would pull the crop together over legs that stay as large. So while a neutral measures, the unit is what it was as that was held.
 */
export class CropScaleFilter {
  #mean: Pixels | null = null;
  #at: Seconds = 0;
  #held = false;

  /**
   * @param now the unit as this frame shows it
   * @returns the unit to cut by
   */
  step(now: Pixels, time: Seconds): Pixels {
    if (this.#held && this.#mean !== null) return this.#mean;
    const share = this.#mean === null ? 1 : 1 - Math.exp(-Math.max(0, time - this.#at) / MEAN_OVER);
    this.#mean = (this.#mean ?? 0) + share * (now - (this.#mean ?? 0));
    this.#at = time;
    return now;
  }

  /** @param held whether a neutral measures now */
  settle(held: boolean): void {
    this.#held = held;
  }
}
