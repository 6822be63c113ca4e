import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { morningDue, painFromMorning } from '../../../src/training/load/morning.ts';
import type { DoneSet } from '../../../src/training/planning/parts-done.ts';
import { MORNING_ANSWERS } from '../../../src/coach/record/set-record.ts';
import { DRILLS_AND_TESTS as DRILLS } from '../../../src/drills/index.ts';
import { berlin, DAY, setOn, START } from './made-sets.ts';

const dueOn = (day: number, sets: readonly DoneSet[]) => morningDue(sets, DRILLS, START + day * DAY, berlin);

describe('the morning after', () => {
  test('is asked for all sets of the last training day, once', () => {
    const sets = [setOn(0), setOn(2, { side: 'left' }), setOn(2.01, { side: 'right', ended: 'stopped' })];
    expect(dueOn(3, sets)).toEqual(sets.slice(1));
    expect(
      dueOn(
        3,
        sets.map((set) => ({ ...set, morning: 'same' as const })),
      ),
    ).toEqual([]);
    expect(dueOn(3, [sets[0], { ...sets[1], morning: 'more' }, sets[2]] as DoneSet[])).toEqual([sets[2]]);
  });

  test('is not asked again for the day before one that was answered', () => {
    expect(dueOn(3, [setOn(0), setOn(2, { morning: 'same' })])).toEqual([]);
  });

  test('is not asked for sets of today, and still for those before it', () => {
    expect(dueOn(2.1, [setOn(2)])).toEqual([]);
    expect(dueOn(2.1, [setOn(1), setOn(2)])).toEqual([setOn(1)]);
  });

  test('is not asked soon after midnight, when no morning has come', () => {
    const late = setOn(0, { startedAt: Date.parse('2026-11-02T22:30:00.000Z') });
    expect(morningDue([late], DRILLS, Date.parse('2026-11-02T23:30:00.000Z'), berlin)).toEqual([]);
    expect(morningDue([late], DRILLS, Date.parse('2026-11-03T05:00:00.000Z'), berlin)).toEqual([late]);
  });

  test('is asked within a week, and no later', () => {
    expect(dueOn(7, [setOn(0)])).toHaveLength(1);
    expect(dueOn(8, [setOn(0)])).toEqual([]);
    expect(dueOn(1, [])).toEqual([]);
  });

  test.each(['hip-test-seated', 'soft-tissue-ball', 'soft-tissue-roller', 'hip-movement-sequence', 'of-the-future'])(
    'is not asked after %s, which asks nothing of a hip',
    (drill) => expect(dueOn(1, [setOn(0, { drill })])).toEqual([]),
  );

  test.each([
    'supine-sleeper',
    'ninety-ninety-stretch',
    'supine-ir-pulses-feet-flat',
    'knee-to-knee-wall',
    'quadruped-band-ir',
  ])('is asked after %s', (drill) => expect(dueOn(1, [setOn(0, { drill })])).toHaveLength(1));

  test('is not asked for a set that runs, nor for one dated ahead of the clock', () => {
    expect(dueOn(1, [setOn(0, { ended: 'running' }), setOn(5)])).toEqual([]);
  });
});

describe('a morning that was clearly worse', () => {
  const painOn = (day: number, sets: readonly DoneSet[], side: 'left' | 'right' = 'left') =>
    painFromMorning(sets, side, START + day * DAY);

  test('counts as pain of 4 in that hip, for a week', () => {
    const sets = [setOn(0, { side: 'left', morning: 'much' })];
    expect([painOn(1, sets), painOn(1, sets, 'right')]).toEqual([4, 0]);
    expect([painOn(6.9, sets), painOn(7, sets)]).toEqual([4, 0]);
  });

  test('is of the hip that the person named', () => {
    const sets = [setOn(0, { morning: 'much', painSide: 'right' })];
    expect([painOn(1, sets), painOn(1, sets, 'right')]).toEqual([0, 4]);
  });

  test('ends with a later morning that was not, and not before it is told', () => {
    const bad = setOn(0, { morning: 'much' });
    expect(painOn(3, [bad, setOn(2, { goal: 'prep' })])).toBe(4);
    expect(painOn(3, [bad, setOn(2, { goal: 'prep', morning: 'same' })])).toBe(0);
    expect(painOn(3, [bad, setOn(2, { goal: 'prep', morning: 'more' })])).toBe(0);
    // The other hip says nothing about this one.
    expect(painOn(3, [bad, setOn(2, { side: 'right', morning: 'same' })])).toBe(4);
  });

  test('a little worse limits nothing', () => {
    expect(painOn(1, [setOn(0, { morning: 'more' })])).toBe(0);
  });

  test('counts nothing or 4, whatever was answered', () => {
    const anySet = fc
      .tuple(fc.integer({ min: -20, max: 20 }), fc.constantFrom(undefined, ...MORNING_ANSWERS))
      .map(([day, morning]) => setOn(day, { morning }));
    fc.assert(
      fc.property(fc.array(anySet, { maxLength: 8 }), (sets) => {
        const pain = painOn(0, sets);
        expect([0, 4]).toContain(pain);
        if (!sets.some(({ morning }) => morning === 'much')) expect(pain).toBe(0);
      }),
    );
  });
});
