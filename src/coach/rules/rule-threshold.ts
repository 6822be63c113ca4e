import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { RuleDefinition } from '../drill-definition.ts';
import { type Strictness, wantedEnter, wantedRed } from './strictness.ts';

/** The values between which a flag opens, turns red and closes, in the channel's unit. */
export interface Thresholds {
  readonly enter: number;
  readonly leave: number;
  readonly red: number;
}

/** Share of the enter threshold at which an open flag closes. */
const LEAVE_SHARE = 0.67;
const RED_OVER_ENTER = 1.7;

/** Smallest change that a still person's noise does not explain, at 95 %: 1.96 · √2 · sd. */
export const detectableChange = (sd: number): number => 1.96 * Math.SQRT2 * sd;

/**
 * Thresholds of a rule for this person and phase. A tolerance below 1 tightens what the drill asks for, but never below what
 * the person's noise and the channel's false motion allow: an alarm under its own noise floor only costs trust.
 * @param noise standard deviation of the channel in this person's neutral hold, if known
 * @param tolerance the phase's factor on the threshold
 * @param sd standard deviation of the channel at this moment
 * @param strictness what the person asked for
 */
export function thresholds(
  rule: RuleDefinition,
  noise: number | undefined,
  tolerance: number,
  sd = 0,
  strictness: Strictness = 'standard',
): Thresholds {
  const floor = Math.max(rule.falseMotion, detectableChange(noise ?? 0), (rule.certainty ?? 0) * sd);
  const enter = Math.max(wantedEnter(rule, strictness) * tolerance, floor * Math.max(1, tolerance));
  const red = Math.max(wantedRed(rule, strictness), RED_OVER_ENTER * enter);
  return { enter, leave: LEAVE_SHARE * enter, red };
}

/** Size of a deviation in the direction that counts; negative or zero: not a compensation. Drills are written for the left. */
export function sizeOf(rule: RuleDefinition, deviation: number, side: WorkingSide): number {
  if (rule.direction === 'either') return Math.abs(deviation);
  const mirrored = side === 'right' && MIRRORED.has(rule.channel) ? -deviation : deviation;
  return rule.direction === 'positive' ? mirrored : -mirrored;
}

/** Channels whose sign depends on which side works; the others read the same for both. */
const MIRRORED: ReadonlySet<RuleDefinition['channel']> = new Set(['pelvis-twist', 'pelvis-obliquity', 'pelvis-yaw']);
