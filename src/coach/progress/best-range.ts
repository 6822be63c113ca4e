import type { Share } from '../../instrument/geometry/units.ts';
import type { RangeSummary } from '../record/set-record.ts';

/** Below this share of the time nobody can say whether the hip turned by itself or the pelvis with it. */
const WATCHED_ENOUGH: Share = 0.5;

/** Whether the pelvis was watched for long enough to call a range the hip's own. */
export const isWatched = ({ pelvisWatched }: Pick<RangeSummary, 'pelvisWatched'>): boolean =>
  pelvisWatched >= WATCHED_ENOUGH;

/**
 * The best of several ranges, null when none has a number. One whose pelvis was watched goes before a larger one of which nobody
 * knows what the pelvis lent.
 */
export const bestOf = (ranges: readonly RangeSummary[]): RangeSummary | null =>
  ranges.reduce<RangeSummary | null>((best, range) => (isBetter(range, best) ? range : best), null);

function isBetter(range: RangeSummary, best: RangeSummary | null): boolean {
  if (range.clean === null) return false;
  if (best === null || best.clean === null) return true;
  if (isWatched(range) !== isWatched(best)) return isWatched(range);
  return range.clean > best.clean;
}
