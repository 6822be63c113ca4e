import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { seededNormal } from '../made/noise.ts';
import { comparedSet, pelvisAgreement } from './pelvis-agreement.ts';
import { repeatedAgreement, studentQuantile } from './repeated-agreement.ts';
import { phoneSet, turning } from '../../tests/training/review/phone-set.ts';

describe('the t quantile', () => {
  // Table of Student's t, two-sided 95 % (Abramowitz and Stegun, table 26.10), three decimals.
  it.each([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [5, 2.571],
    [9, 2.262],
    [30, 2.042],
    [120, 1.98],
  ])('is right for %i degrees of freedom', (freedom, value) => {
    expect(studentQuantile(0.975, freedom)).toBeCloseTo(value, 2);
  });
});

/** Sets whose differences have this bias and these components; successive ones resemble each other by `likeness`. */
function madeSets(
  normal: () => number,
  {
    sets,
    each,
    bias = 1.2,
    between = 2,
    within = 3,
    likeness = 0,
  }: Readonly<Record<string, number>> & {
    readonly sets: number;
    readonly each: number;
  },
): readonly (readonly number[])[] {
  return Array.from({ length: sets }, () => {
    const own = bias + between * normal();
    let last = normal();
    return Array.from({ length: each }, () => {
      last = likeness * last + Math.sqrt(1 - likeness ** 2) * normal();
      return own + within * last;
    });
  });
}

describe('the agreement of many pairs in each set', () => {
  // 400 sets: the standard error of the bias is √(2² + 3²/60) / 20 = 0.1°, of a component about 4 % of it.
  it('recovers a known bias and known components from seeded data', () => {
    const found = repeatedAgreement(madeSets(seededNormal(11), { sets: 400, each: 60 }));
    expect(found).toMatchObject({ groups: 400, pairs: 24_000 });
    expect(Math.abs((found.bias ?? Number.NaN) - 1.2)).toBeLessThan(0.3);
    expect(Math.abs((found.between ?? Number.NaN) - 2)).toBeLessThan(0.25);
    expect(Math.abs((found.within ?? Number.NaN) - 3)).toBeLessThan(0.1);
    // t(399) · √(3² + 2²) = 7.1.
    expect(Math.abs((found.limits?.high ?? Number.NaN) - 8.3)).toBeLessThan(0.5);
  });

  it('has the same limits where the pairs of a set follow each other closely: only the components change', () => {
    const found = repeatedAgreement(madeSets(seededNormal(12), { sets: 400, each: 60, likeness: 0.95 }));
    expect(found.within).toBeLessThan(2.8);
    expect(found.between).toBeGreaterThan(2.2);
    expect(Math.abs(Math.hypot(found.within ?? 0, found.between ?? 0) - Math.hypot(2, 3))).toBeLessThan(0.25);
  });

  it('keeps what it promises: of five sets, at least 95 of 100 moments of a further set lie within the limits', () => {
    const normal = seededNormal(13);
    let inside = 0;
    for (let trial = 0; trial < 2000; trial += 1) {
      const [further = [], ...sets] = madeSets(normal, { sets: 6, each: 20, likeness: 0.9 });
      const { limits } = repeatedAgreement(sets);
      const next = further[0] ?? Number.NaN;
      if (limits && next >= limits.low && next <= limits.high) inside += 1;
    }
    expect(inside / 2000).toBeGreaterThanOrEqual(0.95);
  });

  it('counts each set once, however long it is, and is no surer by more moments of the same sets', () => {
    const sets = [
      [0, 2],
      [5, 7],
      [10, 12],
    ].map((ends) => [...ends, ...ends]);
    const longer = sets.map((set, index) => Array.from({ length: index === 2 ? 100 : 1 }, () => set).flat());
    expect(repeatedAgreement(longer).bias).toBeCloseTo(6, 9);
    expect(repeatedAgreement(longer).biasWithin).toBeCloseTo(repeatedAgreement(sets).biasWithin ?? Number.NaN, 9);
  });

  it('has the bias of one set and nothing else', () => {
    expect(repeatedAgreement([[1, 2, 3]])).toEqual({
      groups: 1,
      pairs: 3,
      bias: 2,
      biasWithin: null,
      within: 1,
      between: null,
      limits: null,
    });
  });

  it('is unknown without a set, and never 0', () => {
    const unknown = { bias: null, biasWithin: null, within: null, between: null, limits: null };
    expect(repeatedAgreement([])).toEqual({ groups: 0, pairs: 0, ...unknown });
    expect(repeatedAgreement([[], [Number.NaN]])).toEqual({ groups: 0, pairs: 0, ...unknown });
  });

  it('lets no number out that is not finite', () => {
    const any = fc.array(fc.array(fc.oneof(fc.double({ min: -90, max: 90 }), fc.constant(Number.POSITIVE_INFINITY))));
    fc.assert(
      fc.property(any, (groups) => {
        const { limits, ...rest } = repeatedAgreement(groups);
        for (const value of [...Object.values(rest), limits?.low ?? null, limits?.high ?? null])
          expect(value === null || Number.isFinite(value)).toBe(true);
      }),
    );
  });
});

