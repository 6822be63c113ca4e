import { describe, expect, it } from 'vitest';
import { atRest, stepSpeed } from '../../../src/coach/rules/rule-state.ts';

/** The speed after each sample of a movement, 15 samples a second. */
function speedsOf(angleAt: (time: number) => number | null, seconds: number): (number | null)[] {
  let memory = atRest;
  return Array.from({ length: 15 * seconds }, (_, index) => {
    const time = index / 15;
    const angle = angleAt(time);
    const step = stepSpeed(memory, time, angle === null ? null : { value: angle, sd: 1 });
    ({ memory } = step);
    return step.speed?.value ?? null;
  });
}

describe('the speed of the rotation', () => {
  it('is that of an even movement in both directions', () => {
    expect(speedsOf((time) => 20 * time, 2).at(-1)).toBeCloseTo(20, 6);
    expect(speedsOf((time) => -20 * time, 2).at(-1)).toBeCloseTo(20, 6);
  });

  it('is the largest of the last second, so that the turning point between two swings is not slow', () => {
    const swing = (time: number) => 13 * (1 - Math.cos(2 * Math.PI * time));
    const late = speedsOf(swing, 4).slice(30);
    // 13° · 2π is the peak. The span of the measurement loses a tenth of it, and frames are 1/15 s apart.
    for (const speed of late) expect(speed).toBeGreaterThan(0.85 * 13 * 2 * Math.PI);
  });

  it('is measured in a quick pulse: 16° in a third of a second, 91° a second at its fastest', () => {
    const eased = (share: number) => share ** 3 * (10 - 15 * share + 6 * share ** 2);
    const pulses = (time: number) => 16 * eased(1 - Math.abs((time % 0.66) / 0.33 - 1));
    for (const speed of speedsOf(pulses, 4).slice(30)) expect(speed).toBeGreaterThan(65);
  });

  it('is zero soon after the leg has rested for a second', () => {
    const speeds = speedsOf((time) => (time < 1 ? 60 * time : 60), 4);
    expect(speeds[20]).toBeCloseTo(60, 6);
    expect(speeds.at(-1)).toBeCloseTo(0, 6);
  });

  it('is not known at first, nor while the hip is hidden', () => {
    const speeds = speedsOf((time) => (time < 1 ? 0 : null), 2);
    expect(speeds[0]).toBeNull();
    expect(speeds.at(-1)).toBeNull();
  });

  it('does not count a gap as a jump', () => {
    expect(Math.max(...speedsOf((time) => (time < 1 ? 0 : time < 2 ? null : 40), 3).map((v) => v ?? 0))).toBe(0);
  });
});
