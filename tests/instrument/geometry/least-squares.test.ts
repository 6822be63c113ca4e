import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  invertSymmetric,
  minimise,
  normalEquations,
  type Problem,
  solveSymmetric,
  similarity,
} from '../../../src/instrument/geometry/least-squares.ts';
import type { PicturePoint } from '../../../src/instrument/geometry/picture-points.ts';

const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });

function problem(size: number, count: number, residuals: Problem['residuals'], more: Partial<Problem> = {}): Problem {
  return {
    residuals,
    count,
    pairs: 0,
    huber: 2,
    steps: new Float64Array(size).fill(1e-6),
    limits: new Float64Array(size).fill(1e6),
    iterations: 60,
    ...more,
  };
}

/** Twenty pairs (x, y) that lie on (a + t, b + 2t), each with sd 1; `spoil` moves some of them. */
function pairs(a: number, b: number, spoil: (i: number) => readonly [number, number]): Problem {
  const residuals = (p: Float64Array, out: Float64Array): void => {
    for (let i = 0; i < 20; i++) {
      const [dx, dy] = spoil(i);
      out[2 * i] = (p[0] ?? 0) + i - (a + i + dx);
      out[2 * i + 1] = (p[1] ?? 0) + 2 * i - (b + 2 * i + dy);
    }
  };
  return problem(2, 40, residuals, { pairs: 20 });
}

describe('damped least squares', () => {
  it('finds the line that the points lie on', () => {
    fc.assert(
      fc.property(between(-5, 5), between(-5, 5), (slope, offset) => {
        const line = problem(2, 12, (p, out) => {
          for (let i = 0; i < 12; i++) out[i] = (p[0] ?? 0) * i + (p[1] ?? 0) - (slope * i + offset);
        });
        const { parameters, cost } = minimise(line, Float64Array.of(0, 0));
        // The iteration stops once a step gains less than a thousandth of a squared standard deviation.
        expect(parameters[0]).toBeCloseTo(slope, 2);
        expect(parameters[1]).toBeCloseTo(offset, 1);
        expect(cost).toBeLessThan(0.01);
      }),
    );
  });

  it('never ends at a higher cost than at its start', () => {
    fc.assert(
      fc.property(fc.array(between(-9, 9), { minLength: 2, maxLength: 2 }), (from) => {
        const banana = problem(2, 2, (p, out) => {
          out[0] = 10 * ((p[1] ?? 0) - (p[0] ?? 0) ** 2);
          out[1] = 1 - (p[0] ?? 0);
        });
        const start = Float64Array.from(from);
        const r = new Float64Array(2);
        banana.residuals(start, r);
        expect(minimise(banana, start).cost).toBeLessThanOrEqual((r[0] ?? 0) ** 2 + (r[1] ?? 0) ** 2);
      }),
    );
  });

  it('does not change its start point, and moves no parameter beyond its limit in one iteration', () => {
    const far = problem(1, 1, (p, out) => void (out[0] = (p[0] ?? 0) - 100), {
      limits: Float64Array.of(3),
      iterations: 1,
    });
    const start = Float64Array.of(0);
    expect(minimise(far, start).parameters[0]).toBe(3);
    expect(start[0]).toBe(0);
  });

  it('is hardly moved by one outlier among twenty picture points', () => {
    const wild = pairs(4, -3, (i) => (i === 7 ? [500, -500] : [0, 0]));
    const { parameters } = minimise(wild, Float64Array.of(0, 0));
    // Plain least squares would be off by 500/20 = 25; a Huber pair pulls with at most 2 of 20 standard deviations.
    expect(Math.abs((parameters[0] ?? 0) - 4)).toBeLessThan(0.2);
    expect(Math.abs((parameters[1] ?? 0) + 3)).toBeLessThan(0.2);
  });

  it('weights x and y of a picture point together: an outlier in x counts less in y as well', () => {
    const wild = pairs(0, 0, (i) => (i === 0 ? [1000, 1] : [0, 0]));
    const start = Float64Array.of(0, 0);
    const r = new Float64Array(40);
    wild.residuals(start, r);
    const { gradient } = normalEquations(wild, start, r);
    expect(Math.abs(gradient[1] ?? 1)).toBeLessThan(0.01);
  });

  it('gives a point within the Huber length its full weight', () => {
    const near = pairs(0, 0, (i) => (i === 0 ? [1.9, 0] : [0, 0]));
    const { parameters } = minimise(near, Float64Array.of(0, 0));
    expect(parameters[0]).toBeCloseTo(1.9 / 20, 3);
  });
});

describe('the covariance', () => {
  it('of a linear problem is (XᵀX)⁻¹', () => {
    const xs = [0, 1, 2, 3, 5, 8];
    const line = problem(2, xs.length, (p, out) => {
      xs.forEach((x, i) => {
        out[i] = ((p[0] ?? 0) * x + (p[1] ?? 0) - 2 * x) / 0.5;
      });
    });
    const at = Float64Array.of(2, 0);
    const r = new Float64Array(xs.length);
    line.residuals(at, r);
    const covariance = invertSymmetric(normalEquations(line, at, r).matrix, 2);
    const n = xs.length;
    const sum = xs.reduce((a, b) => a + b, 0);
    const squares = xs.reduce((a, b) => a + b * b, 0);
    const det = n * squares - sum * sum;
    const expected = [n, -sum, -sum, squares].map((v) => (v / det) * 0.25);
    expected.forEach((v, i) => expect(covariance?.[i]).toBeCloseTo(v, 6));
  });
});

describe('a matrix', () => {
  it.each([
    ['of zeros', [0, 0, 0, 0]],
    ['with two equal rows', [1, 1, 1, 1]],
    ['that is not positive definite', [1, 0, 0, -1]],
  ] as const)('%s has no solution and no inverse', (_, values) => {
    const matrix = Float64Array.from(values);
    expect(solveSymmetric(matrix, Float64Array.of(1, 1))).toBeNull();
    expect(invertSymmetric(matrix, 2)).toBeNull();
  });

  it('that is singular ends the search at its start, without an exception', () => {
    const blind = problem(2, 2, (_, out) => void out.fill(3));
    expect([...minimise(blind, Float64Array.of(1, 2)).parameters]).toEqual([1, 2]);
  });
});

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
