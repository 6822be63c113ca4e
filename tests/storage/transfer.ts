import type { SelfCheckRecord } from '../../src/training/self-check/self-check-record.ts';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import type { Connection } from '../../src/storage/connection.ts';
import { headerOf, startOf } from '../../src/storage/set-header.ts';
import { importBatches } from '../../src/storage/import-batches.ts';
import { importFile } from '../../src/storage/import-file.ts';
import type { AppStorage, ExportFile, Imported, ImportOptions, SetStore } from '../../src/storage/storage-contract.ts';

/** The content of an exported file. */
export const textIn = async ({ content }: ExportFile): Promise<string> =>
  typeof content === 'string' ? content : content.text();

/** What `exportFile` writes. */
export const exportedText = async (storage: Pick<AppStorage, 'exportFile'>, id: string | null): Promise<string> =>
  textIn(await storage.exportFile(id));

/** Imports a text, which is not cancelled. */
export const importText = async (
  store: Pick<SetStore, 'beginImport'>,
  text: string,
  options?: ImportOptions,
): Promise<Imported> => {
  const imported = await importFile(store, new Blob([text]), options, importBatches);
  if (imported === null) throw new Error('the import was cancelled');
  return imported;
};

/** The sets and checks in a text, as the importer reads them. */
export const readExport = async (text: string): Promise<{ sets: SetRecord[]; checks: SelfCheckRecord[] }> => {
  const sets: SetRecord[] = [];
  const checks: SelfCheckRecord[] = [];
  for await (const { pieces } of importBatches(new Blob([text]))) {
    for (const piece of pieces) {
      const last = sets.at(-1);
      if (piece.kind === 'set') sets.push({ ...piece.head, frames: [] });
      else if (piece.kind === 'check') checks.push(piece.check);
      else if (last) sets.splice(-1, 1, { ...last, frames: [...last.frames, ...piece.frames] });
    }
  }
  return { sets, checks };
};

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
