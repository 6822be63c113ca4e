import type { Share, Degrees, Estimate, Side } from '../../instrument/geometry/units.ts';
import type { RangeSummary, SetSummary, SetRecord } from '../record/set-record.ts';
import { type Change, changeBetween } from './real-change.ts';
import type { DrillDefinition } from '../drill-definition.ts';

/** If the pelvis was seen for a smaller share of the time, it is not known whether the range is clean. */
const WATCHED_ENOUGH: Share = 0.5;

/** Whether the pelvis was watched long enough to call the range clean. */
export const isWatched = ({ pelvisWatched }: Pick<RangeSummary, 'pelvisWatched'>): boolean =>
  pelvisWatched >= WATCHED_ENOUGH;

/** The best range; null: none has a value. One with a watched pelvis comes before a larger one without. */
export const bestOf = <Range extends Pick<RangeSummary, 'clean' | 'pelvisWatched'>>(
  ranges: readonly Range[],
): Range | null => ranges.reduce<Range | null>((best, range) => (isBetter(range, best) ? range : best), null);

function isBetter(
  range: Pick<RangeSummary, 'clean' | 'pelvisWatched'>,
  best: Pick<RangeSummary, 'clean' | 'pelvisWatched'> | null,
): boolean {
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
