import type { IDBPTransaction, StoreNames } from 'idb';
import { openDatabase, type Database, type OpenDatabaseOptions } from './open-database.ts';
import type { TruehipSchema } from './schema.ts';
import { storageError } from './storage-error.ts';

type StoreName = StoreNames<TruehipSchema>;
export type Transaction<Names extends StoreName[], Mode extends IDBTransactionMode> = IDBPTransaction<
  TruehipSchema,
  Names,
  Mode
>;

/** Keeps one connection open, opens it again when it was lost, and runs work in transactions that hold or leave no trace. */
export class Connection {
  readonly #options: OpenDatabaseOptions;
  #opening: Promise<Database> | null = null;

  constructor(options: OpenDatabaseOptions = {}) {
    this.#options = options;
  }

  /** Opens the database if it is not open. Rejects with `storage-unavailable`. */
  open(): Promise<Database> {
    if (this.#opening !== null) return this.#opening;
    const opening = openDatabase({ ...this.#options, onLost: () => this.#forget(opening) });
    opening.catch(() => this.#forget(opening));
    this.#opening = opening;
    return opening;
  }

  /** Ends the connection; the next `run` opens it again. */
  async close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = null;
    (await opening?.catch(() => null))?.close();
  }

  /**
   * Runs `work` in one transaction: all of it is stored, or none. `work` may wait for nothing but the transaction's own
   * requests. Transactions over the same stores run in the order of the calls. Rejects with an `AppError`.
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
      // A connection can be closed without any event reaching us (a page kept in the back/forward cache).
      this.#forget(opening);
    }
    const reopened = await this.open();
    try {
      return reopened.transaction(names, mode);
    } catch (error) {
      throw storageError(error);
    }
  }

  /** Only if it is still the current one: a late event of an old connection must not drop its successor. */
  #forget(opening: Promise<Database>): void {
    if (this.#opening === opening) this.#opening = null;
  }
}

const abort = (transaction: { abort(): void }): void => {
  try {
    transaction.abort();
  } catch {
    // Over already: it aborted by itself, or had committed before the work failed.
  }
};
