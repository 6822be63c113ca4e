import { AppError } from '../app/app-error.ts';
import type { SetRecord } from '../coach/record/set-record.ts';
import type { SelfCheckRecord } from '../training/self-check/self-check-record.ts';
import { isPlainName, LONGEST_NAME } from '../coach/plain-name.ts';
import { type Check, inspect, list, object, oneOf, optional, ownValue, text, that } from './check.ts';
import type { Settings } from './storage-contract.ts';
import { record, version } from './validate-record.ts';
import { selfCheck } from './validate-self-check.ts';
import { settingsFrom } from './validate-settings.ts';

/** Name of the format, in the field `format` of a file with several sets. */
export const FORMAT = 'truehip-sets';

/** Settings of another version are ignored on import; the sets of the file are still imported. */
export const SETTINGS_VERSION = 1;

/** Bytes of a file that is read as one text. A larger one is read line by line: as the app writes it, each set has a line of its own. */
const MOST_AT_ONCE = 100 * 1024 * 1024;
/** Characters of one line. Longer texts do not fit into a string of every browser. */
const LONGEST_LINE = 256 * 1024 * 1024;
/** Bytes that are read at a time. */
const PIECE = 1024 * 1024;

/** What stands before the first set, and behind the last one, in a file of the app. */
const BEFORE_SETS = ',"sets":[';
const BEHIND_SETS = '],"leftOut":';

/** A valid file. */
export interface ImportedFile<Kept> {
  readonly sets: readonly Kept[];
  readonly checks: readonly SelfCheckRecord[];
  /** Its valid settings; null: it has none. */
  readonly settings: Partial<Settings> | null;
  /** Whose file it is; absent: it does not say. */
  readonly person?: string | undefined;
}

export interface ReadOptions<Kept> {
  /** What is kept of a set, once it is valid. */
  readonly take: (set: SetRecord) => Kept | Promise<Kept>;
  /** Called with the share of the file that has been read. */
  readonly progress?: (share: number) => void;
  readonly mostAtOnce?: number;
}

interface FileHead {
  readonly format: typeof FORMAT;
  readonly version: 1;
  readonly person?: string | undefined;
}

const fileHead: Check<FileHead> = object<FileHead>({
  format: oneOf<typeof FORMAT>({ [FORMAT]: true }),
  version,
  person: optional(that(text(1, LONGEST_NAME), (name) => (isPlainName(name) ? null : 'must be a plain name'))),
});

/** Half a character fits into no address, and the screens of a set have its id in theirs. */
const importedRecord: Check<SetRecord> = that(record, ({ id }) =>
  /\p{Surrogate}/u.test(id) ? 'must not have half a character in its id' : null,
);

const anyList: Check<readonly unknown[]> = list((value) => value, Number.POSITIVE_INFINITY);

const refused = (why: string, cause?: unknown): AppError =>
  new AppError('import-invalid', `Nothing was imported: ${why}.`, { cause });

function checked<T>(value: unknown, check: Check<T>): T {
  const result = inspect(value, check);
  if (!result.ok) throw refused(result.faults.join('; '));
  return result.value;
}

/** A field of the file. Faults name it. */
const field = <T>(of: object, key: string, check: Check<T>): T =>
  checked(ownValue(of, key), (value, inspection) => inspection.at(key, value, check));

/** A set in the list of the file. Faults name its place, such as `sets[3].side`. One that was exported while it ran was interrupted. */
function setAt(index: number, value: unknown): SetRecord {
  const set = checked(value, (one, inspection) =>
    inspection.at('sets', one, (_, inner) => inner.at(index, one, importedRecord)),
  );
  return withoutRunning(set);
}

const withoutRunning = (set: SetRecord): SetRecord =>
  set.ended === 'running' ? { ...set, ended: 'interrupted' } : set;

function parsed(json: string, what: string): unknown {
  try {
    return JSON.parse(json);
  } catch (error) {
    const why = /[}\]]\s*$/.test(json.slice(-1000)) ? (error as Error).message : 'it breaks off in the middle';
    throw refused(`the file is not JSON (${what}: ${why})`, error);
  }
}

