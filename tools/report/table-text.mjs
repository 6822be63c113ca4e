/** Numbers as text, and tables as plain text or Markdown. An unknown value is a dash, never a number. */

export const UNKNOWN = '–';

/** @param {number | null} value @param {number} [digits] */
export const fixed = (value, digits = 1) => (value === null ? UNKNOWN : value.toFixed(digits));

/** A number with its sign. @param {number | null} value @param {number} [digits] */
export const signed = (value, digits = 1) => {
  if (value === null) return UNKNOWN;
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : `${value < 0 ? '−' : '+'}${text}`;
};

/** @param {number | null} share */
export const percent = (share) => (share === null ? UNKNOWN : `${Math.round(100 * share)} %`);

/**
 * Bias and mean absolute error: "+1.0 / 2.3".
 * @param {{ bias: number | null, mae: number | null }} error
 * @param {number} [digits]
 */
export const errorWords = ({ bias, mae }, digits = 1) =>
  mae === null ? UNKNOWN : `${signed(bias, digits)} / ${fixed(mae, digits)}`;

/**
 * The cells found, missed, false, precision, recall and F1 of a row.
 * @param {Pick<import('../scoring/pool-scores.mjs').EventPool, 'found' | 'missed' | 'false' | 'precision' | 'recall' |
 *   'f1'>} pool
 */
export const eventCells = (pool) => [
  `${pool.found}`,
  `${pool.missed}`,
  `${pool.false}`,
  percent(pool.precision),
  percent(pool.recall),
  fixed(pool.f1, 2),
];

/** Repetitions found and extra: "8/9 +1". @param {{ true: number, found: number, extra: number }} reps */
export const repWords = (reps) =>
  reps.true === 0 && reps.extra === 0
    ? UNKNOWN
    : `${reps.found}/${reps.true}${reps.extra > 0 ? ` +${reps.extra}` : ''}`;

/**
 * The unit in which a channel is shown. Lengths are shown in centimetres.
 * @param {'°' | 'm'} unit of the channel
 * @returns {{ scale: number, unit: string }} factor, and the unit as it follows a number
 */
export const shownUnit = (unit) => (unit === 'm' ? { scale: 100, unit: ' cm' } : { scale: 1, unit: '°' });

/** @param {number | null} value @param {number} scale */
export const scaled = (value, scale) => (value === null ? null : value * scale);

/**
 * Pads the cells of a plain-text table: the first column is aligned left, the others right.
 * @param {readonly (readonly string[])[]} rows a row with only one cell does not widen the first column
 */
export function aligned(rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.filter((row) => row.length > 1).map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}

/**
 * @param {string} first title of the first column
 * @param {readonly string[]} titles of the other columns
 * @param {readonly (readonly string[])[]} rows
 * @returns {string[]} lines of a Markdown table
 */
export function markdownTable(first, titles, rows) {
  const line = (/** @type {readonly string[]} */ cells) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const head = [first, ...titles];
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
