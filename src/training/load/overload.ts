import type { Milliseconds } from '../../instrument/geometry/units.ts';
import { type DrillDefinition, type Goal, GOALS, type Preset } from '../../coach/drill-definition.ts';
import type { CivilDay } from '../planning/civil-day.ts';
import type { DoneSet } from '../planning/parts-done.ts';
import type { SetLoad } from '../../coach/record/set-record.ts';
import { noMore } from '../safety/within-limits.ts';
import { complaintOf, feltEasyTwice, hasPush, lately, worksHip } from './tolerance.ts';

/** What changes: the hold of push and pull, repetitions, seconds, or rounds. */
export type LoadPart = 'hold' | 'reps' | 'seconds' | 'rounds';

/** One thing more or less for the next set of a drill. */
export type LoadChange = {
  /** Up after two easy days; down after pain, or after a morning that was clearly worse. */
  readonly way: 'up' | 'down';
  readonly why: 'easy' | 'pain' | 'morning';
  /** The numbers of the next set, for its goal. */
  readonly goal: Goal;
  readonly preset: Preset;
} & (
  | { readonly what: LoadPart; readonly from: number; readonly to: number }
  | { readonly what: 'goal'; readonly from: Goal; readonly to: Goal }
);

export interface LoadInput {
  readonly drill: DrillDefinition;
  /** The goal of the next set. */
  readonly goal: Goal;
  /** The person's numbers for each goal, as they are now. */
  readonly numbersFor: (goal: Goal) => Preset;
  /** All sets of the person. */
  readonly sets: readonly DoneSet[];
  /** Strength is earned, or a prescription allows it. */
  readonly strength: boolean;
  readonly now: Milliseconds;
  readonly dayOf: (moment: Milliseconds) => CivilDay;
  readonly clamp: (preset: Preset) => Preset;
}

/** The steps of each number, small enough that a hip that bore one bears the next. Judgement. */
const STEPS: Readonly<Record<Exclude<LoadPart, 'rounds'>, readonly number[]>> = {
  hold: [5, 10, 15, 20, 30],
  reps: [4, 5, 6, 8, 10, 12, 15, 20],
  seconds: [15, 20, 30, 45, 60, 75, 90],
};
/** The largest number that is offered, unless the drill asks for more itself. */
const MOST: Readonly<Record<LoadPart, number>> = { hold: 30, reps: 15, seconds: 90, rounds: 3 };

/** The number of a preset that each is. */
export const LOAD_KEYS = {
  hold: 'pailsHold',
  reps: 'reps',
  seconds: 'passive',
  rounds: 'rounds',
} as const satisfies Record<LoadPart, keyof SetLoad>;

/** The part that goes up before the rounds. */
function firstPart(drill: DrillDefinition): Exclude<LoadPart, 'rounds'> {
  if (hasPush(drill)) return 'hold';
  return drill.phases.some(({ kind, timed }) => kind === 'reps' && timed) ? 'seconds' : 'reps';
}

/** The numbers with which a set was done; where they were not stored, those of its goal are the best guess. */
const loadOf = ({ load }: DoneSet, drill: DrillDefinition, goal: Goal): SetLoad => load ?? drill.presets[goal];

const isSameLoad = (drill: DrillDefinition, one: SetLoad, other: SetLoad): boolean =>
  [LOAD_KEYS[firstPart(drill)], LOAD_KEYS.rounds].every((key) => one[key] === other[key]);

/** A number of the load changed. Push and pull are held longer together. */
function withPart(preset: Preset, what: LoadPart, to: number): Preset {
  const rails = what === 'hold' ? preset.rails + to - preset.pailsHold : preset.rails;
  return { ...preset, [LOAD_KEYS[what]]: to, rails };
}

/** `to` undefined: there is no such step. */
interface Step {
  readonly what: LoadPart;
  readonly to: number | undefined;
}

/**
 * One step more: the hold, or repetitions or seconds, then the rounds. A Warm-up grows no further than Build. Where the method gives times
 * and repetitions, only rounds are added.
 */
function stepsUp({ drill, goal }: LoadInput, used: SetLoad): readonly Step[] {
  const part = firstPart(drill);
  const upTo = (what: LoadPart): number => {
    const own = drill.presets[goal === 'prep' ? 'build' : goal][LOAD_KEYS[what]];
    return goal === 'prep' ? own : Math.max(MOST[what], own);
  };
  const to = STEPS[part].find((step) => step > used[LOAD_KEYS[part]]);
  const isFixed = drill.dose?.[goal] === 'method';
  return [
    { what: part, to: isFixed || to === undefined || to > upTo(part) ? undefined : to },
    { what: 'rounds', to: used.rounds < upTo('rounds') ? used.rounds + 1 : undefined },
  ];
}

