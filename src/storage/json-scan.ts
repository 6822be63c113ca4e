import { AppError } from '../app/app-error.ts';

/** The refusal of a file. Nothing of it is stored. */
export const refused = (why: string, cause?: unknown): AppError =>
  new AppError('import-invalid', `Nothing was imported: ${why}.`, { cause });

export type Scanned =
  /** A field of the object that the file is. */
  | { readonly kind: 'field'; readonly key: string; readonly value: unknown }
  /** A list begins that is handed over item by item. */
  | { readonly kind: 'list'; readonly key: string }
  /** An item of a list that is handed over item by item. */
  | { readonly kind: 'item'; readonly key: string; readonly index: number; readonly value: unknown }
  /** The file is no object. */
  | { readonly kind: 'other'; readonly value: unknown };

/** A list that is handed over item by item, and its next item. */
interface OpenList {
  readonly key: string;
  readonly index: number;
}

/** Characters of one value. Longer texts do not fit into a string of every browser. */
const LONGEST_VALUE = 256 * 1024 * 1024;
/** Characters of a file that is no object: enough to say what it is. */
const LONGEST_OTHER = 1_000_000;

const BLANK = /^[ \n\r\t]*$/;
const NAME_OF_FIELD = /^\s*"(\w+)"\s*:\s*$/;

function parsed(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : 'it cannot be read';
    throw refused(`the file is not JSON (${what}: ${why})`, error);
  }
}

/**
 * Reads the JSON of an export piece by piece. Only one field, or one item of a list in `lists`, is in memory at a time: the marks
 * between them are found here, and `JSON.parse` reads the text between the marks. Throws `import-invalid` where the file is not JSON.
 */
export class JsonScan {
  readonly #lists: ReadonlySet<string>;
  readonly #decoder = new TextDecoder();
  #place: 'start' | 'inside' | 'end' | 'other' = 'start';
  /** How many braces and brackets are open. */
  #depth = 0;
  #inText = false;
  #escaped = false;
  /** The list that is handed over item by item; null: the fields of the file are read. */
  #list: OpenList | null = null;
  /** What was read of the present field or item. */
  #text = '';
  /** `comma`: one was read, so something must follow. `list`: one has ended, so nothing may follow but a comma. */
  #after: 'comma' | 'list' | null = null;

  constructor(lists: ReadonlySet<string>) {
    this.#lists = lists;
  }

  /** The parts that end in these bytes. */
  *push(bytes: Uint8Array): Generator<Scanned> {
    yield* this.#read(this.#decoder.decode(bytes, { stream: true }));
  }

  /** To be called after the last bytes. */
  *end(): Generator<Scanned> {
    yield* this.#read(this.#decoder.decode());
    if (this.#place === 'start') throw refused('the file is empty');
    if (this.#place === 'other') yield { kind: 'other', value: parsed(this.#text, 'the file') };
    else if (this.#place === 'inside') throw refused('the file is not JSON (it breaks off in the middle)');
  }

  *#read(text: string): Generator<Scanned> {
    let from = 0;
    for (let at = 0; at < text.length; at += 1) {
      const mark = text.charAt(at);
      if (!this.#isMark(mark)) continue;
      this.#keep(text.slice(from, at));
      from = at + 1;
      yield* this.#take(mark);
    }
    this.#keep(text.slice(from));
  }

  /** Whether a field, an item or a list begins or ends here. */
  #isMark(character: string): boolean {
    if (this.#place !== 'inside') return this.#place !== 'other' && !BLANK.test(character);
    if (this.#inText) {
      if (this.#escaped) this.#escaped = false;
      else if (character === '\\') this.#escaped = true;
      else if (character === '"') this.#inText = false;
      return false;
    }
    const isOutside = this.#depth === (this.#list ? 2 : 1);
    if (character === '"') this.#inText = true;
    else if (character === ',') return isOutside;
    else if (character === ']' || character === '}') {
      this.#depth -= 1;
      return isOutside;
    } else if (character === '[' || character === '{') {
      this.#depth += 1;
      return isOutside && character === '[' && this.#list === null;
    }
    return false;
  }

  *#take(mark: string): Generator<Scanned> {
    if (this.#place === 'end') throw refused('the file is not JSON (something follows its end)');
    if (this.#place === 'start') {
      this.#place = mark === '{' ? 'inside' : 'other';
      this.#depth = 1;
      if (mark !== '{') this.#text = mark;
    } else if (mark === '[') {
      const key = NAME_OF_FIELD.exec(this.#text)?.[1] ?? '';
      if (this.#after === 'list' || !this.#lists.has(key)) return this.#keep(mark);
      this.#begin(null, { key, index: 0 });
      yield { kind: 'list', key };
    } else yield* this.#close(mark);
  }

  /** The end of a field or an item, and of the list or the file where the mark is no comma. */
  *#close(mark: string): Generator<Scanned> {
    const [list, text] = [this.#list, this.#text];
    const isEmpty = BLANK.test(text) && (this.#after === 'list' || (this.#after === null && mark !== ','));
    const what = list ? `${list.key}[${list.index}]` : text.trim().slice(0, 40);
    if ((mark !== ',' && mark !== (list ? ']' : '}')) || (this.#after === 'list' && !isEmpty))
      throw refused(`the file is not JSON (${what}: something does not belong there)`);
    if (!isEmpty && list) yield { kind: 'item', ...list, value: parsed(text, what) };
    else if (!isEmpty) {
      const [field] = Object.entries(parsed(`{${text}}`, what) as object);
      if (field === undefined) throw refused('the file is not JSON (a field is missing)');
      yield { kind: 'field', key: field[0], value: field[1] };
    }
    if (mark === ',') this.#begin('comma', list && { ...list, index: list.index + 1 });
    else if (list) this.#begin('list', null);
    else this.#place = 'end';
  }

  #begin(after: 'comma' | 'list' | null, list: OpenList | null): void {
    this.#after = after;
    this.#list = list;
    this.#text = '';
  }

  #keep(text: string): void {
    if (this.#place === 'start' || this.#place === 'end') return;
    this.#text += text;
    const { length } = this.#text;
    if (this.#place === 'other' && length > LONGEST_OTHER) throw refused('the file is not an export of Truehip');
    if (length > LONGEST_VALUE) throw refused('one set in the file is larger than 256 MB');
  }
}
