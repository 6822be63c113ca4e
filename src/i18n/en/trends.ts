import type { Side } from '../../instrument/geometry/units.ts';
import type { Difference, HipBest } from '../../coach/review/compare-sets.ts';
import { wordsOf } from '../speaking.ts';
import { lowerFirst } from '../phrasing.ts';

/** Why two ranges are not compared: what differs. */
const differences: Readonly<Record<Difference, string>> = {
  side: 'the other hip',
  watched: 'pelvis visible in only one of them',
  view: 'a different view',
  place: 'laptop in a different place',
  'pelvis-model': 'a different version of the body tracking',
  strictness: 'a different coach strictness',
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
  unlike: (why: string) => `Left and right are not compared: ${why}.`,
  same: 'Left and right reached about the same.',
  /** @param side that went further */
  further: (side: Side, angle: string) =>
    `The ${side} hip went ${angle} further than the ${opposite(side)}. A difference between the sides is common.`,
  clean: 'hip alone',
};

/** A change since the first set. Angles and lines are passed as "26°". */
const change = {
  sameSentence: (line: string) => `About the same: a change under ${line} may be measuring error.`,
  moreSentence: (angle: string, line: string) => `${angle} more. That is beyond the measuring error of ${line}.`,
  lessSentence: (angle: string, line: string) => `${angle} less. That is beyond the measuring error of ${line}.`,
  same: 'about the same',
  more: (angle: string) => `${angle} more`,
  less: (angle: string) => `${angle} less`,
  one: 'One set so far. Do one more to compare.',
  /** @param first "3 Nov: 26° ± 3°"; `latest` likewise */
  between: (first: string, latest: string, told: string) => `First set ${first}. Latest ${latest}. ${told}`,
};

/** Two days compared. */
const twoDays = {
  heading: 'Two days side by side',
  tooFew: 'Once you have measured sets on two days, you can compare them here.',
  nothing: 'No drill was measured with the same hip on both days.',
  one: 'First day',
  another: 'Second day',
  table: 'The two days as a table',
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
  lead: 'Only comparable sets are joined. A change within the dashed lines may be measuring error.',
  pastSets: 'Past sets',
  reading: 'Loading …',
  empty: 'No measured sets yet. Sets from the demo or a video do not count here.',
  pick: 'Pick a drill',
  drill: 'Drill',
  hip: (side: Side) => `${side === 'left' ? 'Left' : 'Right'} hip`,
  line: (hip: string, line: number) => `${hip}, line ${line}`,
  /** @param view "good view"; `azimuth` in degrees: 0 at the feet or in front, 90 on the left */
  viewFrom: (view: string, azimuth: number) => `${view}, camera at ${azimuth}°`,
  watched: 'pelvis visible',
  /** @param name "Gentle coach" */
  flagged: (name: string) => lowerFirst(name),
  notWatched: 'pelvis not visible',
  apart: (why: string) => `Not joined with the newest sets: ${why}.`,
  asTable: (name: string) => `${name} as a table`,
  set: 'Set',
  range: 'Range',
  against: 'Compared with the first',
  first: 'first set',
  chart: (sentence: string) => `Range over time. ${sentence} The table has every figure.`,
  best: 'Best of each set, with its measuring error',
  real: 'Beyond these lines, the change from the first set is real',
};

export const trendWords = wordsOf('trends', trends);
