import type { Degrees } from '../../instrument/geometry/units.ts';
import type { CoachState } from '../coach-state.ts';
import type { PhaseKind, RuleDefinition } from '../drill-definition.ts';
import { shownAngle } from '../progress/angle-display.ts';
import { isBorrowing } from '../rules/range-rules.ts';
import { currentPhase } from '../timeline/timeline-clock.ts';

/** Phases in which the person stays at one depth. */
const DEPTHS: ReadonlySet<PhaseKind> = new Set(['passive', 'hold', 'sink', 'guided']);
/** A smaller angle is no depth that a person could go back to. */
const LEAST_DEPTH: Degrees = 5;
/** An angle is named only if it lies below the present one by this much: nobody is sent deeper. */
const CLEARLY: Degrees = 2;

/**
 * What the coach asks for when the cue of a rule has not helped: less depth, with the angle up to which the rest of the body was
 * still; less force; a smaller movement; or a pause. Null: nothing fits.
 */
export function changeFor(
  { plan, timeline, progress: { range, angle }, now }: Pick<CoachState, 'plan' | 'timeline' | 'progress' | 'now'>,
  { id, severity, change: own }: RuleDefinition,
): string | null {
  const phase = currentPhase(timeline.clock);
  const { change } = plan.words;
  // What is allowed, such as a supported lean, is named and not argued about.
  if (phase === null || severity === 'amber') return null;
  if (own !== undefined) return own;
  if (phase.kind === 'reps') return id === 'too-fast' ? change.pause : change.smaller;
  if (phase.effort !== null) return change.force;
  if (!DEPTHS.has(phase.kind) || !isBorrowing(id)) return null;
  const present = shownAngle(angle, now)?.value ?? Number.NEGATIVE_INFINITY;
  const isLess = range.best !== null && range.best >= LEAST_DEPTH && range.best < present - CLEARLY;
  return isLess ? change.depth(Math.round(range.best ?? 0)) : change.less;
}
