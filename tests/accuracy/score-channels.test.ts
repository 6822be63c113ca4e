import { describe, expect, it } from 'vitest';
import { channelScore, type Series } from '../../tools/scoring/score-channels.mjs';
import { aScoredClip, aTruth } from './fixtures.ts';

/** Binary fractions only. */
const ROUNDING = 9;

const aSeries = (errors: readonly number[], sd = 1, wanted = errors.length): Series => ({
  channel: 'hip-internal-rotation',
  side: 'left',
  wanted,
  truth: errors.map((_, index) => ({ t: index, value: 10 })),
  points: errors.map((error, index) => ({ t: index, truth: 10, reading: 10 + error, sd })),
});

describe('channelScore', () => {
  it('counts an error just inside 1.645 standard deviations as inside the 90 % band and one just outside as outside', () => {
    expect(channelScore([aSeries([1.64, -1.65])]).inBand).toBe(0.5);
  });

  it('takes the 95th percentile from the size of the error', () => {
    const errors = Array.from({ length: 100 }, (_, index) => -(index + 1));
    expect(channelScore([aSeries(errors)]).p95).toBe(95);
  });

  it('gives bias, mean error, root mean square and limits of the errors −1, 1, 3', () => {
    // Mean 1; sizes 1 + 1 + 3; squares 1 + 1 + 9; deviation 2, so limits 1 ± 3.92.
    const score = channelScore([aSeries([-1, 1, 3])]);
    expect(score.bias).toBeCloseTo(1, ROUNDING);
    expect(score.mae).toBeCloseTo(5 / 3, ROUNDING);
    expect(score.rmse).toBeCloseTo(Math.sqrt(11 / 3), ROUNDING);
    expect(score.sd).toBeCloseTo(2, ROUNDING);
    expect(score.limits?.low).toBeCloseTo(-2.92, ROUNDING);
    expect(score.limits?.high).toBeCloseTo(4.92, ROUNDING);
  });

  it('weighs every frame alike when series are taken together', () => {
    const score = channelScore([aSeries([0, 0, 0], 1, 6), aSeries([4], 1, 4)]);
    expect(score.mae).toBeCloseTo(1, ROUNDING);
    expect(score.coverage).toBeCloseTo(0.4, ROUNDING);
  });

  it('takes the offset of the absolute knee angle away for the error after neutral', () => {
    const knee = aScoredClip('one', aTruth(), { kneeFlexion: 101 }).score.channels['knee-flexion'];
    expect(knee.bias).toBeCloseTo(6, ROUNDING);
    expect(knee.maeAfterNeutral).toBeCloseTo(0, ROUNDING);
  });
});
