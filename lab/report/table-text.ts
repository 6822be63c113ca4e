/** Numbers as text, and tables as plain text or Markdown. An unknown value is a dash, never a number. */

export const UNKNOWN = '–';

export const fixed = (value: number | null, digits: number = 1) => (value === null ? UNKNOWN : value.toFixed(digits));

/** A number with its sign. */
export const signed = (value: number | null, digits: number = 1) => {
  if (value === null) return UNKNOWN;
  const text = Math.abs(value).toFixed(digits);
  return Number(text) === 0 ? text : `${value < 0 ? '−' : '+'}${text}`;
};

export const percent = (share: number | null) => (share === null ? UNKNOWN : `${Math.round(100 * share)} %`);

/** Repetitions found and extra: "8/9 +1". */
export const repWords = (reps: { true: number; found: number; extra: number }) =>
  reps.true === 0 && reps.extra === 0
    ? UNKNOWN
    : `${reps.found}/${reps.true}${reps.extra > 0 ? ` +${reps.extra}` : ''}`;

/**
 * Pads the cells of a plain-text table: the first column is aligned left, the others right.
 * @param rows a row with only one cell does not widen the first column
 */
export function aligned(rows: readonly (readonly string[])[]) {
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
 * @param first title of the first column
 * @param titles of the other columns
 * @returns lines of a Markdown table
 */
export function markdownTable(
  first: string,
  titles: readonly string[],
  rows: readonly (readonly string[])[],
): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const head = [first, ...titles];
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
