import type { Degrees } from './units.ts';

/**
 * Row-major 3×3 rotation matrix; the orientation of a segment in the room. Its columns are the segment's axes in room
 * axes (`LensPlace`). SEGMENT AXES: x to the person's left, y towards the head, z to the front (right-handed).
 */
export type Mat3 = readonly [number, number, number, number, number, number, number, number, number];
/** A vector (x, y, z): metres in room axes unless stated otherwise. */
export type Vec3 = readonly [number, number, number];

/** Radians per degree, and degrees per radian. */
export const RAD = Math.PI / 180;
export const DEG = 180 / Math.PI;

export const IDENTITY: Mat3 = [1, 0, 0, 0, 1, 0, 0, 0, 1];

export const add = (a: Vec3, b: Vec3): Vec3 => [a[0] + b[0], a[1] + b[1], a[2] + b[2]];
export const subtract = (a: Vec3, b: Vec3): Vec3 => [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
export const scale = (a: Vec3, k: number): Vec3 => [a[0] * k, a[1] * k, a[2] * k];
export const dot = (a: Vec3, b: Vec3): number => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
export const cross = (a: Vec3, b: Vec3): Vec3 => [
  a[1] * b[2] - a[2] * b[1],
  a[2] * b[0] - a[0] * b[2],
  a[0] * b[1] - a[1] * b[0],
];
export const length = (a: Vec3): number => Math.hypot(a[0], a[1], a[2]);
/** The vector at length 1; a zero vector stays zero. */
export const unit = (a: Vec3): Vec3 => scale(a, 1 / Math.max(1e-12, length(a)));
export const midpoint = (a: Vec3, b: Vec3): Vec3 => scale(add(a, b), 0.5);

/** Matrix product a · b. */
export function multiply(a: Mat3, b: Mat3): Mat3 {
  return [
    a[0] * b[0] + a[1] * b[3] + a[2] * b[6],
    a[0] * b[1] + a[1] * b[4] + a[2] * b[7],
    a[0] * b[2] + a[1] * b[5] + a[2] * b[8],
    a[3] * b[0] + a[4] * b[3] + a[5] * b[6],
    a[3] * b[1] + a[4] * b[4] + a[5] * b[7],
    a[3] * b[2] + a[4] * b[5] + a[5] * b[8],
    a[6] * b[0] + a[7] * b[3] + a[8] * b[6],
    a[6] * b[1] + a[7] * b[4] + a[8] * b[7],
    a[6] * b[2] + a[7] * b[5] + a[8] * b[8],
  ];
}

export const transpose = (a: Mat3): Mat3 => [a[0], a[3], a[6], a[1], a[4], a[7], a[2], a[5], a[8]];

export const apply = (a: Mat3, v: Vec3): Vec3 => [
  a[0] * v[0] + a[1] * v[1] + a[2] * v[2],
  a[3] * v[0] + a[4] * v[1] + a[5] * v[2],
  a[6] * v[0] + a[7] * v[1] + a[8] * v[2],
];

/** Rotations about one axis, counter-clockwise as seen against the axis (right-hand rule). */
export function rotationX(angle: Degrees): Mat3 {
  const c = Math.cos(angle * RAD);
  const s = Math.sin(angle * RAD);
  return [1, 0, 0, 0, c, -s, 0, s, c];
}

export function rotationY(angle: Degrees): Mat3 {
  const c = Math.cos(angle * RAD);
  const s = Math.sin(angle * RAD);
  return [c, 0, s, 0, 1, 0, -s, 0, c];
}

export function rotationZ(angle: Degrees): Mat3 {
  const c = Math.cos(angle * RAD);
  const s = Math.sin(angle * RAD);
  return [c, -s, 0, s, c, 0, 0, 0, 1];
}

/** Rotation about the direction of the vector by its length in degrees (Rodrigues' formula). */
export function fromRotationVector(x: Degrees, y: Degrees, z: Degrees): Mat3 {
  const angle = Math.hypot(x, y, z);
  if (angle < 1e-9) return [1, -z * RAD, y * RAD, z * RAD, 1, -x * RAD, -y * RAD, x * RAD, 1];
  const c = Math.cos(angle * RAD);
  const s = Math.sin(angle * RAD);
  const t = 1 - c;
  const a = x / angle;
  const b = y / angle;
  const d = z / angle;
  return [
    t * a * a + c,
    t * a * b - s * d,
    t * a * d + s * b,
    t * a * b + s * d,
    t * b * b + c,
    t * b * d - s * a,
    t * a * d - s * b,
    t * b * d + s * a,
    t * d * d + c,
  ];
}

/**
 * Rotation of the pelvis against the reference pose, about its own axes: R = Ry(twist) · Rx(tilt) · Rz(obliquity). The
 * rendered clips' truth uses the same definition.
 */
export interface PelvisRotation {
  /** About the long axis; positive turns the front to the person's left. */
  readonly twist: Degrees;
  /** About the left–right axis; positive tips the top of the pelvis forward (anterior tilt). */
  readonly tilt: Degrees;
  /** About the front–back axis; positive lifts the left hip towards the head. */
  readonly obliquity: Degrees;
}

export function pelvisRotation(r: Mat3): PelvisRotation {
  return {
    twist: Math.atan2(r[2], r[8]) / RAD,
    tilt: Math.asin(Math.max(-1, Math.min(1, -r[5]))) / RAD,
    obliquity: Math.atan2(r[3], r[4]) / RAD,
  };
}

/** The orientation mirrored at the person's mid-plane (left and right swapped). */
export const mirrored = (r: Mat3): Mat3 => [r[0], -r[1], -r[2], -r[3], r[4], r[5], -r[6], r[7], r[8]];

/** The shortest rotation from one direction to another: axis times degrees. */
export function shortestTurn(from: Vec3, to: Vec3): Vec3 {
  const axis = cross(from, to);
  const size = length(axis);
  return size < 1e-9 ? [0, 0, 0] : scale(axis, (Math.atan2(size, dot(from, to)) * DEG) / size);
}

/** Angle between two directions, 0…180. */
export const angleBetween = (a: Vec3, b: Vec3): Degrees =>
  Math.acos(Math.max(-1, Math.min(1, dot(unit(a), unit(b))))) / RAD;
