import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { AppError } from '../app/app-error.ts';
import type { Milliseconds } from '../instrument/geometry/units.ts';
import { DATABASE_NAME, type TruehipSchema } from './schema.ts';
import { storageError } from './storage-error.ts';

export type Database = IDBPDatabase<TruehipSchema>;

export type Migration = (
  database: Database,
  transaction: IDBPTransaction<TruehipSchema, StoreNames<TruehipSchema>[], 'versionchange'>,
) => void;

/** `MIGRATIONS[n]` takes a database from version n to n + 1; a released one is never edited, only followed by another. */
export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    const sets = database.createObjectStore('sets', { keyPath: 'id' });
    sets.createIndex('startedAt', 'startedAt');
    sets.createIndex('ended', 'head.ended');
    database.createObjectStore('frames', { keyPath: ['setId', 'index'] });
    database.createObjectStore('settings');
  },
];

export interface OpenDatabaseOptions {
  readonly migrations?: readonly Migration[];
  /** How long another tab may hold up an upgrade, and a broken profile the opening, before it counts as unavailable. */
  readonly patience?: Milliseconds;
  /** The connection is gone: closed for another tab's upgrade, or lost by the browser. */
  readonly onLost?: () => void;
}

const NEWER_DATA =
  'The sets in this browser were stored by a newer version of Truehip. Reload the page to get that version.';

const openingError = (error: unknown): AppError =>
  error instanceof Error && error.name === 'VersionError'
    ? new AppError('storage-unavailable', NEWER_DATA, { cause: error })
    : new AppError('storage-unavailable', storageError(error).message, { cause: error });

/**
 * Opens the database and brings it to the newest version.
 * Rejects with `storage-unavailable` where there is none (disabled, blocked, a newer version's data), never hangs.
 */
export const openDatabase = async (options: OpenDatabaseOptions = {}): Promise<Database> => {
  const { migrations = MIGRATIONS, patience = 5000, onLost } = options;
  let waitingFor = 'The browser does not answer when asked for its storage.';
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = async (): Promise<Database> => {
    const database: Database = await openDB<TruehipSchema>(DATABASE_NAME, migrations.length, {
      upgrade(opened, oldVersion, _newVersion, transaction) {
        for (const migrate of migrations.slice(oldVersion)) migrate(opened, transaction);
      },
      blocked() {
        waitingFor = 'Another tab holds an older version of Truehip open. Close the other tabs and reload.';
      },
      blocking() {
        // The other tab cannot start until this connection is gone; what is written here later says so clearly.
        database.close();
        onLost?.();
      },
      terminated() {
        onLost?.();
      },
    });
    return database;
  };
  const giveUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new AppError('storage-unavailable', waitingFor));
    }, patience);
  });
  try {
    return await Promise.race([open(), giveUp]);
  } catch (error) {
    throw error instanceof AppError ? error : openingError(error);
  } finally {
    clearTimeout(timer);
  }
};
