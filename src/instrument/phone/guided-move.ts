import { upIn } from '../geometry/quaternion.ts';
import { add, dot, length, RAD, scale, shortestTurn, unit, type Vec3 } from '../geometry/rotation.ts';
import type { Degrees, Seconds } from '../geometry/units.ts';
import type { PhoneSample } from '../input/phone-sample.ts';

/** The pelvis' left axis in the phone's axes, level in the room, and how far it may be off. */
export interface FoundAxis {
  readonly left: Vec3;
  readonly sd: Degrees;
}

/** A tuck tips the pelvis back by at least this much, and by no more than the second. */
const LEAST: Degrees = 4;
const MOST: Degrees = 35;
/** It is over when so much of it is left. */
const BACK = 0.4;
const LONGEST: Seconds = 9;
/** People do not tuck quite straight. */
const STRAIGHT: Degrees = 4;
/** A move whose way back lies further beside its way out than this is no tuck. */
const CROOKED: Degrees = 25;

export type MoveEnd = FoundAxis | 'too-much' | 'crooked' | null;

/**
 * Follows one guided move: "Tuck your pelvis, let go". Its axis is the pelvis' left axis, and a tuck turns about it backwards
 * (posterior), which tells left from right. Only gravity is used, so neither the heading nor its drift matters.
 * @param rest "up" in the phone's axes while the person was still
 */
export class GuidedMove {
  readonly #rest: Vec3;
  #turns: Vec3[] = [];
  #began: Seconds | null = null;
  #most = 0;

  constructor(rest: Vec3) {
    this.#rest = rest;
  }

  /** Takes a sample. @returns how the move ended; null: it has not begun, or goes on */
  step({ time, orientation }: PhoneSample): MoveEnd {
    // The level part of the turn since the rest.
    const turn = shortestTurn(upIn(orientation), this.#rest);
    const size = length(turn);
    if (this.#began === null && size < LEAST / 2) return null;
    this.#began ??= time;
    this.#most = Math.max(this.#most, size);
    this.#turns.push(turn);
    if (this.#most > MOST || time - this.#began > LONGEST) return this.#end('too-much');
    if (size > Math.max(BACK * this.#most, LEAST / 4)) return null;
    return this.#most < LEAST ? this.#end(null) : this.#end(axisOf(this.#turns));
  }

  #end(how: MoveEnd): MoveEnd {
    this.#began = null;
    this.#turns = [];
    this.#most = 0;
    return how;
  }
}

/** Most of a tuck is about one axis: the direction of the larger turns, weighted by their size. */
function axisOf(turns: readonly Vec3[]): FoundAxis | 'crooked' {
  const sum = turns.reduce<Vec3>((all, turn) => add(all, scale(turn, length(turn))), [0, 0, 0]);
  const back = unit(sum);
  const along = turns.reduce((all, turn) => all + dot(turn, back) ** 2, 0);
  const whole = turns.reduce((all, turn) => all + length(turn) ** 2, 0);
  const beside = Math.atan2(Math.sqrt(Math.max(0, whole - along)), Math.sqrt(along)) / RAD;
  return beside > CROOKED ? 'crooked' : { left: scale(back, -1), sd: Math.hypot(STRAIGHT, beside / 2) };
}
