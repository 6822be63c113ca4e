import type { Difference } from '../../coach/review/compare-sets.ts';
import { seamOf, type Trend } from '../../coach/review/trends.ts';
import type { Change } from '../../coach/progress/real-change.ts';
import { trendWords } from '../../i18n/en/trends.ts';
import { figure } from '../../i18n/speaking.ts';
import { dayText, formatEstimate } from '../elements/format.ts';

/** Why two ranges cannot be compared, as a list. */
export const differenceWords = (differences: readonly Difference[]): string =>
  differences.map((name) => trendWords().differences[name]).join(', ');

/** The size of a change, and the smallest change that can be told. */
export interface ChangeFigures {
  readonly by: string;
  readonly line: string;
}

/**
 * Both in whole degrees, the smallest change rounded up. Where a real change would then not be the larger of the two ("7° more,
 * beyond the error of 7°"), both have a decimal.
 */
export function changeFigures({ kind, by, line }: Change): ChangeFigures {
  const size = Math.abs(by);
  const isClear = kind === 'about-the-same' || Math.round(size) > Math.ceil(line);
  if (isClear) return { by: `${Math.round(size)}°`, line: `${Math.ceil(line)}°` };
  return { by: `${figure(Math.ceil(size * 10) / 10, 1)}°`, line: `${figure(Math.floor(line * 10) / 10, 1)}°` };
}

const changeSentence = (change: Change): string => {
  const words = trendWords().change;
  const { by, line } = changeFigures(change);
  return change.kind === 'about-the-same' ? words.sameSentence(line) : words[`${change.kind}Sentence`](by, line);
};

/** Compares the first set with the latest in one or two sentences. Across a seam nothing is compared, and it says so. */
export const trendSentence = (trend: Trend): string => {
  const seam = seamOf(trend);
  const compared = comparedSentence(trend);
  return seam === null ? compared : `${compared} ${trendWords().anew.since(dayText(seam))}`;
};

const comparedSentence = ({ points, change }: Trend): string => {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || !change) return trendWords().change.one;
  const described = (point: typeof first) => `${dayText(point.at)}: ${formatEstimate(point.range)}`;
  return trendWords().change.between(described(first), described(last), changeSentence(change));
};
