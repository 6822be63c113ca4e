import { describe, expect, it } from 'vitest';
import type { RuleDefinition } from '../../../src/coach/drill-definition.ts';
import { pulse, trace, twist } from '../trace-rule.ts';

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

describe('a rule with a companion', () => {
  const rounds: RuleDefinition = {
    ...twist,
    id: 'back-round',
    channel: 'back-arch',
    reference: 'phase-start',
    companion: { channel: 'trunk-lean', rise: 3 },
    phaseFactors: { rails: 1 },
  };
  const rails = { phase: 'rails', phaseSince: 0, holdSince: null } as const;
  const rounded = pulse(2, 5, 12);

  it('is silent while the companion stays', () => {
    expect(trace(rounded, 6, rounds, rails, () => 20).flags).toEqual([]);
    expect(trace(rounded, 6, rounds, rails, pulse(2, 5, 2.5)).flags).toEqual([]);
  });

  it('is silent while the companion falls, or is hidden', () => {
    expect(trace(rounded, 6, rounds, rails, pulse(2, 5, -8)).flags).toEqual([]);
    expect(trace(rounded, 6, rounds, rails, () => null).flags).toEqual([]);
  });

  it('speaks as soon as without one once the companion has risen from the start of the phase', () => {
    const { companion: _companion, ...withoutCompanion } = rounds;
    const alone = trace(rounded, 6, withoutCompanion, rails);
    expect(alone.openedAt).toHaveLength(1);
    expect(trace(rounded, 6, rounds, rails, (time) => 20 + pulse(2, 5, 4)(time)).openedAt).toEqual(alone.openedAt);
  });

  it('keeps a flag that is open when the companion comes back', () => {
    const { flags } = trace(rounded, 6, rounds, rails, pulse(2, 3, 6));
    expect(flags).toHaveLength(1);
    expect(flags[0]?.end).toBeGreaterThan(4.9);
  });

  it('counts a companion that was hidden at the start of the phase from when it is first seen', () => {
    const late = (time: number) => (time < 1 ? null : 20 + pulse(2, 5, 6)(time));
    expect(trace(rounded, 6, rounds, rails, late).flags).toHaveLength(1);
  });
});
