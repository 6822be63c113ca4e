import type { Share } from '../../instrument/geometry/units.ts';
import { isWatched } from '../../coach/progress/best-range.ts';
import type { RangeChannel } from '../../coach/drill-definition.ts';
import type { RangeSummary } from '../../coach/record/set-record.ts';
import { rangeTexts } from '../../i18n/en/ranges.ts';
import { isBend } from './angle-words.ts';
import { formatBand, formatBorrowed, formatDegrees } from '../elements/format.ts';

/** What one row of a set says of its number: "Clean 26° ± 4°", or "Turned 32° ± 3°" where the pelvis was not watched. */
export function ownWords(range: RangeSummary): string {
  const words = rangeTexts();
  if (range.clean === null) return isWatched(range) ? words.nothingClean : words.noRange;
  const name = isBend(range) ? words.bent : isWatched(range) ? words.clean : words.turned;
  return `${name} ${formatDegrees(range.clean)} ${formatBand(range.sd)}`;
}

/** Help that was seen although the pelvis was seldom watched: known from below only. */
export const seenHelp = ({ borrowed }: Pick<RangeSummary, 'borrowed'>): number =>
  borrowed === null ? 0 : Math.max(0, Math.round(borrowed));

/** The borrowed part in a few words for a bar. */
export function borrowedWords(range: RangeSummary): string {
  const { borrowed, borrowedAtLeast } = range;
  const words = rangeTexts();
  if (isBend(range)) return seenHelp(range) > 0 ? words.flaggedMore(borrowedCell(range)) : '';
  if (!isWatched(range))
    return isPelvisContributionUnknown(range) ? words.borrowedUnknown : words.borrowed(borrowedCell(range));
  if (borrowed === null) return '';
  if (borrowedAtLeast && Math.round(borrowed) <= 0) return words.noBorrowing;
  return words.borrowed(formatBorrowed(borrowed, borrowedAtLeast));
}

/** Nobody saw what the pelvis lent. */
export const isPelvisContributionUnknown = (range: RangeSummary): boolean =>
  !isWatched(range) && !isBend(range) && seenHelp(range) === 0;

/** The borrowed part in a cell of a table. */
export function borrowedCell(range: RangeSummary): string {
  if (isWatched(range)) return formatBorrowed(range.borrowed, range.borrowedAtLeast);
  if (seenHelp(range) > 0) return formatBorrowed(range.borrowed, true);
  return isBend(range) ? '–' : rangeTexts().notKnown;
}

/** What stands after a range in the list of past sets; nothing where it was not kept how long the pelvis was watched. */
export function overviewWords({
  pelvisWatched,
  range,
}: {
  readonly pelvisWatched?: Share | null;
  readonly range?: RangeChannel | undefined;
}): string {
  const words = rangeTexts().overview;
  if (range === 'hip-flexion') return words.bend;
  if (pelvisWatched === undefined || pelvisWatched === null) return '';
  return isWatched({ pelvisWatched }) ? words.clean : words.unwatched;
}

/** What the level lines of a plot stand for. */
export function levelWords(ranges: readonly RangeSummary[]): string {
  const words = rangeTexts().levels;
  if (ranges.some(isBend)) return words.bend;
  if (ranges.every(isWatched)) return words.clean;
  return ranges.some(isWatched) ? words.mixed : words.unwatched;
}

export interface LegendEntry {
  readonly key: 'clean' | 'turned' | 'borrowed' | 'bracket';
  readonly text: string;
}

/** Explains what the bars of these rounds show, and nothing that they do not. */
export function legendOf(ranges: readonly RangeSummary[]): readonly LegendEntry[] {
  if (ranges.some(isBend)) return bendLegend(ranges);
  const words = rangeTexts().legend;
  const watched = ranges.some(isWatched);
  const unwatched = ranges.some((range) => !isWatched(range));
  return [
    ...(watched ? [{ key: 'clean', text: words.clean } as const] : []),
    ...(unwatched ? [{ key: 'turned', text: words.turned } as const] : []),
    ...(watched || ranges.some((range) => seenHelp(range) > 0)
      ? [{ key: 'borrowed', text: words.borrowed } as const]
      : []),
    { key: 'bracket', text: words.bracket },
  ];
}

function bendLegend(ranges: readonly RangeSummary[]): readonly LegendEntry[] {
  const words = rangeTexts().legend;
  return [
    { key: 'turned', text: words.bent },
    ...(ranges.some((range) => seenHelp(range) > 0) ? [{ key: 'borrowed', text: words.flagged } as const] : []),
    { key: 'bracket', text: words.bracket },
  ];
}
