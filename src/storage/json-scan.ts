import { AppError } from '../app/app-error.ts';

/** The refusal of a file. Nothing of it is stored. */
export const refused = (why: string, cause?: unknown): AppError =>
  new AppError('import-invalid', `Nothing was imported: ${why}.`, { cause });

/** A part of a file, in the order of the file. */
export type Scanned =
  /** A field of the object that the file is. */
  | { readonly kind: 'field'; readonly key: string; readonly value: unknown }
  /** A list begins that is handed over item by item. */
  | { readonly kind: 'list'; readonly key: string }
  /** An item of a list that is handed over item by item. */
  | { readonly kind: 'item'; readonly key: string; readonly index: number; readonly value: unknown }
  /** The file is no object. */
  | { readonly kind: 'other'; readonly value: unknown };

type Place = 'start' | 'key' | 'colon' | 'value' | 'comma' | 'item' | 'item-comma' | 'end' | 'other';

/** Bytes of one value. Longer texts do not fit into a string of every browser. */
const LONGEST_VALUE = 256 * 1024 * 1024;
/** Bytes of a file that is no object: enough to say what it is. */
const LONGEST_OTHER = 1_000_000;

const code = (character: string): number => character.charCodeAt(0);
const QUOTE = code('"');
const BACKSLASH = code('\\');
const COMMA = code(',');
const COLON = code(':');
const [OPEN_OBJECT, CLOSE_OBJECT] = [code('{'), code('}')];
const [OPEN_LIST, CLOSE_LIST] = [code('['), code(']')];

const isBlank = (byte: number): boolean => byte === 32 || byte === 10 || byte === 13 || byte === 9;
const BYTE_ORDER_MARK: ReadonlySet<number> = new Set([0xef, 0xbb, 0xbf]);

/** One value that may reach over several pieces of the file. */
class ValueBytes {
  #before: Uint8Array[] = [];
  #length = 0;
  #depth = 0;
  #inText = false;
  #escaped = false;
  #begun = false;

