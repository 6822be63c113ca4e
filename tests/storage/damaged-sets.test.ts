import { beforeEach, expect, test } from 'vitest';
import type { Connection } from '../../src/storage/connection.ts';
import { headerOf } from '../../src/storage/set-header.ts';
import type { SetRepository } from '../../src/storage/set-repository.ts';
import { freshProfile } from './fake-browser.ts';
import { makeRecord, makeRecords } from './make-record.ts';
import { openSets, storeAll } from './transfer.ts';

beforeEach(freshProfile);

const RECORD = makeRecord();

const spoil = async (change: (connection: Connection) => Promise<unknown>): Promise<SetRepository> => {
  const { connection, sets: repository } = openSets();
  await storeAll(repository, makeRecords(2));
  await change(connection);
  return repository;
};

test('loading a set with a wrong value reports the fault', async () => {
  const repository = await spoil((connection) =>
    connection.run(['frames'], 'readwrite', async (transaction) => {
      const frames = [{ ...RECORD.frames[0], t: 'soon' }];
      await Reflect.apply(transaction.objectStore('frames').put, transaction.objectStore('frames'), [
        { setId: 'set-0', index: 1, frames: [...frames, ...RECORD.frames.slice(251)] },
      ]);
    }),
  );
  await expect(repository.load('set-0')).rejects.toMatchObject({
    name: 'unexpected',
    message: 'This set cannot be read back: frames[250].t must be a number, but is "soon".',
  });
});

test('loading a set with missing frames reports it', async () => {
  const repository = await spoil((connection) =>
    connection.run(['frames'], 'readwrite', (transaction) => transaction.objectStore('frames').delete(['set-0', 0])),
  );
  await expect(repository.load('set-0')).rejects.toThrow('270 frames were stored, but 20 are there');
});

test('a set with a wrong header is listed as damaged only, and can be removed', async () => {
  const repository = await spoil((connection) =>
    connection.run(['sets'], 'readwrite', (transaction) =>
      Reflect.apply(transaction.objectStore('sets').put, transaction.objectStore('sets'), [
        { id: 'set-0', startedAt: 1, frames: 3, head: { ...headerOf(RECORD), goal: 7 } },
      ]),
    ),
  );
  expect((await repository.list()).map(({ id }) => id)).toEqual(['set-1']);
  expect(await repository.damaged()).toEqual([{ id: 'set-0', problem: 'head.goal must be a text, but is 7' }]);
  await repository.remove('set-0');
  expect(await repository.damaged()).toEqual([]);
});

test.each([
  ['missing', undefined],
  ['not a number', Number.NaN],
  ['a text', 'yesterday'],
])('a set whose date is %s is listed last, can be opened and removed', async (_, startedAt) => {
  const repository = await spoil((connection) =>
    connection.run(['sets'], 'readwrite', async (transaction) => {
      const store = transaction.objectStore('sets');
      await Reflect.apply(store.put, store, [{ ...(await store.get('set-1')), startedAt }]);
      await Reflect.apply(store.put, store, [{ id: 'odd', startedAt, head: 'lost' }]);
    }),
  );
  const ids = async () => (await repository.list()).map(({ id }) => id).toSorted();
  expect(await ids()).toEqual(['set-0', 'set-1']);
  expect((await repository.load('set-1'))?.id).toBe('set-1');
  expect((await repository.damaged()).map(({ id }) => id)).toEqual(['odd']);
  await repository.remove('odd');
  await repository.remove('set-1');
  expect([await ids(), await repository.damaged()]).toEqual([['set-0'], []]);
});
