import { describe, expect, it } from 'vitest';
import { standingHamstring } from '../../../src/drills/standing/standing-hamstring.ts';
import { phoneSet } from './phone-set.ts';
import { clipOf, pelvisAt, signalsOf } from './phone-signals.ts';

describe('a phone that slides off a pelvis that folds as it should', () => {
  it('gets no new zero before the trunk is upright again, so that no fold counts as none', async () => {
    const clip = clipOf('standing-hamstring-short-form-52');
    const signals = signalsOf(clip, standingHamstring, 'pipeline', { slides: true });
    const { readings } = await phoneSet(clip, standingHamstring, signals);
    const tilts = readings.flatMap(({ time, phone }) => {
      const tilt = phone?.pelvis?.tilt;
      return tilt ? [Math.abs(tilt.value - pelvisAt(clip, time).tilt)] : [];
    });
    expect(tilts.length).toBeGreaterThan(20);
    // Degrees: breath, noise and a mounting that is askew. A zero taken in the fold is off by 25.
    expect(Math.max(...tilts)).toBeLessThan(4);
    expect(readings.some(({ phone }) => phone?.state === 'slid')).toBe(true);
  }, 60_000);
});
