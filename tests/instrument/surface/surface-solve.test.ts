import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import {
  type MotionPrior,
  type MotionVector,
  motionOf,
  priorCost,
  type Observation,
  solveMotion,
  STILL_VECTOR,
} from '../../../src/instrument/surface/surface-solve.ts';
import { seededNormal } from '../support/noise.ts';
import { liftBy, trunkScene, twistBy } from '../support/synthetic-trunk.ts';

const DEG = 180 / Math.PI;
const scene = trunkScene();
const { cylinder, hinge } = scene;
/** So wide that it does not pull: for tests of the solution itself. */
const LOOSE: MotionPrior = { sd: [5, 5, 5, 1, 1, 1], hinge: null };
/** The prior of the supine sleeper. */
const SUPINE: MotionPrior = { sd: [10 / DEG, 20 / DEG, 4 / DEG, 0.01, 0.01, 0.03], hinge };

/** Points on the whole near side of the lower trunk. */
const spots: readonly Vec3[] = Array.from({ length: 60 }, (_, i) => {
  const around = -1.1 + (2.2 * (i % 10)) / 9;
  return [0.17 * Math.sin(around), 0.02 * Math.floor(i / 10) + 0.01, 0.11 * Math.cos(around)];
});

function observations(
  motion: MotionVector,
  off: (i: number) => readonly [number, number] = () => [0, 0],
): Observation[] {
  return spots.map((body, i) => {
    const [x, y] = cylinder.project(body, motionOf(motion, body[1]));
    const [dx, dy] = off(i);
    return { body, x: x + dx, y: y + dy, information: [2, 0, 2] };
  });
}

const solve = (seen: readonly Observation[], prior = LOOSE, lift = 0) =>
  solveMotion(cylinder, seen, STILL_VECTOR, prior, lift);

describe('the motion of the trunk', () => {
  it.each([[[0, 0.2, 0, 0, 0, 0]], [[0.05, -0.15, 0.04, 0.01, -0.01, 0.03]], [[0, 0, 0, 0, 0, 0]]] as const)(
    'is recovered from perfect observations',
    (motion) => {
      const found = solve(observations(motion));
      // A thousandth of a degree, a hundredth of a millimetre.
      motion.forEach((v, k) => expect(Math.abs((found?.vector[k] ?? NaN) - v)).toBeLessThan(2e-4));
      expect(Math.max(...(found?.misfit ?? [NaN]))).toBeLessThan(0.05);
    },
  );

  it('is not changed by a third of the points that move with something else', () => {
    const found = solve(
      observations(twistBy(12), (i) => (i % 3 === 0 ? [14, -9] : [0, 0])),
      SUPINE,
    );
    expect(Math.abs((found?.vector[1] ?? NaN) * DEG - 12)).toBeLessThan(1.5);
    expect([...(found?.misfit ?? [])].filter((m) => m > 3)).toHaveLength(20);
  });

  it('has a standard deviation that matches the scatter under noise', () => {
    const normal = seededNormal(21);
    const errors = Array.from({ length: 40 }, () => {
      const found = solve(
        observations(twistBy(5), () => [0.7 * normal(), 0.7 * normal()]),
        SUPINE,
      );
      return ((found?.vector[1] ?? NaN) * DEG - 5) / ((found?.sd[1] ?? NaN) * DEG);
    });
    const spread = Math.sqrt(errors.reduce((s, e) => s + e * e, 0) / errors.length);
    // Each point counts one third because windows overlap: with independent noise the band is too wide by about √3,
    // never too narrow.
    expect(spread).toBeGreaterThan(0.3);
    expect(spread).toBeLessThan(1.1);
  });

  it('is that of the prior without observations', () => {
    const nothing = solve([], SUPINE);
    expect(nothing?.vector.every((v) => Math.abs(v) < 1e-9)).toBe(true);
    nothing?.sd.forEach((sd, k) => expect(sd).toBeGreaterThan(0.9 * (SUPINE.sd[k] ?? NaN)));
  });
});

describe('the prior', () => {
  it('costs nothing for a still trunk, and the cost of the lift alone for a lift about resting shoulders', () => {
    expect(priorCost(SUPINE, 0, STILL_VECTOR)).toBe(0);
    expect(priorCost(SUPINE, 0, liftBy(scene, 0.03))).toBeCloseTo(1, 9);
    expect(priorCost(SUPINE, 0.03, liftBy(scene, 0.03))).toBeCloseTo(0, 9);
    expect(priorCost(SUPINE, 0, twistBy(20))).toBeCloseTo(1, 9);
  });

  it('is centred on the lift that the landmarks show', () => {
    const found = solve([], SUPINE, 0.04);
    expect(found?.vector[5]).toBeCloseTo(0.04, 6);
    expect(found?.vector[0]).toBeCloseTo(-0.04 / hinge, 6);
  });

  it('pulls an uncertain motion towards rest and never past it', () => {
    const few = observations(twistBy(15)).slice(0, 6);
    const loose = (solve(few)?.vector[1] ?? NaN) * DEG;
    const held = (solve(few, SUPINE)?.vector[1] ?? NaN) * DEG;
    expect(loose).toBeCloseTo(15, 1);
    expect(held).toBeGreaterThan(0);
    expect(held).toBeLessThan(16);
  });
});
