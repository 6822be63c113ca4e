import type { Side } from '../../instrument/geometry/units.ts';
import type { Difference } from '../../training/review/compare-sets.ts';
import { wordsOf } from '../speaking.ts';
import { common } from './common.ts';

/** Why two ranges are not compared: what differs. */
const differences: Readonly<Record<Difference, string>> = {
  side: 'the other hip',
  watched: 'pelvis visible in only one of them',
  view: 'a different view',
  place: 'laptop in a different place',
  'pelvis-model': 'a different version of the body tracking',
  strictness: 'a different coach strictness',
  instrument: 'the app measured in a different way',
  effort: 'with a strap, or by itself',
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
};

/** A change since the first set. Angles and lines are passed as "26°". */
const change = {
  sameSentence: (line: string) => `About the same: a change under ${line} may be measuring error.`,
  moreSentence: (angle: string, line: string) => `${angle} more. That is beyond the measuring error of ${line}.`,
  lessSentence: (angle: string, line: string) => `${angle} less. That is beyond the measuring error of ${line}.`,
  one: 'Only one week so far.',
  /** @param day of the first set of the first week; `first` and `latest`: the middle of each week */
  between: (day: string, first: string, latest: string, told: string) =>
    `First week (from ${day}): ${first}. Latest week: ${latest}. ${told}`,
};

/** The page of the trends: ranges over the days. */
export const trends = {
  differences,
  sides,
  change,
  /** Sets on both sides of a change of the instrument. */
  anew: {
    /** @param day the first one measured like now, "28 Nov" */
    since: (day: string) => `Measured in a different way since ${day}. Earlier values may differ by a few degrees.`,
    /** For a table cell, where a change would stand. */
    cell: 'not compared: measured in a different way before',
    /** Beside the line of the seam, in a chart that may be narrow. */
    seam: 'measured differently',
    legend: 'From this line on, measured in a different way',
  },
  heading: 'Progress',
  empty: 'No measured sets yet. Sets from the demo or a video do not count here.',
  hip: (side: Side) => common.hip[side],
  chart: (sentence: string) => `Range over time. ${sentence}`,
  goal: (degrees: string) => `Your goal: ${degrees}°`,
  /** Beyond every earlier comparable set by more than the measuring error. */
  newBest: 'new best',
  /** @param range "42° ± 3°"; `by` "7°"; `day` of the best until then */
  bestOf: (side: Side, range: string, by: string, day: string) =>
    `New best of your ${side === 'left' ? 'left' : 'right'} hip: ${range}. That is ${by} more than on ${day}, and more than the measuring error.`,
};

export const trendWords = wordsOf('trends', trends);

const yourHip = (side: Side): string => `Your ${side === 'left' ? 'left' : 'right'} hip`;

/** How far each hip has come since its first week. Angles are passed as "8°" or "about 10°", days as "3 Nov". */
export const story = {
  /** @param line the smallest change that can be told */
  same: (side: Side, day: string, line: string) =>
    `${yourHip(side)} goes about as far as in your first week (from ${day}): a change under ${line} may be measuring error.`,
  bothSame: (day: string, line: string) =>
    `Both hips go about as far as in your first week (from ${day}): a change under ${line} may be measuring error.`,
  /** After the sentence on the hip that changed. */
  otherSame: (side: Side, line: string) =>
    `The ${side === 'left' ? 'left' : 'right'} one is about the same: a change under ${line} may be measuring error.`,
  more: (side: Side, by: string, day: string) =>
    `${yourHip(side)} goes ${by} further than in your first week (from ${day}), more than the measuring error.`,
  less: (side: Side, by: string, day: string) =>
    `${yourHip(side)} goes ${by} less than in your first week (from ${day}), more than the measuring error.`,
  bothMore: (left: string, right: string, day: string) =>
    `Both hips go further than in your first week (from ${day}): the left ${left}, the right ${right}. That is more than the measuring error.`,
  early: (day: string) => `This is the first week of this drill. From ${day} on I compare with it.`,
  /** Beside the sentence on the other hip. */
  oneWeek: (side: Side) => `${yourHip(side)} has sets of one week only so far.`,
  /** The first week is over, and no set came after it. */
  begun: (day: string) => `Your first week began on ${day}. Your next sets are compared with it.`,
  none: 'Your first sets with the camera fill this picture.',
  sinceStart: 'Since you started',
  firstWeek: 'first week',
  now: 'latest week',
  error: 'measuring error',
  /** Marks on the line of a hip. Their number is the one on the chart. */
  moments: {
    heading: 'What mattered',
    first: (range: string) => `First day: ${range}.`,
    test: 'Hip test.',
    best: (range: string, by: string) => `New best: ${range}, ${by} more than before and beyond the measuring error.`,
    pause: (days: number) => `Back after ${days} days off.`,
    pain: (pain: number) => `It hurt: ${pain} of 10`,
  },
  line: 'One point for each set; with many sets, the middle value of one or more weeks',
  ribbon: 'The measuring error around it',
  leftOut: (sets: number, why: string) => `${sets === 1 ? '1 set is' : `${sets} sets are`} not on this line: ${why}.`,
  /** Instead of `differences.watched`, where nothing is paired. */
  watched: 'a different view of the pelvis',
  unwatched: 'Your pelvis was out of sight in these sets, so part of this may not come from the hip.',
};

