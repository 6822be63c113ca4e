import type { WorkingSide } from '../../instrument/geometry/units.ts';
import { type DrillDefinition, type Goal, GOALS, type Preset } from '../drill-definition.ts';
import { demandsOf, easyPhases, type Allowed } from './allowed.ts';
import type { RangeWork } from './red-flags.ts';

/** Seconds in a range that is kept and not opened: into it, and no further. */
export const KEPT_RANGE = { passive: 30, sink: 10 } as const satisfies Partial<Preset>;

/** The part of a set's plan that limits change. */
export interface SetChoice {
  readonly sides: readonly WorkingSide[];
  readonly goal: Goal;
  readonly preset: Preset;
}

const HARDEST_GOAL = { gentle: 'prep', build: 'build', strength: 'strength' } as const satisfies Record<string, Goal>;

const easier = (one: Goal, other: Goal): Goal => (GOALS.indexOf(one) <= GOALS.indexOf(other) ? one : other);

/** No number of the work above that of the limit. Rests stay. */
const least = (one: Preset, most: Preset): Preset => ({
  ...one,
  passive: Math.min(one.passive, most.passive),
  pailsRamp: Math.min(one.pailsRamp, most.pailsRamp),
  pailsHold: Math.min(one.pailsHold, most.pailsHold),
  rails: Math.min(one.rails, most.rails),
  sink: Math.min(one.sink, most.sink),
  rounds: Math.min(one.rounds, most.rounds),
  reps: Math.min(one.reps, most.reps),
  effort: [Math.min(one.effort[0], most.effort[0]), Math.min(one.effort[1], most.effort[1])],
});

/** The drill as it is done where no new range is opened: without the phases that go deeper. */
export const withoutSink = (drill: DrillDefinition): DrillDefinition => ({
  ...drill,
  phases: drill.phases.filter(({ kind }) => kind !== 'sink'),
});

export const withinRange = (drill: DrillDefinition, range: RangeWork): DrillDefinition => {
  if (range === 'keep') return withoutSink(drill);
  return range === 'easy' && demandsOf(drill).opens ? { ...drill, phases: easyPhases(drill) } : drill;
};

/** A set cut down to what is allowed. Null: nothing of it is. */
export function withinLimits(drill: DrillDefinition, chosen: SetChoice, may: Allowed): SetChoice | null {
  const sides = chosen.sides.filter((side) => side === 'both' || may.sides.includes(side));
  if (may.kind === 'no' || sides.length === 0) return null;
  const goal = easier(chosen.goal, HARDEST_GOAL[may.hardest]);
  // The person's own numbers of a gentler goal may be harder than that goal.
  const eased = may.hardest === 'strength' ? chosen.preset : least(chosen.preset, drill.presets[goal]);
  if (may.range === 'open' || !demandsOf(drill).opens) return { sides, goal, preset: eased };
  const { passive, sink } = KEPT_RANGE;
  const preset = { ...eased, passive: Math.min(eased.passive, passive), sink: Math.min(eased.sink, sink) };
  return { sides, goal, preset };
}
