import type { Difference, HipBest } from '../coach/compare-sets.ts';
import type { Trend } from '../coach/history/trends.ts';
import type { Change } from '../coach/real-change.ts';
import { dayText, formatDegrees, formatEstimate, midSentence } from './format.ts';
import { strictnessName } from './words.ts';

/** What two ranges differ in, besides the hip. */
const DIFFERENCES: Readonly<Record<Difference, string>> = {
  side: 'the other hip',
  watched: 'the pelvis watched in one, not in the other',
  view: 'another view',
  place: 'the laptop in another place',
  'pelvis-model': 'another version of the model that watches the pelvis',
  strictness: 'another choice of how soon a fault is flagged',
};

export const differenceWords = (differences: readonly Difference[]): string =>
  differences.map((name) => DIFFERENCES[name]).join(', ');

const VIEWS: Readonly<Record<HipBest['view'], string>> = {
  good: 'good view',
  fair: 'fair view',
  poor: 'poor view',
};

/** What all points of a trend have in common: "good view from 256°, pelvis watched". */
export const kindWords = ({ view, azimuth, watched, strictness }: HipBest): string =>
  [
    `${VIEWS[view]} from ${Math.round(azimuth)}°`,
    watched ? 'pelvis watched' : 'pelvis not watched',
    ...(strictness === undefined || strictness === 'standard'
      ? []
      : [midSentence(strictnessName(strictness))]),
  ].join(', ');

/** Whole degrees that a change must reach, never fewer than it must. */
const lineText = (line: number): string => `${Math.ceil(line)}°`;

const changeSentence = ({ kind, by, line }: Change): string =>
  kind === 'about-the-same'
    ? `About the same: a change under ${lineText(line)} cannot be told from error.`
    : `${formatDegrees(Math.abs(by))} ${kind}, beyond the error of ${lineText(line)}.`;

/** A cell of a table: "about the same", "7° more". */
export const changeCell = (change: Change | null): string => {
  if (change === null) return '–';
  return change.kind === 'about-the-same'
    ? 'about the same'
    : `${formatDegrees(Math.abs(change.by))} ${change.kind}`;
};

/** First against latest in a sentence or two. */
export const trendSentence = ({ points, change }: Trend): string => {
  const [first] = points;
  const last = points.at(-1);
  if (!first || !last || !change) return 'One set so far: from the second on it is compared.';
  const told = (point: typeof first) => `${dayText(point.at)}: ${formatEstimate(point.range)}`;
  return `First, ${told(first)}. Latest, ${told(last)}. ${changeSentence(change)}`;
};
