import type { Milliseconds, Seconds, WorkingSide } from '../../instrument/geometry/units.ts';
import { unlessAhead } from '../../coach/assessment/iso-moment.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import type { DrillDefinition, Goal, PhaseKind, PhaseTemplate, Preset } from '../../coach/drill-definition.ts';
import {
  drillFamily,
  type EndedSet,
  isSymptom,
  type Symptom,
  type SymptomLock,
  symptomLock,
} from '../../coach/planning/symptom-lock.ts';
import { painLight } from '../../coach/review/after-set.ts';
import { clampPreset } from '../../drills/presets.ts';
import { coachWords } from '../../i18n/en/coach.ts';
import { presetKey } from '../shell/services.ts';
import type { SetOverview, Settings } from '../../storage/storage-contract.ts';

/** The sides that a person chose: one of them, or `each`, one after the other. */
export type SideChoice = Settings['side'];

const SIDES: Readonly<Record<SideChoice, readonly WorkingSide[]>> = {
  left: ['left'],
  right: ['right'],
  each: ['left', 'right'],
  both: ['both'],
};

/** The sides of a set in order. A bilateral drill leaves no choice; in the others "both" means one after the other. */
export function sidesOf(drill: DrillDefinition, choice: SideChoice): readonly WorkingSide[] {
  if (drill.bilateral) return SIDES.both;
  return choice === 'both' ? SIDES.each : SIDES[choice];
}

/** Side checks and hip tests are no exercise: without a camera they are good for nothing. */
export const isExercise = ({ sideCheckOf, hipTest }: DrillDefinition): boolean =>
  sideCheckOf === undefined && hipTest === undefined;

export const exercises = (drills: readonly DrillDefinition[]): readonly DrillDefinition[] => drills.filter(isExercise);

/** One definition per drill. Of a drill with variants it is the first. */
export const usualWays = (drills: readonly DrillDefinition[]): readonly DrillDefinition[] =>
  exercises(drills).filter((drill) => waysOf(drills, drill)[0] === drill);

/** The side check of a drill, a set filmed from the side that shows the back; null: it has none. */
export const sideCheckFor = (drills: readonly DrillDefinition[], { id }: DrillDefinition): DrillDefinition | null =>
  drills.find(({ sideCheckOf }) => sideCheckOf === id) ?? null;

/**
 * The drill that is offered to start with the camera: the last one done that uses the camera.
 * @param sets newest first
 * @param first the drill to offer when none was done yet
 */
export function usualDrill(
  drills: readonly DrillDefinition[],
  sets: readonly Pick<SetOverview, 'drill'>[],
  first: string,
): string {
  const watched = exercises(drills).filter(({ camera }) => camera !== 'none');
  return sets.find(({ drill }) => watched.some(({ id }) => id === drill))?.drill ?? first;
}

/** All variants of this drill, the usual one first. For a drill without variants: the drill itself. */
export const waysOf = (
  drills: readonly DrillDefinition[],
  { id, variant }: DrillDefinition,
): readonly DrillDefinition[] =>
  drills.filter((drill) => (variant ? drill.variant?.of === variant.of : drill.id === id));

/** The preset as the person has edited it, within today's limits; else the drill's own. */
export function chosenPreset(drill: DrillDefinition, goal: Goal, settings: Settings): Preset {
  const own = settings.presets[presetKey(drill.id, goal)];
  return own === undefined ? drill.presets[goal] : clampPreset(own);
}

export const planFor = (drill: DrillDefinition, settings: Settings): SetPlan => ({
  drill,
  sides: sidesOf(drill, settings.side),
  goal: settings.goal,
  preset: chosenPreset(drill, settings.goal, settings),
  countIn: settings.countIn,
  strictness: settings.strictness,
  voiceRate: settings.voiceRate,
  words: coachWords(),
});

/** Sources without a person who could have had a symptom: the demo, and clips analysed by a tool. */
const NO_SYMPTOMS = new Set<SetOverview['source']>(['demo', 'clip']);

type Confirmed = Pick<Settings, 'symptomChecked'>;

/** The drills that load the hip as this one does: its variants and its side check. */
const familyOf = (drills: readonly DrillDefinition[], drill: DrillDefinition): readonly string[] =>
  drills.filter((one) => drillFamily(one) === drillFamily(drill)).map(({ id }) => id);

/** The person's sets of a drill's family. */
function ownSets(
  drill: DrillDefinition,
  drills: readonly DrillDefinition[],
  sets: readonly SetOverview[],
): readonly SetOverview[] {
  const ids = new Set(familyOf(drills, drill));
  return sets.filter(({ drill: id, source }) => ids.has(id) && !NO_SYMPTOMS.has(source));
}

/** Those with a date, and the moment of their start in milliseconds since 1970. */
const endedSets = (sets: readonly SetOverview[]): readonly EndedSet[] =>
  sets.flatMap(({ ended, startedAt }) => {
    const moment = Date.parse(startedAt ?? '');
    return Number.isNaN(moment) ? [] : [{ startedAt: moment, ended }];
  });

/** Milliseconds since 1970; 0: the set has no date, or one ahead of the clock, so it counts as older than every other. */
const knownStart = ({ startedAt }: SetOverview, now: Milliseconds): Milliseconds => {
  const moment = Date.parse(startedAt ?? '');
  return Number.isNaN(moment) ? 0 : unlessAhead(moment, now);
};

