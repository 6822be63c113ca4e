import type { AppError } from '../app/app-error.ts';
import type { SetRecord } from '../coach/record/set-record.ts';
import { Connection } from './connection.ts';
import { exportFiles, importText } from './export-json.ts';
import { MemorySets } from './memory-sets.ts';
import { askToPersist, storageReport } from './persist.ts';
import { SetRepository } from './set-repository.ts';
import { SettingsRepository } from './settings-repository.ts';
import type { AppStorage, SetStore, SettingsStore } from './storage-contract.ts';
import { storageError } from './storage-error.ts';

export interface OpenStorageOptions {
  /** Brings phases and summary of a set that a closed tab left behind into line with the frames that were stored. */
  readonly complete?: (record: SetRecord) => SetRecord;
}

/**
 * Opens what the app keeps and puts in order what a closed tab has left. Never rejects: without a database everything
 * works in memory, and `trouble` says why.
 */
export const openStorage = async (options: OpenStorageOptions = {}): Promise<AppStorage> => {
  const connection = new Connection();
  try {
    await connection.open();
  } catch (error) {
    return assembled('memory', storageError(error), new MemorySets(), new SettingsRepository(null));
  }
  let asked = false;
  const onSaved = () => {
    if (!asked) void askToPersist();
    asked = true;
  };
  const sets = new SetRepository(connection, { onSaved });
  const settings = new SettingsRepository(connection);
  await settings.read();
  const trouble = await sets.settleInterrupted(options.complete).then(
    () => null,
    (error: unknown) => storageError(error),
  );
  return assembled('database', trouble, sets, settings);
};

const assembled = (
  kind: AppStorage['kind'],
  trouble: AppError | null,
  sets: SetStore,
  settings: SettingsStore,
): AppStorage => ({
  kind,
  trouble,
  sets,
  settings,
  exportFiles: (id) => exportFiles(sets, id, new Date(), undefined, settings.current),
  importText: (text) => importText(sets, text),
  report: () => storageReport(kind === 'database'),
});
