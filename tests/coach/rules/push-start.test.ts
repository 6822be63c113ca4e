import { describe, expect, it } from 'vitest';
import type { RuleDefinition } from '../../../src/coach/drill-definition.ts';
import { trace, twist } from '../trace-rule.ts';

describe('a rule that counts from the start of the push or of the phase', () => {
  const drift: RuleDefinition = {
    ...twist,
    id: 'isometric-drift',
    channel: 'hip-internal-rotation',
    reference: 'push-start',
    enter: 5,
    phaseFactors: { pails: 1, rails: 1 },
  };

  it('ignores everything before the hold of a pull, which may gain range until then', () => {
    const moving = (time: number) => 8 * time;
    expect(trace(moving, 4, drift, { phase: 'rails', phaseSince: 0, holdSince: null }).flags).toEqual([]);
  });

  it('counts a pull from the angle at the start of its hold, not from the reference pose', () => {
    expect(trace(() => 25, 6, drift, { phase: 'rails', holdSince: 1 }).flags).toEqual([]);
    const slipping = (time: number) => (time < 3 ? 25 : 18);
    const { flags } = trace(slipping, 6, drift, { phase: 'rails', holdSince: 1 });
    expect(flags).toHaveLength(1);
    expect(flags[0]?.peak).toBeCloseTo(7, 1);
  });

  it('counts a push from its first moment, because nothing may move while it builds up', () => {
    const giving = (time: number) => (time < 2 ? 25 : 33);
    const { flags } = trace(giving, 6, drift, { phase: 'pails', phaseSince: 1, holdSince: 4 });
    expect(flags[0]?.peak).toBeCloseTo(8, 1);
  });

  it('counts from the low-passed value if the rule says so', () => {
    const steady: RuleDefinition = { ...drift, reference: 'phase-start', referenceCutoff: 0.15 };
    const rails = { phase: 'rails', phaseSince: 4.25, holdSince: null } as const;
    // ±4° around 10°; at its highest when the phase begins.
    const wavering = (time: number) => 10 + 4 * Math.sin(2 * Math.PI * time);
    expect(trace(wavering, 8, { ...steady, enter: 6 }, rails).flags).toEqual([]);
    expect(trace(wavering, 8, { ...drift, reference: 'phase-start', enter: 6 }, rails).flags).not.toEqual([]);
    const { flags } = trace((time) => (time < 5 ? wavering(time) : 22), 8, steady, rails);
    expect(flags[0]?.peak).toBeGreaterThan(11);
    expect(flags[0]?.peak).toBeLessThan(13);
  });

  it('counts from the first moment of the phase if the rule says so', () => {
    const early: RuleDefinition = { ...drift, reference: 'phase-start' };
    const building = { phase: 'pails', phaseSince: 1, holdSince: null } as const;
    expect(trace(() => 25, 6, early, building).flags).toEqual([]);
    const { flags } = trace((time) => (time < 3 ? 25 : 33), 6, early, building);
    expect(flags[0]?.peak).toBeCloseTo(8, 1);
  });
});
