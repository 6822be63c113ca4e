/** One column of a table that is exported: its name with the unit at its end, what it means, and its cell in a row. */
export interface CsvColumn<Row> {
  readonly name: string;
  readonly meaning: string;
  /** Null: not known, an empty cell. */
  readonly cell: (row: Row) => string | number | boolean | null;
}

const DECIMALS = 4;

/** A spreadsheet would take such a text for a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function cellText(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return String(Number(value.toFixed(DECIMALS)));
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180 with a header line: commas, decimal points, CRLF at the end of every line; true and false are 1 and 0. */
export function csvText<Row>(columns: readonly CsvColumn<Row>[], rows: readonly Row[]): string {
  const head = columns.map(({ name }) => name);
  const lines = rows.map((row) => columns.map(({ cell }) => cellText(cell(row))));
  return [head, ...lines].map((cells) => `${cells.join(',')}\r\n`).join('');
}
