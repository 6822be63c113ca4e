import type { Share } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../../coach/coach-contract.ts';

/** The effort that a phase asks for, as a line in a box of 100 × 100 with the start bottom left. */
export interface EffortRamp {
  readonly path: string;
  /** Height of the effort band that is held. */
  readonly band: { readonly top: number; readonly bottom: number };
  readonly now: { readonly x: number; readonly y: number };
}

/** Nobody is asked for more than this, so it is the top of the drawing. */
const TOP: Share = 0.9;

const height = (share: Share): number => 100 - (Math.min(TOP, share) / TOP) * 100;

/** Null where the phase asks for no effort. */
export function effortRamp(phase: TimelinePhase, progress: Share, effort: Share | null): EffortRamp | null {
  if (!phase.effort || phase.length === null || phase.length <= 0) return null;
  const [low, high] = phase.effort;
  const level = (low + high) / 2;
  const rampEnd = Math.min(1, phase.ramp / phase.length) * 100;
  const path = `M0 ${height(phase.ramp > 0 ? 0 : level)}L${rampEnd.toFixed(1)} ${height(level).toFixed(1)}L100 ${height(level).toFixed(1)}`;
  return {
    path,
    band: { top: height(high), bottom: height(low) },
    now: { x: progress * 100, y: height(effort ?? level) },
  };
}
