import { beforeEach, describe, expect, test } from 'vitest';
import { hipTestOfSet } from '../../src/training/assessment/hip-test-of-set.ts';
import { Connection, MIGRATIONS } from '../../src/storage/connection.ts';
import { headerOf } from '../../src/storage/set-header.ts';
import { SetRepository } from '../../src/storage/set-repository.ts';
import type { SetOverview } from '../../src/storage/storage-contract.ts';
import { makeHipRecord } from '../training/assessment/make-hip-record.ts';
import { freshProfile, withMethod } from './fake-browser.ts';
import { makeRecord, makeRecords } from './make-record.ts';
import { openSets, fileOf, importText, storeAll, storeAsBefore } from './transfer.ts';

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
    const { connection, sets: repository } = openSets();
    await storeAll(repository, [RECORD]);
    await repository.list();
    await connection.run(['overviews'], 'readwrite', async (transaction) => {
      const row = await transaction.objectStore('overviews').get(RECORD.id);
      if (row && 'overview' in row)
        await transaction.objectStore('overviews').put({ ...row, version: row.version - 1, overview: null });
    });
    expect((await repository.list()).map(({ id }) => id)).toEqual([RECORD.id]);
  });

  test('sums up again no set of an import that was stored already', async () => {
    const repository = new SetRepository(new Connection());
    await storeAll(repository, makeRecords(2));
    await repository.list();
    const sets = ['set-1', 'new-1', 'new-2'].map((id) => makeRecord({ id }));
    await importText(repository, fileOf(sets));
    expect(await rowsReadBy(() => repository.list())).toEqual(['"new-1"', '"new-2"']);
  });

  test('has all sets of a version that also kept them in one text, and the text is gone', async () => {
    const old = new Connection({ migrations: MIGRATIONS.slice(0, 5) });
    await storeAsBefore(old, makeRecords(3));
    await old.run(['overviews'], 'readwrite', async (transaction) => {
      const rows = [
        { id: '', version: 9, count: 2, mark: 'old' },
        { id: '-'.repeat(101), mark: 'old', text: '[]\n[]' },
      ];
      for (const row of rows) await transaction.objectStore('overviews').put(row as never);
    });
    await old.close();
    const connection = new Connection();
    expect(await new SetRepository(connection).list()).toHaveLength(3);
    const kept = await connection.run(['overviews'], 'readonly', (transaction) =>
      transaction.objectStore('overviews').getAllKeys(),
    );
    expect(kept).toEqual(['set-0', 'set-1', 'set-2']);
  });
});