export const storyWords = wordsOf('story', story);

/** What the person aims at with each hip. Angles are passed as "45°", measured ones as "43° ± 3°". */
export const goals = {
  lead: 'One goal for a hip in a drill, or a squat without a pinch. I say “reached” only when it is beyond the measuring error.',
  noGoals: 'You have no goal yet.',
  yours: 'Your goals',
  hip: (side: Side): string => `${side === 'left' ? 'Left' : 'Right'} hip`,
  squat: (hip: string) => `${hip}: squat without a pinch`,
  none: 'No comparable set since you set it.',
  onTheWay: (best: string, left: string) => `Best so far ${best}. ${left} to go.`,
  /** @param line the smallest difference that can be told, "6°" */
  atError: (best: string, line: string) =>
    `Best so far ${best}. You are about there: within ${line} I can’t tell the difference.`,
  reached: (best: string, day: string) => `Reached on ${day}: ${best}, beyond the measuring error.`,
  notAnswered: 'I ask you once a week. It is your own word; no camera judges it.',
  free: (weeks: number) =>
    weeks === 1
      ? 'By your own word, nothing pinched last time.'
      : `By your own word, nothing pinched ${weeks} times in a row.`,
  pinched: (day: string) =>
    `You said on ${day} that it pinched. Squat only as deep as you can without a pinch. If it keeps pinching, show it to somebody who knows hips.`,
  ask: (side: Side) => `This week: did your ${side === 'left' ? 'left' : 'right'} hip pinch in a squat?`,
  noPinch: 'No pinch',
  didPinch: 'It pinched',
  add: 'Set a goal',
  which: 'Which hip',
  what: 'What for',
  squatChoice: 'Squat without a pinch',
  squatNote: 'Once a week I ask you whether it pinched. Nothing is measured.',
  soFar: (best: string) => `Your best so far, in the place of your newest sets: ${best}.`,
  noBest: 'This hip has no measured set in this drill yet.',
  error: 'A goal replaces the one that this hip has in this drill.',
  set: 'Set this goal',
  added: 'The goal is set.',
  changed: 'The goal is changed.',
  deleteOf: (name: string) => `Delete goal: ${name}`,
  notStored: 'This browser did not store it. It holds until you close the page.',
};

export const goalWords = wordsOf('goals', goals);

/** Time under tension: how long each hip was at its clean end range. */
export const endTime = {
  heading: 'Time at the end of your range',
  what: 'How long each hip was within 5° of its best angle of that set (minutes and seconds). It counts only while the pelvis is seen and nothing is flagged. All drills together.',
  from: (day: string) => `from ${day}`,
  unknown: (sets: number) =>
    `Not counted: ${sets} ${sets === 1 ? 'set' : 'sets'} without a camera, without a number, without a view of the pelvis, or from an older version.`,
};

export const endTimeWords = wordsOf('endTime', endTime);
