import { describe, expect, test } from 'vitest';
import type { DoneSet } from '../../../src/training/planning/parts-done.ts';
import { nextStep, type StepInput, stepUntilRetest } from '../../../src/training/assessment/next-step.ts';
import {
  compareTests,
  lastComparable,
  ownErrorOf,
  ownErrorsIn,
  retestState,
  trainedBefore,
} from '../../../src/training/assessment/retest.ts';
import { DRILLS_AND_TESTS } from '../../../src/drills/index.ts';
import { berlin, DAY, setOn, START } from '../load/made-sets.ts';
import { type Four, hipTest } from './make-hip-test.ts';
import { passportsOf } from '../../../src/training/assessment/passport.ts';
import { changeBetween, realChangeLine } from '../../../src/coach/progress/real-change.ts';

const BEFORE = hipTest([30, 20, 45, 40], [30, 20, 45, 40]);
const after = (four: Four) => hipTest(four, four, { id: 'later', testedAt: '2026-11-30T18:00:00.000Z' });

/** One finished set on each of these days after the test. Each felt as hard as the goal asks. */
const setsOn = (days: readonly number[], pain: number | null = 0, changes: Partial<DoneSet> = {}): readonly DoneSet[] =>
  days.map((day) => setOn(day, { pain, ...changes }));

