import { beforeEach, describe, expect, test, vi } from 'vitest';
import { hipTestOfSet } from '../../src/training/assessment/hip-test-of-set.ts';
import { Connection, MIGRATIONS } from '../../src/storage/connection.ts';
import { ALL_OVERVIEWS, OVERVIEWS_TEXT } from '../../src/storage/schema.ts';
import { headerOf } from '../../src/storage/set-header.ts';
import { SetRepository } from '../../src/storage/set-repository.ts';
import type { SetOverview } from '../../src/storage/storage-contract.ts';
import { makeHipRecord } from '../training/assessment/make-hip-record.ts';
import { freshProfile, withMethod } from './fake-browser.ts';
import { makeRecord, makeRecords } from './make-record.ts';
import { importText, storeAll, storeAsBefore } from './transfer.ts';

beforeEach(freshProfile);

const RECORD = makeRecord();

/** The sets whose rows `work` reads. */
const rowsReadBy = async (work: () => Promise<unknown>): Promise<readonly string[]> => {
  const { get } = IDBObjectStore.prototype;
  const read = new Set<string>();
  const counted = function counted(this: IDBObjectStore, key: Parameters<typeof get>[0]): IDBRequest {
    if (this.name === 'sets') read.add(JSON.stringify(key));
    return get.call(this, key);
  };
  await withMethod(IDBObjectStore.prototype, 'get', counted, work);
  return [...read].toSorted();
};

/** How often `work` deletes the row of all overviews. */
const timesForgotten = async (work: () => Promise<unknown>): Promise<number> => {
  const { delete: original } = IDBObjectStore.prototype;
  let times = 0;
  const counted = function counted(this: IDBObjectStore, key: Parameters<typeof original>[0]): IDBRequest<undefined> {
    if (this.name === 'overviews' && key === ALL_OVERVIEWS) times += 1;
    return original.call(this, key);
  };
  await withMethod(IDBObjectStore.prototype, 'delete', counted, work);
  return times;
};

