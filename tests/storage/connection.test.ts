import { openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { Connection, MIGRATIONS, openDatabase, type Migration } from '../../src/storage/connection.ts';
import { DATABASE_NAME } from '../../src/storage/schema.ts';
import { SetRepository } from '../../src/storage/set-repository.ts';
import { freshProfile, withMethod } from './fake-browser.ts';
import { makeRecord } from './make-record.ts';

const opened: { close(): void }[] = [];
const closedLater = <T extends { close(): void }>(database: T): T => {
  opened.push(database);
  return database;
};

import { openSets } from './transfer.ts';
beforeEach(freshProfile);
afterEach(() => {
  for (const database of opened.splice(0)) database.close();
});

const addStore: Migration = (database) => {
  Reflect.apply(database.createObjectStore, database, ['later']);
};

describe('opening', () => {
  test('creates every store and index in a new profile', async () => {
    const database = closedLater(await openDatabase());
    expect(database.version).toBe(MIGRATIONS.length);
    expect([...database.objectStoreNames]).toEqual(['frames', 'overviews', 'selfChecks', 'sets', 'settings']);
    const { indexNames, keyPath } = database.transaction('sets').store;
    expect([[...indexNames], keyPath]).toEqual([['ended', 'packed', 'startedAt'], 'id']);
    expect(database.transaction('frames').store.keyPath).toEqual(['setId', 'index']);
  });

  test('runs a migration once, and keeps the content', async () => {
    const before = new Connection();
    await new SetRepository(before).finishSet(makeRecord());
    await before.close();
    const migrations = [...MIGRATIONS, addStore];
    const after = new Connection({ migrations });
    expect([...(await after.open()).objectStoreNames]).toContain('later');
    expect(await new SetRepository(after).load(makeRecord().id)).toEqual(makeRecord());
    await after.close();
    expect((await openDatabase({ migrations }).then(closedLater)).version).toBe(MIGRATIONS.length + 1);
  });

  test('does not touch data of a newer version, and says to reload', async () => {
    const newer = await openDB(DATABASE_NAME, 99, {
      upgrade: (database) => void database.createObjectStore('future'),
    });
    await newer.put('future', 'kept', 'key');
    newer.close();
    await expect(openDatabase()).rejects.toMatchObject({
      name: 'storage-newer',
      message: expect.stringContaining('newer version of Truehip. Reload'),
    });
    const again = closedLater(await openDB(DATABASE_NAME, 99));
    expect(await again.get('future', 'key')).toBe('kept');
  });

  test('leaves the old version unchanged when a migration fails', async () => {
    const connection = new Connection();
    await new SetRepository(connection).finishSet(makeRecord());
    await connection.close();
    const failing: Migration = (_, transaction) => {
      transaction
        .objectStore('sets')
        .clear()
        .catch(() => undefined);
      transaction.done.catch(() => undefined);
      transaction.abort();
    };
    await expect(openDatabase({ migrations: [...MIGRATIONS, failing] })).rejects.toMatchObject({
      name: 'storage-unavailable',
    });
    expect(await new SetRepository(new Connection()).load(makeRecord().id)).toEqual(makeRecord());
  });
});

describe('several tabs', () => {
  test('an open tab closes its connection for a newer version in another tab', async () => {
    let lost = 0;
    const old = closedLater(await openDatabase({ onLost: () => (lost += 1) }));
    const newer = closedLater(await openDatabase({ migrations: [...MIGRATIONS, addStore] }));
    expect([lost, newer.version]).toEqual([1, MIGRATIONS.length + 1]);
    expect(() => old.transaction('sets')).toThrow();
  });

  test('the tab that closed its connection reports that when it is used again', async () => {
    const old = new Connection();
    const repository = new SetRepository(old);
    await repository.list();
    closedLater(await openDatabase({ migrations: [...MIGRATIONS, addStore] }));
    await expect(repository.list()).rejects.toMatchObject({
      name: 'storage-newer',
      message: expect.stringContaining('Reload'),
    });
  });

  test('a tab that blocks the upgrade is reported after the time limit', async () => {
    // Opened without the app's handlers, so that nothing closes it.
    closedLater(await openDB(DATABASE_NAME, MIGRATIONS.length));
    await expect(openDatabase({ migrations: [...MIGRATIONS, addStore], timeLimit: 50 })).rejects.toMatchObject({
      name: 'storage-blocked',
      message: expect.stringContaining('Close the other tabs'),
    });
  });

  test('opening fails after the time limit in a browser that never answers', async () => {
    // A request without any event, as in a damaged profile.
    const silent = new EventTarget();
    Object.setPrototypeOf(silent, IDBOpenDBRequest.prototype);
    Reflect.set(silent, 'addEventListener', () => undefined);
    const never = () => silent as IDBOpenDBRequest;
    await withMethod(globalThis.indexedDB, 'open', never, () =>
      expect(openDatabase({ timeLimit: 50 })).rejects.toMatchObject({
        name: 'storage-late',
        message: expect.stringContaining('has not answered yet'),
      }),
    );
  });
});

test('a transaction that fails half-way changes nothing', async () => {
  const connection = new Connection();
  const work = connection.run(['settings'], 'readwrite', async (transaction) => {
    await transaction.objectStore('settings').put('half', 'key');
    throw new Error('a mistake');
  });
  await expect(work).rejects.toThrow('a mistake');
  const kept = await connection.run(['settings'], 'readonly', (transaction) =>
    transaction.objectStore('settings').get('key'),
  );
  expect(kept).toBeUndefined();
});

describe('a lost connection', () => {
  test('is opened again by the next use', async () => {
    const { connection, sets: repository } = openSets();
    await repository.finishSet(makeRecord());
    (await connection.open()).close();
    expect(await repository.load(makeRecord().id)).toEqual(makeRecord());
  });

  test('is opened only once more when several calls notice it', async () => {
    const connection = new Connection();
    (await connection.open()).close();
    const { open } = globalThis.indexedDB;
    let opens = 0;
    const counted = (...values: Parameters<typeof open>) => {
      opens += 1;
      return open.apply(globalThis.indexedDB, values);
    };
    const use = () => connection.run(['sets'], 'readonly', (transaction) => transaction.objectStore('sets').count());
    await withMethod(globalThis.indexedDB, 'open', counted, () => Promise.all([use(), use(), use()]));
    expect(opens).toBe(1);
  });

  test('that was refused is tried again by the next use', async () => {
    const { sets: repository } = openSets();
    const refuse = (): IDBOpenDBRequest => {
      throw new DOMException('not now', 'UnknownError');
    };
    await withMethod(globalThis.indexedDB, 'open', refuse, () =>
      expect(repository.list()).rejects.toMatchObject({ name: 'storage-unavailable' }),
    );
    expect(await repository.list()).toEqual([]);
  });
});
