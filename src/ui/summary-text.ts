import type { RangeSummary, SetRecord } from '../coach/set-record.ts';
import { bandDegrees, formatDegrees, formatShare } from './format.ts';

/** The best clean range of a set. */
export const bestRange = (record: SetRecord): RangeSummary | null =>
  record.summary.sets.reduce<RangeSummary | null>(
    (best, range) =>
      range.clean !== null && range.clean > (best?.clean ?? Number.NEGATIVE_INFINITY) ? range : best,
    null,
  );

/** The set in one or two calm sentences. */
export function summarySentence(record: SetRecord): string {
  const best = bestRange(record);
  if (!best || best.clean === null) return noNumber(record);
  const band = best.sd === null ? '' : `, give or take ${bandDegrees(best.sd)}°`;
  const when = record.summary.sets.length > 1 ? 'In the best round your hip' : 'Your hip';
  const own = `${when} turned ${formatDegrees(best.clean)} by itself${band}.`;
  if (best.borrowed === null || best.borrowed < 1)
    return `${own} ${best.borrowedAtLeast ? 'No borrowing was seen.' : 'Nothing was borrowed.'}`;
  const lent = formatDegrees(best.borrowed);
  return best.borrowedAtLeast
    ? `${own} Pelvis and spine lent at least ${lent} more.`
    : `${own} Pelvis and spine lent another ${lent}.`;
}

function noNumber(record: SetRecord): string {
  if (record.frames.length === 0) return 'The set ended before anything was measured.';
  const valid = record.frames.filter((frame) => frame.valid).length;
  if (valid === 0) return 'You could not be seen well enough, so there is no number for this set.';
  return 'The pelvis moved along all the time, or was not seen, so no range can be called clean.';
}

/** What the number rests on: how much of the time there was a reading, and how much of it the pelvis was watched. */
export function coverageText(range: RangeSummary): string {
  return `Read for ${formatShare(range.coverage)} of the time, pelvis watched for ${formatShare(range.pelvisWatched)}.`;
}

export const NORMS =
  'Between 25° and 45° is typical for adults, often more in women, and differences between left and right are common. Your figures count from your start position, so they need not match a clinic’s.';
