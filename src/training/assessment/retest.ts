import { type Milliseconds, type Side, SIDES } from '../../instrument/geometry/units.ts';
import type { CivilDay } from '../planning/civil-day.ts';
import { type Change, changeBetween, type OwnError } from '../../coach/progress/real-change.ts';
import type { DoneSet } from '../planning/parts-done.ts';
import { type HipTest, EFFORTS, ROTATIONS } from './hip-test.ts';
import type { Effort, Rotation } from '../../coach/drill-definition.ts';
import { isHipTestDrill } from './test-drills.ts';
import { type Incomparable, knownMoment, testedMoment, whyIncomparable } from './sittings.ts';

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

export interface RangeChange {
  readonly side: Side;
  readonly rotation: Rotation;
  readonly effort: Effort;
  readonly change: Change;
}

export type TestComparison =
  | { readonly kind: 'compared'; readonly changes: readonly RangeChange[] }
  | { readonly kind: Incomparable };

/** @param own the person's own error; null: not known, so the general one decides */
export function compareTests(before: HipTest, after: HipTest, own: OwnError | null = null): TestComparison {
  const kind = whyIncomparable(before, after);
  if (kind !== null) return { kind };
  const changes = SIDES.flatMap((side) =>
    ROTATIONS.flatMap((rotation) =>
      EFFORTS.flatMap((effort): RangeChange[] => {
        const earlier = before.hips[side]?.[rotation][effort]?.result;
        const later = after.hips[side]?.[rotation][effort]?.result;
        return earlier && later ? [{ side, rotation, effort, change: changeBetween(earlier, later, own) }] : [];
      }),
    ),
  );
  return { kind: 'compared', changes };
}

/** The newest earlier test from the same place by the same instrument; null: there is none. */
export const lastComparable = (test: HipTest, earlier: readonly HipTest[]): HipTest | null =>
  earlier.find((one) => compareTests(one, test).kind === 'compared') ?? null;
