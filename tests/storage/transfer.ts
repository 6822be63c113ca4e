import type { SelfCheckRecord } from '../../src/training/self-check/self-check-record.ts';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import { Connection } from '../../src/storage/connection.ts';
import { headerOf, importedSet, startOf } from '../../src/storage/set-header.ts';
import { importFile } from '../../src/storage/import-file.ts';
import { SetRepository } from '../../src/storage/set-repository.ts';
import { readImport } from '../../src/storage/read-import.ts';
import type { AppStorage, ExportFile, Imported, ImportOptions, SetStore } from '../../src/storage/storage-contract.ts';

/** The content of an exported file. */
export const textIn = async ({ content }: ExportFile): Promise<string> =>
  typeof content === 'string' ? content : content.text();

/** What `exportFile` writes. */
export const exportedText = async (storage: Pick<AppStorage, 'exportFile'>, id: string | null): Promise<string> =>
  textIn(await storage.exportFile(id));

/** A file of all sets, as the app writes it. */
export const fileOf = (sets: readonly unknown[], more: object = {}): string =>
  JSON.stringify({ format: 'truehip-sets', version: 1, ...more, sets });

/** Reads a file in this thread, and leaves the frames as they are. */
export const readHere = (file: Blob) => readImport(file, { take: (set) => importedSet(set) });

/** Imports a text, which is not cancelled. */
export const importText = async (
  store: Pick<SetStore, 'addImported'>,
  text: string,
  options?: ImportOptions,
): Promise<Imported> => {
  const imported = await importFile(store, new Blob([text]), options, readHere);
  if (imported === null) throw new Error('the import was cancelled');
  return imported;
};

/** The sets and checks in a text, as the importer reads them. */
export const readExport = (
  text: string,
): Promise<{ readonly sets: readonly SetRecord[]; readonly checks: readonly SelfCheckRecord[] }> =>
  readImport(new Blob([text]), { take: (set) => set });

/** The sets of this profile, and the connection to its database. */
export function openSets() {
  const connection = new Connection();
  return { connection, sets: new SetRepository(connection) };
}

/** Stores whole sets. */
export const storeAll = async (store: SetStore, records: readonly SetRecord[]): Promise<void> => {
  for (const record of records) await store.finishSet(record);
};

/** Stores sets as the first version did, in a database that has no more than its stores. */
export const storeAsBefore = (connection: Connection, records: readonly SetRecord[]): Promise<void> =>
  connection.run(['sets', 'frames'], 'readwrite', async (transaction) => {
    for (const { frames, ...record } of records) {
      const head = headerOf({ ...record, frames });
      const lastTime = frames.at(-1)?.t ?? null;
      const row = { id: head.id, startedAt: startOf(head), head, chunks: 1, frames: frames.length, lastTime };
      await transaction.objectStore('sets').add(row);
      await transaction.objectStore('frames').put({ setId: head.id, index: 0, frames });
    }
  });
