import type { Share } from '../body/units.ts';
import { isWatched } from '../coach/best-range.ts';
import type { RangeChannel } from '../coach/drill-definition.ts';
import type { RangeSummary } from '../coach/set-record.ts';
import { isBend } from './angle-words.ts';
import { formatBand, formatBorrowed, formatDegrees } from './format.ts';

/** What one row of a set says of its number: "Clean 26° ± 4°", or "Turned 32° ± 3°" where the pelvis was not watched. */
export function ownWords(range: RangeSummary): string {
  if (range.clean === null) return isWatched(range) ? 'Nothing clean' : 'No range';
  if (isBend(range)) return `Bent ${formatDegrees(range.clean)} ${formatBand(range.sd)}`;
  return `${isWatched(range) ? 'Clean' : 'Turned'} ${formatDegrees(range.clean)} ${formatBand(range.sd)}`;
}

/** Help that was seen although the pelvis was seldom watched: known from below only. */
export const seenHelp = ({ borrowed }: Pick<RangeSummary, 'borrowed'>): number =>
  borrowed === null ? 0 : Math.max(0, Math.round(borrowed));

/** The borrowed part in a few words for a bar. */
export function borrowedWords(range: RangeSummary): string {
  const { borrowed, borrowedAtLeast } = range;
  if (isBend(range)) return seenHelp(range) > 0 ? `Flagged: ${borrowedCell(range)} more` : '';
  if (!isWatched(range))
    return `Borrowed${borrowedCell(range) === 'not known' ? ':' : ''} ${borrowedCell(range)}`;
  if (borrowed === null) return '';
  if (borrowedAtLeast && Math.round(borrowed) <= 0) return 'No borrowing seen';
  return `Borrowed ${formatBorrowed(borrowed, borrowedAtLeast)}`;
}

/** The borrowed part in a cell of a table. */
export function borrowedCell(range: RangeSummary): string {
  if (isWatched(range)) return formatBorrowed(range.borrowed, range.borrowedAtLeast);
  if (seenHelp(range) > 0) return formatBorrowed(range.borrowed, true);
  return isBend(range) ? '–' : 'not known';
}

/** What stands after a range in the list of past sets; nothing where it was not kept how long the pelvis was watched. */
export function overviewWords({
  pelvisWatched,
  range,
}: {
  readonly pelvisWatched?: Share | null;
  readonly range?: RangeChannel | undefined;
}): string {
  if (range === 'hip-flexion') return 'hip bend';
  if (pelvisWatched === undefined || pelvisWatched === null) return '';
  return isWatched({ pelvisWatched }) ? 'clean' : 'pelvis not watched';
}

/** What the level lines of a plot stand for. */
export function levelWords(ranges: readonly RangeSummary[]): string {
  if (ranges.some(isBend)) return 'Bend of the round, without what was flagged';
  if (ranges.every(isWatched)) return 'Clean range of the round';
  return ranges.some(isWatched)
    ? 'Range of the round, clean or not watched'
    : 'Range of the round, pelvis not watched';
}

export interface LegendEntry {
  readonly key: 'clean' | 'turned' | 'borrowed' | 'bracket';
  readonly text: string;
}

/** Explains what the bars of these rounds show, and nothing that they do not. */
export function legendOf(ranges: readonly RangeSummary[]): readonly LegendEntry[] {
  if (ranges.some(isBend)) return bendLegend(ranges);
  const watched = ranges.some(isWatched);
  const unwatched = ranges.some((range) => !isWatched(range));
  return [
    ...(watched ? [{ key: 'clean', text: 'Clean: your hip’s own' } as const] : []),
    ...(unwatched ? [{ key: 'turned', text: 'Turned from your start: pelvis not watched' } as const] : []),
    ...(watched || ranges.some((range) => seenHelp(range) > 0)
      ? [{ key: 'borrowed', text: 'Borrowed from pelvis and spine' } as const]
      : []),
    { key: 'bracket', text: 'Error band' },
  ];
}

const bendLegend = (ranges: readonly RangeSummary[]): readonly LegendEntry[] => [
  { key: 'turned', text: 'Bent from your start' },
  ...(ranges.some((range) => seenHelp(range) > 0)
    ? [{ key: 'borrowed', text: 'Further while something was flagged' } as const]
    : []),
  { key: 'bracket', text: 'Error band' },
];
