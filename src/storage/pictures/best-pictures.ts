import { deleteDB, openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { instrumentOf } from '../../instrument/instrument-version.ts';
import { type Check, integer, number, object, oneOf, optional, validated } from '../check.ts';
import { storageError } from '../connection.ts';
import { moment, name } from '../record-fields.ts';
import { PICTURES_NAME } from '../schema.ts';
import type { BestPicture, BestPictureStore } from '../storage-contract.ts';

interface PicturesSchema extends DBSchema {
  pictures: { key: [string, string]; value: BestPicture };
}

const STORE = 'pictures';

const jpeg: Check<ArrayBuffer> = (value, inspection) =>
  value instanceof ArrayBuffer ? value : inspection.mismatch('bytes', value);

const picture = object<BestPicture>({
  drill: name,
  side: oneOf<BestPicture['side']>({ left: true, right: true }),
  degrees: number(-180, 180),
  at: moment,
  set: name,
  instrument: optional(integer(1, 1e6)),
  jpeg,
});

/**
 * The pictures in IndexedDB. The database is open only while something is read or written, so that no tab blocks another. A
 * person who keeps no picture has no such database.
 */
export class BestPictures implements BestPictureStore {
  readonly #canStore: boolean;
  readonly #database: string;

  /**
   * @param canStore false: the browser stores nothing, so no picture is kept
   * @param database name of the database; absent: the first person's
   */
  constructor(canStore: boolean, database = PICTURES_NAME) {
    this.#canStore = canStore;
    this.#database = database;
  }

  async list(): Promise<readonly BestPicture[]> {
    const rows = await this.#ifThere((database) => database.getAll(STORE));
    return (rows ?? []).flatMap((row) => validated(row, picture) ?? []);
  }

  async keepBetter(given: BestPicture): Promise<boolean> {
    if (!this.#canStore) return false;
    return this.#run(async (database) => {
      const { store, done } = database.transaction(STORE, 'readwrite');
      const kept = validated(await store.get([given.drill, given.side]), picture);
      const isBetter = kept === null || instrumentOf(kept) !== instrumentOf(given) || given.degrees > kept.degrees;
      if (isBetter) await store.put(given);
      await done;
      return isBetter;
    });
  }

  async remove({ drill, side }: Pick<BestPicture, 'drill' | 'side'>): Promise<void> {
    await this.#ifThere((database) => database.delete(STORE, [drill, side]));
  }

  async removeOfSet(set: string): Promise<void> {
    await this.#ifThere(async (database) => {
      const { store, done } = database.transaction(STORE, 'readwrite');
      for (const row of await store.getAll()) if (row.set === set) await store.delete([row.drill, row.side]);
      await done;
    });
  }

  async removeAll(): Promise<void> {
    try {
      if (await this.#isThere()) await deleteDB(this.#database);
    } catch (error) {
      throw storageError(error);
    }
  }

  /** Whether there is such a database. Old browsers do not tell; then true. */
  async #isThere(): Promise<boolean> {
    if (!this.#canStore) return false;
    const all = await indexedDB.databases?.();
    return all?.some((one) => one.name === this.#database) ?? true;
  }

  async #ifThere<T>(work: (database: IDBPDatabase<PicturesSchema>) => Promise<T>): Promise<T | null> {
    return (await this.#isThere()) ? this.#run(work) : null;
  }

  async #run<T>(work: (database: IDBPDatabase<PicturesSchema>) => Promise<T>): Promise<T> {
    let database: IDBPDatabase<PicturesSchema> | null = null;
    try {
      database = await openDB<PicturesSchema>(this.#database, 1, {
        upgrade(opened) {
          opened.createObjectStore(STORE, { keyPath: ['drill', 'side'] });
        },
      });
      return await work(database);
    } catch (error) {
      throw storageError(error);
    } finally {
      database?.close();
    }
  }
}
