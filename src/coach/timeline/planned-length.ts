import type { Seconds } from '../../instrument/geometry/units.ts';
import type { DrillDefinition, PhaseKind, Preset, RepDefinition } from '../drill-definition.ts';

/**
 * In later rounds the hip is warm and starts from the range it has earned: half the passive time, within these limits, and
 * never more than the first time.
 */
const LATER_PASSIVE = { share: 0.5, least: 30, most: 60 } as const;

/** Time to go to both ends of a repetition and back, without the holds. */
const MOVING: Seconds = 6;

/** One repetition at the pace of the voice; of a drill with a metronome, at its beat. */
export const repLength = ({ perMinute, holdInternal, holdExternal }: RepDefinition): Seconds =>
  perMinute === undefined ? holdInternal + holdExternal + MOVING : 60 / perMinute;

/** The number of repetitions in a phase. Each step of a movement sequence counts as one. */
export const repsGoal = ({
  drill,
  preset,
}: {
  readonly drill: Pick<DrillDefinition, 'reps'>;
  readonly preset: Preset;
}): number => preset.reps * (drill.reps?.sequence?.length ?? 1);

/** Whether each round goes on from the range of the round before: where a stretch is pushed against and sinks deeper. */
export const keepsRange = ({ phases }: Pick<DrillDefinition, 'phases'>): boolean =>
  phases.some(({ kind }) => kind === 'passive') && phases.some(({ kind }) => kind === 'sink');

/** The passive time of a later round of a drill that keeps its range. */
export const laterPassive = (first: Seconds): Seconds =>
  Math.min(first, Math.max(LATER_PASSIVE.least, Math.min(LATER_PASSIVE.most, LATER_PASSIVE.share * first)));

/** The length of a phase of the first round. Null: until its repetitions are done, or another condition is met. */
export function lengthOf(kind: PhaseKind, preset: Preset): Seconds | null {
  switch (kind) {
    case 'passive':
    case 'hold':
    case 'guided':
      return preset.passive;
    case 'pails':
      return preset.pailsRamp + preset.pailsHold;
    case 'rails':
      return preset.rails;
    case 'sink':
      return preset.sink;
    case 'rest':
      return preset.rest;
    case 'reps':
    case 'ready':
    case 'neutral':
    case 'turn':
      return null;
  }
}

/** How long a phase of a drill is planned; repetitions up to a number at a moderate pace. Null: the drill has no such phase. */
export function plannedLength(drill: DrillDefinition, preset: Preset, kind: PhaseKind, round: number): Seconds | null {
  const template = drill.phases.find((one) => one.kind === kind);
  if (template === undefined) return null;
  if (template.timed) return preset.passive;
  if (kind === 'reps') return drill.reps === null ? null : repsGoal({ drill, preset }) * repLength(drill.reps);
  return kind === 'passive' && round > 1 && keepsRange(drill) ? laterPassive(preset.passive) : lengthOf(kind, preset);
}
