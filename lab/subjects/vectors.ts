import {
  add,
  apply,
  cross,
  fromRotationVector,
  length,
  type Mat3,
  multiply,
  scale,
  subtract,
  transpose,
  unit,
  type Vec3,
} from '../../src/instrument/geometry/rotation.ts';
import type { Degrees } from '../../src/instrument/geometry/units.ts';

/** Degrees per radian. */
export const DEGREES = 180 / Math.PI;

export const clamp = (value: number, low: number, high: number): number => Math.max(low, Math.min(high, value));

/** The same angle in −180…180°. */
export const wrapDegrees = (angle: Degrees): Degrees => ((((angle + 540) % 360) + 360) % 360) - 180;

/** Rotation matrix whose columns are the three axes. */
export const fromAxes = (x: Vec3, y: Vec3, z: Vec3): Mat3 => [x[0], y[0], z[0], x[1], y[1], z[1], x[2], y[2], z[2]];

/** Axes of a segment: y along `up`, x as close to `xHint` as possible. */
export function frameAlong(up: Vec3, xHint: Vec3): Mat3 {
  const y = unit(up);
  const z = unit(cross(xHint, y));
  return fromAxes(cross(y, z), y, z);
}

export const rotationAbout = (axis: Vec3, angle: Degrees): Mat3 => fromRotationVector(...scale(unit(axis), angle));

/** Inverse of `fromRotationVector`: axis times angle, degrees. Not defined at exactly 180°. */
export function rotationVector(m: Mat3): Vec3 {
  const cosine = clamp((m[0] + m[4] + m[8] - 1) / 2, -1, 1);
  const angle = Math.acos(cosine);
  const share = angle < 1e-7 ? 0.5 : angle / (2 * Math.sin(angle));
  return scale([m[7] - m[5], m[2] - m[6], m[3] - m[1]], share * DEGREES);
}

/** Interpolates two rotations; `share` 0 gives `from`, 1 gives `to`. */
export function mixRotations(from: Mat3, to: Mat3, share: number): Mat3 {
  const way = rotationVector(multiply(to, transpose(from)));
  return length(way) === 0 ? from : multiply(fromRotationVector(...scale(way, share)), from);
}

/** Applies a rigid motion: rotation about `pivot`, which moves to `place`. */
export const carry = (rotation: Mat3, pivot: Vec3, place: Vec3, point: Vec3): Vec3 =>
  add(apply(rotation, subtract(point, pivot)), place);

/** Product of all matrices; the last one is applied first. */
export function product(first: Mat3, ...others: readonly Mat3[]): Mat3 {
  let all = first;
  for (const other of others) all = multiply(all, other);
  return all;
}

/** 32-bit FNV-1a hash of a text: turns a recipe's name and a seed into one number. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash;
}

/** Uniform random numbers in [0, 1) that depend on the seed only (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
