import { median } from '../geometry/median.ts';
import { DEG } from '../geometry/rotation.ts';
import type { Degrees, Metres, Seconds } from '../geometry/units.ts';

/** A lift of this drill takes the ankle up by 7 cm and more; over a leg that lies, its landmark wanders by up to 3. */
const STAYS_WITHIN: Metres = 0.03;
/** A leg that lies is still: within so much, for so long to both sides of a moment. */
const STILL: { readonly within: Degrees; readonly around: Seconds } = { within: 4, around: 0.3 };
/** How far back a rest counts: the trunk folds and rises again over the leg that lies. */
const COUNTS_FOR: Seconds = 1.5;
const LEAST_MOMENTS = 2;
/** The picture shows an ankle's way but for what goes towards the lens. */
const UNSEEN_TURN: Degrees = 1;
/** Of a frame's time, in floating point. */
const HAIR: Seconds = 1e-6;

interface Moment {
  readonly time: Seconds;
  readonly rotation: Degrees;
  readonly lies: boolean;
}

/**
 * What a leg that lies where it lay at the start is read to have turned. The true turn is none then, whatever the trunk does above
 * it: pelvic tilt is flexion of both hips about the hip line (Grood and Suntay 1983, doi 10.1115/1.3138397). What is read is the
 * hip landmarks' own way of following a trunk that folds, which differs from body to body (−6 to +2° on five rendered people) and
 * stands in the lift that comes after it (lifted, they were 4.3° off; 2.3° with it taken off).
 */
export class FloorRest {
  readonly #shank: Metres;
  #moments: readonly Moment[] = [];
  #drift: Degrees = 0;

  /** Knee to ankle. */
  constructor(shank: Metres) {
    this.#shank = shank;
  }

  /**
   * Feeds one believed frame and gives what is to be taken off its rotation: the median of the last rest, kept while the leg is up,
   * and what is further than the ankle's way allows about a knee that stays (the bound is one-sided: the way may have other reasons).
   * @param rotation change since neutral, internal positive
   * @param slide how far the ankle's landmark is from where it lay
   * @param time of the frame; one that is not later than the last teaches nothing
   */
  step(rotation: Degrees, slide: Metres, time: Seconds): Degrees {
    if (time > (this.#moments.at(-1)?.time ?? -Infinity)) this.#learn(rotation, slide, time);
    const most = Math.asin(Math.min(1, slide / this.#shank)) * DEG + UNSEEN_TURN;
    return rotation - Math.max(-most, Math.min(most, rotation - this.#drift));
  }

  #learn(rotation: Degrees, slide: Metres, time: Seconds): void {
    const since = time - COUNTS_FOR - STILL.around;
    const kept = this.#moments.filter((moment) => moment.time >= since);
    this.#moments = [...kept, { time, rotation, lies: slide < STAYS_WITHIN }];
    const rests = this.#rests(time);
    if (rests.length >= LEAST_MOMENTS) this.#drift = median(rests) ?? this.#drift;
  }

  /** What was read at moments with a still leg on both sides of them. */
  #rests(now: Seconds): Degrees[] {
    const within = (moment: Moment, other: Moment): boolean =>
      Math.abs(other.time - moment.time) <= STILL.around + HAIR;
    const isRest = (moment: Moment): boolean => {
      const age = now - moment.time;
      if (!moment.lies || age < STILL.around - HAIR || age > COUNTS_FOR) return false;
      const near = this.#moments.filter((other) => within(moment, other)).map(({ rotation }) => rotation);
      return Math.max(...near) - Math.min(...near) <= STILL.within;
    };
    return this.#moments.filter(isRest).map(({ rotation }) => rotation);
  }
}
