import type { Degrees, Estimate } from '../../instrument/geometry/units.ts';
import { isWatched } from '../progress/best-range.ts';
import { type Change, changeBetween } from '../progress/real-change.ts';
import type { RangeSummary } from '../record/set-record.ts';

/** The clean range with its error; null without one. */
export const knownRange = (range: RangeSummary | null): Estimate<Degrees> | null =>
  range === null || range.clean === null || range.sd === null ? null : { value: range.clean, sd: range.sd };

/** From one range to another; null unless both are there and known as well: both pelves watched, or both not. */
export function changeOfRanges(before: RangeSummary | null, after: RangeSummary | null): Change | null {
  const from = knownRange(before);
  const to = knownRange(after);
  if (before === null || after === null || from === null || to === null) return null;
  return isWatched(before) === isWatched(after) ? changeBetween(from, to) : null;
}
