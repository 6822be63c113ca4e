import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';

/** An empty browser profile: nothing of an earlier test is in it. */
export const freshProfile = (): void => {
  globalThis.indexedDB = new IDBFactory();
};

/** Replaces a method for the length of `work`. */
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
  /** How fake-indexeddb gives up a transaction with an error of the browser's own. */
  _abort(errorName: string): void;
}

const isAbortable = (transaction: object): transaction is AbortableTransaction => '_abort' in transaction;

/**
 * A disk that takes `writes` more writes. The next one fails as it does in a browser: the request goes through and the
 * transaction is given up with QuotaExceededError (`at: 'commit'`), or the call itself throws (`at: 'call'`).
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

/** The stores that transactions opened during `work` reach. */
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
