import { type Milliseconds, type Side, SIDES } from '../../instrument/geometry/units.ts';
import { type CivilDay, WEEK } from '../planning/civil-day.ts';
import { isStop, painLight } from '../review/after-set.ts';
import type { HipPlan } from './hip-programme.ts';
import { GOAL_OF, HIP_STEPS, type HipStep } from '../safety/red-flags.ts';
import type { DoneSet } from '../planning/parts-done.ts';
import { type EndFeel, endsRangeWork } from '../safety/answers.ts';
import { tellsOfPain } from '../safety/person.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { feltEasyTwice, setsOf, worksHip, hipsTold } from '../load/tolerance.ts';
import { type HipTest, knownMoment } from './hip-test.ts';
import type { OwnError } from '../../coach/progress/real-change.ts';
import { compareTests, type RangeChange, trainedDays } from './retest.ts';

/** Why the next programme is harder, easier or the same. `docs/hip-programme.md` has the table. */
export type StepReason =
  | 'stopped'
  | 'stopped-one'
  | 'sore'
  | 'hardly-done'
  | 'calm'
  | 'less'
  | 'easy'
  | 'not-earned'
  | 'gained'
  | 'not-comparable'
  | 'noise'
  | 'ask-end-feel'
  | 'end-feel'
  | 'no-change';

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
/** Weeks after which no change means something; before, it is noise. Judgement. */
const PLATEAU_WEEKS = 6;

const harder = (step: HipStep): HipStep => HIP_STEPS[HIP_STEPS.indexOf(step) + 1] ?? step;
const easier = (step: HipStep): HipStep => HIP_STEPS[HIP_STEPS.indexOf(step) - 1] ?? step;

export interface StepInput {
  /** The step since the earlier test. */
  readonly step: HipStep;
  readonly before: HipTest;
  readonly after: HipTest;
  /** All tests before the later one, newest first. */
  readonly earlier: readonly HipTest[];
  /** The person's own error. Absent or null: not known. */
  readonly own?: OwnError | null;
  readonly sets: readonly DoneSet[];
  readonly drills: readonly DrillDefinition[];
  readonly strength: boolean;
  readonly now: Milliseconds;
  readonly dayOf: (moment: Milliseconds) => CivilDay;
  /** How the end of the movement feels, told since the later test. */
  readonly endFeel: Readonly<Partial<Record<Side, EndFeel>>>;
}

/** The hips that a set since then was stopped for, or that hurt a lot after one. */
const stoppedAfter = (moment: Milliseconds, sets: readonly DoneSet[]): ReadonlySet<Side> =>
  new Set(sets.filter((set) => set.startedAt > moment && isStop(set)).flatMap(hipsTold));

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

const isSore = ({ pain, morning }: DoneSet): boolean => painLight(pain ?? 0) !== 'green' || morning === 'much';

/** Enough days with a set since then to tell whether it helps. */
const isTrained = ({ sets, now, dayOf }: StepInput, since: Milliseconds): boolean =>
  trainedDays(sets, since, now, dayOf) >= DAYS_A_WEEK * Math.floor((now - since) / WEEK);

/** The step after a retest. Pain decides first, then whether anything was done, then how it was borne, then the change beyond error. */
export function nextStep(input: StepInput): NextStep {
  const { step, before, sets, now } = input;
  const since = knownMoment(before, now);
  const stopped = stoppedAfter(since, sets);
  if (stopped.size === SIDES.length) return { step: 'gentle', why: 'stopped' };
  const done = sets
    .filter((set) => tellsOfPain(set) && set.startedAt > since && set.startedAt <= now)
    .toSorted((one, other) => other.startedAt - one.startedAt);
  const sore = new Set(done.slice(0, LAST_SETS).filter(isSore).flatMap(hipsTold));
  if (sore.size === SIDES.length) return { step: easier(step), why: 'sore' };
  if (stopped.size > 0) return { step, why: 'stopped-one' };
  if (now - since < LEAST_WEEKS * WEEK || !isTrained(input, since)) return { step, why: 'hardly-done' };
  if (step === 'gentle') return { step: harder(step), why: 'calm' };
  return afterChange(input);
}

const inwards = (before: HipTest, { after, own = null }: Pick<StepInput, 'after' | 'own'>): readonly RangeChange[] => {
  const comparison = compareTests(before, after, own);
  return comparison.kind === 'compared' ? comparison.changes.filter(({ rotation }) => rotation === 'internal') : [];
};

/** Whether the last sets of this step felt easy, so that more may follow. */
function feelsEasy({ step, before, sets, drills, now, dayOf }: StepInput): boolean {
  const since = knownMoment(before, now);
  const own = setsOf(sets, drills, worksHip).filter(
    ({ goal, startedAt }) => goal === GOAL_OF[step] && startedAt > since,
  );
  return feltEasyTwice(own, sets, now, dayOf);
}

/** Whether six weeks of training have changed nothing: since the newest test that is so much older, and can be compared. */
function isPlateau(input: StepInput): boolean {
  const { after, earlier, now } = input;
  const at = knownMoment(after, now);
  const old = earlier.find((test) => {
    const before = knownMoment(test, now);
    return before > 0 && at - before >= PLATEAU_WEEKS * WEEK && inwards(test, input).length > 0;
  });
  return (
    old !== undefined &&
    isTrained(input, knownMoment(old, now)) &&
    inwards(old, input).every(({ change }) => change.kind === 'about-the-same')
  );
}

/**
 * What was borne easily becomes harder, and nothing else does: a missing gain is noise at first, and after six weeks a hip that may be
 * built so. Less than before, and a hard or pinching end, are never answered with more.
 */
function afterChange(input: StepInput): NextStep {
  const { step, before, strength, endFeel } = input;
  const changes = inwards(before, input);
  if (changes.some(({ change }) => change.kind === 'less')) return { step, why: 'less' };
  const ends = Object.values(endFeel).some(endsRangeWork);
  const next = harder(step);
  if (next !== step && !ends && feelsEasy(input))
    return strength ? { step: next, why: 'easy' } : { step, why: 'not-earned' };
  if (changes.length === 0) return { step, why: 'not-comparable' };
  if (changes.some(({ change }) => change.kind === 'more')) return { step, why: 'gained' };
  if (!isPlateau(input)) return { step, why: 'noise' };
  if (ends) return { step, why: 'end-feel' };
  const isTold = changes.every(({ side }) => endFeel[side] !== undefined);
  return { step, why: isTold ? 'no-change' : 'ask-end-feel' };
}
