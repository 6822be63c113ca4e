import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { strengthEarned } from '../../../src/training/load/strength-earned.ts';
import type { DoneSet } from '../../../src/training/planning/parts-done.ts';
import { DRILLS_AND_TESTS as DRILLS } from '../../../src/drills/index.ts';
import { DAY, setOn, START } from './made-sets.ts';

const SIX = [0, 2, 4, 7, 9, 11];
const six = (changes: Partial<DoneSet> = {}) => SIX.map((day) => setOn(day, changes));
const stateOn = (day: number, sets: readonly DoneSet[]) => strengthEarned(sets, DRILLS, START + day * DAY);

describe('strength', () => {
  test('is earned after two weeks and six sets of Build with little pain', () => {
    expect(stateOn(14, six({ pain: 2 }))).toEqual({ earned: true, begun: true, daysLeft: 0, setsLeft: 0 });
  });

  test('is not earned after thirteen days, nor with five sets', () => {
    expect(stateOn(13, six())).toEqual({ earned: false, begun: true, daysLeft: 1, setsLeft: 0 });
    expect(stateOn(14, six().slice(0, 5))).toEqual({ earned: false, begun: true, daysLeft: 0, setsLeft: 1 });
  });

  test('is earned on the fourteenth day, though a little earlier by the clock', () => {
    expect(stateOn(13.9, six()).earned).toBe(true);
  });

  test('needs the pain after a set to be told and 2 at most', () => {
    const [first, ...others] = six();
    if (!first) throw new Error('no set');
    for (const pain of [3, null]) expect(stateOn(20, [{ ...first, pain }, ...others]).setsLeft).toBe(1);
    expect(stateOn(20, six({ pain: null }))).toEqual({ earned: false, begun: true, daysLeft: 0, setsLeft: 6 });
  });

  test('starts with nothing done', () => {
    expect(stateOn(100, [])).toEqual({ earned: false, begun: false, daysLeft: 14, setsLeft: 6 });
  });

  test('counts sets of Strength from before, which is harder than Build, and no Warm-up', () => {
    expect(stateOn(14, six({ goal: 'strength' })).earned).toBe(true);
    expect(stateOn(14, six({ goal: 'prep' }))).toEqual({ earned: false, begun: false, daysLeft: 14, setsLeft: 6 });
  });

  test.each([
    'hip-test-seated',
    'soft-tissue-ball',
    'hip-movement-sequence',
    'ninety-ninety-stretch',
    'supine-sleeper-side',
  ])('is not earned by %s, which asks for no strength', (drill) =>
    expect(stateOn(30, six({ drill })).setsLeft).toBe(6),
  );

  test('is not earned by sets that were stopped', () => {
    for (const ended of ['stopped', 'pinch', 'interrupted'] as const)
      expect(stateOn(30, six({ ended })).setsLeft).toBe(6);
  });

  test('counts a set dated ahead of the clock as of now', () => {
    const ahead = six().map((set) => ({ ...set, startedAt: START + 400 * DAY }));
    expect(stateOn(0, ahead)).toEqual({ earned: false, begun: true, daysLeft: 14, setsLeft: 0 });
    const [first] = six();
    if (!first) throw new Error('no set');
    expect(stateOn(14, [first, ...ahead.slice(1)]).earned).toBe(true);
  });

  test('is never lost by a set more, and never comes before fourteen days', () => {
    const anySet = fc
      .record({
        startedAt: fc.integer({ min: START - 60 * DAY, max: START + 60 * DAY }),
        goal: fc.constantFrom('prep', 'build', 'strength'),
        pain: fc.option(fc.integer({ min: 0, max: 10 })),
        ended: fc.constantFrom('finished' as const, 'stopped' as const, 'pain' as const),
      })
      .map((changes) => setOn(0, changes));
    fc.assert(
      fc.property(fc.array(anySet, { maxLength: 20 }), anySet, (sets, one) => {
        const now = START;
        const { earned } = strengthEarned(sets, DRILLS, now);
        if (earned) {
          expect(strengthEarned([...sets, one], DRILLS, now).earned).toBe(true);
          expect(Math.min(...sets.map(({ startedAt }) => startedAt))).toBeLessThanOrEqual(now - 13.5 * DAY);
        }
      }),
    );
  });
});
