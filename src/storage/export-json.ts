import { AppError, messageOf } from '../app/app-error.ts';
import { fileMoment, localDay } from '../app/local-time.ts';
import { isoDay } from '../training/planning/civil-day.ts';
import type { SetRecord } from '../coach/record/set-record.ts';
import { isPlainName } from '../coach/plain-name.ts';
import { FORMAT, SETTINGS_VERSION } from './read-import.ts';
import type { AppStorage, DamagedSet, ExportFile, SetStore } from './storage-contract.ts';
import { portableSettings } from './validate-settings.ts';

// The JSON of an export has two forms. A single set is a bare `SetRecord`, as `npm run analyze -- --json` writes it.
// Several sets are `{ format, version, exportedAt, person, settings, selfChecks, sets, leftOut }`, where `settings` is
// `{ version, values }`, and `person` the name of whose they are, where several people train. Older versions split a large collection into several files. `readImport` reads all of them.

/** Characters that are kept as text before they become a part of the file, which the browser may keep on the disk. */
const PART = 4_000_000;

/** The text as part of a file name that is valid on every file system. */
const fileSafe = (text: string): string =>
  text
    .replaceAll(/[^A-Za-z0-9]+/g, '-')
    .slice(0, 60)
    .replaceAll(/^-|-$/g, '');

const fileName = ({ startedAt, drill, side }: SetRecord): string => {
  return `truehip-${fileMoment(startedAt)}-${fileSafe(drill)}-${side}.json`;
};

/** A file that is made part by part, so that a large collection is never one text in memory. */
class GrowingFile {
  readonly #parts: Blob[] = [];
  #texts: string[] = [];
  #length = 0;

  add(text: string): void {
    this.#texts.push(text);
    this.#length += text.length;
    if (this.#length >= PART) this.#flush();
  }

  finish(): Blob {
    this.#flush();
    return new Blob(this.#parts, { type: 'application/json' });
  }

  #flush(): void {
    this.#parts.push(new Blob(this.#texts));
    this.#texts = [];
    this.#length = 0;
  }
}

/** Writes the items of a list, one at a time. */
const addList = async (file: GrowingFile, items: AsyncIterable<unknown>): Promise<void> => {
  let between = '[';
  for await (const item of items) {
    file.add(between + JSON.stringify(item));
    between = ',\n';
  }
  file.add(between === '[' ? '[]' : ']');
};

/** The sets, newest first. A damaged set must not prevent the export of the others, so it is only named. */
async function* readableSets(store: SetStore, leftOut: DamagedSet[]): AsyncGenerator<SetRecord> {
  for (const { id } of await store.list()) {
    const set = await store.load(id).catch((error: unknown) => {
      leftOut.push({ id, problem: messageOf(error) });
      return null;
    });
    if (set !== null) yield set;
  }
}

/** Everything that is stored, as one file. @param person whose it is; absent: only one person trains here */
export const exportAll = async (
  { sets, selfChecks, settings }: Pick<AppStorage, 'sets' | 'selfChecks' | 'settings'>,
  now: Date,
  person?: string,
): Promise<ExportFile> => {
  const file = new GrowingFile();
  const head = {
    format: FORMAT,
    version: 1,
    exportedAt: now.toISOString(),
    // A name that the import would refuse, such as one with hidden signs, is left out.
    person: person !== undefined && isPlainName(person) ? person : undefined,
    settings: { version: SETTINGS_VERSION, values: portableSettings(settings.current) },
    selfChecks: await selfChecks.list(),
  };
  file.add(`${JSON.stringify(head).slice(0, -1)},"sets":`);
  const leftOut: DamagedSet[] = [...(await sets.damaged())];
  await addList(file, readableSets(sets, leftOut));
  file.add(`,"leftOut":${JSON.stringify(leftOut)}}`);
  const whose = person?.replaceAll(/[^\p{L}\p{N}]+/gu, '-').replaceAll(/^-|-$/g, '');
  return { name: `truehip-${whose || 'all'}-sets-${isoDay(localDay(now))}.json`, content: file.finish() };
};

export const exportSet = async (store: SetStore, id: string): Promise<ExportFile> => {
  const found = await store.load(id);
  if (found === null) throw new AppError('unexpected', 'This set is not there any more.');
  return exportRecord(found);
};

/** A set that need not be stored, as a file. */
export const exportRecord = (record: SetRecord): ExportFile => ({
  name: fileName(record),
  content: JSON.stringify(record),
});