  /** Index after the value; -1: it goes on in the next piece. */
  endIn(bytes: Uint8Array, from: number): number {
    let at = from;
    for (; at < bytes.length; at += 1) {
      const byte = bytes[at] as number;
      if (this.#inText) {
        if (this.#escaped) this.#escaped = false;
        else if (byte === BACKSLASH) this.#escaped = true;
        else if (byte === QUOTE) {
          this.#inText = false;
          if (this.#depth === 0) return at + 1;
        }
      } else if (byte === QUOTE) this.#inText = true;
      else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.#depth += 1;
      else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
        if (this.#depth === 0) return at;
        this.#depth -= 1;
        if (this.#depth === 0) return at + 1;
      } else if (this.#depth === 0 && this.#begun && (byte === COMMA || isBlank(byte))) return at;
      this.#begun = true;
    }
    return -1;
  }

  keep(bytes: Uint8Array): void {
    this.#before.push(bytes);
    this.#length += bytes.length;
    if (this.#length > LONGEST_VALUE) throw refused('one set in the file is larger than 256 MB');
  }

  parse(last: Uint8Array, what: string): unknown {
    this.keep(last);
    const decoder = new TextDecoder();
    const text =
      this.#before.length === 1
        ? decoder.decode(last)
        : this.#before.map((part) => decoder.decode(part, { stream: true })).join('') + decoder.decode();
    return parsedText(text, what);
  }
}

const parsedText = (text: string, what: string): unknown => {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it cannot be read';
    throw refused(`the file is not JSON (${what}: ${why})`, error);
  }
};

/**
 * Reads the JSON of an export piece by piece. Only one field, or one item of a list in `lists`, is in memory at a time. Throws
 * `import-invalid` where the file is not JSON.
 */
export class JsonScan {
  readonly #lists: ReadonlySet<string>;
  readonly #indices = new Map<string, number>();
  #place: Place = 'start';
  #key = '';
  #value: ValueBytes | null = null;
  #other = 0;
  /** A list has begun in the bytes so far, and was not told yet. */
  #opened: string | null = null;
  /** A comma was read, so something must follow. */
  #owes = false;
  #read = 0;

  constructor(lists: ReadonlySet<string>) {
    this.#lists = lists;
  }

  /** The parts that end in these bytes. */
  *push(bytes: Uint8Array): Generator<Scanned> {
    let at = 0;
    while (at < bytes.length) {
      if (this.#value === null) {
        at = this.#between(bytes, at);
        yield* this.#list();
        if (this.#value === null) continue;
      }
      const value: ValueBytes = this.#value;
      const end = this.#place === 'other' ? -1 : value.endIn(bytes, at);
      if (end < 0) {
        this.#keepRest(value, bytes.subarray(at));
        break;
      }
      const found = value.parse(bytes.subarray(at, end), this.#name());
      this.#value = null;
      at = end;
      yield* this.#take(found);
    }
    this.#read += bytes.length;
  }

  *#list(): Generator<Scanned> {
    if (this.#opened === null) return;
    yield { kind: 'list', key: this.#opened };
    this.#opened = null;
  }

  /** To be called after the last bytes. */
  *end(): Generator<Scanned> {
    if (this.#place === 'start') throw refused('the file is empty');
    if (this.#place === 'other' && this.#value) {
      yield { kind: 'other', value: this.#value.parse(new Uint8Array(), 'the file') };
    } else if (this.#place !== 'end') {
      throw refused('the file is not JSON (it breaks off in the middle)');
    }
  }

  #keepRest(value: ValueBytes, rest: Uint8Array): void {
    value.keep(rest);
    this.#other += this.#place === 'other' ? rest.length : 0;
    if (this.#other > LONGEST_OTHER) throw refused('the file is not an export of Truehip');
  }

  #name(): string {
    if (this.#place === 'key') return 'the name of a field';
    return this.#place === 'item' ? `${this.#key}[${this.#indices.get(this.#key) ?? 0}]` : this.#key.slice(0, 40);
  }

  /** Reads the marks between values, up to where the next value begins. */
  #between(bytes: Uint8Array, from: number): number {
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at] as number;
      const ignored = isBlank(byte) || (this.#place === 'start' && BYTE_ORDER_MARK.has(byte));
      if (!ignored && this.#mark(byte, this.#read + at)) {
        this.#value = new ValueBytes();
        return at;
      }
      if (this.#opened !== null) return at + 1;
    }
    return bytes.length;
  }

  /** Takes one mark. True: a value begins with it. */
  #mark(byte: number, offset: number): boolean {
    const place = this.#place;
    if (place === 'start') {
      this.#place = byte === OPEN_OBJECT ? 'key' : 'other';
      return this.#place === 'other';
    }
    if (place === 'key' && byte === QUOTE) return true;
    if (place === 'key' && byte === CLOSE_OBJECT && !this.#owes) return this.#go('end', false);
    if (place === 'colon' && byte === COLON) return this.#go('value', false);
    if (place === 'value') {
      if (byte !== OPEN_LIST || !this.#lists.has(this.#key)) return true;
      this.#opened = this.#key;
      return this.#go('item', false);
    }
    if (place === 'comma' && byte === COMMA) return this.#go('key', true);
    if (place === 'comma' && byte === CLOSE_OBJECT) return this.#go('end', false);
    if (place === 'item' && (byte !== CLOSE_LIST || this.#owes)) return true;
    if (place === 'item-comma' && byte === COMMA) return this.#go('item', true);
    if ((place === 'item' || place === 'item-comma') && byte === CLOSE_LIST) return this.#go('comma', false);
    throw refused(`the file is not JSON (something does not belong there at byte ${offset})`);
  }

  #go(place: Place, owes: boolean): false {
    this.#place = place;
    this.#owes = owes;
    return false;
  }

  *#take(value: unknown): Generator<Scanned> {
    if (this.#place === 'key') {
      this.#key = String(value);
      this.#go('colon', false);
    } else if (this.#place === 'item') {
      const index = this.#indices.get(this.#key) ?? 0;
      this.#indices.set(this.#key, index + 1);
      this.#go('item-comma', false);
      yield { kind: 'item', key: this.#key, index, value };
    } else {
      this.#go('comma', false);
      yield { kind: 'field', key: this.#key, value };
    }
  }
}
