import type { Degrees, Seconds } from '../geometry/units.ts';

/** What no body does. */
export interface JumpLimits {
  /** Nothing that is measured turns so fast, degrees a second. */
  readonly fastest: number;
  /** Smaller jumps are noise and within the band. */
  readonly least: Degrees;
}

/** No hip rotates so fast in a drill (a quick pulse stays under 120°/s); a landmark that jumps to another place does. */
const HIP_ROTATION: JumpLimits = { fastest: 250, least: 15 };
/** A place held for so long is where it is, however it got there. */
const BELIEVED_AFTER: Seconds = 0.8;

/**
 * Tells what turned from a landmark, or an edge, that jumped: true for a frame whose angle lies farther from the last believed one
 * than a body can turn, and for those that stay there, until it is back or has stayed for so long that it must be so.
 */
export class JumpGate {
  readonly #limits: JumpLimits;
  #believed: Degrees | null = null;
  #at: Seconds = 0;
  #jumpedSince: Seconds | null = null;

  constructor(limits: JumpLimits = HIP_ROTATION) {
    this.#limits = limits;
  }

  /** Angle in degrees, null when unread; time in seconds. A clock that was set back starts afresh. */
  isJump(angle: Degrees | null, time: Seconds): boolean {
    if (angle === null) return false;
    if (this.#believed !== null && time >= this.#at) {
      const jump = Math.abs(angle - this.#believed);
      const since = time - this.#at;
      const { fastest, least } = this.#limits;
      const tooFast = jump > least && (this.#jumpedSince !== null || jump > fastest * since);
      if (tooFast && time - (this.#jumpedSince ?? time) < BELIEVED_AFTER) {
        this.#jumpedSince ??= time;
        return true;
      }
    }
    this.#believed = angle;
    this.#at = time;
    this.#jumpedSince = null;
    return false;
  }
}
