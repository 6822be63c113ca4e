import { JOINT_LANDMARKS } from '../input/landmarks.ts';
import type { Pixels } from './units.ts';

/** A place in a picture, or a way in it, y down. */
export type PicturePoint = readonly [x: Pixels, y: Pixels];

type Joint = 'shoulder' | 'hip' | 'knee' | 'ankle';

/** @param points 33 × (x, y) */
export const landmarkAt = (points: ArrayLike<Pixels>, landmark: number): PicturePoint => [
  points[2 * landmark] ?? 0,
  points[2 * landmark + 1] ?? 0,
];

export const wayBetween = (from: PicturePoint, to: PicturePoint): PicturePoint => [to[0] - from[0], to[1] - from[1]];

export const pixelsApart = (a: PicturePoint, b: PicturePoint): Pixels => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Half way between left and right, which stays where it is when a model takes one for the other. */
export function midJoint(points: ArrayLike<Pixels>, joint: Joint): PicturePoint {
  const { left, right } = JOINT_LANDMARKS;
  const [a, b] = [landmarkAt(points, left[joint]), landmarkAt(points, right[joint])];
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

/** From right to left. */
export const acrossJoint = (points: ArrayLike<Pixels>, joint: Joint): PicturePoint =>
  wayBetween(landmarkAt(points, JOINT_LANDMARKS.right[joint]), landmarkAt(points, JOINT_LANDMARKS.left[joint]));
