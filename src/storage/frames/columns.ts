// A list of records as columns of small numbers. Frames of a set follow one another closely, so the differences within a column
// are small and compress well. Used for storage only; exports are JSON.

/** What JSON can hold, and `undefined` for a field that is absent. */
export type Json = string | number | boolean | null | undefined | readonly Json[] | { readonly [key: string]: Json };

type JsonObject = { readonly [key: string]: Json };

/** Decimals that a number is kept with; `exact`: all 64 bits of it. */
export type Precision = number | 'exact';

/** The precision of the numbers at a path of field names, for example `['pelvis', 'lift', 'value']`. */
export type PrecisionOf = (path: readonly string[]) => Precision;

/** How a column is stored. `scale`: numbers were multiplied by it and rounded. `words`: each value is a place in this list. */
type Column =
  | { readonly kind: 'number'; readonly scale: number }
  | { readonly kind: 'exact' }
  | { readonly kind: 'object'; readonly fields: readonly (readonly [string, StoredColumn])[] }
  | { readonly kind: 'array'; readonly items: readonly StoredColumn[] }
  | { readonly kind: 'words'; readonly words: readonly Json[] };

/** `gaps`: some values are absent or null, so runs of both stand before the values. */
type StoredColumn = Column & { readonly gaps: boolean };

/** Larger numbers are stored exactly: twice their difference would no longer be a whole number of 53 bits. */
const LARGEST = 2 ** 50;

/** Longest array that is split into columns. */
const MOST_ITEMS = 64;

/** Writes values as columns. @throws RangeError if a number is not finite */
export function encodeColumns(values: readonly Json[], precisionOf: PrecisionOf): Uint8Array {
  const body = new ByteWriter();
  const column = encode(values, [], precisionOf, body);
  const head = new TextEncoder().encode(JSON.stringify({ count: values.length, column }));
  const start = new ByteWriter();
  start.varint(head.length);
  return joined([start.bytes(), head, body.bytes()]);
}

/** Reads what `encodeColumns` wrote. @throws RangeError or SyntaxError if the bytes are damaged */
export function decodeColumns(bytes: Uint8Array): Json[] {
  const reader = new ByteReader(bytes);
  const head: unknown = JSON.parse(new TextDecoder().decode(reader.take(reader.varint())));
  const { count, column } = head as { readonly count: number; readonly column: StoredColumn };
  return decode(column, count, reader);
}

function encode(
  values: readonly Json[],
  path: readonly string[],
  precisionOf: PrecisionOf,
  body: ByteWriter,
): StoredColumn {
  const gaps = values.some((value) => value === undefined || value === null);
  if (gaps) writeRuns(values.map(presenceOf), body);
  const present = gaps ? values.filter((value) => presenceOf(value) === PRESENT) : values;
  const column = encodePresent(present as readonly NonNullable<Json>[], path, precisionOf, body);
  return { ...column, gaps };
}

function encodePresent(
  values: readonly NonNullable<Json>[],
  path: readonly string[],
  precisionOf: PrecisionOf,
  body: ByteWriter,
): Column {
  if (values.every(isNumber)) return encodeNumbers(values, precisionOf(path), body);
  if (values.every(isObject)) {
    const keys = [...new Set(values.flatMap((value) => Object.keys(value)))];
    const fields: (readonly [string, StoredColumn])[] = [];
    for (const key of keys) {
      const ofKey = values.map((value) => (Object.hasOwn(value, key) ? value[key] : undefined));
      fields.push([key, encode(ofKey, [...path, key], precisionOf, body)]);
    }
    return { kind: 'object', fields };
  }
  if (values.every(isTuple) && values.every(({ length }) => length === values[0]?.length)) {
    const items: StoredColumn[] = [];
    for (const place of values[0]?.keys() ?? []) {
      const atPlace = values.map((value) => value[place]);
      items.push(encode(atPlace, path, precisionOf, body));
    }
    return { kind: 'array', items };
  }
  return encodeWords(values, body);
}

function encodeNumbers(values: readonly number[], precision: Precision, body: ByteWriter): Column {
  if (!values.every((value) => Number.isFinite(value))) throw new RangeError('a number to be stored is not finite');
  const scale = precision === 'exact' ? 0 : 10 ** precision;
  if (precision === 'exact' || values.some((value) => Math.abs(value) * scale > LARGEST)) {
    for (const value of values) body.float(value);
    return { kind: 'exact' };
  }
  let before = 0;
  for (const value of values) {
    const now = Math.round(value * scale);
    body.signed(now - before);
    before = now;
  }
  return { kind: 'number', scale };
}

function encodeWords(values: readonly NonNullable<Json>[], body: ByteWriter): Column {
  const places = new Map<string, number>();
  for (const value of values) {
    const word = JSON.stringify(value);
    const place = places.get(word) ?? places.size;
    places.set(word, place);
    body.varint(place);
  }
  return { kind: 'words', words: [...places.keys()].map((word): Json => JSON.parse(word)) };
}

