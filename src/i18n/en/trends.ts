import type { Side } from '../../instrument/geometry/units.ts';
import type { Difference, HipBest } from '../../coach/review/compare-sets.ts';
import { wordsOf } from '../speaking.ts';
import { lowerFirst } from '../phrasing.ts';

/** Why two ranges are not compared: what differs. */
const differences: Readonly<Record<Difference, string>> = {
  side: 'the other hip',
  watched: 'the pelvis watched in one, not in the other',
  view: 'another view',
  place: 'the laptop in another place',
  'pelvis-model': 'another version of the models that watch pelvis and legs',
  strictness: 'another choice of how soon a fault is flagged',
};

const views: Readonly<Record<HipBest['view'], string>> = {
  good: 'good view',
  fair: 'fair view',
  poor: 'poor view',
};

const opposite = (side: Side): Side => (side === 'left' ? 'right' : 'left');

/** Left and right compared, without a judgement. */
const sides = {
  only: (side: Side) => `Only the ${side} side was done.`,
  unlike: (why: string) => `The two were not seen alike (${why}), so they are not compared.`,
  same: 'Left and right went about equally far.',
  /** @param side that went further */
  further: (side: Side, angle: string) =>
    `The ${side} hip went ${angle} further than the ${opposite(side)}. Most people have a side that goes further.`,
  clean: 'clean',
};

/** A change since the first set. Angles and lines are passed as "26°". */
const change = {
  sameSentence: (line: string) => `About the same: a change under ${line} cannot be told from error.`,
  moreSentence: (angle: string, line: string) => `${angle} more, beyond the error of ${line}.`,
  lessSentence: (angle: string, line: string) => `${angle} less, beyond the error of ${line}.`,
  same: 'about the same',
  more: (angle: string) => `${angle} more`,
  less: (angle: string) => `${angle} less`,
  one: 'One set so far: from the second on it is compared.',
  /** @param first "3 Nov: 26° ± 3°"; `latest` likewise */
  between: (first: string, latest: string, told: string) => `First, ${first}. Latest, ${latest}. ${told}`,
};

/** Two days compared. */
const twoDays = {
  heading: 'Two days against each other',
  tooFew: 'Once you have measured sets on two days, they can be compared here.',
  nothing: 'No drill was measured with the same hip on both days.',
  one: 'One day',
  another: 'Another day',
  table: 'Table of the two days',
  drillAndHip: 'Drill and hip',
  change: 'Change',
  notCompared: (why: string) => `not compared: ${why}`,
};

/** The page of the trends: ranges over the days. */
export const trends = {
  differences,
  views,
  sides,
  change,
  twoDays,
  heading: 'Trends',
  lead: 'Only sets that were seen alike stand on one line. What lies between the dashed lines cannot be told from error.',
  pastSets: 'Past sets',
  reading: 'Reading …',
  empty: 'No measured sets yet. A demo or a video is nobody’s trend.',
  pick: 'Pick a drill',
  drill: 'Drill',
  hip: (side: Side) => `${side === 'left' ? 'Left' : 'Right'} hip`,
  line: (hip: string, line: number) => `${hip}, line ${line}`,
  /** @param view "good view" */
  viewFrom: (view: string, azimuth: number) => `${view} from ${azimuth}°`,
  watched: 'pelvis watched',
  /** @param name "Flagged gently" */
  flagged: (name: string) => lowerFirst(name),
  notWatched: 'pelvis not watched',
  apart: (why: string) => `Not on one line with the newest sets: ${why}.`,
  asTable: (name: string) => `${name} as a table`,
  set: 'Set',
  range: 'Range',
  against: 'Against the first',
  first: 'the first',
  chart: (sentence: string) => `Range over the days. ${sentence} The figures stand in the table beside it.`,
  best: 'Best of a set, with its error band',
  real: 'A real change from the first lies beyond these lines',
};

export const trendWords = wordsOf('trends', trends);
