import { describe, expect, it } from 'vitest';
import type { RuleDefinition } from '../../src/coach/drill-definition.ts';
import { trace, twist } from './trace-rule.ts';

describe('a rule that counts from the start of the hold or of the phase', () => {
  const drift: RuleDefinition = {
    ...twist,
    id: 'isometric-drift',
    channel: 'hip-internal-rotation',
    reference: 'hold-start',
    enter: 5,
    armed: { pails: 1 },
  };

  it('says nothing before the hold', () => {
    const moving = (time: number) => 8 * time;
    expect(trace(moving, 4, drift, { phase: 'pails', holdSince: null }).flags).toEqual([]);
  });

  it('takes what the hip read as the hold began, not the neutral', () => {
    expect(trace(() => 25, 6, drift, { phase: 'pails', holdSince: 1 }).flags).toEqual([]);
    const slipping = (time: number) => (time < 3 ? 25 : 18);
    const { flags } = trace(slipping, 6, drift, { phase: 'pails', holdSince: 1 });
    expect(flags).toHaveLength(1);
    expect(flags[0]?.peak).toBeCloseTo(7, 1);
  });

  it('counts from the first moment of the phase where nothing may move while the push builds', () => {
    const early: RuleDefinition = { ...drift, reference: 'phase-start' };
    const building = { phase: 'pails', phaseSince: 1, holdSince: null } as const;
    expect(trace(() => 25, 6, early, building).flags).toEqual([]);
    const { flags } = trace((time) => (time < 3 ? 25 : 33), 6, early, building);
    expect(flags[0]?.peak).toBeCloseTo(8, 1);
  });
});
