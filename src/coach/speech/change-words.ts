import type { Degrees } from '../../instrument/geometry/units.ts';
import type { CoachState } from '../coach-state.ts';
import type { PhaseKind, RuleDefinition } from '../drill-definition.ts';
import { shownAngle } from '../progress/angle-display.ts';
import { bestSoFar } from '../progress/range-so-far.ts';
import { toldDegrees } from '../progress/useful-band.ts';
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
  state: Omit<CoachState, 'speech'>,
  { id, severity, change: own }: RuleDefinition,
): string | null {
  const { plan, timeline, progress, now } = state;
  const phase = currentPhase(timeline.clock);
  const { change } = plan.words;
  // What is allowed, such as a supported lean, is named and not argued about.
  if (phase === null || severity === 'amber') return null;
  if (own !== undefined) return own;
  if (phase.kind === 'reps') return id === 'too-fast' ? change.pause : change.smaller;
  if (phase.effort !== null) return change.force;
  if (!DEPTHS.has(phase.kind) || !isBorrowing(id)) return null;
  const present = shownAngle(progress.angle, now)?.value ?? Number.NEGATIVE_INFINITY;
  const best = bestSoFar(state, phase.side);
  const isLess = best !== null && best.value >= LEAST_DEPTH && best.value < present - CLEARLY;
  return isLess ? change.depth(toldDegrees(best)) : change.less;
}
