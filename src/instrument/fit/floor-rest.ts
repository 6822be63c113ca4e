import { median } from '../geometry/statistics.ts';
import { DEG } from '../geometry/rotation.ts';
import type { Degrees, Metres, Seconds } from '../geometry/units.ts';

/** An ankle nearer to its start place lies on the floor. A lift raises it by 7 cm or more, noise by up to 3 cm. */
const STAYS_WITHIN: Metres = 0.03;
/**
 * A leg on the floor is still: its rotation stays `within` this range for `around` seconds before and after a frame.
 */
const STILL: { readonly within: Degrees; readonly around: Seconds } = { within: 4, around: 0.3 };
/** Older frames at rest do not count: the trunk moves on, and with it the error of the rotation. */
const COUNTS_FOR: Seconds = 1.5;
/** Frames at rest that are needed to update the drift. */
const LEAST_FRAMES = 2;
/** Rotation that the ankle's displacement does not show, because the picture hides movement along the line of sight. */
const UNSEEN_ROTATION: Degrees = 1;
/** Rounding error of a frame's time. */
const TIME_EPSILON: Seconds = 1e-6;

interface RecentFrame {
  readonly time: Seconds;
  readonly rotation: Degrees;
  readonly onFloor: boolean;
}

/**
 * Estimates the drift of the measured hip rotation from the pauses in which the working leg lies on the floor at its
 * start. Its true rotation is then zero, whatever the trunk does: pelvic tilt is flexion of both hips about the hip
 * line (Grood and Suntay 1983, doi 10.1115/1.3138397). The measured value differs from zero because the hip landmarks
 * follow a folding trunk, by −6 to +2° depending on the body (n = 5 rendered people). The same error stands in the lift
 * that follows; subtracting it halves the error there (4.3° to 2.3°).
 */
export class FloorRest {
  readonly #shank: Metres;
  #recent: readonly RecentFrame[] = [];
  #drift: Degrees = 0;

  /** @param shank length from knee to ankle */
  constructor(shank: Metres) {
    this.#shank = shank;
  }

  /**
   * Takes one valid frame.
   * @param rotation change since the reference pose, internal positive
   * @param slide distance of the ankle's landmark from its start place
   * @param time of the frame; a frame that is not later than the last one does not change the drift
   * @returns what to subtract from `rotation`: the median at the last rest, kept while the leg is up. What remains is
   * limited to the rotation that the ankle's displacement allows. A small displacement rules out a large rotation; a
   * large one proves nothing.
   */
  step(rotation: Degrees, slide: Metres, time: Seconds): Degrees {
    if (time > (this.#recent.at(-1)?.time ?? -Infinity)) this.#learn(rotation, slide, time);
    const most = Math.asin(Math.min(1, slide / this.#shank)) * DEG + UNSEEN_ROTATION;
    return rotation - Math.max(-most, Math.min(most, rotation - this.#drift));
  }

  #learn(rotation: Degrees, slide: Metres, time: Seconds): void {
    const since = time - COUNTS_FOR - STILL.around;
    const kept = this.#recent.filter((frame) => frame.time >= since);
    this.#recent = [...kept, { time, rotation, onFloor: slide < STAYS_WITHIN }];
    const rests = this.#rotationsAtRest(time);
    if (rests.length >= LEAST_FRAMES) this.#drift = median(rests) ?? this.#drift;
  }

  /** Measured rotations of the frames in which the leg was on the floor and still. */
  #rotationsAtRest(now: Seconds): Degrees[] {
    const isNear = (frame: RecentFrame, other: RecentFrame): boolean =>
      Math.abs(other.time - frame.time) <= STILL.around + TIME_EPSILON;
    const isRest = (frame: RecentFrame): boolean => {
      const age = now - frame.time;
      if (!frame.onFloor || age < STILL.around - TIME_EPSILON || age > COUNTS_FOR) return false;
      const near = this.#recent.filter((other) => isNear(frame, other)).map(({ rotation }) => rotation);
      return Math.max(...near) - Math.min(...near) <= STILL.within;
    };
    return this.#recent.filter(isRest).map(({ rotation }) => rotation);
  }
}
