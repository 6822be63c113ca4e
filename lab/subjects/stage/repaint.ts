import { type Camera, Vector3 } from 'three';
import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';

/** Left, top, right and bottom edge, pixels from the top left corner. */
export type PixelBox = readonly [number, number, number, number];

/** Pixels added on each side, because only some points of the body are sampled. */
const MARGIN = 14;

/**
 * The part of the picture that covers the given points; the whole picture when a point is beside or behind the camera.
 */
export function boxAround(points: Iterable<Vec3>, camera: Camera, width: number, height: number): PixelBox {
  const corner = new Vector3();
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (const point of points) {
    corner.set(point[0], point[1], point[2]).project(camera);
    if (corner.z > 1) return [0, 0, width, height];
    const x = (corner.x * 0.5 + 0.5) * width;
    const y = (0.5 - corner.y * 0.5) * height;
    left = Math.min(left, x);
    right = Math.max(right, x);
    top = Math.min(top, y);
    bottom = Math.max(bottom, y);
  }
  return [
    Math.max(0, Math.floor(left - MARGIN)),
    Math.max(0, Math.floor(top - MARGIN)),
    Math.min(width, Math.ceil(right + MARGIN)),
    Math.min(height, Math.ceil(bottom + MARGIN)),
  ];
}

export const boxOfBoth = (a: PixelBox, b: PixelBox): PixelBox => [
  Math.min(a[0], b[0]),
  Math.min(a[1], b[1]),
  Math.max(a[2], b[2]),
  Math.max(a[3], b[3]),
];
