import { withLegsExchanged } from '../fit/swap-left-right.ts';
import type { StillLandmarks } from './reference-pose-fit.ts';
import { legsMoved, SAME_PLACE } from './same-start.ts';
import { isWithin, type Seconds } from '../geometry/units.ts';

const REJECTED_POSE_TIMEOUT: Seconds = 15;
/**
 * Whoever is seen elsewhere, or not at all, for longer has left. A repetition on hands and knees keeps the foot away for 2.3 s and
 * more; the pose model sees a knee in the fold beside it for less.
 */
const AWAY_FOR: Seconds = 2;

interface Refused {
  readonly still: StillLandmarks;
  readonly legsFromNetwork: boolean;
  readonly since: Seconds;
  /** When the legs were last seen there. */
  readonly seen: Seconds;
}

/**
 * Somebody who is told that this is not the start, and stays there. What is refused is not plain to see, so whoever insists is
 * believed in the end: nobody waits for ever. Whoever goes on moving does not insist, however long the refusal is ago; a drill that
 * is begun before its start was taken comes back to the same stretch at every repetition.
 */
export class RejectedPoseTimeout {
  #refused: Refused | null = null;

  clear(): void {
    this.#refused = null;
  }

  /**
   * @param now where everything is at this moment, still or not
   * @param legsFromNetwork whether the drill's own network sees the legs: it places them elsewhere without their having moved
   * @returns whether the legs are where they were refused
   */
  look(now: StillLandmarks, legsFromNetwork: boolean, time: Seconds): boolean {
    const refused = this.#refused;
    if (!refused) return false;
    if (!isWithin(time - refused.seen, AWAY_FOR)) {
      this.#refused = null;
      return false;
    }
    const byOtherEyes = legsFromNetwork !== refused.legsFromNetwork;
    if (!byOtherEyes && !isThere(refused.still, now)) return false;
    this.#refused = { ...refused, ...(byOtherEyes && { still: copied(now), legsFromNetwork }), seen: time };
    return true;
  }

  /** @returns whether this posture, refused again, has been kept for long enough to be believed */
  refuse(still: StillLandmarks, legsFromNetwork: boolean, time: Seconds): boolean {
    if (!this.look(still, legsFromNetwork, time)) this.#refused = { still, legsFromNetwork, since: time, seen: time };
    return this.#refused !== null && !isWithin(time - this.#refused.since, REJECTED_POSE_TIMEOUT);
  }
}

/** The pose model uses its arrays again. */
const copied = (seen: StillLandmarks): StillLandmarks => ({
  ...seen,
  points: Float64Array.from(seen.points),
  visibility: Float64Array.from(seen.visibility),
});

/** The pose model mixes up the legs now and then; then they lie there all the same. */
const isThere = (then: StillLandmarks, now: StillLandmarks): boolean =>
  [now, { ...now, ...withLegsExchanged(now) }].some((seen) => legsMoved(then, seen) <= SAME_PLACE);
