import { AppError } from '../app/app-error.ts';
import type { SetRecord } from '../coach/record/set-record.ts';
import type { SelfCheckRecord } from '../coach/self-check/self-check-record.ts';
import { inspect, list, object, oneOf, ownValue, type Check } from './check.ts';
import type { DamagedSet, ExportFile, Imported, SelfCheckStore, SetStore, Settings } from './storage-contract.ts';
import { record, version } from './validate-record.ts';
import { selfCheck } from './validate-self-check.ts';
import { portableSettings, settingsFrom } from './validate-settings.ts';

// The JSON of an export has two forms. A single set is a bare `SetRecord`, as `npm run analyze -- --json` writes it.
// Several sets are `{ format, version, exportedAt, settings, selfChecks, leftOut, sets }`, where `settings` is
// `{ version, values }`. `settings` and `selfChecks` stand only in the first of several files. `importText` reads both
// forms.

const FORMAT = 'truehip-sets';
const MOST_SETS = 10_000;
const MOST_SELF_CHECKS = 10_000;

/**
 * Characters. A larger collection is split into several files, because some browsers cannot hold a much longer text.
 */
const LONGEST_FILE = 64_000_000;

/** Settings of another version are ignored on import; the sets of the file are still imported. */
const SETTINGS_VERSION = 1;

interface SetFile {
  readonly format: typeof FORMAT;
  readonly version: 1;
  readonly sets: readonly SetRecord[];
}

const setFile: Check<SetFile> = object<SetFile>({
  format: oneOf<typeof FORMAT>({ [FORMAT]: true }),
  version,
  sets: list(record, MOST_SETS),
});

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const dayOf = (date: Date): string =>
  `${date.getFullYear()}-${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;

const timeOf = (date: Date): string => twoDigits(date.getHours()) + twoDigits(date.getMinutes());

/** The text as part of a file name that is valid on every file system. */
const fileSafe = (text: string): string =>
  text
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '');

const fileName = ({ startedAt, drill, side }: SetRecord): string => {
  const start = startedAt === null ? null : new Date(startedAt);
  const when = start === null ? 'undated' : `${dayOf(start)}-${timeOf(start)}`;
  return `truehip-${when}-${fileSafe(drill)}-${side}.json`;
};

const problemOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** What stands beside the sets in the first file. */
interface Besides {
  readonly settings: Settings | null;
  readonly selfChecks: readonly SelfCheckRecord[];
}

/** Collects sets into files. A set is never split. */
class FileBuilder {
  readonly #now: Date;
  #sets: string[] = [];
  #length = 0;
  #files = 0;
  /** Sets that cannot be exported; the file lists them. */
  readonly leftOut: DamagedSet[] = [];
  readonly #besides: Besides;

  constructor(now: Date, besides: Besides) {
    this.#now = now;
    this.#besides = besides;
  }

  add(text: string): void {
    this.#sets.push(text);
    this.#length += text.length;
  }

  hasRoomFor(text: string, longest: number): boolean {
    return this.#length === 0 || this.#length + text.length <= longest;
  }

  /** Returns the file so far. What is added later goes into the next file. */
  finish(isLast: boolean): ExportFile {
    this.#files += 1;
    const part = isLast && this.#files === 1 ? '' : `-${this.#files}`;
    const head = JSON.stringify({
      format: FORMAT,
      version: 1,
      exportedAt: this.#now.toISOString(),
      ...(this.#files === 1 ? this.#first() : {}),
    });
    const leftOut = JSON.stringify(this.leftOut.splice(0));
    const text = `${head.slice(0, -1)},"leftOut":${leftOut},"sets":[${this.#sets.join(',\n')}]}`;
    this.#sets = [];
    this.#length = 0;
    return { name: `truehip-all-sets-${dayOf(this.#now)}${part}.json`, text };
  }

  #first(): object {
    const { settings, selfChecks } = this.#besides;
    return {
      ...(settings ? { settings: { version: SETTINGS_VERSION, values: portableSettings(settings) } } : {}),
      ...(selfChecks.length > 0 ? { selfChecks } : {}),
    };
  }
}

