import { css } from 'lit';
import { band90, type Degrees, type Share } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../../coach/coach-contract.ts';
import { rangeTexts } from '../../i18n/en/ranges.ts';
import { formatDegrees } from '../elements/format.ts';

/** The effort that a phase asks for, as a line in a box of 100 × 100. Time runs to the right, effort upwards. */
export interface EffortRamp {
  readonly path: string;
  /** The effort band to hold, as y coordinates; y runs downwards. */
  readonly band: { readonly top: number; readonly bottom: number };
  readonly now: { readonly x: number; readonly y: number };
}

/** Effort at the top of the drawing. No drill asks for more. */
const MAX_EFFORT: Share = 0.9;

const effortY = (effort: Share): number => 100 - (Math.min(MAX_EFFORT, effort) / MAX_EFFORT) * 100;

/**
 * @param progress share of the phase that is over
 * @param effort what is asked for now; null: the middle of the band
 * @returns null when the phase asks for no effort
 */
export function effortRamp(phase: TimelinePhase, progress: Share, effort: Share | null): EffortRamp | null {
  if (!phase.effort || phase.length === null || phase.length <= 0) return null;
  const [low, high] = phase.effort;
  const level = (low + high) / 2;
  const rampEnd = Math.min(1, phase.ramp / phase.length) * 100;
  const fadeFrom = 100 - (100 * (phase.release ?? 0)) / phase.length;
  const path = `M0 ${effortY(phase.ramp > 0 ? 0 : level)}L${rampEnd.toFixed(1)} ${effortY(level).toFixed(1)}L${fadeFrom.toFixed(1)} ${effortY(level).toFixed(1)}L100 ${effortY(phase.release ? 0 : level).toFixed(1)}`;
  return {
    path,
    band: { top: effortY(high), bottom: effortY(low) },
    now: { x: progress * 100, y: effortY(effort ?? level) },
  };
}

export const effortRampStyles = css`
  .ramp {
    fill: none;
    stroke: var(--text);
    stroke-width: 3;
    vector-effect: non-scaling-stroke;
    stroke-linejoin: round;
  }
  .ramp-band {
    fill: var(--accent);
    opacity: 0.32;
  }
  .ramp-now {
    stroke: var(--accent);
    stroke-width: calc(2.2 * var(--u));
    stroke-linecap: round;
    vector-effect: non-scaling-stroke;
  }
`;

/** The bar under the big number, in percent of its width. */
export interface RotationBar {
  /** The hip's own rotation, from the left edge. */
  readonly own: number;
  /** The pelvic contribution, drawn after it. */
  readonly pelvisContribution: number;
  /** The 90 % band of the hip's own rotation; null: it lies outside the bar, or is not known. */
  readonly error: { readonly from: number; readonly to: number } | null;
  /** Position of the best clean range of this round; null: none yet. */
  readonly best: number | null;
  /** Position of what to aim at; null: nothing. */
  readonly target: number | null;
}

interface RotationNow {
  readonly own: Degrees;
  /** Standard deviation of `own`. Null: not known. */
  readonly sd: Degrees | null;
  /** Null: not measured. */
  readonly pelvisContribution: Degrees | null;
  readonly best: Degrees | null;
  readonly target: Degrees | null;
}

/** Degrees that fill the bar. Larger angles are cut off. */
const FULL_BAR: Degrees = 50;
/** Smaller pelvic contributions are not shown: the pelvis always moves a little. */
const MIN_CONTRIBUTION: Degrees = 2;

/**
 * Puts the hip's own rotation and the pelvic contribution end to end. A rotation against the drill's direction is negative
 * and fills nothing.
 */
export function rotationBar({ own, sd, pelvisContribution, best, target }: RotationNow): RotationBar {
  const share = (degrees: Degrees): number => (100 * Math.min(FULL_BAR, Math.max(0, degrees))) / FULL_BAR;
  const mark = (degrees: Degrees | null): number | null => (degrees === null || degrees <= 0 ? null : share(degrees));
  const end = share(own);
  const added = isPelvisContributing(pelvisContribution) ? share(Math.max(0, own) + pelvisContribution) - end : 0;
  const half = sd === null ? 0 : band90(sd);
  const seen = half > 0 && own + half > 0 && own - half < FULL_BAR;
  return {
    own: end,
    pelvisContribution: added,
    error: seen ? { from: share(own - half), to: share(own + half) } : null,
    best: mark(best),
    target: mark(target),
  };
}

const isPelvisContributing = (pelvisContribution: Degrees | null | undefined): pelvisContribution is Degrees =>
  pelvisContribution !== null && pelvisContribution !== undefined && pelvisContribution >= MIN_CONTRIBUTION;

/** The pelvic contribution for a screen reader: "; From the pelvis 6°", or nothing when it is too small to show. */
export const pelvisContributionWords = (pelvisContribution: Degrees | null | undefined): string =>
  isPelvisContributing(pelvisContribution) ? `; ${rangeTexts().borrowed(formatDegrees(pelvisContribution))}` : '';
