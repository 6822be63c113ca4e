import { type Side, SIDES } from '../../instrument/geometry/units.ts';

/**
 * Why a file is not used: no text; too large; one of our own sets; no line names a day and an angle; an angle, but not of which hip;
 * several that could be meant; no value at all; or, in a row, a quote that never ends, more cells than names, no day up to today, no
 * angle that a hip can have, neither left nor right.
 */
export type Refusal =
  | 'text'
  | 'size'
  | 'ours'
  | 'columns'
  | 'no-side'
  | 'two'
  | 'empty'
  | 'quote'
  | 'cells'
  | 'date'
  | 'angle'
  | 'side';

/** Thrown where a file cannot be read for certain. */
export class Unread extends Error {
  readonly why: Refusal;
  /** Counts from 1, with the line of names, as in a spreadsheet. Null: no row is meant. */
  readonly row: number | null;
  /** What stands there; empty: nothing. */
  readonly cell: string;

  constructor(why: Refusal, row: number | null = null, cell = '') {
    super(why);
    this.why = why;
    this.row = row;
    this.cell = cell.trim().slice(0, 40);
  }
}

/** Where the values stand in a row; places count from 0. */
export interface Columns {
  readonly date: number;
  /** Side null: the row says it, in the column `side`. */
  readonly values: readonly { readonly place: number; readonly side: Side | null }[];
  readonly side: number | null;
  readonly names: readonly string[];
}

/** No table of a person has more. */
const MOST_COLUMNS = 100;

const DATE = /^(date|\p{L}*datum|timestamp|zeitpunkt)$/u;
const DAY = /^(day|tag|messtag)$/u;
const OF_SIDE: Readonly<Record<Side, RegExp>> = {
  left: /^(l|li|lt|left|links?|linke[rsn]?)$/u,
  right: /^(r|re|rt|right|rechts?|rechte[rsn]?)$/u,
};
const SIDE = /^(side|seite|korperseite|hip|hufte|leg|bein)$/u;
const ANGLE = /^(angle|winkel|deg|degrees?|grad|value|wert|messwert|rom|rotation|°)$/u;
const INTERNAL = /^(ir|iro|internal|innenrotation|inward|inwards)$/u;
/** Another angle, or none. */
const OTHER =
  /^(er|ero|aro|external|au(ß|ss)enrotation|outward|flex|flexion|ext|extension|beugung|streckung|abd|abduction|abduktion|add|adduction|adduktion|knee|knie|sd|se|error|fehler|pain|schmerz\p{L}*|vas|nrs|cm|mm|kg|reps|notes?|notiz\p{L}*|comments?|kommentar|bemerkung|birth|geburtsdatum)$/u;

/** The words of a column's name: small letters without marks. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}°]+/u);

/** The side that a cell names; null: none, or both. */
export function sideOf(cell: string): Side | null {
  const words = wordsOf(cell);
  const [isLeft, isRight] = SIDES.map((side) => words.some((word) => OF_SIDE[side].test(word)));
  return isLeft === isRight ? null : isLeft ? 'left' : 'right';
}

interface Named {
  readonly place: number;
  readonly name: string;
  readonly words: readonly string[];
}

/** The columns of a line of names, English or German; null: it is none. @param row of the line, for `Unread` */
export function columnsOf(header: readonly string[], row: number): Columns | null {
  if (header.length < 2 || header.length > MOST_COLUMNS) return null;
  const all = header.map((name, place): Named => ({ place, name: name.trim(), words: wordsOf(name) }));
  const has = (sign: RegExp) => (one: Named) => one.words.some((word) => sign.test(word));
  const useful = all.filter((one) => !has(OTHER)(one));
  const date = useful.find(has(DATE)) ?? useful.find(has(DAY));
  if (!date) return null;
  const rest = useful.filter((one) => one !== date);
  /** The one that is meant: the only one, or the only one that says "internal rotation". */
  const oneOf = (columns: readonly Named[]): readonly Named[] => {
    const internal = columns.filter(has(INTERNAL));
    const meant = columns.length > 1 && internal.length > 0 ? internal : columns;
    if (meant.length > 1) throw new Unread('two', row, meant.map(({ name }) => name).join(', '));
    return meant;
  };
  const hips = SIDES.flatMap((side) =>
    oneOf(rest.filter(({ name }) => sideOf(name) === side)).map((one) => ({ ...one, side })),
  );
  const side = hips.length > 0 ? undefined : rest.find(has(SIDE));
  const angles =
    hips.length > 0 ? [] : oneOf(rest.filter((one) => one !== side && (has(ANGLE)(one) || has(INTERNAL)(one))));
  const values = [...hips, ...angles.map((one) => ({ ...one, side: null }))];
  if (values.length === 0) return null;
  if (angles.length > 0 && !side) throw new Unread('no-side', row, angles[0]?.name);
  const names = [date, ...(side ? [side] : []), ...values].map(({ name }) => name);
  return { date: date.place, values, side: side?.place ?? null, names };
}
