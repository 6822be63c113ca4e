import type { Seconds, WorkingSide } from '../../instrument/geometry/units.ts';
import type { SetPlan } from '../../coach/coach-contract.ts';
import { isPerformed } from '../../coach/record/set-record.ts';
import type { DrillDefinition, Goal, PhaseKind, PhaseTemplate, Preset } from '../../coach/drill-definition.ts';
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
  sets: readonly Pick<SetOverview, 'drill' | 'source'>[],
  first: string,
): string {
  const watched = exercises(drills).filter(({ camera }) => camera !== 'none');
  const own = sets.filter(({ source }) => isPerformed(source));
  return own.find(({ drill }) => watched.some(({ id }) => id === drill))?.drill ?? first;
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