/** One step less, the last one first: what was added to the goal's own numbers, then the goal, then its own numbers. */
function stepsDown({ drill, goal }: LoadInput, used: SetLoad): readonly (Step | 'goal')[] {
  const part = firstPart(drill);
  const own = drill.presets[goal];
  const to = STEPS[part].findLast((step) => step < used[LOAD_KEYS[part]]);
  const rounds = used.rounds > 1 ? used.rounds - 1 : undefined;
  return [
    { what: 'rounds', to: used.rounds > own.rounds ? rounds : undefined },
    { what: part, to: used[LOAD_KEYS[part]] > own[LOAD_KEYS[part]] ? to : undefined },
    ...(goal === 'strength' ? (['goal'] as const) : []),
    { what: 'rounds', to: rounds },
    { what: part, to },
  ];
}

/** Another goal, with no number above those of before: then only the effort changes. */
function withGoal(input: LoadInput, used: SetLoad, to: Goal, why: LoadChange['why']): LoadChange {
  const { goal, numbersFor, clamp } = input;
  const own = numbersFor(to);
  // The ramp is that of the goal.
  const preset = clamp(noMore(own, { ...numbersFor(goal), ...used, pailsRamp: own.pailsRamp }));
  return { way: why === 'easy' ? 'up' : 'down', why, what: 'goal', from: goal, to, goal: to, preset };
}

/** Null: the person has changed this number since, or the limits leave nothing of it. */
function withStep(input: LoadInput, used: SetLoad, { what, to }: Step, why: LoadChange['why']): LoadChange | null {
  const { goal, numbersFor, clamp } = input;
  const now = numbersFor(goal);
  const [key, way] = [LOAD_KEYS[what], why === 'easy' ? 'up' : 'down'] as const;
  const from = used[key];
  if (to === undefined || now[key] !== from) return null;
  const preset = clamp(withPart(now, what, to));
  const isOne = way === 'up' ? preset[key] > from : preset[key] < from;
  return isOne ? { way, why, what, from, to: preset[key], goal, preset } : null;
}

const canStep = (step: Step | 'goal'): boolean => step === 'goal' || step.to !== undefined;

function less(input: LoadInput, used: SetLoad, why: 'pain' | 'morning'): LoadChange | null {
  const step = stepsDown(input, used).find(canStep);
  if (step === undefined) return null;
  return step === 'goal' ? withGoal(input, used, 'build', why) : withStep(input, used, step, why);
}

function more(input: LoadInput, used: SetLoad): LoadChange | null {
  const { drill, goal, numbersFor, strength } = input;
  const step = stepsUp(input, used).find(canStep);
  if (step !== undefined) return withStep(input, used, step, 'easy');
  const next = GOALS[GOALS.indexOf(goal) + 1];
  // Only a push has another effort in Strength.
  if (next === undefined || (next === 'strength' && !(strength && hasPush(drill)))) return null;
  return isSameLoad(drill, numbersFor(goal), used) ? withGoal(input, used, next, 'easy') : null;
}

/**
 * One thing more or less for the next set of a drill, by how the last sets at its goal were borne; null: the same again. More after two
 * easy days with the same numbers, less after pain of 3 or more or a clearly worse morning. Numbers that the person has changed since
 * stay: they are tried first.
 */
export function overload(input: LoadInput): LoadChange | null {
  const { drill, goal, sets, now, dayOf } = input;
  const own = lately(
    sets.filter((set) => set.drill === drill.id && set.goal === goal),
    now,
  );
  const [newest] = own;
  if (newest === undefined || !worksHip(drill)) return null;
  const used = loadOf(newest, drill, goal);
  const ofDay = own.filter(({ startedAt }) => dayOf(startedAt) === dayOf(newest.startedAt));
  if (ofDay.some((set) => complaintOf(set) === 'pain')) return less(input, used, 'pain');
  if (ofDay.some(({ morning }) => morning === 'much')) return less(input, used, 'morning');
  const isAlike = (set: DoneSet): boolean => isSameLoad(drill, loadOf(set, drill, goal), used);
  return feltEasyTwice(own, sets, now, dayOf, isAlike) ? more(input, used) : null;
}
