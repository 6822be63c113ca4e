import { median } from './statistics.ts';
import type { Pixels, Share } from './units.ts';
import { JOINT_LANDMARKS } from '../input/landmarks.ts';

/** A point of a picture, or a vector between two points: x right, y down. */
export type PicturePoint = readonly [x: Pixels, y: Pixels];

type Joint = 'shoulder' | 'hip' | 'knee' | 'ankle';

/** @param points 33 × (x, y), pixels */
export const landmarkAt = (points: ArrayLike<Pixels>, landmark: number): PicturePoint => [
  points[2 * landmark] ?? 0,
  points[2 * landmark + 1] ?? 0,
];

export const vectorBetween = (from: PicturePoint, to: PicturePoint): PicturePoint => [to[0] - from[0], to[1] - from[1]];

/** The point that lies this share of the way from one to the other. */
export const pointTowards = ([x, y]: PicturePoint, [u, v]: PicturePoint, share: Share): PicturePoint => [
  x + share * (u - x),
  y + share * (v - y),
];

export const pixelDistance = (a: PicturePoint, b: PicturePoint): Pixels => Math.hypot(a[0] - b[0], a[1] - b[1]);

/** Median of each coordinate; [0, 0] of none. */
export const medianPoint = (points: readonly PicturePoint[]): PicturePoint => [
  median(points.map(([x]) => x)) ?? 0,
  median(points.map(([, y]) => y)) ?? 0,
];

/** Mid-point between the left and the right joint. It does not change when the pose model swaps left and right. */
export function midJoint(points: ArrayLike<Pixels>, joint: Joint): PicturePoint {
  const { left, right } = JOINT_LANDMARKS;
  const [a, b] = [landmarkAt(points, left[joint]), landmarkAt(points, right[joint])];
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

export const rightToLeft = (points: ArrayLike<Pixels>, joint: Joint): PicturePoint =>
  vectorBetween(landmarkAt(points, JOINT_LANDMARKS.right[joint]), landmarkAt(points, JOINT_LANDMARKS.left[joint]));

/**
 * How far one end of a line across the body has moved against the other end. The smaller value of both directions,
 * because the pose model sometimes swaps left and right.
 */
export function turnOfLine(points: ArrayLike<Pixels>, start: ArrayLike<Pixels>, part: 'hip' | 'shoulder'): Pixels {
  const [[x, y], before] = [rightToLeft(points, part), rightToLeft(start, part)];
  return Math.min(pixelDistance([x, y], before), pixelDistance([-x, -y], before));
}
