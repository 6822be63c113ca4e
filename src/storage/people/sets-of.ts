import { deleteDB, openDB } from 'idb';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import { storageError } from '../connection.ts';
import type { TruehipSchema } from '../schema.ts';
import { databasesOf } from './people.ts';

export interface SetsOfPerson {
  readonly count: number;
  /** Start of the newest; null: there is none with a date. */
  readonly last: Milliseconds | null;
}

/** How many sets somebody has, and when the newest began. Nothing else is read of them, and no database is made. Null: not known. */
export async function setsOf(id: string): Promise<SetsOfPerson | null> {
  const { sets: name } = databasesOf(id);
  const made = await indexedDB.databases();
  if (!made.some((one) => one.name === name)) return { count: 0, last: null };
  const database = await openDB<TruehipSchema>(name);
  try {
    const { store } = database.transaction('sets');
    const [count, newest] = await Promise.all([store.count(), store.index('startedAt').openKeyCursor(null, 'prev')]);
    return { count, last: newest?.key || null };
  } catch {
    return null;
  } finally {
    database.close();
  }
}

/** @throws AppError where one cannot be deleted */
export async function deleteDatabases(names: readonly string[]): Promise<void> {
  try {
    await Promise.all(names.map((name) => deleteDB(name)));
  } catch (error) {
    throw storageError(error);
  }
}
