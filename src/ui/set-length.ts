import type { Seconds } from '../body/units.ts';
import type { DrillDefinition, PhaseKind, Preset } from '../coach/drill-definition.ts';

/** One repetition with both holds, for the estimate only. */
const REP: Seconds = 9;

const LENGTHS: Partial<Record<PhaseKind, (preset: Preset) => Seconds>> = {
  passive: ({ passive }) => passive,
  pails: ({ pailsRamp, pailsHold }) => pailsRamp + pailsHold,
  rails: ({ rails }) => rails,
  sink: ({ sink }) => sink,
  hold: ({ passive }) => passive,
  reps: ({ reps }) => reps * REP,
};

/** About how long the phases of a set take, without count-in, neutral and turning round. */
export function setLength(drill: DrillDefinition, preset: Preset, sides: number): Seconds {
  const round = drill.phases.reduce((sum, { kind }) => sum + (LENGTHS[kind]?.(preset) ?? 0), 0);
  const side = preset.rounds * round + (preset.rounds - 1) * preset.rest;
  return sides * side;
}

/** The numbers of a preset that this drill uses. */
export const usedNumbers = (drill: DrillDefinition): readonly Exclude<keyof Preset, 'effort'>[] => {
  const has = (kind: PhaseKind): boolean => drill.phases.some((phase) => phase.kind === kind);
  return [
    ...(has('passive') || has('hold') ? (['passive'] as const) : []),
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
