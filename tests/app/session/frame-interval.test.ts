import { describe, expect, it } from 'vitest';
import { FrameInterval } from '../../../src/app/session/frame-interval.ts';
import type { Gauge, TimelinePhase } from '../../../src/coach/coach-contract.ts';
import type { PhaseKind } from '../../../src/coach/drill-definition.ts';

const PHASE: Omit<TimelinePhase, 'kind'> = {
  round: 1,
  side: 'left',
  length: 20,
  title: '',
  instruction: '',
  ramp: 0,
  effort: null,
};
const gaugeIn = (kind: PhaseKind, paused = false): Pick<Gauge, 'phase' | 'paused'> => ({
  phase: { ...PHASE, kind },
  paused,
});
const intervalAt = (gauge: Pick<Gauge, 'phase' | 'paused'>, isStill = false): number => {
  const interval = new FrameInterval();
  interval.observe(isStill ? { isStill: true } : {});
  return interval.at(gauge);
};

describe('the least time between two frames', () => {
  it('is none while somebody moves in a stretch, in repetitions and while the reference pose is held', () => {
    for (const kind of ['passive', 'pails', 'rails', 'sink', 'reps', 'neutral', 'control'] as const)
      expect(intervalAt(gaugeIn(kind))).toBe(0);
    for (const kind of ['reps', 'neutral'] as const) expect(intervalAt(gaugeIn(kind), true)).toBe(0);
  });

  it('is short in a stretch in which nothing moves, and longer in rests and breaks', () => {
    const still = intervalAt(gaugeIn('passive'), true);
    expect(still).toBeGreaterThan(0);
    for (const gauge of [gaugeIn('rest'), gaugeIn('ready'), gaugeIn('turn'), gaugeIn('passive', true)])
      expect(intervalAt(gauge)).toBeGreaterThan(still);
  });

  it('leaves enough frames that no drill calls the picture too slow', () => {
    // Seven a second; the quickest drill asks for fifteen and speaks below a third of it.
    expect(1 / intervalAt(gaugeIn('rest'))).toBeGreaterThan(15 / 3 + 1);
  });
});