async function* exportAll(store: SetStore, now: Date, longest: number, besides: Besides): AsyncGenerator<ExportFile> {
  const files = new FileBuilder(now, besides);
  files.leftOut.push(...(await store.damaged()));
  for (const { id } of await store.list()) {
    const text = await store.load(id).then(JSON.stringify, (error: unknown) => {
      // A damaged set must not prevent the export of the others.
      files.leftOut.push({ id, problem: problemOf(error) });
      return null;
    });
    if (text === null) continue;
    if (!files.hasRoomFor(text, longest)) yield files.finish(false);
    files.add(text);
  }
  yield files.finish(true);
}

/**
 * Exports one set, or all of them (`id` null), newest first. Save each file before asking for the next, because a large
 * collection does not fit into memory.
 */
export async function* exportFiles(
  store: SetStore,
  id: string | null,
  now: Date,
  longest = LONGEST_FILE,
  settings: Settings | null = null,
  selfChecks: readonly SelfCheckRecord[] = [],
): AsyncGenerator<ExportFile> {
  if (id === null) {
    yield* exportAll(store, now, longest, { settings, selfChecks });
    return;
  }
  const found = await store.load(id);
  if (found === null) throw new AppError('unexpected', 'This set is not there any more.');
  yield { name: fileName(found), text: JSON.stringify(found) };
}

const refused = (why: string, cause?: unknown): AppError =>
  new AppError('import-invalid', `Nothing was imported: ${why}.`, { cause });

const parsed = (text: string): unknown => {
  if (text.trim() === '') throw refused('the file is empty');
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refused(`the file is not JSON (${error instanceof Error ? error.message : 'it cannot be read'})`, error);
  }
};

/** A set that was exported while it was running counts as interrupted. */
const withoutRunning = (set: SetRecord): SetRecord =>
  set.ended === 'running' ? { ...set, ended: 'interrupted' } : set;

/** The sets of an exported file, fully validated. Throws `import-invalid` with the first faults. */
export const readExport = (text: string): readonly SetRecord[] => setsOf(parsed(text));

const setsOf = (value: unknown): readonly SetRecord[] => {
  const several = ownValue(value, 'sets') !== undefined || ownValue(value, 'format') !== undefined;
  const result = several ? inspect(value, setFile) : inspect(value, record);
  if (!result.ok) throw refused(result.faults.join('; '));
  return ('sets' in result.value ? result.value.sets : [result.value]).map(withoutRunning);
};

const settingsOf = (value: unknown): Partial<Settings> | null => {
  const stored = ownValue(value, 'settings');
  if (ownValue(stored, 'version') !== SETTINGS_VERSION) return null;
  const settings = settingsFrom(ownValue(stored, 'values'));
  return Object.keys(settings).length > 0 ? settings : null;
};

const checksOf = (value: unknown): readonly SelfCheckRecord[] => {
  const found = ownValue(value, 'selfChecks');
  if (found === undefined) return [];
  const result = inspect(found, list(selfCheck, MOST_SELF_CHECKS));
  if (!result.ok) throw refused(`selfChecks: ${result.faults.join('; ')}`);
  return result.value;
};

/**
 * Validates a file and stores all of its sets or none, and its checks against your own instrument. The settings are only
 * returned, because the person decides about them.
 */
export const importText = async (store: SetStore, text: string, selfChecks?: SelfCheckStore): Promise<Imported> => {
  const value = parsed(text);
  const [sets, checks] = [setsOf(value), checksOf(value)];
  const counted = await store.addAll(sets);
  const added = checks.length > 0 ? await selfChecks?.addAll(checks) : undefined;
  return { ...counted, settings: settingsOf(value), ...(added === undefined ? {} : { selfChecks: added }) };
};
