import type { DrillDefinition } from '../drill-definition.ts';
import type { RangeSummary, SetRecord, SetSummary } from '../record/set-record.ts';
import type { Degrees, Estimate, Share, Side } from '../../instrument/geometry/units.ts';

/** Two-sided 95 % quantile of the normal distribution. */
const Z95 = 1.96;
/**
 * No smaller change is called real, because the standard deviations do not contain how a person varies from day to day.
 * This is the minimal detectable change of a clinician's digital inclinometer (Krause et al., seated active internal
 * rotation).
 */
const LEAST: Degrees = 5.4;

/** How much a person's own tests differ from day to day (`src/training/assessment/retest.ts`). */
export interface OwnError {
  /** Standard deviation of one test: the typical error. */
  readonly sd: Degrees;
  /** Degrees of freedom behind it. */
  readonly freedom: number;
}

/** The general error counts as if it rested on so many degrees of freedom: as many as two whole tests give. Judgement. */
const GENERAL_FREEDOM = 6;

export interface Change {
  readonly kind: 'about-the-same' | 'more' | 'less';
  /** Later minus earlier. */
  readonly by: Degrees;
  /** The smallest change that can be told from the measurement error. */
  readonly line: Degrees;
}

/**
 * The minimal detectable change of two measured values, MDC95 = 1.96 · √(sd₁² + sd₂²). With equal errors this is the
 * usual 1.96 · √2 · SEM = 2.77 · SEM (Weir 2005, J Strength Cond Res 19:231–240).
 * @param own the person's own error. It moves the variance of a test towards their own, the further the more freedom it has:
 * (d₀ · s₀² + d · s²) / (d₀ + d) (Smyth 2004, Stat Appl Genet Mol Biol 3:3)
 */
export function realChangeLine(
  before: Estimate<Degrees>,
  after: Estimate<Degrees>,
  own: OwnError | null = null,
): Degrees {
  const general = (before.sd ** 2 + after.sd ** 2) / 2;
  const { sd, freedom } = own ?? { sd: 0, freedom: 0 };
  const variance = (GENERAL_FREEDOM * general + freedom * sd ** 2) / (GENERAL_FREEDOM + freedom);
  return Math.max(LEAST, Z95 * Math.sqrt(2 * variance));
}

/** The change between two measured values. Below the line it counts as about the same. */
export function changeBetween(
  before: Estimate<Degrees>,
  after: Estimate<Degrees>,
  own: OwnError | null = null,
): Change {
  const by = after.value - before.value;
  const line = realChangeLine(before, after, own);
  if (Math.abs(by) < line) return { kind: 'about-the-same', by, line };
  return { kind: by > 0 ? 'more' : 'less', by, line };
}

/** If the pelvis was seen for a smaller share of the time, it is not known whether the range is clean. */
const WATCHED_ENOUGH: Share = 0.5;

/** Whether the pelvis was watched long enough to call the range clean. */
export const isWatched = ({ pelvisWatched }: Pick<RangeSummary, 'pelvisWatched'>): boolean =>
  pelvisWatched >= WATCHED_ENOUGH;

type Ranked = Pick<RangeSummary, 'clean' | 'pelvisWatched'>;

/** The best range; null: none has a value. One with a watched pelvis comes before a larger one without. */
export const bestOf = <Range extends Ranked>(ranges: readonly Range[]): Range | null =>
  ranges.reduce<Range | null>((best, range) => (isBetter(range, best) ? range : best), null);

function isBetter(range: Ranked, best: Ranked | null): boolean {
  if (range.clean === null) return false;
  if (best === null || best.clean === null) return true;
  if (isWatched(range) !== isWatched(best)) return isWatched(range);
  return range.clean > best.clean;
}

/** The clean range with its standard deviation; null: none. */
export const rangeEstimate = (range: RangeSummary | null): Estimate<Degrees> | null =>
  range === null || range.clean === null || range.sd === null ? null : { value: range.clean, sd: range.sd };

/** The change between two ranges. Null unless both have a value and the pelvis was watched in both or in neither. */
export function changeOfRanges(before: RangeSummary | null, after: RangeSummary | null): Change | null {
  const from = rangeEstimate(before);
  const to = rangeEstimate(after);
  if (before === null || after === null || from === null || to === null) return null;
  return isWatched(before) === isWatched(after) ? changeBetween(from, to) : null;
}

/** The best range of each hip; `change` is right minus left. Null unless both have a range and their change is known. */
export function bothSides({ sets }: Pick<SetSummary, 'sets'>) {
  const left = bestOf(sets.filter(({ side }) => side === 'left'));
  const right = bestOf(sets.filter(({ side }) => side === 'right'));
  const change = changeOfRanges(left, right);
  const from = rangeEstimate(left);
  const to = rangeEstimate(right);
  return change && from && to && { left: from.value, right: to.value, change };
}

/**
 * The mean range of both hips if it exceeds the limit of the drill, so that the person may not need it. Null otherwise,
 * or if one hip has no range.
 */
export const largeRange = (
  { summary }: Pick<SetRecord, 'summary'>,
  { largeRange: limit }: Pick<DrillDefinition, 'largeRange'>,
): Degrees | null => {
  if (limit === undefined) return null;
  const best = (side: Side) => bestOf(summary.sets.filter((range) => range.side === side))?.clean ?? null;
  const [left, right] = [best('left'), best('right')];
  if (left === null || right === null) return null;
  const mean = (left + right) / 2;
  return mean > limit ? mean : null;
};
