import { DEG, type Vec3 } from './rotation.ts';
import type { Degrees } from './units.ts';

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
export function between(a: Quaternion, b: Quaternion, share: number): Quaternion {
  const sign = a[0] * b[0] + a[1] * b[1] + a[2] * b[2] + a[3] * b[3] < 0 ? -1 : 1;
  const [w = 1, x = 0, y = 0, z = 0] = a.map((value, i) => value + share * (sign * (b[i] ?? 0) - value));
  const size = Math.hypot(w, x, y, z);
  return [w / size, x / size, y / size, z / size];
}
