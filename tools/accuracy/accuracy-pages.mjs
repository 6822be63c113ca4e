import { fixed, markdownTable, percent, signed, UNKNOWN } from '../report/table-text.mjs';
import { goalsTable } from '../report/goals-markdown.mjs';
import { NOT_INDEPENDENT } from '../report/pooled-table.mjs';
import { allWords, drillSummary, ruleTable } from '../report/rules-markdown.mjs';
import { worstError } from '../scoring/score-ranges.mjs';
import { withMarkedText } from '../shared/marked-text.mjs';

/**
 * The accuracy tables in the documents. Each stands between two marks of its page, so that no figure in it is typed by
 * hand.
 *
 * @typedef {import('../scoring/score.mjs').ClipScore} ClipScore
 * @typedef {import('../report/score-table.mjs').ClipRow} ClipRow
 * @typedef {import('../scoring/pool-scores.mjs').Pooled} Pooled
 * @typedef {import('../scoring/pool-scores.mjs').Group} Group
 */

export const BEGIN = '<!-- accuracy: begin, written by npm run accuracy -- --readme -->';
export const END = '<!-- accuracy: end -->';

/** Pages with accuracy tables; paths from the top folder. `shipped`: clips in the repository; `heldOut`: clips on which nothing was tuned. */
export const PAGES = {
  shipped: 'docs/validation/results.md',
  heldOut: 'docs/validation/results-held-out.md',
};

/** @type {readonly (readonly [string, (score: ClipScore) => string])[]} */
const COLUMNS = [
  ['view', ({ view }) => view ?? 'refused'],
  [
    'error of hip rotation (standing hamstring: hip bend; side checks: arch of the back): mean, bias, 95 %',
    ({ channels, main }) => {
      const { mae, bias, p95 } = channels[main];
      return both([degrees(mae), degrees(bias), degrees(p95)]);
    },
  ],
  ['truth in the 90 % band', ({ channels, main }) => percent(channels[main].inBand)],
  ['frames read', ({ channels, main }) => percent(channels[main].coverage)],
  ['clean range off by', ({ ranges }) => degrees(worstError(ranges, 'clean'))],
  [
    'compensations found, delay',
    ({ events: { found, missed, delay } }) =>
      found + missed === 0 ? 'none' : `${found} of ${found + missed}${delay === null ? '' : `, ${delay.toFixed(1)} s`}`,
  ],
  ['false flags', ({ events }) => `${events.false}`],
];

/** @type {readonly (readonly [string, (group: Group) => string])[]} */
const POOLED_COLUMNS = [
  ['clips, frames', ({ clips, channels }) => `${clips.length}, ${channels[0]?.score.frames ?? 0}`],
  ['bias, MAE, RMSE', ({ channels }) => ofRotation(channels, ({ bias, mae, rmse }) => [bias, mae, rmse])],
  [
    '95 % limits of agreement',
    ({ channels }) => ofRotation(channels, ({ limits }) => [limits?.low ?? null, limits?.high ?? null]),
  ],
  ['biases of the clips', ({ channels }) => spread(channels[0]?.between ?? null)],
  ['truth in the 90 % band', ({ channels }) => percent(channels[0]?.score.inBand ?? null)],
  ['frames read', ({ channels }) => percent(channels[0]?.score.coverage ?? null)],
  ['clean range off by', ({ ranges }) => degrees(ranges.clean.mae)],
  ['compensations found', ({ events: { found, missed } }) => foundOf(found, found + missed)],
  ['repetitions found', ({ reps }) => repetitions(reps)],
  ['false flags', ({ events }) => `${events.false}`],
];

/**
 * @param {readonly ClipRow[]} rows
 * @param {Pooled} pooled
 * @param {string} closing what ran: clips, frames, models, speed
 * @returns {string} Markdown for the page of the shipped clips, without the marks
 */
export function shippedMarkdown(rows, pooled, closing) {
  return [
    closing,
    '',
    '## Goals, drill by drill',
    '',
    ...goalsTable(pooled.goals),
    '',
    '## Angles, by drill and view',
    '',
    ...markdownTable('drill and view', titles(POOLED_COLUMNS), pooled.groups.map(groupCells)),
    '',
    NOT_INDEPENDENT,
    '',
    '## Phases, repetitions, flags and cues',
    '',
    ...drillSummary(pooled),
    '',
    flagWords(pooled.events),
    '',
    '## Every rule of every drill',
    '',
    ...ruleTable(pooled),
    '',
    '## Every clip',
    '',
    ...clipTable(rows),
  ].join('\n');
}

