import { SIDES } from '../../instrument/geometry/units.ts';
import type { HipQuestions, ProposalInput } from '../../training/assessment/hip-programme.ts';
import type { HipStep } from '../../training/safety/red-flags.ts';
import type { HipTest } from '../../training/assessment/hip-test.ts';
import { type NextStep, nextStep, type StepInput, stepUntilRetest } from '../../training/assessment/next-step.ts';
import type { Passport } from '../../training/assessment/passport.ts';
import { strengthEarned } from '../../training/load/strength-earned.ts';
import { knownMoment } from '../../training/assessment/sittings.ts';
import { ME, type SafetyAnswers } from '../../training/safety/answers.ts';
import type { SetOverview, Settings } from '../../storage/storage-contract.ts';
import { setLength } from '../home-and-drill/plan-choice.ts';
import { spokenProgrammes } from '../programmes/programme-plan.ts';
import { dayAmong, doneSets } from '../programmes/week-input.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { isStop } from '../../training/review/after-set.ts';
import { checkedStops, familyIn, isChecked } from '../../training/safety/person.ts';
import { answeredPerson } from '../safety/person-now.ts';
import type { Services } from '../shell/services.ts';

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
    person: answeredPerson(drills, current, now),
    clamp: (preset) => presets.clamp(preset),
    lengthOf: setLength,
    plan: current.week,
    programmes: [...spokenProgrammes(), ...current.programmes],
    now,
    dayOf: dayAmong(all),
  };
}

/** How hard the next programme is, and why; `why` is null where nothing has changed since the last one. */
export function stepNow(
  drills: readonly DrillDefinition[],
  { hipPlan, safety, symptomChecked }: Pick<Settings, 'hipPlan' | 'safety' | 'symptomChecked'>,
  { test, earlier, own }: Passport,
  all: readonly SetOverview[],
  now: number,
): { readonly step: HipStep; readonly why: NextStep['why'] | null } {
  const checked = checkedStops(symptomChecked, (id) => familyIn(drills, id), now);
  // Who has had a stop checked is not held back by it.
  const sets = doneSets(all).filter(
    (set) => !isStop(set) || !isChecked({ ...set, family: familyIn(drills, set.drill) }, checked, now),
  );
  const before = earlier.find(({ id }) => id === hipPlan?.test);
  if (hipPlan === null || before === undefined) return stepUntilRetest(hipPlan, test, sets, now);
  return nextStep({
    step: hipPlan.step,
    before,
    after: test,
    earlier,
    own,
    sets,
    drills,
    strength: strengthEarned(sets, drills, now).earned,
    now,
    dayOf: dayAmong(all),
    endFeel: feltSince(safety[ME]?.endFeel ?? {}, test, now),
  });
}

/** How the end felt, as far as it was told since the test. */
const feltSince = (endFeel: SafetyAnswers['endFeel'], test: HipTest, now: number): StepInput['endFeel'] =>
  Object.fromEntries(
    SIDES.flatMap((side) => {
      const told = endFeel[side];
      return told && Date.parse(told.at) >= knownMoment(test, now) ? [[side, told.feel]] : [];
    }),
  );
