import type { WorkingSide } from '../../instrument/geometry/units.ts';
import { type DrillDefinition, type Goal, GOALS, type Preset } from '../../coach/drill-definition.ts';
import type { Allowed } from './allowed.ts';
import { opensRange } from './what-is-left.ts';

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

const noHarder = (one: Preset, { effort }: Preset): Preset => ({
  ...one,
  effort: [Math.min(one.effort[0], effort[0]), Math.min(one.effort[1], effort[1])],
});

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
  effort: noHarder(one, most).effort,
});

/**
 * The person's own numbers of a gentler goal may be harder than that goal. While only Strength is not earned, seconds and rounds may
 * grow, and effort may not.
 */
function eased(drill: DrillDefinition, { goal: wanted, preset }: SetChoice, goal: Goal, may: Allowed): Preset {
  if (may.hardest === 'strength') return preset;
  const isHeld = may.kind !== 'yes' || goal !== wanted;
  return isHeld ? least(preset, drill.presets[goal]) : noHarder(preset, drill.presets.build);
}

/** A set cut down to what is allowed. Null: nothing of it is. */
export function withinLimits(drill: DrillDefinition, chosen: SetChoice, may: Allowed): SetChoice | null {
  const sides = chosen.sides.filter((side) => side === 'both' || may.sides.includes(side));
  if (may.kind === 'no' || sides.length === 0) return null;
  const goal = easier(chosen.goal, HARDEST_GOAL[may.hardest]);
  const own = eased(drill, chosen, goal, may);
  if (may.range === 'open' || !opensRange(drill)) return { sides, goal, preset: own };
  const { passive, sink } = KEPT_RANGE;
  const preset = { ...own, passive: Math.min(own.passive, passive), sink: Math.min(own.sink, sink) };
  return { sides, goal, preset };
}
