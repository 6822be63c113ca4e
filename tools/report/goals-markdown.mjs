import { fixed, percent, signed, UNKNOWN } from './figure-words.mjs';
import { markdownTable } from './markdown-table.mjs';

/**
 * The goals as a table: what does not reach what it must is set in bold.
 *
 * @typedef {import('../scoring/goals.mjs').DrillGoals} DrillGoals
 * @typedef {import('../scoring/score-sizes.mjs').SizeScore} SizeScore
 */

/** Head of the first column. */
export const GOALS_OF = 'drill, clips read';

const NOT_TOLD = 'not told';
/** What the issue asks, at the least: degrees, metres, seconds, shares. */
const MUST = {
  mae: 4,
  cheating: 5,
  bias: 3,
  slope: 0.8,
  sizeError: 3,
  falseSize: 4,
  lift: 0.005,
  f1: 0.9,
  delay: 0.8,
  delay95: 1.5,
  falseAMinute: 0.3,
  coverage: 0.9,
  bandLeast: 0.85,
  bandMost: 0.95,
};

/** @type {readonly (readonly [string, (goals: DrillGoals) => string])[]} */
const COLUMNS = [
  ['error ≤ 4°', ({ mae }) => atMost(mae, MUST.mae, degrees)],
  ['while the pelvis cheats ≤ 5°', ({ cheating }) => atMost(cheating.mae, MUST.cheating, degrees)],
  ['bias of the clean range ≤ 3°', ({ cleanBias }) => marked(signedDegrees(cleanBias), within(cleanBias, MUST.bias))],
  ['turn of the pelvis: slope ≥ .8, error ≤ 3°', turnWords],
  ['false turn, 95 %, ≤ 4°', falseWords],
  ['error of its lift ≤ 0.5 cm', liftWords],
  ['F1 ≥ .9', ({ f1 }) => atLeast(f1, MUST.f1, (value) => value.toFixed(2))],
  [
    'delay ≤ 0.8 / 1.5 s',
    ({ delay, delay95 }) =>
      delay === null ? UNKNOWN : `${atMost(delay, MUST.delay, seconds)} / ${atMost(delay95, MUST.delay95, seconds)}`,
  ],
  [
    'false flags a clean minute ≤ 0.3',
    ({ falseAMinute }) => atMost(falseAMinute, MUST.falseAMinute, (value) => value.toFixed(1)),
  ],
  ['read for ≥ 90 %', ({ coverage }) => atLeast(coverage, MUST.coverage, percent)],
  [
    'truth in the band 85–95 %',
    ({ inBand }) => marked(percent(inBand), inBand !== null && inBand >= MUST.bandLeast && inBand <= MUST.bandMost),
  ],
];

/** @param {readonly DrillGoals[]} goals @returns {string[]} lines of Markdown */
export function goalsTable(goals) {
  if (goals.length === 0) return [];
  return [
    ...markdownTable(
      GOALS_OF,
      COLUMNS.map(([title]) => title),
      goals.map((one) => [
        `${one.drill}, ${one.clips}${one.rough ? ' (range shown as rough)' : ''}`,
        ...COLUMNS.map(([, cell]) => cell(one)),
      ]),
    ),
    '',
    `Bold: not what it must be. Where both hips work at once it is their mean, which the app shows; leg by leg: docs/accuracy.md. “${NOT_TOLD}”: from that place the app says that it happened, or that it cannot be seen, and no size. A false turn is one read while the pelvis truly stays within 1°. A band that holds more than 95 % of the truth is wider than it need be.`,
  ];
}

/** @param {DrillGoals} goals */
function turnWords({ sizes }) {
  const turns = turnsOf(sizes);
  if (turns.length === 0) return NOT_TOLD;
  return turns
    .map(
      ({ score: { slope, mae } }) =>
        `${atLeast(slope, MUST.slope, (value) => value.toFixed(2))}, ${atMost(mae, MUST.sizeError, degrees)}`,
    )
    .join('; ');
}

/** @param {DrillGoals} goals */
function falseWords({ sizes }) {
  const turns = turnsOf(sizes);
  if (turns.length === 0) return NOT_TOLD;
  return turns.map(({ score }) => atMost(score.falseSize, MUST.falseSize, degrees)).join('; ');
}

/** @param {DrillGoals} goals */
function liftWords({ sizes }) {
  const lift = sizes.find(({ channel }) => channel === 'pelvis-lift');
  return lift ? atMost(lift.score.mae, MUST.lift, (value) => `${(100 * value).toFixed(1)} cm`) : NOT_TOLD;
}

/** @param {DrillGoals['sizes']} sizes */
const turnsOf = (sizes) => sizes.filter(({ channel }) => channel !== 'pelvis-lift');

/** @param {string} text @param {boolean} met */
const marked = (text, met) => (met || text === UNKNOWN ? text : `**${text}**`);

/** @param {number | null} value @param {number} most @param {(value: number) => string} words */
const atMost = (value, most, words) => (value === null ? UNKNOWN : marked(words(value), value <= most));

/** @param {number | null} value @param {number} least @param {(value: number) => string} words */
const atLeast = (value, least, words) => (value === null ? UNKNOWN : marked(words(value), value >= least));

/** @param {number | null} value @param {number} most */
const within = (value, most) => value !== null && Math.abs(value) <= most;

/** @param {number} value */
const degrees = (value) => `${fixed(value)}°`;

/** @param {number | null} value */
const signedDegrees = (value) => (value === null ? UNKNOWN : `${signed(value)}°`);

/** @param {number} value */
const seconds = (value) => `${fixed(value)} s`;
