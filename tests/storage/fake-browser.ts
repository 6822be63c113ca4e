import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';

/** An empty browser profile, without data of an earlier test. It is never idle: else stored frames are packed while a test waits. */
export const freshProfile = (): void => {
  globalThis.requestIdleCallback = () => 0;
  globalThis.indexedDB = new IDBFactory();
};

/** Replaces a method while `work` runs. */
export const withMethod = async <T extends object, K extends keyof T, R>(
  owner: T,
  key: K,
  replacement: T[K],
  work: () => Promise<R>,
): Promise<R> => {
  const original = owner[key];
  owner[key] = replacement;
  try {
    return await work();
  } finally {
    owner[key] = original;
  }
};

interface AbortableTransaction {
  /** The internal method of fake-indexeddb that aborts a transaction with an error. */
  _abort(errorName: string): void;
}

const isAbortable = (transaction: object): transaction is AbortableTransaction => '_abort' in transaction;

/**
 * A disk with room for `writes` more writes. The next one fails with QuotaExceededError as in a browser: either the
 * transaction aborts at its commit (`at: 'commit'`), or the call itself throws (`at: 'call'`).
 */
export const withFullDisk = async <R>(writes: number, at: 'commit' | 'call', work: () => Promise<R>): Promise<R> => {
  const { put, add } = IDBObjectStore.prototype;
  let left = writes;
  const limited = (original: typeof put) =>
    function write(this: IDBObjectStore, ...values: Parameters<typeof put>): IDBRequest<IDBValidKey> {
      left -= 1;
      if (left >= 0) return original.apply(this, values);
      if (at === 'call') throw new DOMException('no room', 'QuotaExceededError');
      const request = original.apply(this, values);
      if (isAbortable(this.transaction)) this.transaction._abort('QuotaExceededError');
      return request;
    };
  return withMethod(IDBObjectStore.prototype, 'put', limited(put), () =>
    withMethod(IDBObjectStore.prototype, 'add', limited(add), work),
  );
};

/** The stores of the transactions that `work` opens. */
export const storesTouchedBy = async (work: () => Promise<unknown>): Promise<ReadonlySet<string>> => {
  const touched = new Set<string>();
  const { transaction } = IDBDatabase.prototype;
  const watching = function watch(this: IDBDatabase, ...values: Parameters<typeof transaction>) {
    const names = values[0];
    for (const name of typeof names === 'string' ? [names] : names) touched.add(name);
    return transaction.apply(this, values);
  };
  await withMethod(IDBDatabase.prototype, 'transaction', watching, work);
  return touched;
};

/** Stores pictures as earlier versions did. @param sets by hip, the set in which it was taken */
export async function keepPictures(name: string, sets: Readonly<Record<string, string>>): Promise<void> {
  const database = await openDB(name, 1, {
    upgrade: (made) => void made.createObjectStore('pictures', { keyPath: ['drill', 'side'] }),
  });
  const jpeg = Uint8Array.of(0xff, 0xd8, 0xff).buffer;
  for (const [side, set] of Object.entries(sets))
    await database.put('pictures', { drill: 'supine-sleeper', side, set, jpeg });
  database.close();
}