/** What each question about the next step has in common. */
const STILL = {
  step: 'build',
  before: BEFORE,
  after: after([31, 21, 45, 40]),
  earlier: [BEFORE],
  drills: DRILLS_AND_TESTS,
  strength: true,
  now: START + 28 * DAY,
  dayOf: berlin,
  endFeel: {},
} as const satisfies Omit<StepInput, 'sets'>;

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
    const next = { ...STILL, before: ahead, after: BEFORE, sets: stop, now } as const;
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
  const SAME: Four = [31, 21, 45, 40];
  const regular = (changes: Partial<DoneSet> = {}) => setsOn(REGULAR, 0, changes);
  const easy = regular({ effort: 4 });
  const stepAfter = (four: Four, sets: readonly DoneSet[], input: Partial<StepInput> = {}) =>
    nextStep({ ...STILL, endFeel: GIVES, after: after(four), sets, ...input });

  test('stays as it is where it helped, unless the last sets felt easy', () => {
    expect(stepAfter([30, 28, 45, 40], regular())).toEqual({ step: 'build', why: 'gained' });
    expect(stepAfter([30, 28, 45, 40], easy)).toEqual({ step: 'strength', why: 'easy' });
  });

  test('stays as it is after two weeks without a gain, though four days were trained: that is noise', () => {
    const fortnight = { now: START + 14 * DAY, after: { ...after(SAME), testedAt: '2026-11-16T18:00:00.000Z' } };
    expect(stepAfter(SAME, setsOn([1, 4, 8, 11]), fortnight)).toEqual({ step: 'build', why: 'noise' });
    expect(stepAfter(SAME, regular())).toEqual({ step: 'build', why: 'noise' });
    expect(stepAfter(SAME, regular({ goal: 'strength' }), { step: 'strength' })).toEqual({
      step: 'strength',
      why: 'noise',
    });
  });

  test('becomes harder where the last two days felt easy, and Strength only once it is earned', () => {
    expect(stepAfter(SAME, easy)).toEqual({ step: 'strength', why: 'easy' });
    expect(stepAfter(SAME, easy, { strength: false })).toEqual({ step: 'build', why: 'not-earned' });
    expect(stepAfter(SAME, [...setsOn(REGULAR.slice(0, -1)), ...setsOn([26], 0, { effort: 4 })])).toEqual({
      step: 'build',
      why: 'noise',
    });
    // There is no step above Strength.
    expect(stepAfter(SAME, regular({ effort: 2, goal: 'strength' }), { step: 'strength' })).toEqual({
      step: 'strength',
      why: 'noise',
    });
  });

  test('is not made harder by easy sets of another goal or drill', () => {
    for (const changes of [{ goal: 'prep' }, { drill: 'soft-tissue-ball' }, { drill: 'ninety-ninety-stretch' }])
      expect(stepAfter(SAME, regular({ effort: 0, ...changes })).why).toBe('noise');
  });

  test('is not made harder after a bad morning, pain, or against a hard or pinching end', () => {
    const worse = { ...easy.at(-1), morning: 'more' } as DoneSet;
    expect(stepAfter(SAME, [...easy.slice(0, -1), worse]).why).toBe('noise');
    const [left] = setsOn([27], 3, { side: 'left', effort: 4 });
    if (!left) throw new Error('no set');
    expect(stepAfter(SAME, [...easy, left]).why).toBe('noise');
    for (const feel of ['hard', 'pinching'] as const)
      expect(stepAfter(SAME, easy, { endFeel: { ...GIVES, right: feel } })).toEqual({ step: 'build', why: 'noise' });
  });

  test('goes on from tests that cannot be compared as the sets were borne', () => {
    const elsewhere = { ...after([45, 40, 45, 40]), placement: 'side' };
    expect(stepAfter(SAME, regular(), { after: elsewhere })).toEqual({ step: 'build', why: 'not-comparable' });
    expect(stepAfter(SAME, easy, { after: elsewhere })).toEqual({ step: 'strength', why: 'easy' });
  });

  test('goes on for the other hip where one was stopped', () => {
    const [first, ...others] = regular();
    if (!first) throw new Error('no set');
    const sets = [{ ...first, ended: 'pinch' as const, painSide: 'left' as const }, ...others];
    expect(stepAfter(SAME, sets)).toEqual({ step: 'build', why: 'stopped-one' });
  });

  test('stays as it is where hardly anything was done', () => {
    expect(stepAfter(SAME, setsOn([1, 9], 0, { effort: 2 }))).toEqual({ step: 'build', why: 'hardly-done' });
  });

  test('becomes easier after sore sets or mornings that were clearly worse, and gentle after a stop', () => {
    expect(stepAfter(SAME, setsOn(REGULAR, 3), { step: 'strength' })).toEqual({ step: 'build', why: 'sore' });
    expect(stepAfter(SAME, regular({ morning: 'much' }), { step: 'strength' })).toEqual({ step: 'build', why: 'sore' });
    const [first, ...others] = regular();
    if (!first) throw new Error('no set');
    expect(stepAfter(SAME, [{ ...first, ended: 'pinch' }, ...others])).toEqual({ step: 'gentle', why: 'stopped' });
  });

  test('becomes easier after sore sets although the retest came after them', () => {
    const sore = regular().map((set, index) => (index >= REGULAR.length - 2 ? { ...set, pain: 3 } : set));
    const tests = setsOn([27.9, 27.95], null, { drill: 'hip-test-seated' });
    expect(stepAfter(SAME, [...sore, ...tests], { step: 'strength' })).toEqual({ step: 'build', why: 'sore' });
  });

  test('is not made harder where a hip turns in less than before, however easy it felt', () => {
    expect(stepAfter([20, 20, 45, 40], easy)).toEqual({ step: 'build', why: 'less' });
  });

  test('goes on from gentle after two calm weeks, and no faster', () => {
    expect(stepAfter(SAME, regular(), { step: 'gentle' })).toEqual({ step: 'build', why: 'calm' });
    expect(stepAfter(SAME, regular(), { step: 'gentle', now: START + 13 * DAY })).toEqual({
      step: 'gentle',
      why: 'hardly-done',
    });
  });
});

