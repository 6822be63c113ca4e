import {
  fromRotationVector,
  type Mat3,
  multiply,
  rotationX,
  rotationY,
  rotationZ,
} from '../../../src/instrument/geometry/rotation.ts';
import { type PhoneSample, product, type Quaternion } from '../../../src/instrument/phone/phone-buffer.ts';
import type { Chance } from '../chance.ts';

export interface PelvisNow {
  readonly twist: number;
  readonly tilt: number;
  readonly obliquity: number;
}

/** From the room of the fit (y up) to that of a phone (z up). */
const TO_Z_UP: Mat3 = [1, 0, 0, 0, 0, -1, 0, 1, 0];

function quaternionOf(r: Mat3): Quaternion {
  const [w, x, y, z] = [1 + r[0] + r[4] + r[8], 1 + r[0] - r[4] - r[8], 1 - r[0] + r[4] - r[8], 1 - r[0] - r[4] + r[8]];
  const most = Math.max(w, x, y, z);
  const of = (...q: number[]): Quaternion => {
    const size = Math.hypot(...q);
    return q.map((v) => v / size) as unknown as Quaternion;
  };
  if (most === w) return of(w, r[7] - r[5], r[2] - r[6], r[3] - r[1]);
  if (most === x) return of(r[7] - r[5], x, r[1] + r[3], r[2] + r[6]);
  if (most === y) return of(r[2] - r[6], r[1] + r[3], y, r[5] + r[7]);
  return of(r[3] - r[1], r[2] + r[6], r[5] + r[7], z);
}

const pelvisTurn = ({ twist, tilt, obliquity }: PelvisNow): Mat3 =>
  multiply(rotationY(twist), multiply(rotationX(tilt), rotationZ(obliquity)));

/** Orientation of a phone in its room: pelvis at the start, its turn since, and how the phone lies on it. */
export const phoneOn = (start: Mat3, now: PelvisNow, mounting: Mat3, heading = 0): Quaternion =>
  quaternionOf(multiply(rotationZ(heading), multiply(TO_Z_UP, multiply(start, multiply(pelvisTurn(now), mounting)))));

/** Pelvis in the start of a drill, in the room of the fit; `yaw`: where the person faces. */
export const startOf = (pitch: number, roll = 0, yaw = 30): Mat3 =>
  multiply(rotationY(yaw), multiply(rotationX(pitch), rotationZ(roll)));

/** A phone with its screen up and its top to the head, laid on by hand: up to `off` degrees about any axis. */
export function mountingOf(pitch: number, off: number, chance: Chance): Mat3 {
  const axis = [chance.normal(), chance.normal(), chance.normal()];
  const size = Math.hypot(...axis);
  const angle = off * chance.between(-1, 1);
  const [x, y, z] = axis.map((v) => (v / size) * angle) as [number, number, number];
  // On the belly the screen faces the front, on the sacrum the back.
  const nominal = pitch < -45 ? rotationY(0) : rotationY(180);
  return multiply(nominal, fromRotationVector(x, y, z));
}

export interface Wear {
  readonly start: Mat3;
  /** How the phone lies; a function of time where it slides. */
  readonly mounting: Mat3 | ((time: number) => Mat3);
  /** Samples a second, noise of each, drift of the heading a second, size of a breath to each side; degrees. */
  readonly rate: number;
  readonly noise: number;
  readonly drift: number;
  readonly breath: number;
  /** Breaths a second. Absent: 0.25. */
  readonly breaths?: number;
  /** Gaps a second, each of 0.1 to 0.7 s. Absent: none. */
  readonly gaps?: number;
}

/** Samples of a stretch in which the pelvis turns as told. */
export function wear(
  { start, mounting, rate, noise, drift, breath, breaths = 0.25, gaps = 0 }: Wear,
  from: number,
  to: number,
  pelvis: (time: number) => PelvisNow,
  chance: Chance,
): PhoneSample[] {
  const samples: PhoneSample[] = [];
  for (let time = from; time < to; time += (1 / rate) * chance.between(0.8, 1.2)) {
    if (chance.happens(gaps / rate)) time += chance.between(0.1, 0.7);
    const now = pelvis(time);
    const breathed = { ...now, tilt: now.tilt + breath * Math.sin(2 * Math.PI * breaths * time) };
    const lies = typeof mounting === 'function' ? mounting(time) : mounting;
    const still = phoneOn(start, breathed, lies, 77 + drift * time);
    const jitter = fromRotationVector(noise * chance.normal(), noise * chance.normal(), noise * chance.normal());
    samples.push({ time, orientation: product(still, quaternionOf(jitter)) });
  }
  return samples;
}

/** A phone that slides at a time, lies askew for a moment, and is laid back, not quite as before. */
export function sliding(
  first: Mat3,
  at: number,
  chance: Chance,
): { readonly mounting: (time: number) => Mat3; readonly until: number } {
  const vector = (size: number): [number, number, number] => {
    const v = [chance.normal(), chance.normal(), chance.normal()];
    const length = Math.hypot(...v);
    return v.map((one) => (one / length) * size) as [number, number, number];
  };
  const [askew, back] = [vector(chance.between(18, 40)), vector(chance.between(0, 20))];
  const [slips, waits, lays] = [chance.between(0.15, 0.3), chance.between(0.3, 4), chance.between(0.6, 1.2)];
  const share = (time: number, from: number, lasts: number) => Math.min(1, Math.max(0, (time - from) / lasts));
  const mounting = (time: number): Mat3 => {
    const slid = share(time, at, slips);
    const laid = share(time, at + slips + waits, lays);
    const [x, y, z] = askew.map((a, i) => slid * a * (1 - laid) + laid * (back[i] ?? 0)) as [number, number, number];
    return multiply(first, fromRotationVector(x, y, z));
  };
  return { mounting, until: at + slips + waits + lays };
}

export const STILL: PelvisNow = { twist: 0, tilt: 0, obliquity: 0 };

/** A raised cosine from 0 to 1 and back. */
export const bump = (time: number, from: number, to: number): number =>
  time <= from || time >= to ? 0 : (1 - Math.cos((2 * Math.PI * (time - from)) / (to - from))) / 2;

/** A tuck, a little crooked. */
export const tuck = (time: number, from: number, size = 9, crooked = 0): PelvisNow => ({
  twist: crooked * bump(time, from, from + 3),
  tilt: -size * bump(time, from, from + 3),
  obliquity: 0,
});
