import { add, angleBetween, DEG, unit, type Vec3 } from '../geometry/rotation.ts';
import type { Degrees, Seconds } from '../geometry/units.ts';

/** Unit quaternion w, x, y, z: turns a vector of the body's axes into a room with z up. */
export type Quaternion = readonly [number, number, number, number];

export const product = (a: Quaternion, b: Quaternion): Quaternion => [
  a[0] * b[0] - a[1] * b[1] - a[2] * b[2] - a[3] * b[3],
  a[0] * b[1] + a[1] * b[0] + a[2] * b[3] - a[3] * b[2],
  a[0] * b[2] - a[1] * b[3] + a[2] * b[0] + a[3] * b[1],
  a[0] * b[3] + a[1] * b[2] - a[2] * b[1] + a[3] * b[0],
];

export const inverse = ([w, x, y, z]: Quaternion): Quaternion => [w, -x, -y, -z];

/** The vector turned into the room. */
export function turned(q: Quaternion, v: Vec3): Vec3 {
  const [, x, y, z] = product(product(q, [0, ...v]), inverse(q));
  return [x, y, z];
}

/** The room's "up" in the axes of the body. */
export const upIn = ([w, x, y, z]: Quaternion): Vec3 => [
  2 * (x * z - w * y),
  2 * (y * z + w * x),
  1 - 2 * (x * x + y * y),
];

/** Angle of the whole turn from one orientation to another, 0…180. */
export const angleOf = (from: Quaternion, to: Quaternion): Degrees =>
  2 * Math.acos(Math.min(1, Math.abs(product(to, inverse(from))[0]))) * DEG;

/** The part of that turn that is about the vertical, −180…180; positive turns counter-clockwise as seen from above. */
export function headingOf(from: Quaternion, to: Quaternion): Degrees {
  const [w, , , z] = product(to, inverse(from));
  const angle = 2 * Math.atan2(z, w) * DEG;
  return angle > 180 ? angle - 360 : angle < -180 ? angle + 360 : angle;
}

/** Between two orientations that are near each other; `share` 0: the first. */
function between(a: Quaternion, b: Quaternion, share: number): Quaternion {
  const sign = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3] < 0 ? -1 : 1;
  const [w = 1, x = 0, y = 0, z = 0] = a.map((value, i) => value + share * (sign * (b[i] ?? 0) - value));
  const size = Math.hypot(w, x, y, z);
  return [w / size, x / size, y / size, z / size];
}

/** Orientation of a phone on the pelvis at one moment. */
export interface PhoneSample {
  /** Seconds on the clock of the set, as capture times of frames. */
  readonly time: Seconds;
  /** Unit quaternion w, x, y, z: turns the phone's axes (x right, y to its top edge, z out of the screen) into a room with z up. Its heading is arbitrary and drifts. */
  readonly orientation: readonly [number, number, number, number];
}

/** The same samples on a clock that is so much ahead. */
export const onClock = (samples: readonly PhoneSample[], ahead: Seconds): readonly PhoneSample[] =>
  samples.map(({ time, orientation }) => ({ time: time + ahead, orientation }));

/** Longest gap between two samples across which the orientation is still known. A pelvis turns by 40° a second at most. */
const LONGEST_GAP: Seconds = 0.25;
/** What is kept: long enough for the slowest breaths, and no more, whatever a phone sends. */
const KEPT: Seconds = 12;
const MOST = 1500;
/** How far the length of a quaternion may be from 1. */
const OFF_UNIT = 0.02;
/** A time further ahead than this is a wrong clock. */
const AHEAD: Seconds = 2;

/** The samples of the last seconds, in order of time. What cannot be a sample is left out. */
export class PhoneBuffer {
  #samples: PhoneSample[] = [];
  #taken = Number.NEGATIVE_INFINITY;

  /** @param now time of the newest frame: samples from far beyond it are refused */
  add(samples: readonly PhoneSample[], now: Seconds): void {
    for (const { time, orientation } of samples) {
      const last = this.#samples.at(-1)?.time ?? Number.NEGATIVE_INFINITY;
      if (!Number.isFinite(time) || time <= last || time > now + AHEAD) continue;
      const size = Math.hypot(...orientation);
      if (orientation.length !== 4 || !(Math.abs(size - 1) < OFF_UNIT)) continue;
      const [w, x, y, z] = orientation;
      this.#samples.push({ time, orientation: [w / size, x / size, y / size, z / size] });
    }
    const from = this.#samples.findIndex(({ time }) => time >= now - KEPT);
    if (from > 100 || this.#samples.length > MOST)
      this.#samples = this.#samples.slice(Math.max(from, this.#samples.length - MOST));
  }

  /** The samples that came since the last call, up to a time. */
  take(until: Seconds): readonly PhoneSample[] {
    const fresh = this.#samples.filter(({ time }) => time > this.#taken && time <= until);
    this.#taken = fresh.at(-1)?.time ?? this.#taken;
    return fresh;
  }

  since(from: Seconds): readonly PhoneSample[] {
    return this.#samples.filter(({ time }) => time >= from);
  }

  /** The orientation at a time, between the samples before and after it. The newest sample stands for a moment after it. */
  at(time: Seconds): Quaternion | null {
    const next = this.#samples.findIndex((sample) => sample.time >= time);
    const after = this.#samples[next];
    const before = this.#samples.at(next < 0 ? -1 : next - 1);
    if (next === 0) return after && after.time - time < LONGEST_GAP / 5 ? after.orientation : null;
    if (!before) return null;
    if (!after) return time - before.time <= LONGEST_GAP ? before.orientation : null;
    const gap = after.time - before.time;
    return gap > LONGEST_GAP ? null : between(before.orientation, after.orientation, (time - before.time) / gap);
  }

  clear(): void {
    this.#samples = [];
    this.#taken = Number.NEGATIVE_INFINITY;
  }
}

/** A breath tips a phone on the belly by 1 to 2°, so a phone on a still body stays within this. */
const BREATH: Degrees = 2.5;

export const meanUp = (samples: readonly PhoneSample[]): Vec3 =>
  unit(samples.reduce<Vec3>((sum, { orientation }) => add(sum, upIn(orientation)), [0, 0, 0]));

/**
 * The mean "up" of a stretch in which the phone was still on a body; null: it was not, or samples are missing.
 * @param within how far a sample may be from the mean
 */
export function stillUp(
  samples: readonly PhoneSample[],
  from: Seconds,
  to: Seconds,
  within: Degrees = BREATH,
): Vec3 | null {
  const during = samples.filter(({ time }) => time >= from && time <= to);
  if (during.length < 8 * (to - from)) return null;
  const up = meanUp(during);
  return during.every(({ orientation }) => angleBetween(up, upIn(orientation)) < within) ? up : null;
}

/** Below this the samples are those of a thing that nobody wears: on a body every breath shows. */
const DEAD: Degrees = 0.06;

/** Whether nothing at all moved in a stretch, as on a table, or in a sensor that hangs. */
export function isDead(samples: readonly PhoneSample[], from: Seconds): boolean {
  const within = samples.filter(({ time }) => time >= from);
  const first: Quaternion | undefined = within[0]?.orientation;
  if (first === undefined || within.length < 10) return false;
  return within.every(({ orientation }) => angleOf(first, orientation) < DEAD);
}
