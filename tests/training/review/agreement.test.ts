import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agreementOf, type ComparedPair, studentQuantile } from '../../../src/training/review/agreement.ts';

const pair = (app: number, own: number, band = 4): ComparedPair => ({ app, own, band });

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

describe('the agreement of five pairs', () => {
  // Differences 1, 3, 2, 4, 0: mean 2, standard deviation √2.5.
  const five = [pair(11, 10), pair(18, 15), pair(22, 20), pair(29, 25), pair(30, 30)];

  it('has the mean difference as its bias, positive where the app reads too much', () => {
    expect(agreementOf(five).bias).toBeCloseTo(2, 9);
    expect(agreementOf(five).sd).toBeCloseTo(Math.sqrt(2.5), 9);
  });

  it('has limits of bias ± t · SD · √(1 + 1/n)', () => {
    const half = 2.7764451 * Math.sqrt(2.5) * Math.sqrt(1.2);
    const { limits } = agreementOf(five);
    expect(limits?.low).toBeCloseTo(2 - half, 5);
    expect(limits?.high).toBeCloseTo(2 + half, 5);
  });

  it('says how well the bias is known', () => {
    expect(agreementOf(five).biasWithin).toBeCloseTo((2.7764451 * Math.sqrt(2.5)) / Math.sqrt(5), 5);
  });

  it('names the largest difference with its sign, and counts those within the stated band', () => {
    const pairs = [pair(10, 16), pair(20, 18), pair(30, 26), pair(31, 26)];
    expect(agreementOf(pairs)).toMatchObject({ largest: -6, inBand: 2 });
  });
});

describe('the agreement of few pairs', () => {
  it('has a bias but no limits of two', () => {
    const two = agreementOf([pair(10, 8), pair(20, 16)]);
    expect(two).toMatchObject({ pairs: 2, bias: 3, limits: null, biasWithin: null });
    expect(two.sd).toBeCloseTo(Math.SQRT2, 9);
  });

  it('is unknown without a pair, and never 0', () => {
    expect(agreementOf([])).toEqual({
      pairs: 0,
      bias: null,
      biasWithin: null,
      sd: null,
      limits: null,
      largest: null,
      inBand: 0,
    });
  });
});

const pairs = fc.array(
  fc.record({
    app: fc.double({ min: -60, max: 90, noNaN: true }),
    own: fc.double({ min: -60, max: 90, noNaN: true }),
    band: fc.double({ min: 0, max: 20, noNaN: true }),
  }),
  { minLength: 3, maxLength: 40 },
);

it('moves with the app: a constant added to every reading moves bias and limits and nothing else', () => {
  fc.assert(
    fc.property(pairs, fc.double({ min: -20, max: 20, noNaN: true }), (given, by) => {
      const [before, after] = [agreementOf(given), agreementOf(given.map((one) => ({ ...one, app: one.app + by })))];
      expect(after.bias).toBeCloseTo((before.bias ?? Number.NaN) + by, 6);
      expect(after.sd).toBeCloseTo(before.sd ?? Number.NaN, 6);
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
