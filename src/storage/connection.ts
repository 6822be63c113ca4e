import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { AppError, messageOf } from '../app/app-error.ts';
import type { Milliseconds } from '../instrument/geometry/units.ts';
import { DATABASE_NAME, type TruehipSchema } from './schema.ts';

/** Errors caused by this code. They must not be reported as a browser without storage. */
const PROGRAMMING_ERRORS: ReadonlySet<string> = new Set([
  'ConstraintError',
  'DataCloneError',
  'DataError',
  'TypeError',
]);

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/**
 * Converts anything that a database call threw to an error with a code.
 * @param abort error of the transaction; only this one tells that the disk was full at commit, the request says
 * `AbortError`
 */
export const storageError = (error: unknown, abort: DOMException | null = null): AppError => {
  if (error instanceof AppError) return error;
  const cause = abort ?? error;
  if (nameOf(cause) === 'QuotaExceededError') {
    return new AppError('storage-full', 'The browser has no room left for more sets.', { cause });
  }
  const detail = messageOf(cause);
  return PROGRAMMING_ERRORS.has(nameOf(cause))
    ? new AppError('unexpected', `The database refused a request: ${detail}`, { cause })
    : new AppError('storage-unavailable', `The database cannot be used: ${detail}`, { cause });
};

export type Database = IDBPDatabase<TruehipSchema>;

export type Migration = (
  database: Database,
  transaction: IDBPTransaction<TruehipSchema, StoreNames<TruehipSchema>[], 'versionchange'>,
) => void;

/** `MIGRATIONS[n]` upgrades from version n to n + 1. A released migration is never edited. */
export const MIGRATIONS: readonly Migration[] = [
  (database) => {
    const sets = database.createObjectStore('sets', { keyPath: 'id' });
    sets.createIndex('startedAt', 'startedAt');
    sets.createIndex('ended', 'head.ended');
    database.createObjectStore('frames', { keyPath: ['setId', 'index'] });
    database.createObjectStore('settings');
  },
  (database) => {
    database.createObjectStore('selfChecks', { keyPath: 'id' });
  },
  (_database, transaction) => {
    // Only rows whose frames are packed are in this index.
    transaction.objectStore('sets').createIndex('packed', 'packed');
  },
  (database) => {
    database.createObjectStore('incoming', { keyPath: ['importId', 'index'] });
  },
  (database) => {
    database.createObjectStore('overviews', { keyPath: 'id' });
  },
  (database, transaction) => {
    database.deleteObjectStore('incoming');
    // One row had the texts of all sets; the others are made anew.
    transaction
      .objectStore('overviews')
      .clear()
      .catch(() => undefined);
  },
];

export interface OpenDatabaseOptions {
  /** Absent: the first person's. */
  readonly name?: string;
  readonly migrations?: readonly Migration[];
  /** Opening fails after this time: another tab may block the upgrade, or the browser may never answer. It goes on all the same. */
  readonly timeLimit?: Milliseconds;
  /** Called when opening has taken longer, with what comes of it. Absent: a database that opens late is closed. */
  readonly onLate?: (opening: Promise<Database>) => void;
  /** Called when the connection was closed for another tab's upgrade, or lost by the browser. */
  readonly onLost?: () => void;
}

const NEWER_DATA =
  'The sets in this browser were stored by a newer version of Truehip. Reload the page to get that version.';

const OLDER_TAB = 'Another tab holds an older version of Truehip open. Close the other tabs and reload.';

const openingError = (error: unknown): AppError =>
  error instanceof Error && error.name === 'VersionError'
    ? new AppError('storage-newer', NEWER_DATA, { cause: error })
    : new AppError('storage-unavailable', storageError(error).message, { cause: error });

const closed = (opening: Promise<Database>): void =>
  void opening.then(
    (database) => database.close(),
    () => undefined,
  );

/**
 * Opens the database and brings it to the newest version. Rejects with `storage-unavailable` when storage is disabled,
 * `storage-late` when the browser has not answered yet, `storage-blocked` when another tab holds an older version open, and
 * `storage-newer` when the data are a newer version's. Never hangs.
 */
