import { isWithin, type Seconds, type Share } from '../geometry/units.ts';

/**
 * Network and pose model this far apart, of the trunk's length, are not looking at the same legs; nearer than the other they are.
 * In the sleeper ten rendered people were .07–.15 apart in the median, 95 % of anybody's frames within .19; in the 90/90 seat seventeen
 * .05–.10 and .14, in its lift-offs twelve .06–.11 and .12; in the movement sequence four .07–.08 and .21, and a fifth, of whose dark
 * legs the pose model makes others, .33. With the other leg behind .71 and more in that seat, and the sleeper's sees a seat or a movement
 * sequence .6 away.
 */
const APART = { doubted: 0.27, believed: 0.22 } as const;
/** One odd frame is no verdict. */
const SETTLES_IN: Seconds = 0.7;
/** Nor is the first one after somebody was away. */
const MOST_ELAPSED: Seconds = 0.2;

/**
 * Whether the legs' network is to be believed. It knows its own drill and sees it in everything: in somebody who sits up between
 * two rounds it finds legs that lie. The pose model knows everybody roughly; far from it the network is wrong.
 */
export class KeypointSourceSelector {
  readonly #patience: Seconds;
  #mean: Share | null = null;
  #at: Seconds = 0;
  #believed = false;
  /** What the neutral was taken with: one of the pose model's points is no zero for the network's. */
  #referencePose: boolean | null = null;
  #agreedAt: Seconds = -Infinity;

  /** @param patience see `LegModel` */
  constructor(patience: Seconds = 0) {
    this.#patience = patience;
  }

  /** @param apart of one frame, see `LegSight` */
  step(apart: Share, time: Seconds): boolean {
    const elapsed = Math.min(MOST_ELAPSED, Math.max(0, time - this.#at));
    const share = this.#mean === null ? 1 : 1 - Math.exp(-elapsed / SETTLES_IN);
    this.#mean = (this.#mean ?? 0) + share * (apart - (this.#mean ?? 0));
    this.#at = time;
    if (apart < APART.believed) this.#agreedAt = time;
    // A network that sees its own drill in something else never agrees; one beside a pose model that mixes up the legs often does.
    const isPatient = isWithin(time - this.#agreedAt, this.#patience);
    if (this.#mean > APART.doubted && !isPatient) this.#believed = false;
    else if (this.#mean < APART.believed) this.#believed = true;
    return this.#believed && this.#referencePose !== false;
  }

  /** @param sharp whether the neutral that measures now was taken with the network; null: there is none */
  settle(sharp: boolean | null): void {
    this.#referencePose = sharp;
  }
}
