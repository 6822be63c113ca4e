import {
  add,
  apply,
  cross,
  dot,
  fromRotationVector,
  length,
  type Mat3,
  multiply,
  pelvisRotation,
  RAD,
  scale,
  shortestTurn,
  subtract,
  transpose,
  unit,
  type Vec3,
} from '../geometry/rotation.ts';
import { headingOf, type PhoneSample, type Quaternion, upIn } from './phone-buffer.ts';
import type { Degrees, Estimate, Seconds } from '../geometry/units.ts';
import type { PhonePelvis } from '../output/reading.ts';

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

/** From where a phone's angles count. */
export interface PhoneZero {
  /** Mean "up" in the phone's axes during the hold. */
  readonly up: Vec3;
  /** Whole orientation then: the turn about the vertical counts from it. */
  readonly orientation: Quaternion;
  readonly at: Seconds;
  /** "Up" in the pelvis' axes, from the fitted start position. */
  readonly upInPelvis: Vec3;
  /** Of the zero itself: the half breath that its mean may contain, and more after a slide. */
  readonly sd: Degrees;
  /** False: the heading was lost on the way (a gap, a slide), so turns about the vertical are not known. */
  readonly hasHeading: boolean;
  /** Turn about the vertical at which the zero was taken; 0 at the start. */
  readonly turned: Degrees;
}

/** Of one sample: noise, lateness, skin under the phone. */
const SAMPLE_SD: Degrees = 0.7;
/** A phone's heading wanders by up to 2° a minute while it lies still. */
const DRIFT = 2 / 60;
const HEADING_SD: Degrees = 0.7;
/** Above this the heading is given up. */
export const LOST_SD: Degrees = 4;

/** Standard deviation of a turn about the vertical between two moments so far apart. */
export const driftOf = (apart: Seconds): Degrees => Math.hypot(HEADING_SD, DRIFT * apart);
/** How far a pelvis may have turned about the vertical that nobody sees. */
const UNSEEN_TURN: Degrees = 5;
/** An axis is about the vertical if so much of it points up. */
const UPRIGHT = 0.7;

const AXES = { tilt: 0, twist: 1, obliquity: 2 } as const;

/**
 * The pelvis' turn since the zero. Gravity shows the two level parts of it, to about 1° and without drift. The turn about the vertical
 * comes from the relative heading, whose standard deviation grows with time, and is null once that is too large.
 */
export function pelvisOf(zero: PhoneZero, axis: FoundAxis, orientation: Quaternion, time: Seconds): PhonePelvis {
  const up = apply(transpose(toPhone(zero, axis.left)), upIn(orientation));
  const headingSd = zero.hasHeading ? driftOf(time - zero.at) : Infinity;
  const isHeadingKnown = headingSd <= LOST_SD;
  const heading = isHeadingKnown ? zero.turned + headingOf(zero.orientation, orientation) : 0;
  const swing = shortestTurn(up, zero.upInPelvis);
  const since = multiply(fromRotationVector(...scale(zero.upInPelvis, heading)), fromRotationVector(...swing));
  const turn = pelvisRotation(since);
  const aboutVertical = isHeadingKnown ? headingSd : UNSEEN_TURN;
  const size = length(swing);
  const estimate = (name: keyof typeof AXES): Estimate<Degrees> | null => {
    const share = Math.abs(zero.upInPelvis[AXES[name]]);
    if (share > UPRIGHT && !isHeadingKnown) return null;
    const value = turn[name];
    const others = Math.sqrt(Math.max(0, size ** 2 - value ** 2));
    return { value, sd: Math.hypot(SAMPLE_SD, zero.sd, Math.sin(axis.sd * RAD) * others, share * aboutVertical) };
  };
  return { twist: estimate('twist'), obliquity: estimate('obliquity'), tilt: estimate('tilt') };
}

/** How fast a pelvis may turn unseen, degrees a second. */
const UNSEEN_SPEED = 12;

/** The same angles some time later, as if nothing had come since. */
export function olderBy(pelvis: PhonePelvis, age: Seconds): PhonePelvis {
  const older = (angle: Estimate<Degrees> | null): Estimate<Degrees> | null =>
    angle && { value: angle.value, sd: Math.hypot(angle.sd, UNSEEN_SPEED * age) };
  return { twist: older(pelvis.twist), obliquity: older(pelvis.obliquity), tilt: older(pelvis.tilt) };
}

interface Slid {
  /** Orientation before the slide, and when the phone lies still again. */
  readonly before: Quaternion;
  readonly after: Quaternion;
  /** Mean "up" and the pelvis' left axis in the phone's axes as it lies now. */
  readonly up: Vec3;
  readonly left: Vec3;
  readonly at: Seconds;
  /** A turn of the pelvis up to here is taken to last through the slide. A larger one is not: nobody is blamed for a guess. */
  readonly kept: Degrees;
  /** Standard deviation of what the pelvis may have turned meanwhile. */
  readonly meanwhile: Degrees;
}

/** A new zero for a phone that slid: the pelvis is where it was before, or at the start. */
export function zeroAfter(
  zero: PhoneZero,
  axis: FoundAxis,
  { before, after, up, left, at, kept, meanwhile }: Slid,
): PhoneZero {
  const upBefore = apply(transpose(toPhone(zero, axis.left)), upIn(before));
  const lasts = length(shortestTurn(upBefore, zero.upInPelvis)) <= kept;
  const mounting = toPhone({ up, upInPelvis: lasts ? upBefore : zero.upInPelvis }, left);
  const turned = lasts ? zero.turned + headingOf(zero.orientation, before) : 0;
  const sd = Math.hypot(zero.sd, meanwhile);
  return { ...zero, up: apply(mounting, zero.upInPelvis), orientation: after, at, sd, turned };
}

/** Turns the pelvis' axes into the phone's: "up" exactly, the left axis as near as that allows. */
function toPhone({ up, upInPelvis }: Pick<PhoneZero, 'up' | 'upInPelvis'>, left: Vec3): Mat3 {
  const phone = axesFrom(up, left);
  const pelvis = axesFrom(upInPelvis, [1, 0, 0]);
  return multiply(phone, transpose(pelvis));
}

/** Columns: the part of `left` that is level, up, and their cross product. */
function axesFrom(up: Vec3, left: Vec3): Mat3 {
  const level = unit(subtract(left, scale(up, dot(left, up))));
  const third = cross(level, up);
  return [level[0], up[0], third[0], level[1], up[1], third[1], level[2], up[2], third[2]];
}
