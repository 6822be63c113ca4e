import { describe, expect, it } from 'vitest';
import {
  limitsOfAgreement,
  mean,
  median,
  percentile,
  rootMeanSquare,
  share,
  standardDeviation,
} from '../../tools/scoring/statistics.mjs';

/** Binary fractions only. */
const ROUNDING = 9;

describe('statistics of small lists', () => {
  it('puts the limits of agreement 1.96 sample deviations about the bias', () => {
    // Mean 2; squared distances 4 + 0 + 4 = 8; 8 / (3 − 1) = 4; deviation 2; limits 2 ± 3.92.
    const limits = limitsOfAgreement([0, 2, 4]);
    expect(limits?.low).toBeCloseTo(-1.92, ROUNDING);
    expect(limits?.high).toBeCloseTo(5.92, ROUNDING);
  });

  it('knows no spread of a single value, and nothing of none', () => {
    expect(standardDeviation([3])).toBeNull();
    expect(limitsOfAgreement([3])).toBeNull();
    for (const figure of [mean, median, rootMeanSquare, standardDeviation]) expect(figure([])).toBeNull();
    expect(percentile([], 0.95)).toBeNull();
    expect(share(0, 0)).toBeNull();
  });

  it('takes the middle, or the mean of the two in the middle', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 3])).toBe(4);
  });

  it('takes the root of the mean square', () => {
    expect(rootMeanSquare([3, -4])).toBeCloseTo(Math.sqrt(12.5), ROUNDING);
  });

  it('takes the value that 95 of 100 do not exceed', () => {
    expect(
      percentile(
        Array.from({ length: 100 }, (_, index) => index + 1),
        0.95,
      ),
    ).toBe(95);
  });
});
