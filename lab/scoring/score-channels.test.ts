import { describe, expect, it } from 'vitest';
import { channelScore, type Series } from './score-channels.ts';

/** Decimals that must agree; floating-point rounding is smaller. */
const ROUNDING = 9;

const aSeries = (errors: readonly number[], sd = 1, wanted = errors.length): Series => ({
  channel: 'hip-internal-rotation',
  side: 'left',
  wanted,
  truth: errors.map((_, index) => ({ t: index, value: 10 })),
  points: errors.map((error, index) => ({ t: index, truth: 10, reading: 10 + error, sd })),
});

describe('channelScore', () => {
  it('uses 1.645 standard deviations as the half-width of the 90 % band', () => {
    expect(channelScore([aSeries([1.64, -1.65])]).inBand).toBe(0.5);
  });

  it('gives bias, mean absolute error and limits of agreement', () => {
    // Mean 1; sizes 1 + 1 + 3; deviation 2, so limits 1 ± 3.92.
    const score = channelScore([aSeries([-1, 1, 3])]);
    expect(score.bias).toBeCloseTo(1, ROUNDING);
    expect(score.mae).toBeCloseTo(5 / 3, ROUNDING);
    expect(score.limits?.low).toBeCloseTo(-2.92, ROUNDING);
    expect(score.limits?.high).toBeCloseTo(4.92, ROUNDING);
  });

  it('gives every frame the same weight when series are pooled', () => {
    const score = channelScore([aSeries([0, 0, 0], 1, 6), aSeries([4], 1, 4)]);
    expect(score.mae).toBeCloseTo(1, ROUNDING);
    expect(score.coverage).toBeCloseTo(0.4, ROUNDING);
  });
});
