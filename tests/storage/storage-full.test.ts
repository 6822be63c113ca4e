import { beforeEach, expect, test } from 'vitest';
import { Connection } from '../../src/storage/connection.ts';
import { SetRepository } from '../../src/storage/set-repository.ts';
import { storageError } from '../../src/storage/storage-error.ts';
import { freshProfile, withFullDisk } from './fake-browser.ts';
import { makeRecord, makeRecords } from './make-record.ts';

beforeEach(freshProfile);

const openRepository = () => new SetRepository(new Connection());
const RECORD = makeRecord();

test.each(['commit', 'call'] as const)('a full disk (noticed at the %s) costs nothing that was stored', async (at) => {
  const repository = openRepository();
  await repository.addAll(makeRecords(2));
  await expect(withFullDisk(1, at, () => repository.finishSet(RECORD))).rejects.toMatchObject({
    name: 'storage-full',
  });
  const after = openRepository();
  expect((await after.list()).map(({ id }) => id)).toEqual(['set-1', 'set-0']);
  expect((await after.load('set-0'))?.frames).toEqual(RECORD.frames);
});

test('a set that did not fit can still be shown, and says that it is not saved', async () => {
  const repository = openRepository();
  await withFullDisk(0, 'commit', () => repository.finishSet(RECORD)).catch(() => undefined);
  expect(await repository.load(RECORD.id)).toEqual(RECORD);
  expect(await repository.list()).toMatchObject([{ id: RECORD.id, saved: false }]);
});

test('a set that did not fit is saved once another has been removed', async () => {
  const repository = openRepository();
  await repository.addAll(makeRecords(1));
  await withFullDisk(0, 'commit', () => repository.finishSet(RECORD)).catch(() => undefined);
  await repository.remove('set-0');
  expect(await repository.list()).toMatchObject([{ id: RECORD.id, saved: true }]);
  expect(await openRepository().load(RECORD.id)).toEqual(RECORD);
});

test('a set that still does not fit stays in memory', async () => {
  const repository = openRepository();
  await repository.addAll(makeRecords(1));
  await withFullDisk(0, 'commit', async () => {
    await repository.finishSet(RECORD).catch(() => undefined);
    await repository.remove('set-0');
  });
  expect(await repository.list()).toMatchObject([{ id: RECORD.id, saved: false }]);
});

test('a set that did not fit is listed once, though its beginning is stored', async () => {
  const repository = openRepository();
  const { frames, ...header } = RECORD;
  await repository.beginSet(header);
  await repository.appendChunk(RECORD.id, frames.slice(0, 15), {});
  await withFullDisk(0, 'commit', () => repository.finishSet(RECORD)).catch(() => undefined);
  expect(await repository.list()).toMatchObject([{ id: RECORD.id, ended: 'finished', saved: false }]);
  // After the tab is closed the stored beginning is what remains.
  expect((await openRepository().load(RECORD.id))?.frames).toHaveLength(15);
});

test('a set that was not saved can be thrown away', async () => {
  const repository = openRepository();
  await withFullDisk(0, 'commit', () => repository.finishSet(RECORD)).catch(() => undefined);
  await repository.remove(RECORD.id);
  expect(await repository.list()).toEqual([]);
  await withFullDisk(0, 'commit', () => repository.finishSet(RECORD)).catch(() => undefined);
  await repository.removeAll();
  expect(await repository.list()).toEqual([]);
});

test('an import that does not fit leaves everything as it was', async () => {
  const repository = openRepository();
  await repository.addAll(makeRecords(1));
  const more = makeRecords(3);
  await expect(withFullDisk(4, 'commit', () => repository.addAll(more))).rejects.toMatchObject({
    name: 'storage-full',
  });
  expect((await repository.list()).map(({ id }) => id)).toEqual(['set-0']);
});

test('a mistake of the program is not taken for a browser without storage', () => {
  expect(storageError(new DOMException('key exists', 'ConstraintError')).name).toBe('unexpected');
  expect(storageError(new TypeError('not a function')).name).toBe('unexpected');
  expect(storageError(new DOMException('gone', 'InvalidStateError')).name).toBe('storage-unavailable');
  expect(storageError('no error at all').message).toContain('no error at all');
});
