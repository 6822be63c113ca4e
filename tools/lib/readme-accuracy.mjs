/**
 * The accuracy table of the README, so that no figure in it is typed by hand.
 *
 * @typedef {import('./score.mjs').ClipScore} ClipScore
 * @typedef {import('./score-table.mjs').ClipRow} ClipRow
 */

export const BEGIN = '<!-- accuracy: begin, written by npm run accuracy -- --readme -->';
export const END = '<!-- accuracy: end -->';

/** @type {readonly (readonly [string, (score: ClipScore) => string])[]} */
const COLUMNS = [
  ['view', ({ view }) => view ?? 'refused'],
  [
    'error of hip rotation: mean, bias, 95 %',
    ({ internalRotation: { mae, bias, p95 } }) => both([degrees(mae), degrees(bias), degrees(p95)]),
  ],
  ['truth in the 90 % band', ({ internalRotation }) => percent(internalRotation.inBand)],
  ['read for', ({ internalRotation }) => percent(internalRotation.coverage)],
  ['clean range off by', ({ clean }) => degrees(clean.error)],
  [
    'compensations found, delay',
    ({ events: { found, missed, delay } }) =>
      found + missed === 0
        ? 'none there'
        : `${found} of ${found + missed}${delay === null ? '' : `, ${delay.toFixed(1)} s`}`,
  ],
  ['false flags', ({ events }) => `${events.false}`],
];

/**
 * @param {readonly ClipRow[]} rows
 * @param {string} closing what ran: clips, frames, models, speed
 * @returns {string} Markdown without the markers
 */
export function accuracyMarkdown(rows, closing) {
  const line = (/** @type {readonly string[]} */ cells) => `| ${cells.join(' | ')} |`;
  return [
    line(['clip', ...COLUMNS.map(([title]) => title)]),
    line(['---', ...COLUMNS.map(() => '---')]),
    ...rows.map((row) =>
      'score' in row
        ? line([`\`${row.clip}\``, ...COLUMNS.map(([, cell]) => cell(row.score))])
        : line([`\`${row.clip}\``, row.error, ...COLUMNS.slice(1).map(() => '–')]),
    ),
    '',
    closing,
  ].join('\n');
}

/**
 * @param {string} readme
 * @param {string} table
 * @returns {string | null} null: the README has no place for it
 */
export function withAccuracy(readme, table) {
  const from = readme.indexOf(BEGIN);
  const to = readme.indexOf(END);
  if (from < 0 || to < from) return null;
  return `${readme.slice(0, from + BEGIN.length)}\n${table}\n${readme.slice(to)}`;
}

/** @param {readonly string[]} cells */
const both = (cells) => (cells.every((cell) => cell === '–') ? '–' : cells.join(', '));

/** @param {number | null} value */
const degrees = (value) => (value === null ? '–' : `${value.toFixed(1)}°`);

/** @param {number | null} share */
const percent = (share) => (share === null ? '–' : `${Math.round(100 * share)} %`);
