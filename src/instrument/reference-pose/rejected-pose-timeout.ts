import { swapLeftRight } from '../fit/swap-left-right.ts';
import { legDisplacement, SAME_LEG_POSITION } from './held-pose-checks.ts';
import type { StillLandmarks } from './reference-pose-fit.ts';
import { isWithin, type Seconds } from '../geometry/units.ts';

/** A pose rejected as a stretch, or as different from the first hold, is accepted after this time. Other rejections stay. */
const REJECTED_POSE_TIMEOUT: Seconds = 15;
/**
 * After this time away from the rejected position the person has left it. A repetition on hands and knees keeps the
 * foot away for 2.3 s and more; the pose model takes a fold of cloth for the knee for less.
 */
const AWAY_FOR: Seconds = 2;

interface RejectedPose {
  readonly still: StillLandmarks;
  readonly since: Seconds;
  /** When the legs were last seen in that position. */
  readonly lastSeen: Seconds;
}

/**
 * Accepts a rejected pose that is kept for 15 s. The rejection may be wrong, and nobody should wait for ever. Only time
 * in the rejected position counts: a person who repeats the movement comes back to the same stretch each time, and that
 * is not accepted.
 */
export class RejectedPoseTimeout {
  #rejected: RejectedPose | null = null;

  clear(): void {
    this.#rejected = null;
  }

  /**
   * Shows the present position, so that leaving the rejected one is noticed.
   * @param now present landmarks, whether the person is still or not
   * @returns true if the legs are in the rejected position
   */
  observe(now: StillLandmarks, time: Seconds): boolean {
    const rejected = this.#rejected;
    if (!rejected) return false;
    if (!isWithin(time - rejected.lastSeen, AWAY_FOR)) {
      this.#rejected = null;
      return false;
    }
    if (!isSamePosition(rejected.still, now)) return false;
    this.#rejected = { ...rejected, lastSeen: time };
    return true;
  }

  /** Records that this pose was rejected. @returns true if it has been kept for so long that it is to be accepted */
  reject(still: StillLandmarks, time: Seconds): boolean {
    if (!this.observe(still, time)) this.#rejected = { still, since: time, lastSeen: time };
    return this.#rejected !== null && !isWithin(time - this.#rejected.since, REJECTED_POSE_TIMEOUT);
  }
}

/** Also true if the legs match after swapping left and right: the pose model swaps them now and then. */
const isSamePosition = (then: StillLandmarks, now: StillLandmarks): boolean =>
  [now, { ...now, ...swapLeftRight(now) }].some((seen) => legDisplacement(then, seen) <= SAME_LEG_POSITION);
