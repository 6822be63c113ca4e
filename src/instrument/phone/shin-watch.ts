import { dot, length, shortestTurn, type Vec3 } from '../geometry/rotation.ts';
import { angleOf, headingOf, PhoneBuffer, type PhoneSample, type Quaternion, stillUp } from './phone-buffer.ts';
import type { Degrees, Estimate, Seconds } from '../geometry/units.ts';
import { driftOf, LOST_SD } from './pelvis-of-phone.ts';

/** How a phone on the shin was held still for a while. */
export interface StillPhone {
  /** Mean "up" in the phone's axes. */
  readonly up: Vec3;
  /** Whole orientation in it; its heading is only good beside that of another one. */
  readonly orientation: Quaternion;
  readonly at: Seconds;
}

/**
 * How far a shin has turned since its zero, and how sure that is.
 * - value: ≥ 0. Gravity alone does not tell inwards from outwards: who asks knows where the leg was asked to go
 */
export interface ShinTurn extends Estimate<Degrees> {
  /** The level axis of the turn in the phone's axes at the zero, of length 1; 0, 0, 0: it has not turned. */
  readonly axis: Vec3;
  /** True: the shin has also swung about the vertical, as where the thigh does not lie level or swings aside. */
  readonly askew: boolean;
}

/** Of a phone that is held still by a strap on skin and muscle, at each of the two moments. */
const MOMENT_SD: Degrees = 0.7;
/** What gravity misses of the turn, from where it is told. */
const MISSED: Degrees = 1.5;
/** Nobody's hip turns a shin further: the phone was moved by hand. */
const MOST_TURN: Degrees = 90;

/**
 * The turn of the shin between two still moments, from the two directions of gravity in the phone's axes; how the phone lies on the shin
 * does not matter. About a level axis, as that of a thigh that lies level, the angle between them is the turn. About an axis that is
 * steeper by b it is less: sin(angle / 2) = cos b · sin(turn / 2). The whole turn, whose part about the vertical drifts, tells when
 * that matters. Null: no leg turns as far.
 * @param hasHeading false: samples were missing in between, so that only gravity is known
 */
function shinTurn(zero: StillPhone, end: StillPhone, hasHeading: boolean): ShinTurn | null {
  const turn = shortestTurn(end.up, zero.up);
  const value = length(turn);
  if (value > MOST_TURN) return null;
  const drift = driftOf(end.at - zero.at);
  const isKnown = hasHeading && drift <= LOST_SD;
  const heading = Math.abs(headingOf(zero.orientation, end.orientation));
  const missed =
    isKnown && heading > 3 * drift ? missedBy(value, angleOf(zero.orientation, end.orientation), drift) : 0;
  return {
    value,
    sd: Math.hypot(MOMENT_SD, MOMENT_SD, missed / 2),
    axis: value > 0 ? [turn[0] / value, turn[1] / value, turn[2] / value] : [0, 0, 0],
    askew: missed > MISSED,
  };
}

/** What of a whole turn is not in its level part, less what the drift of the heading may have added. */
const missedBy = (level: Degrees, whole: Degrees, drift: Degrees): Degrees =>
  Math.max(0, whole - Math.hypot(level, 2 * drift));

/** Whether a shin has turned the other way than in another turn from the same zero. */
export const isOtherWay = (turn: ShinTurn, than: ShinTurn): boolean => dot(turn.axis, than.axis) < 0;

/**
 * Why there is no angle.
 * - no-zero: the phone was not still while the start was held
 * - silent: nothing comes from it
 * - moving: it is not still
 */
export type ShinTrouble = 'no-zero' | 'silent' | 'moving';

/** The zero is a mean over this long, taken no longer ago than the second. */
const ZERO: Seconds = 2;
const ZERO_WITHIN: Seconds = 6;
/** An angle is a mean over the longest of these for which the phone was still. */
const STRETCHES: readonly Seconds[] = [2, 1.5, 1, 0.5];
/** A leg that is held trembles by less; one that moves on leaves it within half a second. */
const STILL: Degrees = 1.2;
/** Without a sample for so long nothing is known of this moment. */
const SILENT: Seconds = 0.3;
/** After a longer gap the heading is not that of before. */
const GAP: Seconds = 1;
/** The end of the hold is looked for in such steps. */
const EVERY: Seconds = 0.1;

/**
 * A phone on a shin whose thigh lies level, as an inclinometer: its turn since a zero, wherever on the shin it lies. All times are
 * on one clock, that of the samples.
 */
export class ShinWatch {
  readonly #buffer = new PhoneBuffer();
  #newest: Seconds = Number.NEGATIVE_INFINITY;
  #zero: StillPhone | null = null;
  /** No sample was missing for long since the zero. */
  #hasHeading = true;

  get hasZero(): boolean {
    return this.#zero !== null;
  }

  take(samples: readonly PhoneSample[]): void {
    const last = samples.at(-1)?.time ?? Number.NaN;
    if (!Number.isFinite(last)) return;
    this.#buffer.add(samples, last);
    if (last - this.#newest > GAP) this.#hasHeading = false;
    this.#newest = Math.max(this.#newest, last);
  }

  /**
   * The start was held until now, or a little earlier: angles count from there.
   * @param within how much earlier at most
   * @returns false: the phone was not still, so there is no zero
   */
  zero(now: Seconds, within: Seconds = ZERO_WITHIN): boolean {
    this.#zero = null;
    for (let to = Math.min(now, this.#newest); to > now - within && this.#zero === null; to -= EVERY)
      this.#zero = this.#still(to, ZERO);
    this.#hasHeading = true;
    return this.#zero !== null;
  }

  /** The turn at a moment at which the leg is held still. */
  at(now: Seconds): ShinTurn | ShinTrouble {
    if (now - this.#newest > SILENT) return 'silent';
    if (this.#zero === null) return 'no-zero';
    for (const long of STRETCHES) {
      const still = this.#still(now, long);
      if (still) return shinTurn(this.#zero, still, this.#hasHeading) ?? 'moving';
    }
    return 'moving';
  }

  #still(to: Seconds, long: Seconds): StillPhone | null {
    const samples = this.#buffer.since(to - long);
    const up = stillUp(samples, to - long, to, STILL);
    const middle = this.#buffer.at(to - long / 2);
    return up && middle && { up, orientation: middle, at: to };
  }
}