/**
 * The last set of a drill's family that was done here, and the last of all. An imported set can add a stop, but it cannot lift one
 * that was made here.
 */
function lastSets(sets: readonly SetOverview[], now: Milliseconds): readonly SetOverview[] {
  const inOrder = sets.toSorted((one, other) => knownStart(one, now) - knownStart(other, now));
  const last = [inOrder.findLast(({ imported }) => imported !== true), inOrder.at(-1)];
  return last.filter((set) => set !== undefined);
}

/** When the person last confirmed that a symptom was checked, milliseconds since 1970; 0: never. Old versions stored it by drill. */
function checkedAt(drill: DrillDefinition, drills: readonly DrillDefinition[], { symptomChecked }: Confirmed): number {
  const ids = [drillFamily(drill), ...familyOf(drills, drill)];
  return Math.max(...ids.map((id) => Date.parse(symptomChecked[id] ?? '') || 0));
}

/**
 * Why this drill is on hold, or null. It follows from the records of the drill's family, imported ones included, and from the
 * moment at which the person confirmed that the symptom was checked.
 */
export const lockOf = (
  drill: DrillDefinition,
  drills: readonly DrillDefinition[],
  sets: readonly SetOverview[],
  settings: Confirmed,
): SymptomLock | null => {
  // Few of thousands of sets ended so, and a page asks for every drill.
  const stops = sets.filter(({ ended }) => isSymptom(ended));
  return symptomLock(endedSets(ownSets(drill, drills, stops)), checkedAt(drill, drills, settings));
};

/**
 * The symptom that ended the last set of this drill, unless it was checked since; null: none did.
 * @param now milliseconds since 1970
 */
export function lastSymptom(
  drill: DrillDefinition,
  drills: readonly DrillDefinition[],
  sets: readonly SetOverview[],
  settings: Confirmed,
  now: Milliseconds,
): Symptom | null {
  const checked = checkedAt(drill, drills, settings);
  const stops = lastSets(ownSets(drill, drills, sets), now).flatMap((set) =>
    isSymptom(set.ended) && knownStart(set, now) >= checked ? [set.ended] : [],
  );
  return stops[0] ?? null;
}

/**
 * Whether a set of this drill may begin without a press: not while the drill is on hold, nor after its last set was ended by a
 * symptom or hurt much. Then its page opens, which says so.
 */
export const mayBeginByItself = (
  drill: DrillDefinition,
  drills: readonly DrillDefinition[],
  sets: readonly SetOverview[],
  settings: Confirmed,
  now: Milliseconds,
): boolean =>
  lockOf(drill, drills, sets, settings) === null &&
  lastSymptom(drill, drills, sets, settings, now) === null &&
  lastSets(ownSets(drill, drills, sets), now).every(({ pain }) => painLight(pain ?? 0) !== 'red');

/** Estimated length of one repetition with both holds. */
const REPETITION_LENGTH: Seconds = 9;
/** Estimated length of one direction of a movement sequence, out and back. */
const DIRECTION_LENGTH: Seconds = 5;

const repetitionLength = ({ reps }: DrillDefinition): Seconds => {
  if (reps?.sequence) return DIRECTION_LENGTH * reps.sequence.length;
  return reps?.perMinute ? 60 / reps.perMinute : REPETITION_LENGTH;
};

/** Lengths of the phases that are not counted in repetitions. */
const PHASE_LENGTHS: Partial<Record<PhaseKind, (preset: Preset) => Seconds>> = {
  passive: ({ passive }) => passive,
  pails: ({ pailsRamp, pailsHold }) => pailsRamp + pailsHold,
  rails: ({ rails }) => rails,
  sink: ({ sink }) => sink,
  hold: ({ passive }) => passive,
  guided: ({ passive }) => passive,
};

/** Estimated length of a set, without the count-in, the start hold and the change of sides. */
export function setLength(drill: DrillDefinition, preset: Preset, sides: number): Seconds {
  const round = drill.phases.reduce((sum, phase) => sum + phaseLength(drill, phase, preset), 0);
  const side = preset.rounds * round + (preset.rounds - 1) * preset.rest;
  return sides * side;
}

function phaseLength(drill: DrillDefinition, { kind, timed }: PhaseTemplate, preset: Preset): Seconds {
  if (kind === 'reps') return timed ? preset.passive : preset.reps * repetitionLength(drill);
  return PHASE_LENGTHS[kind]?.(preset) ?? 0;
}

/** The numbers of a preset that this drill uses; only these can be edited. */
export const usedNumbers = (drill: DrillDefinition): readonly Exclude<keyof Preset, 'effort'>[] => {
  const phases: readonly PhaseTemplate[] = drill.phases;
  const has = (kind: PhaseKind): boolean => phases.some((phase) => phase.kind === kind && !phase.timed);
  return [
    ...(has('passive') || has('hold') || has('guided') || phases.some(({ timed }) => timed)
      ? (['passive'] as const)
      : []),
    ...(has('pails') ? (['pailsRamp', 'pailsHold'] as const) : []),
    ...(has('rails') ? (['rails'] as const) : []),
    ...(has('sink') ? (['sink'] as const) : []),
    ...(has('reps') ? (['reps'] as const) : []),
    'rounds',
    'rest',
  ];
};

export const usesEffort = (drill: DrillDefinition): boolean =>
  drill.phases.some(({ kind }) => kind === 'pails' || kind === 'rails');
