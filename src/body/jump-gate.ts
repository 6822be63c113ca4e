import type { Degrees, Seconds } from './units.ts';

/** What no body does. */
export interface JumpLimits {
  /** Nothing that is measured turns so fast, degrees a second. */
  readonly fastest: number;
  /** Smaller jumps are noise and within the band. */
  readonly least: Degrees;
}

/** No hip rotates so fast in a drill (a quick pulse stays under 120°/s); a landmark that jumps to another place does. */
const HIP_ROTATION: JumpLimits = { fastest: 250, least: 15 };
/** A place held for so long is where the leg is, however it got there. */
const BELIEVED_AFTER: Seconds = 0.8;

/**
 * Tells a leg that turned from a landmark that jumped: true for a frame whose rotation lies farther from the last believed one
 * than a hip can turn, and for those that stay there, until it is back or has stayed for so long that it must be so.
 */
export class JumpGate {
  readonly #limits: JumpLimits;
  #believed: Degrees | null = null;
  #at: Seconds = 0;
  #jumpedSince: Seconds | null = null;

  constructor(limits: JumpLimits = HIP_ROTATION) {
    this.#limits = limits;
  }

  /** Rotation in degrees, null when unread; time in seconds. A clock that was set back starts afresh. */
  isJump(rotation: Degrees | null, time: Seconds): boolean {
    if (rotation === null) return false;
    if (this.#believed !== null && time >= this.#at) {
      const jump = Math.abs(rotation - this.#believed);
      const since = time - this.#at;
      const { fastest, least } = this.#limits;
      const tooFast = jump > least && (this.#jumpedSince !== null || jump > fastest * since);
      if (tooFast && time - (this.#jumpedSince ?? time) < BELIEVED_AFTER) {
        this.#jumpedSince ??= time;
        return true;
      }
    }
    this.#believed = rotation;
    this.#at = time;
    this.#jumpedSince = null;
    return false;
  }
}