const twistOf = (set: ReturnType<typeof phoneSet>) => comparedSet(set)?.moments.twist ?? [];

describe('the moments of a set that camera and phone both saw', () => {
  it('are those of valid frames within a phase, and an angle that the phone never showed has none', () => {
    const set = phoneSet('a', 20, turning(8, 0.5));
    const frames = set.frames.map((frame, index) => (index < 4 ? { ...frame, valid: false } : frame));
    const late = frames.map((frame, index) => (index < 39 ? frame : { ...frame, t: 999 }));
    const compared = comparedSet({ ...set, frames: late });
    expect(compared?.moments.twist).toHaveLength(35);
    expect(compared?.moments.tilt).toHaveLength(35);
    expect(compared?.moments.obliquity).toEqual([]);
  });

  it('are counted from the working leg: the same way on both sides, where left and right are mirrored', () => {
    const left = twistOf(phoneSet('a', 20, () => turning(8, 0.5, 1)(1)));
    const right = twistOf(phoneSet('b', 20, () => turning(-8, 0.5, -1)(1), { side: 'right' }));
    expect(right).toEqual(left);
    expect(comparedSet(phoneSet('b', 20, turning(8, 0.5), { side: 'right' }))?.moments.tilt[0]).toEqual({
      camera: 0,
      phone: 1,
    });
  });

  it('say nothing in fewer than ten, without a phone, in a demo, or where no number is finite', () => {
    expect(comparedSet(phoneSet('a', 4.5, turning(8, 0.5)))).toBeNull();
    expect(comparedSet(phoneSet('a', 20, turning(8, 0.5), { phone: undefined }))).toBeNull();
    const { source } = phoneSet('a', 20, turning(8, 0.5));
    expect(comparedSet(phoneSet('a', 20, turning(8, 0.5), { source: { ...source, kind: 'demo' } }))).toBeNull();
    expect(comparedSet(phoneSet('a', 20, turning(Number.NaN, 0.5)))?.moments.twist).toEqual([]);
  });
});

describe('the agreement of camera and phone', () => {
  it('is camera minus phone by set, and tells how much of a large turn the camera reads', () => {
    const sets = [1, 2, 3].map((off) => twistOf(phoneSet(`s${off}`, 60, turning(0, 1, off))));
    expect(pelvisAgreement(sets)).toMatchObject({ groups: 3, pairs: 360, bias: 2, read: null });
    const weak = [1, 2, 3].map((id) => twistOf(phoneSet(`s${id}`, 60, turning(12, 0.4))));
    expect(pelvisAgreement(weak).read).toBeCloseTo(0.4, 9);
  });

  it('is unknown without a set', () => {
    expect(pelvisAgreement([])).toMatchObject({ groups: 0, bias: null, limits: null, read: null });
  });
});
