import { isWithin, type Seconds, type Share } from '../geometry/units.ts';

/**
 * Mean distance between the leg network's and BlazePose's joints, as a share of the trunk's length. Above `rejected` the two see
 * different legs, below `accepted` the same ones; in between the last decision stands (hysteresis). On rendered people of the drill
 * 95 % of frames lie within 0.12–0.21; other postures lie at 0.6 and more.
 */
const DISTANCE = { rejected: 0.27, accepted: 0.22 } as const;
/** Time constant of the running mean: one odd frame decides nothing. */
const MEAN_OVER: Seconds = 0.7;
/** A longer gap between frames counts as this long, so that the first frame after a gap decides nothing either. */
const MAX_ELAPSED: Seconds = 0.2;

/**
 * Chooses the source of the leg keypoints: the drill's leg network or BlazePose. The network was trained on one drill and hallucinates
 * that pose in any picture; BlazePose knows every pose roughly. Far from BlazePose, the network is wrong.
 */
export class KeypointSourceSelector {
  readonly #patience: Seconds;
  #mean: Share | null = null;
  #at: Seconds = 0;
  #isAccepted = false;
  #agreedAt: Seconds = -Infinity;

  /** @param patience how long the network stays accepted without a frame that agrees, see `LegModel.patience` */
  constructor(patience: Seconds = 0) {
    this.#patience = patience;
  }

  /**
   * @param distance of one frame, see `LegSight.apart`
   * @param referenceUsesLegNetwork false: the reference pose was taken from BlazePose, so the network is not used against it
   * @returns whether this frame uses the network's keypoints
   */
  step(distance: Share, time: Seconds, referenceUsesLegNetwork: boolean | null): boolean {
    const elapsed = Math.min(MAX_ELAPSED, Math.max(0, time - this.#at));
    const share = this.#mean === null ? 1 : 1 - Math.exp(-elapsed / MEAN_OVER);
    this.#mean = (this.#mean ?? 0) + share * (distance - (this.#mean ?? 0));
    this.#at = time;
    if (distance < DISTANCE.accepted) this.#agreedAt = time;
    // BlazePose may swap the legs for seconds. A network that is right agrees with it now and then; one in a foreign pose never does.
    const agreedRecently = isWithin(time - this.#agreedAt, this.#patience);
    if (this.#mean > DISTANCE.rejected && !agreedRecently) this.#isAccepted = false;
    else if (this.#mean < DISTANCE.accepted) this.#isAccepted = true;
    return this.#isAccepted && referenceUsesLegNetwork !== false;
  }
}