/**
 * @param {readonly ClipRow[]} rows
 * @param {Pooled} pooled
 * @param {string} closing
 * @returns {string} Markdown for the page of the held-out clips, without the marks
 */
export function heldOutMarkdown(rows, pooled, closing) {
  return [
    closing,
    '',
    '## Goals, drill by drill',
    '',
    ...goalsTable(pooled.goals),
    '',
    flagWords(pooled.events),
    allWords(pooled.all),
    '',
    '## Every clip',
    '',
    ...clipTable(rows),
  ].join('\n');
}

/** @param {readonly ClipRow[]} rows */
const clipTable = (rows) => markdownTable('clip', titles(COLUMNS), rows.map(clipCells));

/** @param {readonly (readonly [string, unknown])[]} columns */
const titles = (columns) => columns.map(([title]) => title);

/** @param {Group} group */
const groupCells = (group) => [`${group.drill}, ${group.placement}`, ...POOLED_COLUMNS.map(([, cell]) => cell(group))];

/** @param {ClipRow} row */
const clipCells = (row) =>
  'score' in row
    ? [`\`${row.clip}\``, ...COLUMNS.map(([, cell]) => cell(row.score))]
    : [`\`${row.clip}\``, row.error, ...COLUMNS.slice(1).map(() => UNKNOWN)];

/** @param {Pooled['events']} events */
const flagWords = ({ f1, precision, recall, delay, delay95, cleanFalsePerMinute, cleanMinutes }) =>
  `All flags: F1 ${fixed(f1, 2)} (precision ${percent(precision)}, recall ${percent(recall)}), delay ${fixed(delay, 1)} s in the median and ${fixed(delay95, 1)} s at 95 %; ${fixed(cleanFalsePerMinute, 2)} false flags a minute on ${fixed(cleanMinutes)} minutes without any compensation.`;

/**
 * @param {string} page
 * @param {string} text
 * @returns {string | null} the page with the text between its marks; null: the page has no marks
 */
export const withTables = (page, text) => withMarkedText(page, { begin: BEGIN, end: END }, text);

/** @param {string} page @returns {string} the text between its marks */
export const betweenMarks = (page) => page.split(BEGIN)[1]?.split(END)[0]?.trim() ?? '';

/** @param {readonly string[]} cells */
const both = (cells) => (cells.every((cell) => cell === UNKNOWN) ? UNKNOWN : cells.join(', '));

/** @param {number | null} value */
const degrees = (value) => (value === null ? UNKNOWN : `${fixed(value)}°`);

/** @param {number | null} value */
const signedDegrees = (value) => (value === null ? UNKNOWN : `${signed(value)}°`);

/**
 * Figures of the trained angle as text. Two figures are an interval, both with sign; of others only the first has a
 * sign.
 * @param {Group['channels']} channels that of the drill's angle first
 * @param {(score: Group['channels'][number]['score']) => (number | null)[]} pick
 */
function ofRotation(channels, pick) {
  const values = channels[0] ? pick(channels[0].score) : [];
  return values.length === 2
    ? values.map(signedDegrees).join(' … ')
    : both(values.map((value, index) => (index === 0 ? signedDegrees(value) : degrees(value))));
}

/** @param {{ low: number, high: number } | null} between */
const spread = (between) =>
  between === null ? UNKNOWN : `${signedDegrees(between.low)} … ${signedDegrees(between.high)}`;

/** @param {Group['reps']} reps */
function repetitions({ found, true: real, extra, unread, small }) {
  return [
    foundOf(found, real),
    ...(extra > 0 ? [`${extra} too many`] : []),
    ...(small > 0 ? [`${small} too small to count`] : []),
    ...(unread > 0 ? [`${unread} in a refused view`] : []),
  ].join('; ');
}

/** @param {number} found @param {number} all */
const foundOf = (found, all) => (all === 0 ? 'none in the clips' : `${found} of ${all}`);
