import type { SelfCheckRecord } from '../training/self-check/self-check-record.ts';
import type { Connection, Transaction } from './connection.ts';
import type { SelfCheckStore } from './storage-contract.ts';
import { validated } from './check.ts';

const newestFirst = (checks: readonly SelfCheckRecord[]): readonly SelfCheckRecord[] =>
  checks.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));

/** Checks against your own instrument, in IndexedDB. One that is not valid any more is left out. */
export class SelfCheckRepository implements SelfCheckStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async list(): Promise<readonly SelfCheckRecord[]> {
    const rows = await this.#run('readonly', (store) => store.getAll());
    const { selfCheck } = await import('./validate-self-check.ts');
    return newestFirst(rows.flatMap((row) => validated(row, selfCheck) ?? []));
  }

  async load(id: string): Promise<SelfCheckRecord | null> {
    const { selfCheck } = await import('./validate-self-check.ts');
    return validated(await this.#run('readonly', (store) => store.get(id)), selfCheck);
  }

  async keep(check: SelfCheckRecord): Promise<void> {
    await this.#run('readwrite', (store) => store.put(check));
  }

  async remove(id: string): Promise<void> {
    await this.#run('readwrite', (store) => store.delete(id));
  }

  async removeAll(): Promise<void> {
    await this.#run('readwrite', (store) => store.clear());
  }

  async #run<Mode extends IDBTransactionMode, T>(
    mode: Mode,
    work: (checks: ReturnType<Transaction<['selfChecks'], Mode>['objectStore']>) => Promise<T>,
  ): Promise<T> {
    return this.#connection.run<['selfChecks'], Mode, T>(['selfChecks'], mode, (transaction) =>
      work(transaction.objectStore('selfChecks')),
    );
  }
}

/** The same in memory, for browsers without a database. */
export class MemorySelfChecks implements SelfCheckStore {
  readonly #checks = new Map<string, SelfCheckRecord>();

  async list(): Promise<readonly SelfCheckRecord[]> {
    return newestFirst([...this.#checks.values()]);
  }

  async load(id: string): Promise<SelfCheckRecord | null> {
    return this.#checks.get(id) ?? null;
  }

  async keep(check: SelfCheckRecord): Promise<void> {
    this.#checks.set(check.id, check);
  }

  async remove(id: string): Promise<void> {
    this.#checks.delete(id);
  }

  async removeAll(): Promise<void> {
    this.#checks.clear();
  }
}