function decode(column: StoredColumn, count: number, reader: ByteReader): Json[] {
  if (!column.gaps) return decodePresent(column, count, reader);
  const presence = readRuns(count, reader);
  const present = decodePresent(column, presence.filter((state) => state === PRESENT).length, reader);
  let next = 0;
  return presence.map((state) => (state === PRESENT ? present[next++] : state === NULL ? null : undefined));
}

function decodePresent(column: Column, count: number, reader: ByteReader): Json[] {
  switch (column.kind) {
    case 'number': {
      let now = 0;
      return Array.from({ length: count }, () => {
        now += reader.signed();
        return now / column.scale;
      });
    }
    case 'exact':
      return Array.from({ length: count }, () => reader.float());
    case 'words':
      return Array.from({ length: count }, () => wordAt(column.words, reader.varint()));
    case 'array': {
      const items: Json[][] = [];
      for (const item of column.items) items.push(decode(item, count, reader));
      return Array.from({ length: count }, (_, index) => items.map((item) => item[index]));
    }
    case 'object': {
      const fields: (readonly [string, readonly Json[]])[] = [];
      for (const [key, field] of column.fields) fields.push([key, decode(field, count, reader)]);
      return Array.from({ length: count }, (_, index) => objectAt(fields, index));
    }
  }
}

/** Made of own properties only, whatever the names are. */
const objectAt = (fields: readonly (readonly [string, readonly Json[]])[], index: number): JsonObject =>
  Object.fromEntries(
    fields.flatMap(([key, values]) => (values[index] === undefined ? [] : [[key, values[index]] as const])),
  );

function wordAt(words: readonly Json[], place: number): Json {
  if (place >= words.length) throw new RangeError('the stored frames are damaged: no such word');
  return words[place];
}

const isNumber = (value: NonNullable<Json>): value is number => typeof value === 'number';

const isObject = (value: NonNullable<Json>): value is JsonObject => typeof value === 'object' && !Array.isArray(value);

/** An array of numbers that is short enough to be split. */
const isTuple = (value: NonNullable<Json>): value is readonly number[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.length <= MOST_ITEMS &&
  value.every((item) => typeof item === 'number');

const ABSENT = 0;
const NULL = 1;
const PRESENT = 2;

const presenceOf = (value: Json): number => (value === undefined ? ABSENT : value === null ? NULL : PRESENT);

/** Runs of equal states: length × 4 + state. */
function writeRuns(states: readonly number[], body: ByteWriter): void {
  let from = 0;
  states.forEach((state, index) => {
    if (states[index + 1] === state) return;
    body.varint((index + 1 - from) * 4 + state);
    from = index + 1;
  });
}

function readRuns(count: number, reader: ByteReader): number[] {
  const states: number[] = [];
  while (states.length < count) {
    const run = reader.varint();
    const length = Math.floor(run / 4);
    if (length === 0 || states.length + length > count) throw new RangeError('the stored frames are damaged: a run');
    for (let i = 0; i < length; i++) states.push(run % 4);
  }
  return states;
}

class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  bytes(): Uint8Array {
    return this.#bytes.slice(0, this.#length);
  }

  /** Seven bits a byte, the lowest first. Arithmetic instead of bit operations, which stop at 32 bits. */
  varint(value: number): void {
    let rest = value;
    while (rest >= 128) {
      this.#push(128 + (rest % 128));
      rest = Math.floor(rest / 128);
    }
    this.#push(rest);
  }

  /** Small numbers of either sign become small whole numbers: 0, −1, 1, −2, 2 … */
  signed(value: number): void {
    this.varint(value >= 0 ? 2 * value : -2 * value - 1);
  }

  float(value: number): void {
    for (const byte of new Uint8Array(new Float64Array([value]).buffer)) this.#push(byte);
  }

  #push(byte: number): void {
    if (this.#length === this.#bytes.length) {
      const larger = new Uint8Array(2 * this.#length);
      larger.set(this.#bytes);
      this.#bytes = larger;
    }
    this.#bytes[this.#length++] = byte;
  }
}

class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(length: number): Uint8Array {
    const part = this.#bytes.slice(this.#at, this.#at + length);
    if (part.length !== length) throw new RangeError('the stored frames are damaged: they end too early');
    this.#at += length;
    return part;
  }

  varint(): number {
    let value = 0;
    for (let place = 1; ; place *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new RangeError('the stored frames are damaged: they end too early');
      value += (byte % 128) * place;
      if (byte < 128) return value;
    }
  }

  signed(): number {
    const value = this.varint();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  float(): number {
    return new Float64Array(this.take(8).buffer)[0] ?? 0;
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
