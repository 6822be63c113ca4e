import type { CoachState } from '../coach-state.ts';
import type { PhaseKind, RuleDefinition } from '../drill-definition.ts';
import { isBorrowing } from '../rules/range-rules.ts';
import { currentPhase } from '../timeline/timeline-clock.ts';

/** Phases in which the person stays at one depth. */
const DEPTHS: ReadonlySet<PhaseKind> = new Set(['passive', 'hold', 'sink', 'guided']);
/** A smaller angle is no depth that a person could go back to. */
const LEAST_DEPTH = 5;

/**
 * What the coach asks for when the cue of a rule has not helped: less depth, with the angle up to which the rest of the body was
 * still; less force; a smaller movement; or a pause. Null: nothing fits.
 */
export function changeFor(
  { plan, clock, range }: Pick<CoachState, 'plan' | 'clock' | 'range'>,
  { id, severity }: RuleDefinition,
): string | null {
  const phase = currentPhase(clock);
  const { change } = plan.words;
  // What is allowed, such as a supported lean, is named and not argued about.
  if (phase === null || severity === 'amber') return null;
  if (phase.kind === 'reps') return id === 'too-fast' ? change.pause : change.smaller;
  if (phase.effort !== null) return change.force;
  if (!DEPTHS.has(phase.kind) || !isBorrowing(id)) return null;
  return range.best !== null && range.best >= LEAST_DEPTH ? change.depth(Math.round(range.best)) : change.less;
}

/** Side and round: where a person starts afresh, a cue may be given again. */
export function placeOf({ clock }: Pick<CoachState, 'clock'>): string {
  const phase = currentPhase(clock);
  return phase === null ? '' : `${phase.side} ${phase.round}`;
}
