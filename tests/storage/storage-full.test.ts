import { beforeEach, expect, test } from 'vitest';
import { Connection, storageError } from '../../src/storage/connection.ts';
import { SetRepository } from '../../src/storage/set-repository.ts';
import { freshProfile, withFullDisk } from './fake-browser.ts';
import { makeRecord, makeRecords } from './make-record.ts';
import { storeAll } from './transfer.ts';

beforeEach(freshProfile);

const openRepository = () => new SetRepository(new Connection());
const RECORD = makeRecord();

test.each(['commit', 'call'] as const)('a full disk (noticed at the %s) does not affect stored sets', async (at) => {
  const repository = openRepository();
  await storeAll(repository, makeRecords(2));
  await expect(withFullDisk(1, at, () => repository.finishSet(RECORD))).rejects.toMatchObject({
    name: 'storage-full',
  });
  const after = openRepository();
  expect((await after.list()).map(({ id }) => id)).toEqual(['set-1', 'set-0']);
  expect((await after.load('set-0'))?.frames).toEqual(RECORD.frames);
});

test('a set that did not fit can be shown and is marked as not saved', async () => {
  const repository = openRepository();
  await withFullDisk(0, 'commit', () => repository.finishSet(RECORD)).catch(() => undefined);
  expect(await repository.load(RECORD.id)).toEqual(RECORD);
  expect(await repository.list()).toMatchObject([{ id: RECORD.id, saved: false }]);
});

test('a set that did not fit is stored when another one is removed', async () => {
  const repository = openRepository();
  await storeAll(repository, makeRecords(1));
  await withFullDisk(0, 'commit', () => repository.finishSet(RECORD)).catch(() => undefined);
  await repository.remove('set-0');
  expect(await repository.list()).toMatchObject([{ id: RECORD.id, saved: true }]);
  expect(await openRepository().load(RECORD.id)).toEqual(RECORD);
});

test('a set that still does not fit stays in memory', async () => {
  const repository = openRepository();
  await storeAll(repository, makeRecords(1));
  await withFullDisk(0, 'commit', async () => {
    await repository.finishSet(RECORD).catch(() => undefined);
    await repository.remove('set-0');
  });
  expect(await repository.list()).toMatchObject([{ id: RECORD.id, saved: false }]);
});

test('a set that did not fit is listed once, although its beginning is stored', async () => {
  const repository = openRepository();
  const { frames, ...header } = RECORD;
  await repository.beginSet(header);
  await repository.appendChunk(RECORD.id, frames.slice(0, 15), {});
  await withFullDisk(0, 'commit', () => repository.finishSet(RECORD)).catch(() => undefined);
  expect(await repository.list()).toMatchObject([{ id: RECORD.id, ended: 'finished', saved: false }]);
  // After the tab is closed only the stored beginning remains.
  expect((await openRepository().load(RECORD.id))?.frames).toHaveLength(15);
});

test('a set that was not saved can be removed', async () => {
  const repository = openRepository();
  await withFullDisk(0, 'commit', () => repository.finishSet(RECORD)).catch(() => undefined);
  await repository.remove(RECORD.id);
  expect(await repository.list()).toEqual([]);
  await withFullDisk(0, 'commit', () => repository.finishSet(RECORD)).catch(() => undefined);
  await repository.removeAll();
  expect(await repository.list()).toEqual([]);
});

test('a programming error is not reported as a browser without storage', () => {
  expect(storageError(new DOMException('key exists', 'ConstraintError')).name).toBe('unexpected');
  expect(storageError(new TypeError('not a function')).name).toBe('unexpected');
  expect(storageError(new DOMException('gone', 'InvalidStateError')).name).toBe('storage-unavailable');
  expect(storageError('no error at all').message).toContain('no error at all');
});

test('the sets that are in memory only are known at once, until they are stored or removed; demos do not count', async () => {
  const repository = openRepository();
  await storeAll(repository, makeRecords(1));
  const demo = makeRecord({ id: 'demo', source: { ...RECORD.source, kind: 'demo' } });
  await withFullDisk(0, 'commit', async () => {
    await repository.finishSet(RECORD).catch(() => undefined);
    await repository.finishSet(demo).catch(() => undefined);
  });
  expect(repository.unsaved).toEqual([RECORD.id]);
  await repository.remove('set-0');
  expect(repository.unsaved).toEqual([]);
});

test('a set that broke off says after how long in the list', async () => {
  const repository = openRepository();
  const phases = [{ kind: 'ready', round: 1, side: 'left', start: 0.1, end: 2.8 }] as const;
  await storeAll(repository, [
    makeRecord({ id: 'stump', ended: 'interrupted', phases, frames: [] }),
    makeRecord({ id: 'whole' }),
  ]);
  const after = (await repository.list()).map(({ id, brokeOffAfter }) => [id, brokeOffAfter]);
  expect(Object.fromEntries(after)).toEqual({ stump: expect.closeTo(2.7, 6), whole: undefined });
});
