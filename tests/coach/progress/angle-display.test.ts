import { describe, expect, it } from 'vitest';
import { noAngle, showAngle, shownAngle, shownPelvisContribution } from '../../../src/coach/progress/angle-display.ts';

const at = (value: number) => ({ value, sd: 2 });

describe('the pelvic contribution beside the large number', () => {
  it('appears and disappears with the number', () => {
    const display = showAngle(noAngle, 1, at(20), null, 6);
    expect([shownAngle(display, 1)?.value, shownPelvisContribution(display, 1)]).toEqual([20, 6]);
    // Older than half a second: neither is shown.
    expect([shownAngle(display, 1.6), shownPelvisContribution(display, 1.6)]).toEqual([null, null]);
  });

  it('is unknown while the pelvis is not measured, also right after it was', () => {
    const before = showAngle(noAngle, 1, at(20), null, 6);
    expect(shownPelvisContribution(showAngle(before, 1.1, at(20), null), 1.1)).toBeNull();
  });

  it('is filtered, so that a single frame changes little', () => {
    const before = showAngle(noAngle, 1, at(20), null, 0);
    const pelvisContribution = shownPelvisContribution(showAngle(before, 1.05, at(20), null, 10), 1.05) ?? 0;
    // 1 Hz, after 50 ms: 1 − e^(−2π·0.05) = 0.27 of the step.
    expect(pelvisContribution).toBeCloseTo(2.7, 1);
  });
});
