import { describe, expect, it } from 'vitest';
import { limitsOfAgreement, mean, median, percentile, share } from '../../../tools/shared/statistics.ts';

/** Decimals that must agree; floating-point rounding is smaller. */
const ROUNDING = 9;

describe('statistics of small lists', () => {
  it('puts the limits of agreement at 1.96 standard deviations around the bias', () => {
    // Mean 2; squared distances 4 + 0 + 4 = 8; 8 / (3 − 1) = 4; deviation 2; limits 2 ± 3.92.
    const limits = limitsOfAgreement([0, 2, 4]);
    expect(limits?.low).toBeCloseTo(-1.92, ROUNDING);
    expect(limits?.high).toBeCloseTo(5.92, ROUNDING);
  });

  it('gives no limits for one value, and no result for an empty list', () => {
    expect(limitsOfAgreement([3])).toBeNull();
    for (const figure of [mean, median]) expect(figure([])).toBeNull();
    expect(percentile([], 0.95)).toBeNull();
    expect(share(0, 0)).toBeNull();
  });

  it('gives the median; of an even number of values the mean of the middle two', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 3])).toBe(4);
  });

  it('gives the 95th percentile by nearest rank', () => {
    expect(
      percentile(
        Array.from({ length: 100 }, (_, index) => index + 1),
        0.95,
      ),
    ).toBe(95);
  });
});
