import type { AppError } from '../app/app-error.ts';
import type { SetRecord } from '../coach/record/set-record.ts';
import { Connection, storageError } from './connection.ts';
import { whenIdle } from './when-idle.ts';
import { MemorySets } from './memory-sets.ts';
import { MemorySelfChecks, SelfCheckRepository } from './self-check-repository.ts';
import { jsonBytes } from './set-header.ts';
import { SetRepository } from './set-repository.ts';
import { SettingsRepository } from './settings-repository.ts';
import type { AppStorage, SelfCheckStore, SetStore, SettingsStore } from './storage-contract.ts';

export interface OpenStorageOptions {
  /** Name of the database; absent: the first person's. */
  readonly database?: string;
  /** Computes the summary of a set that a closed tab left unfinished, from the stored frames. */
  readonly complete?: (record: SetRecord) => SetRecord | Promise<SetRecord>;
}

/**
 * Opens the storage and completes sets that a closed tab left unfinished. Never rejects: without a database everything
 * is kept in memory, and `trouble` says why.
 */
export const openStorage = async (options: OpenStorageOptions = {}): Promise<AppStorage> => {
  const connection = new Connection(options.database === undefined ? {} : { name: options.database });
  try {
    await connection.open();
  } catch (error) {
    const selfChecks = new MemorySelfChecks();
    const stores = { sets: new MemorySets(selfChecks), selfChecks, settings: new SettingsRepository(null) };
    return assembled('memory', storageError(error), stores);
  }
  let asked: Promise<void> | null = null;
  // Not needed before the page is idle, so it is no part of the first load.
  const packer = async () => new (await import('./frames/frame-packer.ts')).FramePacker(connection);
  let made: ReturnType<typeof packer> | null = null;
  let packing: Promise<void> | null = null;
  const packAll = () => {
    packing ??= whenIdle(async () => (await (made ??= packer())).packNext()).finally(() => (packing = null));
  };
  const onSaved = () => {
    // Once there is something to keep.
    asked ??= import('./storage-report.ts').then(({ askToPersist }) => askToPersist()).catch(() => undefined);
    packAll();
  };
  const sets = new SetRepository(connection, { onSaved });
  const settings = new SettingsRepository(connection);
  await settings.read();
  const settled = sets.settleInterrupted(options.complete).then(() => sets.settleImports());
  const trouble = await settled.then(
    () => null,
    (error: unknown) => storageError(error),
  );
  packAll();
  return assembled('database', trouble, { sets, selfChecks: new SelfCheckRepository(connection), settings });
};

const assembled = (
  kind: AppStorage['kind'],
  trouble: AppError | null,
  stores: { readonly sets: SetStore; readonly selfChecks: SelfCheckStore; readonly settings: SettingsStore },
): AppStorage => ({
  kind,
  trouble,
  ...stores,
  exportFile: async (of, person) => {
    const { exportAll, exportRecord, exportSet } = await import('./export-json.ts');
    if (of === null) return exportAll(stores, new Date(), person);
    return typeof of === 'string' ? exportSet(stores.sets, of) : exportRecord(of);
  },
  importFile: async (file, importOptions) => {
    const { importFile } = await import('./import-file.ts');
    return importFile(stores.sets, file, importOptions);
  },
  report: async () => (await import('./storage-report.ts')).storageReport(kind === 'database'),
  bytesOf: jsonBytes,
});
