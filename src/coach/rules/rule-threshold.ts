import type { WorkingSide } from '../../instrument/geometry/units.ts';
import type { RuleDefinition } from '../drill-definition.ts';

/** How small a compensation is flagged. The person chooses it; `standard` is what the drill asks for. */
export type Strictness = 'gentle' | 'standard' | 'strict';

/** Factor on the enter threshold of every rule. */
const FACTORS: Readonly<Record<Strictness, number>> = { gentle: 1.3, standard: 1, strict: 0.8 };

/** The values at which a flag opens, closes and turns red, in the unit of the channel. */
export interface Thresholds {
  readonly enter: number;
  readonly leave: number;
  readonly red: number;
}

/** An open flag closes below this share of the enter threshold. */
const LEAVE_SHARE = 0.67;
/** The red threshold is at least this multiple of the enter threshold. */
const RED_OVER_ENTER = 1.7;

/** Channels whose sign depends on the working side. Drills are written for the left side. */
const MIRRORED: ReadonlySet<RuleDefinition['channel']> = new Set(['pelvis-twist', 'pelvis-obliquity']);

/** A value of a channel as if the left side worked. */
export const asOnLeft = (value: number, channel: RuleDefinition['channel'], side: WorkingSide): number =>
  side === 'right' && MIRRORED.has(channel) ? -value : value;

/**
 * The enter threshold for a strictness, in the unit of the channel. A gentle one never exceeds the red threshold of the drill;
 * the noise floor in `thresholds` limits a strict one.
 */
const adjustedEnter = ({ enter, red }: Pick<RuleDefinition, 'enter' | 'red'>, how: Strictness): number =>
  FACTORS[how] <= 1 ? enter * FACTORS[how] : Math.min(enter * FACTORS[how], Math.max(enter, red));

/** The red threshold for a strictness: lower when strict, never higher than that of the drill. */
const adjustedRed = ({ red }: Pick<RuleDefinition, 'red'>, how: Strictness): number => red * Math.min(1, FACTORS[how]);

/** The flag of a limit in degrees closes this far below it. */
const BELOW_LIMIT = 2;

/** The smallest change that the noise of a still person does not explain at 95 %: 1.96 · √2 · sd. */
export const detectableChange = (sd: number): number => 1.96 * Math.SQRT2 * sd;

/**
 * The thresholds of a rule for this person and phase. Strictness and phase may lower the threshold of the drill, but not below
 * the noise of the person and the false motion of the channel: a flag within the noise would be wrong too often.
 * @param noise standard deviation of the channel while the person held the reference pose, if known
 * @param factor of the phase on the threshold
 * @param sd standard deviation of the channel at this moment
 */
export function thresholds(
  rule: RuleDefinition,
  noise: number | undefined,
  factor: number,
  sd = 0,
  strictness: Strictness = 'standard',
): Thresholds {
  if (rule.limitOf !== undefined) return { enter: rule.enter, leave: rule.enter - BELOW_LIMIT, red: rule.enter };
  const floor = Math.max(rule.falseMotion, detectableChange(noise ?? 0), (rule.certainty ?? 0) * sd);
  const enter = Math.max(adjustedEnter(rule, strictness) * factor, floor * Math.max(1, factor));
  const red = Math.max(adjustedRed(rule, strictness), RED_OVER_ENTER * enter);
  return { enter, leave: LEAVE_SHARE * enter, red };
}

/** The size of a deviation in the direction of the rule. Zero or negative: no compensation. */
export function deviationSize(rule: RuleDefinition, deviation: number, side: WorkingSide): number {
  if (rule.direction === 'either') return Math.abs(deviation);
  const mirrored = asOnLeft(deviation, rule.channel, side);
  return rule.direction === 'positive' ? mirrored : -mirrored;
}
