import type { AppError } from '../app/app-error.ts';
import type { CompleteRecord } from './later/when-needed.ts';
import { Connection, storageError } from './connection.ts';
import { whenIdle } from './when-idle.ts';
import { MemorySets } from './memory-sets.ts';
import { MemorySelfChecks, SelfCheckRepository } from './self-check-repository.ts';
import { jsonBytes } from './set-header.ts';
import { SetRepository } from './set-repository.ts';
import { SettingsRepository } from './settings-repository.ts';
import type { AppStorage, Stores } from './storage-contract.ts';

export interface OpenStorageOptions {
  /** Name of the database; absent: the first person's. */
  readonly database?: string;
  /** Computes the summary of a set that a closed tab left unfinished, from the stored frames. */
  readonly complete?: CompleteRecord;
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
    asked ??= whenNeeded()
      .then(({ askToPersist }) => askToPersist())
      .catch(() => undefined);
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

const whenNeeded = () => import('./later/when-needed.ts');

const assembled = (kind: AppStorage['kind'], trouble: AppError | null, stores: Stores): AppStorage => ({
  kind,
  trouble,
  ...stores,
  exportFile: async (...what) => (await whenNeeded()).exportFile(stores, what),
  importFile: async (...what) => (await whenNeeded()).importFile(stores, what),
  report: async () => (await whenNeeded()).storageReport(kind === 'database'),
  bytesOf: jsonBytes,
});
