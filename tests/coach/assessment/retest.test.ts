import { describe, expect, test } from 'vitest';
import { dayInZone } from '../../../src/coach/planning/civil-day.ts';
import type { HipStep } from '../../../src/coach/safety/red-flags.ts';
import type { DoneSet } from '../../../src/coach/planning/parts-done.ts';
import { nextStep, type StepInput, stepUntilRetest } from '../../../src/coach/assessment/next-step.ts';
import { compareTests, lastComparable, retestState, trainedBefore } from '../../../src/coach/assessment/retest.ts';
import { type Four, hipTest } from './make-hip-test.ts';

const berlin = dayInZone('Europe/Berlin');
const DAY = 24 * 3600 * 1000;
const START = Date.parse('2026-11-02T18:00:00.000Z');
const BEFORE = hipTest([30, 20, 45, 40], [30, 20, 45, 40]);
const after = (four: Four) => hipTest(four, four, { id: 'later', testedAt: '2026-11-30T18:00:00.000Z' });

/** One finished set on each of these days after the test. */
const setsOn = (days: readonly number[], pain: number | null = 0): readonly DoneSet[] =>
  days.map((day) => ({
    startedAt: START + day * DAY,
    drill: 'supine-sleeper',
    side: 'both',
    goal: 'build',
    ended: 'finished',
    pain,
  }));

describe('the next test', () => {
  const stateOn = (day: number, sets: readonly DoneSet[] = []) =>
    retestState(BEFORE, sets, START + day * DAY, berlin).kind;

  test('is asked for after two weeks with enough done, and after four in any case', () => {
    const regular = setsOn([1, 3, 5, 8, 10, 12]);
    expect([stateOn(13, regular), stateOn(14, regular), stateOn(27, regular)]).toEqual(['early', 'open', 'open']);
    expect([stateOn(14), stateOn(27), stateOn(28)]).toEqual(['wait', 'wait', 'due']);
  });

  test('has no day where the last one is dated ahead of the clock, and every stop counts as after it', () => {
    const ahead = { ...BEFORE, testedAt: '2031-01-01T10:00:00Z' };
    const now = START + 28 * DAY;
    const stop = setsOn([2]).map((set) => ({ ...set, ended: 'pinch' as const }));
    expect(retestState(ahead, [], now, berlin).kind).toBe('unknown');
    expect(stepUntilRetest(null, ahead, stop, now)).toEqual({ step: 'gentle', why: 'stopped' });
    const next = { step: 'build', before: ahead, after: BEFORE, sets: stop, now, dayOf: berlin, endFeel: {} } as const;
    expect(nextStep(next).step).toBe('gentle');
  });

  test('counts days, not sets', () => {
    expect(retestState(BEFORE, setsOn([1, 1.01, 1.02, 3]), START + 14 * DAY, berlin).days).toBe(2);
  });
});

describe('two tests', () => {
  test('are compared beyond error only', () => {
    const comparison = compareTests(BEFORE, after([34, 27, 45, 40]));
    if (comparison.kind !== 'compared') throw new Error(comparison.kind);
    const left = comparison.changes.filter(({ side, rotation }) => side === 'left' && rotation === 'internal');
    expect(left.map(({ effort, change }) => [effort, change.kind])).toEqual([
      ['passive', 'about-the-same'],
      ['active', 'more'],
    ]);
  });

  test('of different places or positions are not compared', () => {
    expect(compareTests(BEFORE, { ...BEFORE, placement: 'side' }).kind).toBe('other-place');
    expect(compareTests(BEFORE, { ...BEFORE, position: 'prone' }).kind).toBe('other-position');
    expect(lastComparable(BEFORE, [{ ...BEFORE, placement: 'side' }, BEFORE])).toBe(BEFORE);
    expect(lastComparable(BEFORE, [{ ...BEFORE, placement: 'side' }])).toBeNull();
  });
});

test('a set on the same day before the test is told, one after it or on another day is not', () => {
  const finished = (hours: number, drill = 'supine-sleeper') => ({ drill, startedAt: START + hours * 3_600_000 });
  expect(trainedBefore(BEFORE, [finished(-2)], berlin)).toBe(true);
  expect(trainedBefore(BEFORE, [finished(2), finished(-24)], berlin)).toBe(false);
  expect(trainedBefore(BEFORE, [finished(-0.5, 'hip-test-seated')], berlin)).toBe(false);
  expect(trainedBefore({ testedAt: '' }, [finished(-2)], berlin)).toBe(false);
});

