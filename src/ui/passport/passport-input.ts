import type { HipQuestions, HipStep, ProposalInput } from '../../coach/assessment/hip-programme.ts';
import { hipTestOfSet, isHipTestDrill } from '../../coach/assessment/hip-test-of-set.ts';
import type { HipTest } from '../../coach/assessment/hip-test.ts';
import { type NextStep, nextStep, stepUntilRetest } from '../../coach/assessment/next-step.ts';
import type { Passport } from '../../coach/assessment/passport.ts';
import { dayInZone } from '../../coach/planning/civil-day.ts';
import type { SetOverview, Settings } from '../../storage/storage-contract.ts';
import { lockOf, setLength } from '../home-and-drill/plan-choice.ts';
import { spokenProgrammes } from '../programmes/programme-plan.ts';
import { doneSets, personsZone } from '../programmes/week-input.ts';
import type { Services } from '../shell/services.ts';

/** Tests that are read. Older ones are not compared with, and each is a whole set. */
const MOST_TESTS = 24;

/** The stored tests. A test that is damaged is left out. */
export async function storedTests(
  { sets }: Pick<Services, 'sets'>,
  all: readonly SetOverview[],
): Promise<readonly HipTest[]> {
  const ids = all
    .filter(({ drill, source }) => isHipTestDrill(drill) && source !== 'demo')
    .slice(0, MOST_TESTS)
    .map(({ id }) => id);
  const records = await Promise.all(ids.map((id) => sets.load(id).catch(() => null)));
  return records.flatMap((record) => (record && hipTestOfSet(record)) ?? []);
}

const dayOf = () => dayInZone(personsZone());

/** What a proposal is made from, at this moment. */
export function proposalInput(
  { drills, presets, settings }: Services,
  all: readonly SetOverview[],
  passport: Passport,
  questions: HipQuestions,
  step: HipStep,
  now: number,
): ProposalInput {
  const { current } = settings;
  return {
    passport,
    questions,
    step,
    drills,
    sets: doneSets(all),
    isHeld: (drill) => lockOf(drill, drills, all, current) !== null,
    clamp: (preset) => presets.clamp(preset),
    lengthOf: setLength,
    plan: current.week,
    programmes: [...spokenProgrammes(), ...current.programmes],
    now,
    dayOf: dayOf(),
  };
}

/** How hard the next programme is, and why; `why` is null where nothing has changed since the last one. */
export function stepNow(
  { hipPlan }: Pick<Settings, 'hipPlan'>,
  { test, earlier }: Passport,
  all: readonly SetOverview[],
  now: number,
): { readonly step: HipStep; readonly why: NextStep['why'] | null } {
  const sets = doneSets(all);
  const before = earlier.find(({ id }) => id === hipPlan?.test);
  if (hipPlan === null || before === undefined) return stepUntilRetest(hipPlan, test, sets, now);
  return nextStep({ step: hipPlan.step, before, after: test, sets, now, dayOf: dayOf() });
}
