import type { Preset } from '../../coach/drill-definition.ts';
import type { Programme } from '../planning/programme.ts';
import { PROGRAMME_LIMITS } from '../planning/programme.ts';
import type { ProgrammeRun } from '../planning/programme-run.ts';
import type { WeekEntry } from '../planning/week.ts';
import { HIP_PROGRAMME, type HipPlan, type HipProposal, type HipQuestions } from './hip-programme.ts';
import type { HipTest } from './hip-test.ts';

/** The stored things that an accepted proposal changes. */
export interface Accepted {
  readonly programmes: readonly Programme[];
  readonly programmeRuns: Readonly<Record<string, ProgrammeRun>>;
  readonly week: readonly WeekEntry[];
  /** By `drill/goal`. */
  readonly presets: Readonly<Record<string, Preset>>;
  readonly hipPlan: HipPlan | null;
}

/** The settings with the proposal in place of an earlier one. Null: there is no room for another programme. */
export function accepted(
  current: Accepted,
  { programme, presets, week, step }: HipProposal,
  questions: HipQuestions,
  { id: test }: Pick<HipTest, 'id'>,
  { title, summary, at }: Pick<Programme, 'title' | 'summary'> & Pick<HipPlan, 'at'>,
): Accepted | null {
  const others = current.programmes.filter(({ id }) => id !== HIP_PROGRAMME);
  if (others.length >= PROGRAMME_LIMITS.programmes) return null;
  const { [HIP_PROGRAMME]: _old, ...programmeRuns } = current.programmeRuns;
  const own = presets.map(({ drill, goal, preset }) => [`${drill}/${goal}`, preset] as const);
  return {
    programmes: [...others, { ...programme, title, summary }],
    programmeRuns,
    week: [...current.week.filter(({ programme: of }) => of !== HIP_PROGRAMME), week],
    presets: { ...current.presets, ...Object.fromEntries(own) },
    hipPlan: { ...questions, step, test, at },
  };
}

/** Whether the person has it already: taking it again would change no drill and no number. Days that they changed stay theirs. */
export function isTaken(
  { programmes, presets: own, hipPlan }: Pick<Accepted, 'programmes' | 'presets' | 'hipPlan'>,
  { programme, presets, step }: HipProposal,
  { id: test }: Pick<HipTest, 'id'>,
): boolean {
  const taken = programmes.find(({ id }) => id === HIP_PROGRAMME);
  return (
    taken !== undefined &&
    hipPlan?.test === test &&
    hipPlan.step === step &&
    isSame(taken.blocks, programme.blocks) &&
    presets.every(({ drill, goal, preset }) => isSame(own[`${drill}/${goal}`], preset))
  );
}

/** Stored data come back with their keys in another order. */
const inOrder = (_key: string, value: unknown): unknown =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1)))
    : value;

const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one, inOrder) === JSON.stringify(other, inOrder);
