import type { Share } from '../../instrument/geometry/units.ts';
import { isTooSmall } from '../../coach/progress/clean-range.ts';
import { isWatched } from '../../coach/progress/real-change.ts';
import type { RangeChannel } from '../../coach/drill-definition.ts';
import type { RangeSummary } from '../../coach/record/set-record.ts';
import { rangeTexts } from '../../i18n/en/ranges.ts';
import { commonWords } from '../../i18n/en/common.ts';
import { absence } from '../../coach/record/watched.ts';
import { angleText, formatBorrowed, formatGross, formatShare } from '../elements/format.ts';

/**
 * Short above the big number of the live screen, long within a sentence, and at the head of a column or of the plot.
 * @param range the trained angle of a drill or a record; absent: hip internal rotation
 */
export const angleWords = (range: RangeChannel | undefined) =>
  commonWords().angles[NAMES[range ?? 'hip-internal-rotation']];

const NAMES = { 'hip-internal-rotation': 'rotation', 'hip-flexion': 'bend', 'back-arch': 'back' } as const;

/** In hip flexion the pelvis may move with the leg, so the range is given without a pelvic contribution. */
export const isHipFlexion = ({ of }: Pick<RangeSummary, 'of'>): boolean => of === 'hip-flexion';

/** Label of the range of one round: "Hip alone: 26° (± 4°)", or "Turned: 32° (± 3°)" if the pelvis was not watched. */
export function rangeLabel(range: RangeSummary): string {
  const words = rangeTexts();
  // Without any reading nothing was borrowed either.
  if (range.clean === null) return isWatched(range) && range.gross !== null ? words.nothingClean : words.noRange;
  if (isTooSmall(range)) return words.tooSmall;
  const { value, band } = angleText(range.clean, range.sd);
  // "26° (± 4°)", but "about 20°, give or take 10".
  return `${ownName(range)}: ${value}${band.startsWith(' ') ? ` (${band.trim()})` : band}`;
}

/** What the angle of a range is: the hip alone, hip and pelvis together, or a bend. */
function ownName(range: RangeSummary): string {
  const words = rangeTexts();
  return isHipFlexion(range) ? words.bent : isWatched(range) ? commonWords().hipAlone : words.turned;
}

/** Pelvic contribution in whole degrees, 0 if none was seen. If the pelvis was seldom watched it is a lower bound. */
export const seenContribution = ({ borrowed }: Pick<RangeSummary, 'borrowed'>): number =>
  borrowed === null ? 0 : Math.max(0, Math.round(borrowed));

/** Beside a range that is less than can be measured, "none" would claim too much. */
const saysNothingOfPelvis = (range: RangeSummary): boolean => isTooSmall(range) && isWatched(range);

/** The pelvic contribution in a few words, for the label beside a bar. */
export function borrowedLabel(range: RangeSummary): string {
  const { borrowed, borrowedAtLeast } = range;
  const words = rangeTexts();
  if (isHipFlexion(range)) return seenContribution(range) > 0 ? words.flaggedMore(borrowedCell(range)) : '';
  if (!isWatched(range))
    return isPelvisContributionUnknown(range) ? words.borrowedUnknown : words.borrowed(borrowedCell(range));
  if (borrowed === null || saysNothingOfPelvis(range)) return '';
  const none = borrowedAtLeast && Math.round(borrowed) <= 0;
  const text = none ? words.noBorrowing : words.borrowed(formatBorrowed(borrowed, borrowedAtLeast));
  const isPartial = Math.round(borrowed) <= 0 && absence(range.pelvisWatched) !== 'whole';
  return isPartial ? words.watchedIn(text, formatShare(range.pelvisWatched)) : text;
}

/** The pelvis was seldom watched, and no contribution was seen. */
export const isPelvisContributionUnknown = (range: RangeSummary): boolean =>
  !isWatched(range) && !isHipFlexion(range) && seenContribution(range) === 0;