describe('six weeks of training without a change', () => {
  const GIVES = { left: 'springy', right: 'tight' } as const;
  const at = (day: number) => new Date(START + day * DAY).toISOString();
  const testOn = (day: number, four: Four = [31, 21, 45, 40]) =>
    hipTest(four, four, { id: `day ${day}`, testedAt: at(day) });
  const threeAWeek = Array.from({ length: 20 }, (_, week) => [1, 3, 5].map((day) => 7 * week + day)).flat();
  const stepOn = (day: number, input: Partial<StepInput> = {}, earlier = [BEFORE]) =>
    nextStep({
      ...STILL,
      endFeel: GIVES,
      before: earlier[0] ?? BEFORE,
      after: testOn(day),
      earlier,
      sets: setsOn(threeAWeek.filter((one) => one < day)),
      now: START + day * DAY,
      ...input,
    });

  test('are told, and change nothing', () => {
    expect(stepOn(41)).toEqual({ step: 'build', why: 'noise' });
    expect(stepOn(42)).toEqual({ step: 'build', why: 'no-change' });
    expect(stepOn(42, { step: 'strength' })).toEqual({ step: 'strength', why: 'no-change' });
  });

  test('ask first how the end of both hips feels, and a hard or pinching one is told', () => {
    expect(stepOn(42, { endFeel: {} }).why).toBe('ask-end-feel');
    expect(stepOn(42, { endFeel: { left: 'tight' } })).toEqual({ step: 'build', why: 'ask-end-feel' });
    for (const feel of ['hard', 'pinching'] as const)
      expect(stepOn(42, { endFeel: { ...GIVES, right: feel } })).toEqual({ step: 'build', why: 'end-feel' });
  });

  test('are counted over the tests between, and not where one of those weeks had helped', () => {
    const between = testOn(28);
    expect(stepOn(56, {}, [between, BEFORE])).toEqual({ step: 'build', why: 'no-change' });
    expect(stepOn(56, {}, [testOn(28)])).toEqual({ step: 'build', why: 'noise' });
    const worse = hipTest([20, 12, 45, 40], [20, 12, 45, 40], { testedAt: at(0) });
    expect(stepOn(56, {}, [between, worse])).toEqual({ step: 'build', why: 'noise' });
  });

  test('need training in all of them', () => {
    const late = setsOn(threeAWeek.filter((day) => day > 28 && day < 56));
    expect(stepOn(56, { sets: late }, [testOn(28), BEFORE])).toEqual({ step: 'build', why: 'noise' });
  });

  test('are not counted from a test dated ahead of the clock', () => {
    const ahead = { ...BEFORE, testedAt: '2031-01-01T10:00:00Z' };
    expect(stepOn(56, {}, [testOn(28), ahead]).why).toBe('noise');
  });
});

const on = (day: number) => new Date(START + day * DAY).toISOString();
const testOn = (day: number, left: Four | null, right: Four | null) =>
  hipTest(left, right, { id: `day ${day}`, testedAt: on(day) });

const FIRST = testOn(0, [30, 20, 45, 40], [32, 22, 46, 41]);

describe('the own error of a person', () => {
  test('is the scatter of the changes about their mean, divided by √2', () => {
    // Inwards all four gain 8°, with 1° of scatter about it; outwards nothing but 1° of scatter.
    const later = testOn(20, [39, 27, 46, 39], [41, 29, 47, 40]);
    const { sd, freedom } = ownErrorOf([later, FIRST]) ?? {};
    expect(freedom).toBe(6);
    expect(sd).toBeCloseTo(Math.sqrt(8 / 6 / 2), 9);
  });

  test('is not known from one day, from one hip in one way, or from another place', () => {
    expect(ownErrorOf([])).toBeNull();
    expect(ownErrorOf([FIRST])).toBeNull();
    expect(ownErrorOf([testOn(0.1, [35, 20, 45, 40], [32, 22, 46, 41]), FIRST])).toBeNull();
    expect(ownErrorOf([testOn(9, [30, null, 44, null], null), FIRST])).toBeNull();
    expect(ownErrorOf([{ ...testOn(9, [31, 20, 44, 40], null), placement: 'elsewhere' }, FIRST])).toBeNull();
  });

  test('gains freedom with every further day', () => {
    const days = [0, 14, 28].map((day) => testOn(day, [30, 20, 45, 40], [32, 22 + day / 10, 46, 41]));
    expect(ownErrorOf(days)?.freedom).toBe(12);
  });

  test('calls the change of a single range later, never sooner', () => {
    const steady = ownErrorOf([testOn(20, [31, 20, 45, 40], [32, 22, 46, 41]), FIRST]);
    const single = ownErrorOf([testOn(20, [30, 32, 45, 40], [32, 22, 46, 41]), FIRST]);
    const range = { value: 30, sd: 2 };
    expect(realChangeLine(range, range, single)).toBeGreaterThan(realChangeLine(range, range, steady));
  });
});

