import type { Difference, HipBest } from '../../coach/review/compare-sets.ts';
import type { Trend } from '../../coach/review/trends.ts';
import type { Change } from '../../coach/progress/real-change.ts';
import { trendWords } from '../../i18n/en/trends.ts';
import { dayText, formatDegrees, formatEstimate } from '../elements/format.ts';
import { strictnessName } from '../shell/words.ts';

/** Why two ranges cannot be compared, as a list. */
export const differenceWords = (differences: readonly Difference[]): string =>
  differences.map((name) => trendWords().differences[name]).join(', ');

/** Conditions that all points of a trend share: "good view from 256°, pelvis watched". */
export const kindWords = ({ view, azimuth, watched, strictness }: HipBest): string => {
  const words = trendWords();
  return [
    words.viewFrom(words.views[view], Math.round(azimuth)),
    watched ? words.watched : words.notWatched,
    ...(strictness === undefined || strictness === 'standard' ? [] : [words.flagged(strictnessName(strictness))]),
  ].join(', ');
};

/** The smallest real change in whole degrees, rounded up. */
const minChangeText = (line: number): string => `${Math.ceil(line)}°`;

const changeSentence = ({ kind, by, line }: Change): string => {
  const words = trendWords().change;
  if (kind === 'about-the-same') return words.sameSentence(minChangeText(line));
  return words[`${kind}Sentence`](formatDegrees(Math.abs(by)), minChangeText(line));
};

/** A change for a table cell: "about the same", "7° more". */
export const changeCell = (change: Change | null): string => {
  if (change === null) return '–';
  const words = trendWords().change;
  return change.kind === 'about-the-same' ? words.same : words[change.kind](formatDegrees(Math.abs(change.by)));
};

/** Compares the first set with the latest in one or two sentences. */
export const trendSentence = ({ points, change }: Trend): string => {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || !change) return trendWords().change.one;
  const described = (point: typeof first) => `${dayText(point.at)}: ${formatEstimate(point.range)}`;
  return trendWords().change.between(described(first), described(last), changeSentence(change));
};
