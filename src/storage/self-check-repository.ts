import type { SelfCheckRecord } from '../coach/self-check/self-check-record.ts';
import type { Connection } from './connection.ts';
import type { SelfCheckStore } from './storage-contract.ts';
import { validated } from './check.ts';
import { selfCheck } from './validate-self-check.ts';

const newestFirst = (checks: readonly SelfCheckRecord[]): readonly SelfCheckRecord[] =>
  checks.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));

/** Checks against your own instrument, in IndexedDB. One that is not valid any more is left out. */
export class SelfCheckRepository implements SelfCheckStore {
  readonly #connection: Connection;

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  async list(): Promise<readonly SelfCheckRecord[]> {
    const rows = await this.#connection.run(['selfChecks'], 'readonly', (transaction) =>
      transaction.objectStore('selfChecks').getAll(),
    );
    return newestFirst(rows.flatMap((row) => validated(row, selfCheck) ?? []));
  }

  async load(id: string): Promise<SelfCheckRecord | null> {
    const row = await this.#connection.run(['selfChecks'], 'readonly', (transaction) =>
      transaction.objectStore('selfChecks').get(id),
    );
    return validated(row, selfCheck);
  }

  async keep(check: SelfCheckRecord): Promise<void> {
    await this.#connection.run(['selfChecks'], 'readwrite', (transaction) =>
      transaction.objectStore('selfChecks').put(check),
    );
  }

  async remove(id: string): Promise<void> {
    await this.#connection.run(['selfChecks'], 'readwrite', (transaction) =>
      transaction.objectStore('selfChecks').delete(id),
    );
  }

  async removeAll(): Promise<void> {
    await this.#connection.run(['selfChecks'], 'readwrite', (transaction) =>
      transaction.objectStore('selfChecks').clear(),
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
