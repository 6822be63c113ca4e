import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinholeCamera } from '../../../src/instrument/geometry/pinhole-camera.ts';
import { add, cross, dot, scale, unit, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';

const WIDTH = 960;
const HEIGHT = 540;
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const lens = fc.record({
  height: between(0.2, 2),
  pitch: between(-60, 20),
  roll: between(-15, 15),
  focal: between(0.5, 1.3),
});
const pixel = fc.tuple(between(0, WIDTH), between(0, HEIGHT));
/** Pixels; rounding alone. */
const EXACT = 1e-6;
const level = { height: 1.2, pitch: 0, roll: 0, focal: 0.77 };
const seen = (l: typeof level, point: Vec3) => pinholeCamera(l, WIDTH, HEIGHT).project(point);

describe('a pinhole camera', () => {
  it('projects every point on a pixel’s line of sight to that pixel', () => {
    fc.assert(
      fc.property(lens, pixel, between(0.3, 8), (l, [x, y], depth) => {
        const camera = pinholeCamera(l, WIDTH, HEIGHT);
        const [px, py, far] = camera.project(add(camera.place, scale(camera.ray(x, y), depth)));
        expect(Math.abs(px - x)).toBeLessThan(EXACT);
        expect(Math.abs(py - y)).toBeLessThan(EXACT);
        expect(far).toBeCloseTo(depth, 9);
      }),
    );
  });

  it('projects a shifted point exactly those pixels away, at the same depth', () => {
    fc.assert(
      fc.property(lens, pixel, between(0.3, 8), between(-80, 80), between(-80, 80), (l, [x, y], depth, dx, dy) => {
        const camera = pinholeCamera(l, WIDTH, HEIGHT);
        const point = add(camera.place, scale(camera.ray(x, y), depth));
        const [px, py, far] = camera.project(add(point, camera.shift(dx, dy, depth)));
        expect(Math.abs(px - x - dx)).toBeLessThan(EXACT);
        expect(Math.abs(py - y - dy)).toBeLessThan(EXACT);
        expect(far).toBeCloseTo(depth, 9);
      }),
    );
  });

  it('has orthogonal right, up and forward axes and projects along them', () => {
    fc.assert(
      fc.property(lens, between(-1, 1), between(-1, 1), between(0.5, 6), (l, a, b, depth) => {
        const camera = pinholeCamera(l, WIDTH, HEIGHT);
        const { place, focalPixels } = camera;
        const right = unit(camera.shift(1, 0, 1));
        const up = unit(camera.shift(0, -1, 1));
        const forward = camera.ray(WIDTH / 2, HEIGHT / 2);
        for (const [u, v] of [
          [right, up],
          [right, forward],
          [up, forward],
        ] as const)
          expect(dot(u, v)).toBeCloseTo(0, 12);
        cross(right, up).forEach((v, i) => expect(v).toBeCloseTo(-(forward[i] ?? NaN), 12));
        const point = add(add(place, scale(right, a)), add(scale(up, b), scale(forward, depth)));
        const [x, y, far] = camera.project(point);
        expect(x).toBeCloseTo(WIDTH / 2 + (focalPixels * a) / depth, 6);
        expect(y).toBeCloseTo(HEIGHT / 2 - (focalPixels * b) / depth, 6);
        expect(far).toBeCloseTo(depth, 9);
      }),
    );
  });

  it('looks down at a negative pitch: points level with the lens rise in the picture', () => {
    const ahead: Vec3 = [0, level.height, -2];
    expect(seen(level, ahead)[1]).toBeCloseTo(HEIGHT / 2, 9);
    expect(seen({ ...level, pitch: -20 }, ahead)[1]).toBeLessThan(HEIGHT / 2 - 100);
    expect(seen({ ...level, pitch: 20 }, ahead)[1]).toBeGreaterThan(HEIGHT / 2 + 100);
  });

  it('lowers the right side of the picture for a positive roll', () => {
    const right: Vec3 = [0.5, level.height, -2];
    expect(seen({ ...level, roll: 10 }, right)[1]).toBeGreaterThan(HEIGHT / 2 + 20);
    expect(seen({ ...level, roll: -10 }, right)[1]).toBeLessThan(HEIGHT / 2 - 20);
  });

  it('projects points behind the lens to finite places', () => {
    const place = seen(level, [0.3, 1, 1]);
    expect(place.every(Number.isFinite)).toBe(true);
    expect(place[2]).toBeGreaterThan(0);
  });
});
