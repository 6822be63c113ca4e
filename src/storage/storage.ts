import type { AppError } from '../app/app-error.ts';
import type { SetRecord } from '../coach/record/set-record.ts';
import { Connection, storageError } from './connection.ts';
import { FramePacker, whenIdle } from './frame-packer.ts';
import { exportFiles, importText } from './export-json.ts';
import { MemorySets } from './memory-sets.ts';
import { MemorySelfChecks, SelfCheckRepository } from './self-check-repository.ts';
import { SetRepository } from './set-repository.ts';
import { SettingsRepository } from './settings-repository.ts';
import type {
  AppStorage,
  ExportFile,
  SelfCheckStore,
  SetStore,
  SettingsStore,
  StorageReport,
} from './storage-contract.ts';

export interface OpenStorageOptions {
  /** Computes the summary of a set that a closed tab left unfinished, from the stored frames. */
  readonly complete?: (record: SetRecord) => SetRecord;
}

/**
 * Opens the storage and completes sets that a closed tab left unfinished. Never rejects: without a database everything
 * is kept in memory, and `trouble` says why.
 */
export const openStorage = async (options: OpenStorageOptions = {}): Promise<AppStorage> => {
  const connection = new Connection();
  try {
    await connection.open();
  } catch (error) {
    const stores = {
      sets: new MemorySets(),
      selfChecks: new MemorySelfChecks(),
      settings: new SettingsRepository(null),
    };
    return assembled('memory', storageError(error), stores);
  }
  let asked = false;
  const packer = new FramePacker(connection);
  const packAll = () => void whenIdle(() => packer.packNext());
  const onSaved = () => {
    if (!asked) void askToPersist();
    asked = true;
    packAll();
  };
  const sets = new SetRepository(connection, { onSaved });
  const settings = new SettingsRepository(connection);
  await settings.read();
  const trouble = await sets.settleInterrupted(options.complete).then(
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
  exportFiles: (id) => exportWithChecks(stores, id),
  importText: (text) => importText(stores.sets, text, stores.selfChecks),
  report: () => storageReport(kind === 'database'),
});

/** All sets are exported with the settings and the checks; one set is exported alone. */
async function* exportWithChecks(
  { sets, selfChecks, settings }: Pick<AppStorage, 'sets' | 'selfChecks' | 'settings'>,
  id: string | null,
): AsyncGenerator<ExportFile> {
  const checks = id === null ? await selfChecks.list() : [];
  yield* exportFiles(sets, id, new Date(), undefined, settings.current, checks);
}

/** The part of `navigator.storage` that is used. Absent in old browsers and insecure contexts. */
export type QuotaManager = Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>;

const browserStorage = (): QuotaManager | undefined => globalThis.navigator?.storage;

/**
 * Asks the browser not to clear the data when the disk is nearly full. Call it when there is something to keep, because
 * some browsers ask the person. Never throws.
 */
export const askToPersist = async (manager = browserStorage()): Promise<void> => {
  try {
    if ((await manager?.persisted()) === false) await manager?.persist();
  } catch {
    // Without the promise the browser may clear the data, as before.
  }
};

/** How full the storage is. Fields are null where the browser does not say. */
export const storageReport = async (available: boolean, manager = browserStorage()): Promise<StorageReport> => {
  const persisted = await manager?.persisted().catch(() => null);
  const estimate = await manager?.estimate().catch(() => null);
  return {
    available,
    persisted: persisted ?? null,
    usedBytes: estimate?.usage ?? null,
    quotaBytes: estimate?.quota ?? null,
  };
};
