import type { Seconds } from '../../instrument/geometry/units.ts';
import type { DrillDefinition, PhaseKind, PhaseTemplate, Preset } from '../../coach/drill-definition.ts';

/** One repetition with both holds, for the estimate only. */
const REP: Seconds = 9;

/** One direction of a sequence, out and back. */
const STEP: Seconds = 5;

const repOf = ({ reps }: DrillDefinition): Seconds => {
  if (reps?.sequence) return STEP * reps.sequence.length;
  return reps?.perMinute ? 60 / reps.perMinute : REP;
};

const LENGTHS: Partial<Record<PhaseKind, (preset: Preset) => Seconds>> = {
  passive: ({ passive }) => passive,
  pails: ({ pailsRamp, pailsHold }) => pailsRamp + pailsHold,
  rails: ({ rails }) => rails,
  sink: ({ sink }) => sink,
  hold: ({ passive }) => passive,
  guided: ({ passive }) => passive,
};

/** About how long the phases of a set take, without count-in, neutral and turning round. */
export function setLength(drill: DrillDefinition, preset: Preset, sides: number): Seconds {
  const round = drill.phases.reduce((sum, phase) => sum + phaseLength(drill, phase, preset), 0);
  const side = preset.rounds * round + (preset.rounds - 1) * preset.rest;
  return sides * side;
}

function phaseLength(drill: DrillDefinition, { kind, timed }: PhaseTemplate, preset: Preset): Seconds {
  if (kind === 'reps') return timed ? preset.passive : preset.reps * repOf(drill);
  return LENGTHS[kind]?.(preset) ?? 0;
}

/** The numbers of a preset that this drill uses. */
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