/** The pelvic contribution as the content of a table cell. */
export function borrowedCell(range: RangeSummary): string {
  if (isWatched(range)) return formatBorrowed(range.borrowed, range.borrowedAtLeast);
  if (seenContribution(range) > 0) return formatBorrowed(range.borrowed, true);
  return isHipFlexion(range) ? '–' : commonWords().notKnown;
}

/** One figure of a range: what it is, its value, and its error. */
export interface RangeFigure {
  readonly key: 'own' | 'pelvis' | 'total';
  readonly name: string;
  readonly value: string;
  /** " ± 4°" or ", give or take 10", right behind the value; empty: none. */
  readonly band: string;
}

/** The three figures of a range, or as many as are known: the hip alone, what came from the pelvis, the leg in total. */
export function rangeFigures(range: RangeSummary): readonly RangeFigure[] {
  const words = rangeTexts();
  const told = angleText(range.clean, range.sd);
  const own = range.clean === null ? words.noRange : isTooSmall(range) ? words.tooSmall : told.value;
  const pelvis = isHipFlexion(range)
    ? seenContribution(range) > 0
      ? [{ key: 'pelvis', name: words.withHelp, value: borrowedCell(range), band: '' } as const]
      : []
    : saysNothingOfPelvis(range)
      ? []
      : [{ key: 'pelvis', name: commonWords().fromPelvis, value: borrowedCell(range), band: '' } as const];
  return [
    { key: 'own', name: ownName(range), value: own, band: isTooSmall(range) ? '' : told.band },
    ...pelvis,
    // Where nobody saw the pelvis, the first figure is the leg in total already.
    ...(range.gross === null || isTooSmall(range) || isPelvisContributionUnknown(range)
      ? []
      : [{ key: 'total', name: commonWords().legInTotal, value: formatGross(range), band: '' } as const]),
  ];
}

/** Whether a listed range is clean. Empty: the record does not tell how long the pelvis was watched. */
export function overviewWords({
  pelvisWatched,
  range,
}: {
  readonly pelvisWatched?: Share | null;
  readonly range?: RangeChannel | undefined;
}): string {
  if (range === 'hip-flexion') return rangeTexts().overview.bend;
  if (pelvisWatched === undefined || pelvisWatched === null) return '';
  return isWatched({ pelvisWatched }) ? commonWords().aloneInList : commonWords().pelvisUnseen;
}

/** Legend of the horizontal lines in the plot that mark the range of each round. */
export function levelWords(ranges: readonly RangeSummary[]): string {
  const words = rangeTexts().levels;
  if (ranges.some(isHipFlexion)) return words.bend;
  if (ranges.every(isWatched)) return words.clean;
  return ranges.some(isWatched) ? words.mixed : words.unwatched;
}

export interface LegendEntry {
  readonly key: 'clean' | 'turned' | 'borrowed' | 'bracket';
  readonly text: string;
}

/** Legend of the bars; it has only entries that these bars show. */
export function legendOf(ranges: readonly RangeSummary[]): readonly LegendEntry[] {
  if (ranges.some(isHipFlexion)) return flexionLegend(ranges);
  const words = rangeTexts().legend;
  const watched = ranges.some(isWatched);
  const unwatched = ranges.some((range) => !isWatched(range));
  return [
    ...(watched ? [{ key: 'clean', text: commonWords().hipAlone } as const] : []),
    ...(unwatched ? [{ key: 'turned', text: words.turned } as const] : []),
    ...(watched || ranges.some((range) => seenContribution(range) > 0)
      ? [{ key: 'borrowed', text: commonWords().fromPelvis } as const]
      : []),
    { key: 'bracket', text: words.bracket },
  ];
}

function flexionLegend(ranges: readonly RangeSummary[]): readonly LegendEntry[] {
  const words = rangeTexts().legend;
  return [
    { key: 'turned', text: words.bent },
    ...(ranges.some((range) => seenContribution(range) > 0) ? [{ key: 'borrowed', text: words.flagged } as const] : []),
    { key: 'bracket', text: words.bracket },
  ];
}