describe('after a retest the programme', () => {
  const GIVES = { left: 'springy', right: 'tight' } as const;
  const REGULAR = [1, 3, 5, 8, 10, 12, 15, 17, 19, 22, 24, 26];
  const stepAfter = (
    four: Four,
    sets: readonly DoneSet[],
    step: HipStep = 'build',
    endFeel: StepInput['endFeel'] = GIVES,
  ) => nextStep({ step, before: BEFORE, after: after(four), sets, now: START + 28 * DAY, dayOf: berlin, endFeel });
  const SAME: Four = [31, 21, 45, 40];

  test('stays as it is where it helped', () => {
    expect(stepAfter([30, 28, 45, 40], setsOn(REGULAR))).toEqual({ step: 'build', why: 'gained' });
  });

  test('becomes harder where it did not, though it was done', () => {
    expect(stepAfter(SAME, setsOn(REGULAR))).toEqual({ step: 'strength', why: 'no-change' });
    expect(stepAfter(SAME, setsOn(REGULAR), 'strength')).toEqual({ step: 'strength', why: 'no-change' });
  });

  test('is not made harder before the end feel of both hips is told, nor against a hard or pinching end', () => {
    expect(stepAfter(SAME, setsOn(REGULAR), 'build', {})).toEqual({ step: 'build', why: 'ask-end-feel' });
    expect(stepAfter(SAME, setsOn(REGULAR), 'build', { left: 'tight' })).toEqual({
      step: 'build',
      why: 'ask-end-feel',
    });
    for (const feel of ['hard', 'pinching'] as const)
      expect(stepAfter(SAME, setsOn(REGULAR), 'build', { ...GIVES, right: feel })).toEqual({
        step: 'build',
        why: 'end-feel',
      });
  });

  test('goes on for the other hip where one was stopped', () => {
    const [first, ...others] = setsOn(REGULAR);
    if (!first) throw new Error('no set');
    const sets = [{ ...first, ended: 'pinch' as const, painSide: 'left' as const }, ...others];
    expect(stepAfter(SAME, sets)).toEqual({ step: 'build', why: 'stopped-one' });
  });

  test('stays as it is where hardly anything was done', () => {
    expect(stepAfter(SAME, setsOn([1, 9]))).toEqual({ step: 'build', why: 'hardly-done' });
  });

  test('becomes easier after sore sets, and gentle after a stop', () => {
    expect(stepAfter(SAME, setsOn(REGULAR, 3), 'strength')).toEqual({ step: 'build', why: 'sore' });
    const [first, ...others] = setsOn(REGULAR);
    if (!first) throw new Error('no set');
    expect(stepAfter(SAME, [{ ...first, ended: 'pinch' }, ...others])).toEqual({ step: 'gentle', why: 'stopped' });
  });

  test('becomes easier after sore sets although the retest came after them', () => {
    const sore = setsOn(REGULAR).map((set, index) => (index >= REGULAR.length - 2 ? { ...set, pain: 3 } : set));
    const tests = [27.9, 27.95].map((day) => ({
      ...sore[0],
      startedAt: START + day * DAY,
      drill: 'hip-test-seated',
      pain: null,
    }));
    expect(stepAfter(SAME, [...sore, ...tests] as DoneSet[], 'strength')).toEqual({ step: 'build', why: 'sore' });
  });

  test('is not made harder where a hip turns in less than before', () => {
    expect(stepAfter([20, 20, 45, 40], setsOn(REGULAR))).toEqual({ step: 'build', why: 'less' });
  });

  test('goes on from gentle after two calm weeks, and no faster', () => {
    expect(stepAfter(SAME, setsOn(REGULAR), 'gentle')).toEqual({ step: 'build', why: 'calm' });
    const early = {
      step: 'gentle' as const,
      before: BEFORE,
      after: after(SAME),
      sets: setsOn(REGULAR),
      dayOf: berlin,
      endFeel: {},
    };
    expect(nextStep({ ...early, now: START + 13 * DAY })).toEqual({ step: 'gentle', why: 'hardly-done' });
  });

  test('says nothing from another place', () => {
    const elsewhere = { ...after([45, 40, 45, 40]), placement: 'side' };
    expect(
      nextStep({
        step: 'build',
        before: BEFORE,
        after: elsewhere,
        sets: setsOn(REGULAR),
        now: START + 28 * DAY,
        dayOf: berlin,
        endFeel: {},
      }),
    ).toEqual({ step: 'build', why: 'not-comparable' });
  });
});
