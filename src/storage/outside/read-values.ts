import { type CivilDay, civilDay, yearMonthDay } from '../../training/planning/civil-day.ts';
import { distinctValues, OUTSIDE_LIMITS, type OutsideValue } from '../../training/review/outside-series.ts';
import { type Columns, columnsOf, sideOf, Unread } from './columns.ts';

/** `Unread` as a value. */
export interface RefusedValues extends Pick<Unread, 'why' | 'row' | 'cell'> {
  readonly kind: 'refused';
}

export interface TakenValues {
  readonly kind: 'values';
  /** At least one. */
  readonly values: readonly OutsideValue[];
  /** Every date can also be read with the month first. Null: it cannot, or it makes no difference. */
  readonly monthFirst: {
    /** One that means two days. */
    readonly cell: string;
    readonly day: CivilDay;
    readonly month: CivilDay;
    readonly values: readonly OutsideValue[];
  } | null;
  readonly columns: readonly string[];
}

export type ReadValues = TakenValues | RefusedValues;

/** Bytes. */
const LARGEST_FILE = 500_000;
/** Letters of a day at most. */
const LONGEST_DAY = 40;
/** Lines in which the names of the columns are looked for. */
const MOST_ABOVE = 20;

/** UTF-8 or UTF-16 with its mark, else UTF-8, else what older spreadsheets write. */
function decoded(bytes: Uint8Array): string {
  const utf16 =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
  if (utf16) return new TextDecoder(utf16).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The values in a file. @param today no value is of a later day, but for the one that has begun elsewhere */
export async function readValuesFile(file: Blob, today: CivilDay): Promise<ReadValues> {
  if (file.size > LARGEST_FILE) return { kind: 'refused', why: 'size', row: null, cell: '' };
  return readValues(decoded(new Uint8Array(await file.arrayBuffer())), today);
}

/** The values in the text of a file. @param today as in `readValuesFile` */
export function readValues(text: string, today: CivilDay): ReadValues {
  try {
    // A mark of the coding, and a first line by which a spreadsheet learns the separator.
    return readTable(tableOf(text.replace(/^\ufeff/, '').replace(/^sep=.\r?\n/i, '')), today);
  } catch (error) {
    if (!(error instanceof Unread)) throw error;
    const { why, row, cell } = error;
    return { kind: 'refused', why, row, cell };
  }
}

type Rows = readonly (readonly string[])[];

function rowsOf(text: string, separator: string): Rows {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let quotedFrom: number | null = null;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] ?? '';
    if (quotedFrom !== null) {
      if (sign !== '"') cell += sign;
      else if (text[at + 1] === '"') cell += text[(at += 1)];
      else quotedFrom = null;
    } else if (sign === '"' && cell.trim() === '') {
      quotedFrom = rows.length + 1;
      cell = '';
    } else if (sign === separator) {
      row.push(cell);
      cell = '';
    } else if (sign === '\n' || sign === '\r') {
      if (sign === '\r' && text[at + 1] === '\n') at += 1;
      rows.push([...row, cell]);
      row = [];
      cell = '';
    } else cell += sign;
  }
  if (quotedFrom !== null) throw new Unread('quote', quotedFrom);
  return [...rows, [...row, cell]];
}

type Order = 'day-first' | 'month-first';