/** What a file says beside its sets. */
function besides(file: object): Omit<ImportedFile<never>, 'sets'> {
  const { person } = checked(file, fileHead);
  const stored = ownValue(file, 'settings');
  const settings = ownValue(stored, 'version') === SETTINGS_VERSION ? settingsFrom(ownValue(stored, 'values')) : {};
  return {
    checks: field(file, 'selfChecks', optional(list(selfCheck, Number.POSITIVE_INFINITY))) ?? [],
    settings: Object.keys(settings).length > 0 ? settings : null,
    person,
  };
}

/**
 * Reads an exported file and validates all of it, or throws `import-invalid` with the first faults. A set that is the file itself, as
 * `npm run analyze -- --json` writes it, is read as well.
 */
export async function readImport<Kept>(file: Blob, options: ReadOptions<Kept>): Promise<ImportedFile<Kept>> {
  const { take, progress, mostAtOnce = MOST_AT_ONCE } = options;
  if (file.size > mostAtOnce) return readByLine(file, options);
  const whole = await wholeFile(file);
  if (typeof whole !== 'object' || whole === null || !('sets' in whole || 'format' in whole)) {
    const set = withoutRunning(checked(whole, importedRecord));
    return { sets: [await take(set)], checks: [], settings: null };
  }
  const head = besides(whole);
  const found = field(whole, 'sets', anyList);
  const sets: Kept[] = [];
  for (const [index, one] of found.entries()) {
    sets.push(await take(setAt(index, one)));
    progress?.((index + 1) / found.length);
  }
  return { ...head, sets };
}

async function wholeFile(file: Blob): Promise<unknown> {
  const json = await file.text().catch((error: unknown) => {
    throw refused('the file cannot be read any more', error);
  });
  if (!/\S/.test(json)) throw refused('the file is empty');
  return parsed(json, 'the file');
}

/** A file that is too large for one text: one set is in memory at a time. */
async function readByLine<Kept>(file: Blob, { take, progress }: ReadOptions<Kept>): Promise<ImportedFile<Kept>> {
  const sets: Kept[] = [];
  let head: Omit<ImportedFile<never>, 'sets'> | null = null;
  for await (const { line, share, isLast } of linesOf(file)) {
    let json = line;
    if (head === null) {
      const start = startOfSets(line);
      head = besides(parsed(`${line.slice(0, start)}}`, 'its beginning') as object);
      json = line.slice(start + BEFORE_SETS.length);
    }
    const what = `sets[${sets.length}]`;
    const end = isLast ? json.lastIndexOf(BEHIND_SETS) : json.length - 1;
    if (isLast) parsed(`{${json.slice(end + 2)}`, 'its end');
    else if (!json.endsWith(',')) throw refused(`the file is not JSON (${what}: something does not belong there)`);
    sets.push(await take(setAt(sets.length, parsed(json.slice(0, end), what))));
    progress?.(share);
  }
  if (head === null) throw refused('the file is empty');
  return { ...head, sets };
}

/** Where the list of sets begins in the first line: what stands before it is an object but for its brace. */
function startOfSets(line: string): number {
  for (let at = line.indexOf(BEFORE_SETS); at >= 0; at = line.indexOf(BEFORE_SETS, at + 1)) {
    try {
      JSON.parse(`${line.slice(0, at)}}`);
      return at;
    } catch {
      // A field of the same name within the settings.
    }
  }
  throw refused('the file is larger than 100 MB and not as Truehip writes it');
}

/** The lines, each with the share of the file that has been read. */
async function* linesOf(file: Blob) {
  const decoder = new TextDecoder();
  let rest = '';
  for (let read = 0; read < file.size; read += PIECE) {
    const bytes = await file
      .slice(read, read + PIECE)
      .arrayBuffer()
      .catch((error: unknown) => {
        throw refused('the file cannot be read any more', error);
      });
    const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > LONGEST_LINE) throw refused('one set in the file is larger than 256 MB');
    for (const line of lines) yield { line, isLast: false, share: read / file.size };
  }
  yield { line: rest + decoder.decode(), isLast: true, share: 1 };
}
