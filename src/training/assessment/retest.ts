import type { Rotation } from '../../coach/drill-definition.ts';
import { type Change, changeBetween, type OwnError } from '../../coach/progress/real-change.ts';
import { isPerformed, type RecordSource } from '../../coach/record/set-record.ts';
import { mean } from '../../instrument/geometry/statistics.ts';
import type { Degrees, Milliseconds } from '../../instrument/geometry/units.ts';
import {
  type HipTest,
  type Incomparable,
  isHipTestDrill,
  knownMoment,
  rangeIn,
  type RangeName,
  RANGES,
  ROTATIONS,
  sittingsIn,
  testedMoment,
  whyIncomparable,
} from './hip-test.ts';
import type { CivilDay } from '../planning/civil-day.ts';
import type { DoneSet } from '../planning/parts-done.ts';

/** Days after a test. Before, a hip has hardly changed; later, the programme should be looked at in any case. */
const RETEST_FROM = 14;
const RETEST_BY = 28;
/** Days with a set in two weeks from which a test tells whether it helped. */
const ENOUGH_DAYS = 4;

/**
 * When the next test is asked for. `early`: not before `from`. `open`: it says something now, because enough was done.
 * `wait`: two weeks are over, but hardly anything was done. `due`: four weeks are over. `unknown`: the test is dated ahead of the
 * clock, so nobody knows how old it is.
 */
export interface RetestState {
  readonly kind: 'early' | 'open' | 'wait' | 'due' | 'unknown';
  readonly from: CivilDay;
  readonly by: CivilDay;
  /** Days with a set since the test. */
  readonly days: number;
}

/** Whether a hip had trained before its test on the same day: a warm hip turns further, so the test belongs before. */
export function trainedBefore(
  test: Pick<HipTest, 'testedAt'>,
  sets: readonly Pick<DoneSet, 'drill' | 'startedAt'>[],
  dayOf: (moment: Milliseconds) => CivilDay,
): boolean {
  const at = testedMoment(test);
  return sets.some(
    ({ drill, startedAt }) => !isHipTestDrill(drill) && startedAt < at && dayOf(startedAt) === dayOf(at),
  );
}

/** The days since a moment on which a set was finished. A test is no training. */
export const trainedDays = (
  sets: readonly DoneSet[],
  since: Milliseconds,
  now: Milliseconds,
  dayOf: (moment: Milliseconds) => CivilDay,
): number =>
  new Set(
    sets
      .filter(({ drill, ended }) => ended === 'finished' && !isHipTestDrill(drill))
      .filter(({ startedAt }) => startedAt > since && startedAt <= now)
      .map(({ startedAt }) => dayOf(startedAt)),
  ).size;

export function retestState(
  test: HipTest,
  sets: readonly DoneSet[],
  now: Milliseconds,
  dayOf: (moment: Milliseconds) => CivilDay,
): RetestState {
  const tested = knownMoment(test, now);
  const from = dayOf(tested) + RETEST_FROM;
  const by = dayOf(tested) + RETEST_BY;
  const today = dayOf(now);
  const days = trainedDays(sets, tested, now, dayOf);
  const basis = { from, by, days };
  if (tested === 0) return { kind: 'unknown', ...basis };
  if (today >= by) return { kind: 'due', ...basis };
  if (today < from) return { kind: 'early', ...basis };
  return { kind: days >= ENOUGH_DAYS ? 'open' : 'wait', ...basis };
}

export interface RangeChange extends RangeName {
  readonly change: Change;
}

export type TestComparison =
  | { readonly kind: 'compared'; readonly changes: readonly RangeChange[] }
  | { readonly kind: Incomparable };

/** @param own the person's own error; null: not known, so the general one decides */
export function compareTests(before: HipTest, after: HipTest, own: OwnError | null = null): TestComparison {
  const kind = whyIncomparable(before, after);
  if (kind !== null) return { kind };
  const changes = RANGES.flatMap((range): RangeChange[] => {
    const [earlier, later] = [rangeIn(before, range), rangeIn(after, range)];
    return earlier && later ? [{ ...range, change: changeBetween(earlier, later, own) }] : [];
  });
  return { kind: 'compared', changes };
}

/** The newest earlier test from the same place by the same instrument; null: there is none. */
export const lastComparable = (test: HipTest, earlier: readonly HipTest[]): HipTest | null =>
  earlier.find((one) => compareTests(one, test).kind === 'compared') ?? null;

/** Tests that are further apart were made on different days. */
const ANOTHER_DAY: Milliseconds = 12 * 3600 * 1000;
/** With less, chance alone may halve or double the standard deviation. Two tests in which one direction was read have three. */
const LEAST_FREEDOM = 3;

/** Later minus earlier of every range of one direction that both tests read. */
const differencesIn = (rotation: Rotation, earlier: HipTest, later: HipTest): readonly Degrees[] =>
  RANGES.filter((range) => range.rotation === rotation).flatMap((range) => {
    const [before, after] = [rangeIn(earlier, range), rangeIn(later, range)];
    return before && after ? [after.value - before.value] : [];
  });

/** Sum of squares about the mean, and its degrees of freedom. */
function scatterOf(differences: readonly Degrees[]): { readonly squares: number; readonly freedom: number } {
  if (differences.length < 2) return { squares: 0, freedom: 0 };
  const middle = mean(differences);
  const squares = differences.reduce((sum, one) => sum + (one - middle) ** 2, 0);
  return { squares, freedom: differences.length - 1 };
}

/**
 * The person's own error: the typical error of their tests on different days, which is the standard deviation of the differences
 * between two tests divided by √2, without the mean change (Hopkins 2000, Sports Med 30:1–15). The mean change of both hips
 * is taken off for each direction, because that is what training does. A change of one range alone stays in it, so such a change
 * is called real later, never sooner. Null: fewer than two days, or too few ranges.
 * @param tests in any order. Those comparable with the newest count
 */
export function ownErrorOf(tests: readonly HipTest[]): OwnError | null {
  const all = tests.toSorted((one, other) => testedMoment(one) - testedMoment(other));
  const newest = all.at(-1);
  if (newest === undefined) return null;
  const inOrder = all.filter((test) => whyIncomparable(test, newest) === null);
  let [squares, freedom] = [0, 0];
  for (const [index, later] of inOrder.entries()) {
    const earlier = inOrder[index - 1];
    if (earlier === undefined || testedMoment(later) - testedMoment(earlier) < ANOTHER_DAY) continue;
    for (const rotation of ROTATIONS) {
      const scatter = scatterOf(differencesIn(rotation, earlier, later));
      squares += scatter.squares;
      freedom += scatter.freedom;
    }
  }
  return freedom < LEAST_FREEDOM ? null : { sd: Math.sqrt(squares / freedom / 2), freedom };
}

interface ListedSet {
  readonly drill: string;
  readonly source: RecordSource['kind'];
  readonly test?: HipTest | undefined;
}

/** The person's own error by drill, from the hip tests among these sets. A drill without an entry: no test, or not known. */
export function ownErrorsIn(sets: readonly ListedSet[]): ReadonlyMap<string, OwnError> {
  const drills = new Set(sets.flatMap(({ drill, test }) => (test ? [drill] : [])));
  const errors = [...drills].flatMap((drill) => {
    const tests = sets.flatMap((set) => (set.drill === drill && isPerformed(set.source) && set.test) || []);
    const [any] = tests;
    const error = any && ownErrorOf(sittingsIn(any.position, tests, Number.POSITIVE_INFINITY));
    return error ? [[drill, error] as const] : [];
  });
  return new Map(errors);
}
