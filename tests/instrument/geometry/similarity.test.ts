import { describe, expect, it } from 'vitest';
import { similarity } from '../../../src/instrument/geometry/least-squares.ts';
import type { PicturePoint } from '../../../src/instrument/geometry/picture-points.ts';

const POINTS: readonly PicturePoint[] = [
  [10, 20],
  [110, 30],
  [60, 140],
  [-40, 70],
];
/** Turned by 30°, 1.5 times as large, and elsewhere. */
const [C, S] = [1.5 * Math.cos(Math.PI / 6), 1.5 * Math.sin(Math.PI / 6)];
const carried = POINTS.map(([x, y]): PicturePoint => [C * x - S * y + 7, S * x + C * y - 300]);

describe('the rotation and scale between two sets of points', () => {
  it('are found whatever the shift, and leave nothing unexplained', () => {
    const found = similarity(POINTS, carried);
    expect(found?.a).toBeCloseTo(C, 9);
    expect(found?.b).toBeCloseTo(S, 9);
    expect(found?.unexplained).toBeCloseTo(0, 9);
  });

  it('leave a point that moved by itself unexplained', () => {
    const one = POINTS.map(([x, y], i): PicturePoint => (i === 0 ? [x + 30, y] : [x, y]));
    expect(similarity(POINTS, one)?.unexplained).toBeGreaterThan(0.4);
  });

  it('explain a set that has not moved, and cannot be told of a single place', () => {
    expect(similarity(POINTS, POINTS)).toEqual({ a: 1, b: 0, unexplained: 0 });
    expect(similarity([[5, 5]], [[7, 9]])).toBeNull();
  });
});
