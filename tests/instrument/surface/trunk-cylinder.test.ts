import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apply, pelvisRotation } from '../../../src/instrument/geometry/rotation.ts';
import { type MotionVector, motionOf, STILL_VECTOR } from '../../../src/instrument/surface/surface-solve.ts';
import { trunkScene, twistBy } from '../support/synthetic-trunk.ts';

const { cylinder, plan, area } = trunkScene();
const size = plan.subjectHeight / 1.72;
const still = motionOf(STILL_VECTOR);
const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
const motion: fc.Arbitrary<MotionVector> = fc.tuple(
  between(-0.3, 0.3),
  between(-0.4, 0.4),
  between(-0.2, 0.2),
  between(-0.04, 0.04),
  between(-0.04, 0.04),
  between(-0.04, 0.06),
);

describe('a line of sight that meets the trunk', () => {
  it('meets it where it is seen, however the trunk has moved', () => {
    fc.assert(
      fc.property(motion, between(area.left, area.right), between(area.top, area.bottom), (vector, x, y) => {
        const hit = cylinder.meet(cylinder.rayOf(x, y), motionOf(vector));
        if (!hit) return;
        const [px, py] = cylinder.project(hit.point, motionOf(vector));
        expect(Math.hypot(px - x, py - y)).toBeLessThan(1e-6);
        expect(Math.hypot(hit.point[0] / (0.17 * size), hit.point[2] / (0.11 * size))).toBeCloseTo(1, 9);
      }),
    );
  });

  it('meets the near side, more frontally in the middle than at the edge', () => {
    const [x, y] = cylinder.project([0, 0.08, 0.11 * size], still);
    const middle = cylinder.meet(cylinder.rayOf(x, y), still);
    expect(middle?.point[1]).toBeCloseTo(0.08, 6);
    expect(middle?.facing).toBeGreaterThan(0.4);
    const facings = Array.from({ length: 40 }, (_, i) => cylinder.meet(cylinder.rayOf(x, y + i), still)?.facing);
    for (const facing of facings) if (facing !== undefined) expect(facing).toBeGreaterThanOrEqual(0);
  });

  it('misses beside the trunk', () => {
    expect(cylinder.meet(cylinder.rayOf(5, 5), still)).toBeNull();
  });
});

describe('a motion of the trunk', () => {
  it('is a right-handed twist about the long axis: the front goes to the left', () => {
    const [x] = apply(motionOf(twistBy(12)).rotation, [0, 0, 0.1]);
    expect(x).toBeCloseTo(0.1 * Math.sin((12 * Math.PI) / 180), 9);
  });

  it('is followed by the surface up to the iliac crests and less towards the chest', () => {
    const turned = twistBy(12);
    const share = (above: number) => pelvisRotation(motionOf(turned, above).rotation).twist / 12;
    for (const above of [-0.1, 0, 0.05]) expect(share(above)).toBeCloseTo(1, 9);
    expect(share(0.175)).toBeCloseTo(0.5, 9);
    for (const above of [0.3, 0.6]) expect(share(above)).toBeCloseTo(0, 9);
  });

  it('never puts a point behind the lens', () => {
    expect(cylinder.project([0, 0, -50], still)[2]).toBeGreaterThan(0);
    expect(cylinder.project([0, 0, 50], still).every(Number.isFinite)).toBe(true);
  });
});
