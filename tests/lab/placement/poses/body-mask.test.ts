import { describe, expect, it } from 'vitest';
import { isNearFree, maskOf, projectAll } from './body-mask.ts';
import type { CameraView } from '../../motion/performance.ts';

/** Looks along −z from two metres away; 100 pixels are a metre there. */
const view: CameraView = {
  eye: [0, 1, 2],
  target: [0, 1, 1],
  yaw: 180,
  pitch: 0,
  focalLength: 200,
  width: 100,
  height: 80,
};

const count = (covered: Uint8Array) => covered.reduce((sum, pixel) => sum + pixel, 0);

/** Two triangles that form a square of 40 × 40 pixels in the middle. */
const square = Float32Array.from([30, 20, 70, 20, 70, 60, 30, 60]);
const twoTriangles = Uint32Array.from([0, 1, 2, 0, 2, 3]);

describe('the mask of a body', () => {
  it('is projected as by a pinhole camera: right is right, up is up', () => {
    const points = projectAll(view, Float32Array.from([0, 1, 0, 0.2, 1.3, 0]), 0);
    expect([...points]).toEqual([50, 40, expect.closeTo(70, 3), expect.closeTo(10, 3)]);
  });

  it('includes the lift of the body to the floor of the room', () => {
    const points = projectAll(view, Float32Array.from([0, 0.6, 0]), 0.4);
    expect(points[1]).toBeCloseTo(40, 3);
  });

  it('covers exactly the pixels inside', () => {
    const mask = maskOf(square, twoTriangles, view);
    expect(count(mask.covered)).toBe(1600);
    expect(mask.covered[40 * 100 + 50]).toBe(1);
    expect(mask.covered[40 * 100 + 29]).toBe(0);
  });

  it('does not depend on the orientation of the triangles', () => {
    const turned = maskOf(square, Uint32Array.from([2, 1, 0, 3, 2, 0]), view);
    expect(count(turned.covered)).toBe(1600);
  });

  it('leaves out parts outside the picture and behind the lens', () => {
    const half = maskOf(Float32Array.from([-40, -40, 10, -40, 10, 10, -40, 10]), twoTriangles, view);
    expect(count(half.covered)).toBe(100);
    const behind = projectAll(view, Float32Array.from([0, 1, 3, 1, 1, 0, 0, 2, 0]), 0);
    expect(count(maskOf(behind, Uint32Array.from([0, 1, 2]), view).covered)).toBe(0);
  });

  it('finds pixels near the background', () => {
    const mask = maskOf(square, twoTriangles, view);
    expect(isNearFree(mask, 31, 40, 3)).toBe(true);
    expect(isNearFree(mask, 50, 40, 3)).toBe(false);
  });

  it('does not count the edge of the picture as background', () => {
    const whole = maskOf(Float32Array.from([-9, -9, 200, -9, 200, 200, -9, 200]), twoTriangles, view);
    expect(isNearFree(whole, 0, 0, 3)).toBe(false);
  });
});
