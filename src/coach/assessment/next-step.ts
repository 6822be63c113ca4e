import { type Milliseconds, type Side, SIDES } from '../../instrument/geometry/units.ts';
import { type CivilDay, WEEK } from '../planning/civil-day.ts';
import { isStop, painLight } from '../review/after-set.ts';
import type { HipPlan } from './hip-programme.ts';
import { HIP_STEPS, type HipStep } from '../safety/red-flags.ts';
import type { DoneSet } from '../planning/parts-done.ts';
import { type EndFeel, endsRangeWork } from '../safety/answers.ts';
import { hipsOfSet, tellsOfPain } from '../safety/person.ts';
import type { HipTest } from './hip-test.ts';
import type { OwnError } from '../progress/real-change.ts';
import { compareTests, trainedDays } from './retest.ts';
import { knownMoment } from './sittings.ts';

/** Why the next programme is harder, easier or the same. `docs/hip-programme.md` has the table. */
export type StepReason =
  | 'stopped'
  | 'stopped-one'
  | 'sore'
  | 'hardly-done'
  | 'gained'
  | 'not-comparable'
  | 'less'
  | 'ask-end-feel'
  | 'end-feel'
  | 'no-change'
  | 'calm';

export interface NextStep {
  readonly step: HipStep;
  readonly why: StepReason;
}

/** Sets whose pain is looked at: the last ones. */
const LAST_SETS = 2;
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
  /** The person's own error. Absent or null: not known. */
  readonly own?: OwnError | null;
  readonly sets: readonly DoneSet[];
  readonly now: Milliseconds;
  readonly dayOf: (moment: Milliseconds) => CivilDay;
  /** How the end of the movement feels, told since the later test. */
  readonly endFeel: Readonly<Partial<Record<Side, EndFeel>>>;
}

/** The hips that a set since then was stopped for, or that hurt a lot after one. */
const stoppedAfter = (moment: Milliseconds, sets: readonly DoneSet[]): ReadonlySet<Side> =>
  new Set(sets.filter((set) => set.startedAt > moment && isStop(set)).flatMap(hipsOfSet));

/**
 * The step until the next test: that of the programme that was taken. Stops of both hips since the test make it gentle, as they
 * will after the next one; a stop of one hip spares that hip (`propose`). If only pain had made that programme gentle, the step
 * is build; `allowed` looks at the pain of today.
 * @param plan null: no programme yet
 */
export function stepUntilRetest(
  plan: HipPlan | null,
  test: HipTest,
  sets: readonly DoneSet[],
  now: Milliseconds,
): { readonly step: HipStep; readonly why: StepReason | null } {
  // A stop in the test itself counts as well.
  const stopped = stoppedAfter(knownMoment(test, now) - 1, sets);
  if (stopped.size === SIDES.length) return { step: 'gentle', why: 'stopped' };
  const why = stopped.size > 0 ? 'stopped-one' : null;
  if (plan === null || (plan.step === 'gentle' && painLight(plan.pain) !== 'green')) return { step: 'build', why };
  return { step: plan.step, why };
}

/** The step after a retest. Pain decides first, then whether anything was done, then the change beyond error. */
export function nextStep({ step, before, after, own = null, sets, now, dayOf, endFeel }: StepInput): NextStep {
  const since = knownMoment(before, now);
  const stopped = stoppedAfter(since, sets);
  if (stopped.size === SIDES.length) return { step: 'gentle', why: 'stopped' };
  const done = sets
    .filter((set) => tellsOfPain(set) && set.startedAt > since && set.startedAt <= now)
    .toSorted((one, other) => other.startedAt - one.startedAt);
  const sore = new Set(
    done
      .slice(0, LAST_SETS)
      .filter(({ pain }) => painLight(pain ?? 0) !== 'green')
      .flatMap(hipsOfSet),
  );
  if (sore.size === SIDES.length) return { step: easier(step), why: 'sore' };
  if (stopped.size > 0) return { step, why: 'stopped-one' };
  const weeks = (now - since) / WEEK;
  if (weeks < LEAST_WEEKS || trainedDays(sets, since, now, dayOf) < DAYS_A_WEEK * Math.floor(weeks))
    return { step, why: 'hardly-done' };
  if (step === 'gentle') return { step: harder(step), why: 'calm' };
  return afterChange({ step, before, after, own, endFeel });
}

/**
 * What helps is kept; less than before is never answered with more. What does not help is made harder only where the end of the
 * movement is told and gives: against a hard or pinching end nothing is.
 */
function afterChange({
  step,
  before,
  after,
  own = null,
  endFeel,
}: Pick<StepInput, 'step' | 'before' | 'after' | 'own' | 'endFeel'>): NextStep {
  const comparison = compareTests(before, after, own);
  const inwards =
    comparison.kind === 'compared' ? comparison.changes.filter(({ rotation }) => rotation === 'internal') : [];
  if (inwards.length === 0) return { step, why: 'not-comparable' };
  if (inwards.some(({ change }) => change.kind === 'less')) return { step, why: 'less' };
  if (inwards.some(({ change }) => change.kind === 'more')) return { step, why: 'gained' };
  const feels = [...new Set(inwards.map(({ side }) => side))].map((side) => endFeel[side]);
  if (feels.some((feel) => feel !== undefined && endsRangeWork(feel))) return { step, why: 'end-feel' };
  if (feels.includes(undefined)) return { step, why: 'ask-end-feel' };
  return { step: harder(step), why: 'no-change' };
}