export const openDatabase = async (options: OpenDatabaseOptions = {}): Promise<Database> => {
  const { name = DATABASE_NAME, migrations = MIGRATIONS, timeLimit = 5000, onLost, onLate = closed } = options;
  let giveUpWith = () => new AppError('storage-late', 'The browser has not answered yet when asked for its storage.');
  let timer: ReturnType<typeof setTimeout> | undefined;

  const open = async (): Promise<Database> => {
    const database: Database = await openDB<TruehipSchema>(name, migrations.length, {
      upgrade(opened, oldVersion, _newVersion, transaction) {
        for (const migrate of migrations.slice(oldVersion)) migrate(opened, transaction);
      },
      blocked() {
        giveUpWith = () => new AppError('storage-blocked', OLDER_TAB);
      },
      blocking() {
        // The other tab cannot upgrade while this connection is open. Later writes here fail with a clear error.
        database.close();
        onLost?.();
      },
      terminated() {
        onLost?.();
      },
    });
    return database;
  };
  const opening = open().catch((error: unknown) => {
    throw openingError(error);
  });
  const giveUp = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(giveUpWith());
      onLate(opening);
    }, timeLimit);
  });
  return Promise.race([opening, giveUp]).finally(() => clearTimeout(timer));
};

type StoreName = StoreNames<TruehipSchema>;
export type Transaction<Names extends StoreName[], Mode extends IDBTransactionMode> = IDBPTransaction<
  TruehipSchema,
  Names,
  Mode
>;

/** Keeps one connection open, opens it again when it was lost, and runs transactions. One that opens late is taken then. */
export class Connection {
  readonly #options: OpenDatabaseOptions;
  #opening: Promise<Database> | null = null;

  constructor(options: OpenDatabaseOptions = {}) {
    this.#options = options;
  }

  /** Opens the database if it is not open. Rejects as `openDatabase` does. */
  open(): Promise<Database> {
    if (this.#opening !== null) return this.#opening;
    const onLate = (late: Promise<Database>): void => {
      const take = (): void => {
        if (this.#opening !== null) return closed(late);
        this.#opening = opening = late;
      };
      late.then(take, () => undefined);
      this.#options.onLate?.(late);
    };
    let opening = openDatabase({ ...this.#options, onLost: () => this.#forget(opening), onLate });
    opening.catch(() => this.#forget(opening));
    this.#opening = opening;
    return opening;
  }

  /** Closes the connection; the next `run` opens it again. */
  async close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = null;
    (await opening?.catch(() => null))?.close();
  }

  /**
   * Runs `work` in one transaction: either all of it is stored or nothing. `work` may await only the transaction's own
   * requests. Transactions on the same stores run in the order of the calls. Rejects with an `AppError`.
   */
  async run<Names extends StoreName[], Mode extends IDBTransactionMode, T>(
    names: Names,
    mode: Mode,
    work: (transaction: Transaction<Names, Mode>) => Promise<T>,
  ): Promise<T> {
    const transaction = await this.#begin(names, mode);
    const over = transaction.done.then(
      () => null,
      (error: unknown) => error,
    );
    try {
      const result = await work(transaction);
      await transaction.done;
      return result;
    } catch (error) {
      abort(transaction);
      await over;
      throw storageError(error, transaction.error);
    }
  }

  async #begin<Names extends StoreName[], Mode extends IDBTransactionMode>(
    names: Names,
    mode: Mode,
  ): Promise<Transaction<Names, Mode>> {
    const opening = this.open();
    const database = await opening;
    try {
      return database.transaction(names, mode);
    } catch {
      // A connection can be closed without an event, for example while the page was in the back/forward cache.
      this.#forget(opening);
    }
    const reopened = await this.open();
    try {
      return reopened.transaction(names, mode);
    } catch (error) {
      throw storageError(error);
    }
  }

  /** Forgets a connection if it is still the current one: a late event of an old one must not affect its successor. */
  #forget(opening: Promise<Database>): void {
    if (this.#opening === opening) this.#opening = null;
  }
}

const abort = (transaction: { abort(): void }): void => {
  try {
    transaction.abort();
  } catch {
    // The transaction is over already: it aborted by itself, or committed before the work failed.
  }
};
