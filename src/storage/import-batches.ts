import type { SetRecord } from '../coach/record/set-record.ts';
import type { SelfCheckRecord } from '../training/self-check/self-check-record.ts';
import { inspect, object, oneOf, optional, ownValue, text, that, type Check } from './check.ts';
import { JsonScan, refused, type Scanned } from './json-scan.ts';
import { headerOf } from './set-header.ts';
import type { ImportPiece, Settings } from './storage-contract.ts';
import { isPlainName, LONGEST_NAME } from '../coach/plain-name.ts';
import { record, version } from './validate-record.ts';
import { selfCheck } from './validate-self-check.ts';
import { settingsFrom } from './validate-settings.ts';

/** Name of the format, in the field `format` of a file with several sets. */
export const FORMAT = 'truehip-sets';

/** Settings of another version are ignored on import; the sets of the file are still imported. */
export const SETTINGS_VERSION = 1;

/** Some validated pieces of a file. */
export interface ImportBatch {
  readonly pieces: readonly ImportPiece[];
  /** Bytes of the file that have been read. */
  readonly read: number;
  /** Only in the last batch: the valid settings of the file; null: it has none. */
  readonly settings?: Partial<Settings> | null;
  /** Only in the last batch: whose file it is; absent: it does not say. */
  readonly person?: string | undefined;
}

/** Bytes that are read at a time. */
const PIECE = 1024 * 1024;
/** Frames in a piece, and pieces in a batch: a message and a transaction that do not hold up the page. */
const MOST_FRAMES = 250;
const MOST_PIECES = 100;

const personName: Check<string> = that(text(1, LONGEST_NAME), (name) =>
  isPlainName(name) ? null : 'must be a plain name',
);

interface FileHead {
  readonly format: typeof FORMAT;
  readonly version: 1;
  readonly person?: string | undefined;
}

const fileHead: Check<FileHead> = object<FileHead>({
  format: oneOf<typeof FORMAT>({ [FORMAT]: true }),
  version,
  person: optional(personName),
});

/** A set that was exported while it was running counts as interrupted. */
const withoutRunning = (set: SetRecord): SetRecord =>
  set.ended === 'running' ? { ...set, ended: 'interrupted' } : set;

const checked = <T>(value: unknown, check: Check<T>): T => {
  const result = inspect(value, check);
  if (!result.ok) throw refused(result.faults.join('; '));
  return result.value;
};

/** The item of a list in the file. Faults name its place, such as `sets[3].side`. */
const checkedItem = <T>({ key, index, value }: Extract<Scanned, { kind: 'item' }>, check: Check<T>): T =>
  checked(value, (item, inspection) => inspection.at(key, item, (one, inner) => inner.at(index, one, check)));

const LISTS: ReadonlySet<string> = new Set(['sets', 'selfChecks']);

const noList: Check<never> = (value, inspection) => inspection.mismatch('a list', value);

/** Validates the parts of a file as they come. */
class FileReader {
  readonly #fields: [string, unknown][] = [];
  readonly #lists = new Set<string>();

  *take(part: Scanned): Generator<ImportPiece> {
    if (part.kind === 'other') yield* piecesOf(checked(part.value, record));
    else if (part.kind === 'field') this.#fields.push([part.key, part.value]);
    else if (part.kind === 'list') {
      // Of a file of another version no other fault is reported, since it could be misleading.
      if (this.#fields.some(([key]) => key === 'format')) checked(this.#whole, fileHead);
      this.#lists.add(part.key);
    } else if (part.key === 'sets') yield* piecesOf(checkedItem(part, record));
    else yield { kind: 'check', check: checkedItem<SelfCheckRecord>(part, selfCheck) };
  }

  /** What is known only at the end: whether the file is whole, and a set that is the file itself. */
  *finish(isObject: boolean): Generator<ImportPiece> {
    if (!isObject) return;
    const whole = this.#whole;
    if (!this.#lists.has('sets') && !('sets' in whole) && !('format' in whole)) {
      yield* piecesOf(checked(whole, record));
      return;
    }
    checked(whole, fileHead);
    for (const key of LISTS) {
      const value = ownValue(whole, key);
      const absent = value === undefined && (this.#lists.has(key) || key === 'selfChecks');
      if (!absent) checked(value, (one, inspection) => inspection.at(key, one, noList));
    }
  }

  /** After `finish`. */
  get person(): string | undefined {
    return 'format' in this.#whole ? checked(this.#whole, fileHead).person : undefined;
  }

  get settings(): Partial<Settings> | null {
    const stored = ownValue(this.#whole, 'settings');
    if (ownValue(stored, 'version') !== SETTINGS_VERSION) return null;
    const settings = settingsFrom(ownValue(stored, 'values'));
    return Object.keys(settings).length > 0 ? settings : null;
  }

  get #whole(): object {
    return Object.fromEntries(this.#fields);
  }
}

function* piecesOf(set: SetRecord): Generator<ImportPiece> {
  const { frames } = set;
  yield { kind: 'set', head: headerOf(withoutRunning(set)) };
  for (let from = 0; from < frames.length; from += MOST_FRAMES) {
    yield { kind: 'frames', frames: frames.slice(from, from + MOST_FRAMES) };
  }
}

const bytesOf = async (file: Blob, from: number): Promise<Uint8Array> => {
  try {
    return new Uint8Array(await file.slice(from, from + PIECE).arrayBuffer());
  } catch (error) {
    throw refused('the file cannot be read any more', error);
  }
};

/** Collects pieces, and gives them out when they are enough for a message. */
class Batches {
  #pieces: ImportPiece[] = [];
  #frames = 0;

  /** True: there are enough. */
  add(piece: ImportPiece): boolean {
    this.#pieces.push(piece);
    if (piece.kind === 'frames') this.#frames += piece.frames.length;
    return this.#frames >= MOST_FRAMES || this.#pieces.length >= MOST_PIECES;
  }

  take(read: number): ImportBatch {
    const pieces = this.#pieces;
    this.#pieces = [];
    this.#frames = 0;
    return { pieces, read };
  }
}

/**
 * Reads an exported file and validates all of it, one set in memory at a time. Throws `import-invalid` with the first faults; what
 * came before must then be thrown away.
 */
export async function* importBatches(file: Blob): AsyncGenerator<ImportBatch, void> {
  const scan = new JsonScan(LISTS);
  const reader = new FileReader();
  const batches = new Batches();
  let isObject = true;
  let read = 0;
  const pieces = function* (parts: Iterable<Scanned>): Generator<ImportPiece> {
    for (const part of parts) {
      if (part.kind === 'other') isObject = false;
      yield* reader.take(part);
    }
  };
  for (; read < file.size; read += PIECE) {
    for (const piece of pieces(scan.push(await bytesOf(file, read)))) {
      if (batches.add(piece)) yield batches.take(read);
    }
    yield batches.take(Math.min(file.size, read + PIECE));
  }
  for (const piece of pieces(scan.end())) if (batches.add(piece)) yield batches.take(file.size);
  for (const piece of reader.finish(isObject)) if (batches.add(piece)) yield batches.take(file.size);
  yield { ...batches.take(file.size), settings: reader.settings, person: reader.person };
}