describe('the own error by drill', () => {
  const listed = (source: 'camera' | 'demo' | 'clip', later: Four) =>
    [FIRST, testOn(20, later, later)].map((one) => ({ drill: 'seated', source, test: one }));

  test('counts the tests that the person did, not the demo nor an analysed video', () => {
    const own = listed('camera', [31, 20, 44, 40]);
    const shown = [...listed('demo', [60, 0, 5, 80]), ...listed('clip', [60, 0, 5, 80])];
    expect(ownErrorsIn([...own, ...shown])).toEqual(ownErrorsIn(own));
    expect(ownErrorsIn(own).get('seated')).toBeDefined();
    expect(ownErrorsIn(shown).size).toBe(0);
  });

  test('joins two tests of one sitting, as the passport does', () => {
    const [left, right] = [testOn(20, [31, 20, 44, 40], null), testOn(20.01, null, [33, 21, 47, 40])];
    const sets = [FIRST, left, right].map((one) => ({ drill: 'seated', source: 'camera' as const, test: one }));
    const [passport] = passportsOf([FIRST, left, right]);
    expect(ownErrorsIn(sets).get('seated')).toEqual(passport?.own);
  });
});

describe('the smallest real change', () => {
  const range = (value: number) => ({ value, sd: 3 });

  test('moves from the general error towards the own one with its freedom, and not below the floor', () => {
    const general = realChangeLine(range(30), range(38));
    const half = realChangeLine(range(30), range(38), { sd: 1, freedom: 6 });
    expect(half).toBeCloseTo(1.96 * Math.sqrt(2 * ((9 + 1) / 2)), 9);
    expect(realChangeLine(range(30), range(38), { sd: 1, freedom: 3 })).toBeGreaterThan(half);
    expect(half).toBeLessThan(general);
    expect(realChangeLine(range(30), range(38), { sd: 0.1, freedom: 600 })).toBe(5.4);
    expect(realChangeLine(range(30), range(38), { sd: 6, freedom: 6 })).toBeGreaterThan(general);
  });

  test('lets a steady person see a change that the general error hides', () => {
    expect(changeBetween(range(30), range(37)).kind).toBe('about-the-same');
    expect(changeBetween(range(30), range(37), { sd: 1, freedom: 6 }).kind).toBe('more');
  });

  test('is the own one in a passport with tests of two days, and in the comparison of two tests', () => {
    const before = testOn(0, [30, 20, 45, 40], [32, 22, 46, 41]);
    const later = testOn(28, [36, 26, 45, 40], [38, 28, 46, 41]);
    const own = passportsOf([before, later])[0]?.own ?? null;
    expect(own).toEqual({ sd: 0, freedom: 6 });
    const more = (error: typeof own) => {
      const comparison = compareTests(before, later, error);
      return comparison.kind === 'compared' ? comparison.changes.filter(({ change }) => change.kind === 'more') : [];
    };
    expect([more(null).length, more(own).length]).toEqual([4, 4]);
    const unsure = { left: null, right: null };
    expect(compareTests({ ...before, hips: unsure }, later, own)).toEqual({ kind: 'compared', changes: [] });
    expect(passportsOf([before])[0]?.own).toBeNull();
  });
});