const TIME = String.raw`(?:[T ,]+[\d:., +zapmuhr-]*)?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})${TIME}$`, 'i');
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})([-/.]) ?(\d{1,2})\2 ?(\d{4}|\d{2})${TIME}$`, 'i');

const yearOf = (digits: string): number =>
  Number(digits) + (digits.length === 4 ? 0 : Number(digits) < 70 ? 2000 : 1900);

/** Null: the calendar has no such day, or it is before 1970. */
function dayOf(year: number, month: number, day: number): CivilDay | null {
  const civil = civilDay({ year, month, day });
  const back = yearMonthDay(civil);
  return civil >= 0 && back.month === month && back.day === day ? civil : null;
}

/** Months come first only between strokes or dashes: 3.4. is the third of April everywhere. */
function readDay(cell: string, order: Order): CivilDay | null {
  if (cell.length > LONGEST_DAY) return null;
  const [, year, , month, day] = YEAR_FIRST.exec(cell) ?? [];
  if (year !== undefined) return dayOf(Number(year), Number(month), Number(day));
  const [, first, between, second, last] = YEAR_LAST.exec(cell) ?? [];
  if (last === undefined) return null;
  const [ofMonth, ofYear] = order === 'month-first' && between !== '.' ? [second, first] : [first, second];
  return dayOf(yearOf(last), Number(ofYear), Number(ofMonth));
}

const ANGLE = /^([+\-−–]?) ?(\d{1,3})(?:[.,](\d{1,6}))? ?(?:°|deg|degrees|grad)?$/iu;
/** Written where there is no value. */
const NOTHING = /^(?:[-–—.]|n\/?a\.?)?$/iu;

function readAngle(cell: string): number | null {
  const [, sign, whole, part = '0'] = ANGLE.exec(cell) ?? [];
  if (whole === undefined) return null;
  const angle = Number(`${whole}.${part}`);
  return sign === '' || sign === '+' || angle === 0 ? angle : -angle;
}

interface Table {
  readonly columns: Columns;
  readonly rows: Rows;
  /** Place of the line of names in `rows`. */
  readonly header: number;
}

/** The table of a text by the first separator with which it has a line of names. */
function tableOf(text: string): Table {
  if (text.includes('\0')) throw new Unread('text');
  for (const separator of ['\t', ';', ',']) {
    const rows = rowsOf(text, separator);
    for (const [header, names] of rows.slice(0, MOST_ABOVE).entries()) {
      if (names.includes('t_s') || names.includes('clean_deg')) throw new Unread('ours');
      const columns = columnsOf(names, header + 1);
      if (columns) return { columns, rows, header };
    }
  }
  throw new Unread('columns');
}

/** A row with its date as it is written. */
interface Entry {
  readonly date: string;
  readonly values: readonly Omit<OutsideValue, 'day'>[];
}

function entryOf(cells: readonly string[], { date, values, side: sidePlace }: Columns, row: number): Entry {
  const cellOf = (place: number | null): string => (cells[place ?? -1] ?? '').trim();
  const { min, max } = OUTSIDE_LIMITS.degrees;
  const found = values.flatMap(({ place, side: ofColumn }) => {
    const cell = cellOf(place);
    if (NOTHING.test(cell)) return [];
    const [degrees, side] = [readAngle(cell), ofColumn ?? sideOf(cellOf(sidePlace))];
    if (degrees === null || degrees < min || degrees > max) throw new Unread('angle', row, cell);
    if (side === null) throw new Unread('side', row);
    return [{ side, degrees }];
  });
  return { date: cellOf(date), values: found };
}

/** All values of a table. Each row leaves fewer orders of day and month; where both are left at the end, both are given. */
function readTable({ columns, rows, header }: Table, today: CivilDay): TakenValues {
  const width = rows[header]?.length ?? 0;
  let orders: readonly Order[] = ['day-first', 'month-first'];
  const entries: Entry[] = [];
  for (const [at, cells] of rows.slice(header + 1).entries()) {
    const row = header + at + 2;
    // An empty one too: in "32,5," the comma may be a decimal one.
    if (cells.length > width && cells.some((cell) => cell.trim() !== ''))
      throw new Unread('cells', row, cells.join(' '));
    const entry = entryOf(cells, columns, row);
    if (entry.values.length === 0) continue;
    orders = orders.filter((order) => (readDay(entry.date, order) ?? Infinity) <= today + 1);
    if (orders.length === 0) throw new Unread('date', row, entry.date);
    entries.push(entry);
  }
  if (entries.length === 0) throw new Unread('empty');
  const [values = [], monthFirst = []] = orders.map((order) =>
    distinctValues(
      entries.flatMap(({ date, values: read }) => read.map((one) => ({ day: readDay(date, order) ?? 0, ...one }))),
    ),
  );
  if (values.length > OUTSIDE_LIMITS.values) throw new Unread('size');
  return {
    kind: 'values',
    values,
    monthFirst: orders.length > 1 ? secondReading(entries, monthFirst) : null,
    columns: columns.names,
  };
}

function secondReading(entries: readonly Entry[], values: readonly OutsideValue[]): TakenValues['monthFirst'] {
  for (const { date: cell } of entries) {
    const [day, month] = [readDay(cell, 'day-first') ?? 0, readDay(cell, 'month-first') ?? 0];
    if (day !== month) return { cell, day, month, values };
  }
  return null;
}
