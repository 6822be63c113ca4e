import { deleteDB, openDB, type DBSchema, type IDBPObjectStore } from 'idb';
import { storageError } from '../connection.ts';

interface PicturesSchema extends DBSchema {
  pictures: {
    key: [string, string];
    value: { readonly set?: unknown; readonly jpeg?: { readonly byteLength: number } };
  };
}

type Store = IDBPObjectStore<PicturesSchema, ['pictures'], 'pictures', 'readwrite'>;

const rejected = (error: unknown): never => {
  throw storageError(error);
};

/**
 * Camera pictures of best positions, which earlier versions kept on request in a database of their own. They are counted and
 * deleted, and rejected as `SetStore` does.
 */
export class OldPictures {
  readonly #database: string | null;

  /** @param database of the person; null: the browser stores nothing */
  constructor(database: string | null) {
    this.#database = database;
  }

  async stored(): Promise<{ readonly count: number; readonly bytes: number }> {
    const rows = (await this.#ifThere((store) => store.getAll())) ?? [];
    return { count: rows.length, bytes: rows.reduce((sum, { jpeg }) => sum + (jpeg?.byteLength ?? 0), 0) };
  }

  async removeOfSet(set: string): Promise<void> {
    await this.#ifThere(async (store) => {
      for (let at = await store.openCursor(); at; at = await at.continue()) if (at.value.set === set) await at.delete();
    });
  }

  async removeAll(): Promise<void> {
    const name = await this.#there().catch(rejected);
    if (name !== null) await deleteDB(name).catch(rejected);
  }

  /** The database, if there is one. Old browsers do not tell; then there may be. */
  async #there(): Promise<string | null> {
    if (this.#database === null) return null;
    const all = await indexedDB.databases?.();
    const isThere = all?.some(({ name }) => name === this.#database) ?? true;
    return isThere ? this.#database : null;
  }

  async #ifThere<T>(work: (store: Store) => Promise<T>): Promise<T | null> {
    const name = await this.#there().catch(rejected);
    if (name === null) return null;
    const database = await openDB<PicturesSchema>(name, 1, {
      upgrade: (made) => void made.createObjectStore('pictures', { keyPath: ['drill', 'side'] }),
    }).catch(rejected);
    return work(database.transaction('pictures', 'readwrite').store)
      .catch(rejected)
      .finally(() => database.close());
  }
}
