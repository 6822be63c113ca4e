import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, type ComparedPair, comparedPairs, gainsOf } from '../../../src/training/self-check/agreement.ts';
import { studentQuantile } from '../../../lab/accuracy/repeated-agreement.ts';
import { makePosition } from './make-check.ts';

const pair = (app: number, own: number, band = 4): ComparedPair => ({ app, own, band });

describe('the agreement of five pairs', () => {
  // Differences 1, 3, 2, 4, 0: mean 2, standard deviation √2.5.
  const five = [pair(11, 10), pair(18, 15), pair(22, 20), pair(29, 25), pair(30, 30)];

  it('has the mean difference as its bias, positive where the app reads too much', () => {
    expect(agreementOf(five).bias).toBeCloseTo(2, 9);
  });

  it('has limits of bias ± t · SD · √(1 + 1/n)', () => {
    const half = 2.7764451 * Math.sqrt(2.5) * Math.sqrt(1.2);
    const { limits } = agreementOf(five);
    expect(limits?.low).toBeCloseTo(2 - half, 5);
    expect(limits?.high).toBeCloseTo(2 + half, 5);
  });

  it.each([3, 4, 5])('takes the quantile of Student’s t for %i pairs', (n) => {
    // Differences 0 to n − 1, whose variance is n(n + 1) / 12.
    const pairs = Array.from({ length: n }, (_, index) => pair(10 + index, 10));
    const half = studentQuantile(0.975, n - 1) * Math.sqrt((n * (n + 1)) / 12) * Math.sqrt(1 + 1 / n);
    expect(agreementOf(pairs).limits?.high).toBeCloseTo((n - 1) / 2 + half, 8);
  });
});

describe('the agreement of few pairs', () => {
  it('has a bias but no limits of two', () => {
    const two = agreementOf([pair(10, 8), pair(20, 16)]);
    expect(two).toEqual({ pairs: 2, bias: 3, limits: null });
  });

  it('is unknown without a pair, and never 0', () => {
    expect(agreementOf([])).toEqual({ pairs: 0, bias: null, limits: null });
  });
});

const anyPairs = fc.array(
  fc.record({
    app: fc.double({ min: -60, max: 90, noNaN: true }),
    own: fc.double({ min: -60, max: 90, noNaN: true }),
    band: fc.double({ min: 0, max: 20, noNaN: true }),
  }),
  { minLength: 3, maxLength: 5 },
);

it('moves with the app: a constant added to every reading moves bias and limits and nothing else', () => {
  fc.assert(
    fc.property(anyPairs, fc.double({ min: -20, max: 20, noNaN: true }), (given, by) => {
      const [before, after] = [agreementOf(given), agreementOf(given.map((one) => ({ ...one, app: one.app + by })))];
      expect(after.bias).toBeCloseTo((before.bias ?? Number.NaN) + by, 6);
      expect(after.limits?.low).toBeCloseTo((before.limits?.low ?? Number.NaN) + by, 4);
    }),
  );
});

it('keeps what it promises: about 95 of 100 further readings lie within the limits of five', () => {
  // A fixed sequence of normal errors (Box–Muller on a linear congruence), so that the outcome is always the same.
  let seed = 7;
  const uniform = (): number => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return (seed + 1) / 2_147_483_649;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  let inside = 0;
  const trials = 4000;
  for (let i = 0; i < trials; i += 1) {
    const { limits } = agreementOf([1, 2, 3, 4, 5].map((k) => pair(10 * k + 2 + 3 * normal(), 10 * k)));
    const next = 2 + 3 * normal();
    if (limits && next >= limits.low && next <= limits.high) inside += 1;
  }
  expect(inside / trials).toBeGreaterThan(0.93);
  expect(inside / trials).toBeLessThan(0.97);
});

describe('a typed angle', () => {
  it('is the turn of the leg itself where the thigh stays', () => {
    const [compared] = comparedPairs([makePosition(20, 18)], 'inclinometer');
    expect(compared?.app).toBe(20);
    expect(compared?.own).toBeCloseTo(18, 9);
  });

  it('is divided by the gain of the phone where the whole leg rolls', () => {
    const held = makePosition(20, 33, { expected: 30 });
    const [compared] = comparedPairs([held], 'inclinometer');
    expect(gainsOf([held], 'inclinometer')).toEqual([1.5]);
    expect(compared?.own).toBeCloseTo(22, 9);
  });

  it('is compared with hip and pelvis together', () => {
    const held = makePosition(20, 26, { pelvis: 5, expected: 25 });
    expect(comparedPairs([held], 'inclinometer')[0]).toMatchObject({ app: 25, own: 26 });
  });

  it('of a goniometer is taken as it is', () => {
    const held = makePosition(20, 22, { expected: 30 });
    expect(comparedPairs([held], 'goniometer')[0]).toMatchObject({ app: 20, own: 22 });
  });

  it('near the start takes the gain of the other positions, because a share of small angles is noise', () => {
    const positions = [
      makePosition(1, 3, { expected: -0.5 }),
      makePosition(20, 30, { expected: 30 }),
      makePosition(10, 15, { expected: 15 }),
    ];
    expect(gainsOf(positions, 'inclinometer')[0]).toBeCloseTo(1.5, 9);
    expect(comparedPairs(positions, 'inclinometer')[0]?.own).toBeCloseTo(2, 9);
  });

  it('that is missing leaves its position out, and the band is the 90 % band of the app', () => {
    const pairs = comparedPairs([makePosition(10, null), makePosition(20, 21, { statedSd: 3 })], 'goniometer');
    expect(pairs).toHaveLength(1);
    expect(pairs[0]?.band).toBeCloseTo(4.935, 6);
  });
});
