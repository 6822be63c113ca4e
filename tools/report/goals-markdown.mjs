import { fixed, markdownTable, percent, signed, UNKNOWN } from './table-text.mjs';

/**
 * The accuracy goals of each drill as a Markdown table. A missed goal is bold.
 *
 * @typedef {import('../scoring/goals.mjs').DrillGoals} DrillGoals
 * @typedef {import('../scoring/goals.mjs').SizeScore} SizeScore
 */

/** Title of the first column; it identifies the table in a page. */
export const GOALS_HEAD = 'drill, clips read';

/** Cell of a drill whose view shows only that the pelvis moved, not how far. */
const NO_SIZE = 'not given';
/** Limits of the goals: degrees, metres, seconds or shares. */
const GOAL = {
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
  ['error ≤ 4°', ({ mae }) => atMost(mae, GOAL.mae, degrees)],
  ['while the pelvis compensates ≤ 5°', ({ cheating }) => atMost(cheating.mae, GOAL.cheating, degrees)],
  ['bias of the clean range ≤ 3°', ({ cleanBias }) => marked(signedDegrees(cleanBias), within(cleanBias, GOAL.bias))],
  ['pelvic turn: slope ≥ 0.8, error ≤ 3°', turnWords],
  ['false pelvic turn, 95 % ≤ 4°', falseWords],
  ['error of pelvic lift ≤ 0.5 cm', liftWords],
  ['F1 ≥ 0.9', ({ f1 }) => atLeast(f1, GOAL.f1, (value) => value.toFixed(2))],
  [
    'delay, median ≤ 0.8 s / 95 % ≤ 1.5 s',
    ({ delay, delay95 }) =>
      delay === null ? UNKNOWN : `${atMost(delay, GOAL.delay, seconds)} / ${atMost(delay95, GOAL.delay95, seconds)}`,
  ],
  [
    'false flags a clean minute ≤ 0.3',
    ({ falseAMinute }) => atMost(falseAMinute, GOAL.falseAMinute, (value) => value.toFixed(1)),
  ],
  ['frames read ≥ 90 %', ({ coverage }) => atLeast(coverage, GOAL.coverage, percent)],
  [
    'truth in the band 85–95 %',
    ({ inBand }) => marked(percent(inBand), inBand !== null && inBand >= GOAL.bandLeast && inBand <= GOAL.bandMost),
  ],
];

/** @param {readonly DrillGoals[]} goals @returns {string[]} lines of Markdown */
export function goalsTable(goals) {
  if (goals.length === 0) return [];
  return [
    ...markdownTable(
      GOALS_HEAD,
      COLUMNS.map(([title]) => title),
      goals.map((one) => [
        `${one.drill}, ${one.clips}${one.rough ? ' (range shown as rough)' : ''}`,
        ...COLUMNS.map(([, cell]) => cell(one)),
      ]),
    ),
    '',
    `Bold: the goal is missed. Where both hips work at once, this table uses their mean, as the app does; the table of clips counts each leg. “${NO_SIZE}”: from that place the app says that the pelvis moved, or that it cannot be seen, but gives no size. A false pelvic turn is one that is read while the pelvis truly stays within 1°. A band that holds more than 95 % of the true values is wider than it need be.`,
  ];
}

/** @param {DrillGoals} goals */
function turnWords({ sizes }) {
  const turns = turnsOf(sizes);
  if (turns.length === 0) return NO_SIZE;
  return turns
    .map(
      ({ score: { slope, mae } }) =>
        `${atLeast(slope, GOAL.slope, (value) => value.toFixed(2))}, ${atMost(mae, GOAL.sizeError, degrees)}`,
    )
    .join('; ');
}

/** @param {DrillGoals} goals */
function falseWords({ sizes }) {
  const turns = turnsOf(sizes);
  if (turns.length === 0) return NO_SIZE;
  return turns.map(({ score }) => atMost(score.falseSize, GOAL.falseSize, degrees)).join('; ');
}

/** @param {DrillGoals} goals */
function liftWords({ sizes }) {
  const lift = sizes.find(({ channel }) => channel === 'pelvis-lift');
  return lift ? atMost(lift.score.mae, GOAL.lift, (value) => `${(100 * value).toFixed(1)} cm`) : NO_SIZE;
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
