import type { Vec3 } from './rotation.ts';
import { median } from './statistics.ts';
import type { Degrees, Metres, Pixels, Share } from './units.ts';
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

/** Vector from the right to the left joint. */
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

/** Rotation and scale in the picture, as the complex number a + ib: its length is the factor, its angle the turn. */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  /** Share of the points' squared displacements against their centroid that rotation and scale leave. */
  readonly unexplained: Share;
}

/**
 * Least-squares rotation and scale that carry one set of points onto another about their centroids. Null if the first
 * set is a single place.
 */
export function similarity(from: readonly PicturePoint[], to: readonly PicturePoint[]): Similarity | null {
  const [fm, tm] = [centroid(from), centroid(to)];
  let [along, across, size, sizeAfter, moved] = [0, 0, 0, 0, 0];
  from.forEach((p, i) => {
    const [x, y] = vectorBetween(fm, p);
    const [u, v] = vectorBetween(tm, to[i] ?? tm);
    along += x * u + y * v;
    across += x * v - y * u;
    size += x * x + y * y;
    sizeAfter += u * u + v * v;
    moved += (u - x) ** 2 + (v - y) ** 2;
  });
  if (size === 0) return null;
  const left = Math.max(0, sizeAfter - (along ** 2 + across ** 2) / size);
  return { a: along / size, b: across / size, unexplained: moved > 0 ? left / moved : 0 };
}

const centroid = (points: readonly PicturePoint[]): PicturePoint => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
];

/**
 * Place and direction of the laptop's lens. ROOM AXES, used everywhere in the instrument: metres; x to the right in the
 * picture, y up from the floor, z towards the lens (right-handed). The lens stands at (0, height, 0) and looks along
 * −z, pitched up (positive) or down (negative) and rolled about its line of sight.
 */
export interface LensPlace {
  readonly height: Metres;
  readonly pitch: Degrees;
  readonly roll: Degrees;
  /** Focal length over the picture's width. A usual webcam has 0.77: 66° across. */
  readonly focal: number;
}

export interface PinholeCamera {
  readonly focalPixels: Pixels;
  readonly place: Vec3;
  /**
   * Projects a room point: x, y in pixels (origin top left, y down), and its depth along the line of sight in metres.
   */
  project(point: Vec3): Vec3;
  /** The room vector, parallel to the picture, that moves a point at this depth by (dx, dy) pixels. */
  shift(dx: Pixels, dy: Pixels, depth: Metres): Vec3;
  /** Room direction of the line of sight through a pixel. Its component along the optical axis is 1. */
  ray(x: Pixels, y: Pixels): Vec3;
}

/** Points nearer than this, or behind the lens, are projected as if they had this depth. */
const NEAREST: Metres = 0.2;

/**
 * @param width of the picture, pixels
 * @param height of the picture, pixels
 */
export function pinholeCamera(lens: LensPlace, width: number, height: number): PinholeCamera {
  const f = lens.focal * width;
  const cp = Math.cos((lens.pitch * Math.PI) / 180);
  const sp = Math.sin((lens.pitch * Math.PI) / 180);
  const cr = Math.cos((lens.roll * Math.PI) / 180);
  const sr = Math.sin((lens.roll * Math.PI) / 180);
  return {
    focalPixels: f,
    place: [0, lens.height, 0],
    project([x, py, z]) {
      const y = py - lens.height;
      const depth = Math.max(NEAREST, y * sp - z * cp);
      const up = y * cp + z * sp;
      const u = cr * x + sr * up;
      const v = cr * up - sr * x;
      return [width / 2 + (f * u) / depth, height / 2 - (f * v) / depth, depth];
    },
    shift(dx, dy, depth) {
      const u = (dx * depth) / f;
      const v = (-dy * depth) / f;
      const x = cr * u - sr * v;
      const up = sr * u + cr * v;
      return [x, up * cp, up * sp];
    },
    ray(px, py) {
      const u = (px - width / 2) / f;
      const v = -(py - height / 2) / f;
      const x = cr * u - sr * v;
      const up = sr * u + cr * v;
      return [x, sp + up * cp, -cp + up * sp];
    },
  };
}