describe('the list of sets', () => {
  test('reads no row whose overview is kept', async () => {
    const connection = new Connection();
    await storeAll(new SetRepository(connection), makeRecords(3));
    const repository = new SetRepository(connection);
    expect(await rowsReadBy(() => repository.list())).toEqual(['"set-0"', '"set-1"', '"set-2"']);
    expect(await rowsReadBy(() => repository.list())).toEqual([]);
    expect(await repository.list()).toHaveLength(3);
  });

  test('sums up again only the set that has changed', async () => {
    const repository = new SetRepository(new Connection());
    await storeAll(repository, makeRecords(5));
    await repository.list();
    await repository.keepNote('set-3', { text: 'Felt good', at: '2026-11-20T18:30:00Z' });
    let notes: readonly (string | undefined)[] = [];
    const reads = await rowsReadBy(async () => (notes = (await repository.list()).map(({ note }) => note)));
    expect([reads, notes.filter((note) => note !== undefined)]).toEqual([['"set-3"'], ['Felt good']]);
  });

  test('has the result of a hip test, read from its frames once', async () => {
    const repository = new SetRepository(new Connection());
    const four = [38, 22, 45, 40] as const;
    const tested = makeHipRecord({ id: 'test', startedAt: '2026-11-20T17:00:00.000Z', left: four, right: four });
    await repository.finishSet(tested);
    await storeAll(repository, makeRecords(2));
    const resultIn = (sets: readonly SetOverview[]) => sets.find(({ id }) => id === 'test')?.test;
    const first = resultIn(await repository.list());
    expect(first).toEqual(hipTestOfSet(tested));
    expect(await rowsReadBy(() => repository.list())).toEqual([]);
    expect(resultIn(await repository.list())).toEqual(first);
    expect((await repository.list()).filter(({ test: of }) => of !== undefined)).toHaveLength(1);
  });

  test('shows the end of a set that was listed while it ran', async () => {
    const repository = new SetRepository(new Connection());
    await repository.beginSet(headerOf({ ...RECORD, ended: 'running' }));
    expect((await repository.list()).map(({ ended }) => ended)).toEqual(['running']);
    await repository.appendChunk(RECORD.id, RECORD.frames.slice(0, 15), {});
    expect((await repository.list()).map(({ frames }) => frames)).toEqual([15]);
    await repository.finishSet(RECORD);
    expect((await repository.list()).map(({ ended, frames }) => [ended, frames])).toEqual([
      [RECORD.ended, RECORD.frames.length],
    ]);
  });

  test('has every one of more sets than are summed up at a time', async () => {
    const connection = new Connection();
    await storeAsBefore(connection, makeRecords(230, { frames: RECORD.frames.slice(0, 1) }));
    expect(await new SetRepository(connection).list()).toHaveLength(230);
  });

  test('leaves out a removed set', async () => {
    const repository = new SetRepository(new Connection());
    await storeAll(repository, makeRecords(3));
    await repository.list();
    await repository.remove('set-1');
    expect((await repository.list()).map(({ id }) => id).toSorted()).toEqual(['set-0', 'set-2']);
    await repository.removeAll();
    expect(await repository.list()).toEqual([]);
  });

  test('has the sets of a version that kept no overviews, newest first', async () => {
    const old = new Connection({ migrations: MIGRATIONS.slice(0, 3) });
    const dates = ['2026-11-01T10:00:00Z', '2026-11-03T10:00:00Z', null, '2026-11-02T10:00:00Z'];
    await storeAsBefore(
      old,
      dates.map((startedAt, index) => makeRecord({ id: `set-${index}`, startedAt })),
    );
    await old.close();
    const list = await new SetRepository(new Connection()).list();
    expect(list.map(({ startedAt }) => startedAt)).toEqual([dates[1], dates[3], dates[0], dates[2]]);
  });

  test('name the sets that a phone watched, without a frame', async () => {
    const repository = new SetRepository(new Connection());
    await storeAll(repository, [makeRecord({ id: 'with', phone: true }), makeRecord({ id: 'without' })]);
    const list = await repository.list();
    expect(list.filter(({ phone }) => phone).map(({ id }) => id)).toEqual(['with']);
  });

  test('makes overviews of another version anew', async () => {
    const connection = new Connection();
    const repository = new SetRepository(connection);
    await storeAll(repository, [RECORD]);
    await repository.list();
    await connection.run(['overviews'], 'readwrite', async (transaction) => {
      const row = await transaction.objectStore('overviews').get(RECORD.id);
      if (row && 'overview' in row)
        await transaction.objectStore('overviews').put({ ...row, version: row.version - 1, overview: null });
    });
    expect((await repository.list()).map(({ id }) => id)).toEqual([RECORD.id]);
  });

  describe('of many sets', () => {
    const MANY = 500;
    const many = makeRecords(MANY, { frames: RECORD.frames.slice(0, 1) });
    const allKept = (connection: Connection) =>
      connection.run(['overviews'], 'readonly', (transaction) =>
        transaction.objectStore('overviews').get(ALL_OVERVIEWS),
      );
    let connection: Connection;
    let repository: SetRepository;

    /** A browser that is idle again and again, until all overviews are kept in one row. */
    const listAndKeep = async () => {
      globalThis.requestIdleCallback = (work) => {
        setTimeout(work, 0);
        return 0;
      };
      const list = await repository.list();
      await vi.waitFor(async () => expect(await allKept(connection)).toBeDefined());
      globalThis.requestIdleCallback = () => 0;
      return list;
    };

    beforeEach(async () => {
      connection = new Connection();
      repository = new SetRepository(connection);
      await storeAsBefore(connection, many);
    });

    test('is read from one row, and is the same as before', async () => {
      const before = await listAndKeep();
      expect(before).toHaveLength(MANY);
      expect(await repository.list()).toEqual(before);
      expect(await allKept(connection)).toMatchObject({ count: MANY });
    });

    /** Changes the text that is kept. Who opens the database anew reads it. */
    const rewrite = (change: (text: string) => string) =>
      connection.run(['overviews'], 'readwrite', async (transaction) => {
        const row = await transaction.objectStore('overviews').get(OVERVIEWS_TEXT);
        if (row && 'text' in row) await transaction.objectStore('overviews').put({ ...row, text: change(row.text) });
      });
    const openedAnew = () => new SetRepository(new Connection());

    test('is read line by line, and the page has its turn in between', async () => {
      const before = await listAndKeep();
      await rewrite((text) => {
        const [damaged = '', line = ''] = text.split('\n');
        const sets = JSON.parse(line) as object[];
        return [damaged, JSON.stringify(sets.slice(0, 200)), JSON.stringify(sets.slice(200))].join('\n');
      });
      const events: string[] = [];
      const { parse } = JSON;
      const spy = vi.spyOn(JSON, 'parse').mockImplementation((text: string) => {
        events.push(text.length > 2 ? 'sets' : 'no sets');
        setTimeout(() => events.push('page'));
        return parse(text) as unknown;
      });
      const list = await openedAnew().list();
      spy.mockRestore();
      expect(events.slice(0, 4)).toEqual(['sets', 'page', 'sets', 'page']);
      expect(list).toEqual(before);
    });

    test('is read once as long as no set changes, and anew after a change in another tab', async () => {
      await listAndKeep();
      const other = openedAnew();
      const list = await other.list();
      expect(await other.list()).toBe(list);
      await repository.keepNote('set-3', { text: 'Felt good', at: '2026-11-20T18:30:00Z' });
      await listAndKeep();
      expect((await other.list()).find(({ id }) => id === 'set-3')?.note).toBe('Felt good');
    });

    test('is made anew where an older version kept the text with its count, or the text is another one', async () => {
      const before = await listAndKeep();
      for (const row of [{ text: '[]\n[]' }, { mark: 'another' }]) {
        await connection.run(['overviews'], 'readwrite', async (transaction) => {
          const kept = { id: ALL_OVERVIEWS, version: 6, count: MANY, ...row };
          await transaction.objectStore('overviews').put(kept as never);
        });
        expect(await openedAnew().list()).toEqual(before);
      }
    });

    test('leaves no text of a set that was deleted', async () => {
      await listAndKeep();
      await repository.remove('set-7');
      const row = await connection.run(['overviews'], 'readonly', (transaction) =>
        transaction.objectStore('overviews').get(OVERVIEWS_TEXT),
      );
      expect(row).toBeUndefined();
    });

    test('shows what has changed since, and what runs', async () => {
      await listAndKeep();
      await repository.keepNote('set-3', { text: 'Felt good', at: '2026-11-20T18:30:00Z' });
      expect(await allKept(connection)).toBeUndefined();
      expect((await listAndKeep()).find(({ id }) => id === 'set-3')?.note).toBeDefined();

      const running = { ...RECORD, id: 'running', ended: 'running' as const };
      await repository.beginSet(headerOf(running));
      await repository.appendChunk('running', RECORD.frames.slice(0, 5), {});
      expect((await repository.list()).find(({ id }) => id === 'running')?.frames).toBe(5);
      expect(await allKept(connection)).toBeDefined();
      await repository.finishSet({ ...RECORD, id: 'running' });
      expect((await repository.list()).find(({ id }) => id === 'running')?.ended).toBe(RECORD.ended);
      expect(await repository.list()).toHaveLength(MANY + 1);
    });

    test('forgets the row once for all sets of an import, and keeps it when the import has nothing new', async () => {
      await listAndKeep();
      const text = (...ids: readonly string[]) =>
        JSON.stringify({ format: 'truehip-sets', version: 1, sets: ids.map((id) => makeRecord({ id })) });
      expect(await timesForgotten(() => importText(repository, text('set-1', 'set-2')))).toBe(0);
      expect(await allKept(connection)).toBeDefined();
      expect(await timesForgotten(() => importText(repository, text('set-1', 'new-1', 'new-2')))).toBe(1);
      expect(await allKept(connection)).toBeUndefined();
      expect(await repository.list()).toHaveLength(MANY + 2);
    });

    test('does not trust the row when a tab of an older version has removed a set', async () => {
      await listAndKeep();
      await connection.run(['sets'], 'readwrite', (transaction) => transaction.objectStore('sets').delete('set-7'));
      expect(await repository.list()).toHaveLength(MANY - 1);
    });
  });
});
