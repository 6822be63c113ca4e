import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { CivilDay } from '../planning/civil-day.ts';
import { isStop, painLight } from '../review/after-set.ts';
import { type DoneSet, HIP_STEPS, type HipPlan, type HipStep } from './hip-programme.ts';
import type { HipTest } from './hip-test.ts';
import { compareTests, trainedDays } from './retest.ts';
import { tellsOfPain } from './safe-drills.ts';
import { knownMoment } from './sittings.ts';

/** Why the next programme is harder, easier or the same. `docs/hip-programme.md` has the table. */
export type StepReason =
  | 'stopped'
  | 'sore'
  | 'hardly-done'
  | 'gained'
  | 'not-comparable'
  | 'less'
  | 'no-change'
  | 'calm';

export interface NextStep {
  readonly step: HipStep;
  readonly why: StepReason;
}

/** Sets whose pain is looked at: the last ones. */
const LAST_SETS = 2;
const WEEK: Milliseconds = 7 * 24 * 3600 * 1000;
/** Trained days a week from which a missing gain says something. */
const DAYS_A_WEEK = 2;
/** Weeks that a step lasts at least. */
const LEAST_WEEKS = 2;

const harder = (step: HipStep): HipStep => HIP_STEPS[HIP_STEPS.indexOf(step) + 1] ?? step;
const easier = (step: HipStep): HipStep => HIP_STEPS[HIP_STEPS.indexOf(step) - 1] ?? step;

export interface StepInput {
  /** The step since the earlier test. */
  readonly step: HipStep;
  readonly before: HipTest;
  readonly after: HipTest;
  readonly sets: readonly DoneSet[];
  readonly now: Milliseconds;
  readonly dayOf: (moment: Milliseconds) => CivilDay;
}

const stoppedAfter = (moment: Milliseconds, sets: readonly DoneSet[]): boolean =>
  sets.some((set) => set.startedAt > moment && isStop(set));

/**
 * The step until the next test: that of the programme that was taken. A stop since the test makes it gentle, as it will after
 * the next one. If only pain had made that programme gentle, the step is build; `allowedStep` looks at the pain of today.
 * @param plan null: no programme yet
 */
export function stepUntilRetest(
  plan: HipPlan | null,
  test: HipTest,
  sets: readonly DoneSet[],
  now: Milliseconds,
): { readonly step: HipStep; readonly why: StepReason | null } {
  // A stop in the test itself counts as well.
  if (stoppedAfter(knownMoment(test, now) - 1, sets)) return { step: 'gentle', why: 'stopped' };
  if (plan === null || (plan.step === 'gentle' && painLight(plan.pain) !== 'green'))
    return { step: 'build', why: null };
  return { step: plan.step, why: null };
}

/** The step after a retest. Pain decides first, then whether anything was done, then the change beyond error. */
export function nextStep({ step, before, after, sets, now, dayOf }: StepInput): NextStep {
  const since = knownMoment(before, now);
  if (stoppedAfter(since, sets)) return { step: 'gentle', why: 'stopped' };
  const done = sets
    .filter((set) => tellsOfPain(set) && set.startedAt > since && set.startedAt <= now)
    .toSorted((one, other) => other.startedAt - one.startedAt);
  if (done.slice(0, LAST_SETS).some(({ pain }) => painLight(pain ?? 0) !== 'green'))
    return { step: easier(step), why: 'sore' };
  const weeks = (now - since) / WEEK;
  if (weeks < LEAST_WEEKS || trainedDays(sets, since, now, dayOf) < DAYS_A_WEEK * Math.floor(weeks))
    return { step, why: 'hardly-done' };
  if (step === 'gentle') return { step: harder(step), why: 'calm' };
  return afterChange(step, before, after);
}

/** What helps is kept; what does not is made harder; less than before is never answered with more. */
function afterChange(step: HipStep, before: HipTest, after: HipTest): NextStep {
  const comparison = compareTests(before, after);
  const inwards =
    comparison.kind === 'compared' ? comparison.changes.filter(({ rotation }) => rotation === 'internal') : [];
  if (inwards.length === 0) return { step, why: 'not-comparable' };
  if (inwards.some(({ change }) => change.kind === 'less')) return { step, why: 'less' };
  if (inwards.some(({ change }) => change.kind === 'more')) return { step, why: 'gained' };
  return { step: harder(step), why: 'no-change' };
}
