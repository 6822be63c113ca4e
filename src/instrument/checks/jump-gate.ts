import type { Degrees, Seconds } from '../geometry/units.ts';

export interface JumpLimits {
  /** Largest speed of a real movement, degrees a second. */
  readonly maxSpeed: number;
  /** Smaller jumps are noise, which the uncertainty band covers. */
  readonly minJump: Degrees;
}

/** Limits of hip rotation: a quick pulse stays under 120°/s; a landmark that jumps to another place is faster. */
const HIP_ROTATION: JumpLimits = { maxSpeed: 250, minJump: 15 };
/** A value that persists for this time after a jump is accepted. */
const ACCEPTED_AFTER: Seconds = 0.8;

/**
 * Rejects jumps in the time series of one angle. A frame is a jump if its angle lies farther from the last accepted one
 * than a body can turn in the time between. The frames after a jump are rejected too, until the angle is back or has
 * stayed for 0.8 s.
 */
export class JumpGate {
  readonly #limits: JumpLimits;
  #accepted: Degrees | null = null;
  #acceptedAt: Seconds = 0;
  #jumpedSince: Seconds | null = null;

  constructor(limits: JumpLimits = HIP_ROTATION) {
    this.#limits = limits;
  }

  /** @param angle null: not read in this frame. @param time a time earlier than the last one starts the gate afresh */
  isJump(angle: Degrees | null, time: Seconds): boolean {
    if (angle === null) return false;
    if (this.#accepted !== null && time >= this.#acceptedAt) {
      const jump = Math.abs(angle - this.#accepted);
      const elapsed = time - this.#acceptedAt;
      const { maxSpeed, minJump } = this.#limits;
      const tooFast = jump > minJump && (this.#jumpedSince !== null || jump > maxSpeed * elapsed);
      if (tooFast && time - (this.#jumpedSince ?? time) < ACCEPTED_AFTER) {
        this.#jumpedSince ??= time;
        return true;
      }
    }
    this.#accepted = angle;
    this.#acceptedAt = time;
    this.#jumpedSince = null;
    return false;
  }
}
