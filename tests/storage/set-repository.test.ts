import { beforeEach, describe, expect, test } from 'vitest';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import { Connection } from '../../src/storage/connection.ts';
import { headerOf } from '../../src/storage/set-header.ts';
import { SetRepository } from '../../src/storage/set-repository.ts';
import { freshProfile, storesTouchedBy, withFullDisk, withMethod } from './fake-browser.ts';
import { makeRecord, makeRecords } from './make-record.ts';
import { openSets, storeAll } from './transfer.ts';

beforeEach(freshProfile);

const FPS = 15;
const RECORD = makeRecord();
const START: SetRecord = makeRecord({ phases: [], flags: [], reps: [], ended: 'running' });

const openRepository = () => new SetRepository(new Connection());

/** Stores the first seconds of a set as the app does: one chunk a second, without awaiting the writes. */
const recordSeconds = (repository: SetRepository, seconds: number, rest = {}): Promise<unknown> => {
  const calls = [repository.beginSet(headerOf(START))];
  for (let second = 0; second < seconds; second += 1) {
    calls.push(repository.appendChunk(RECORD.id, RECORD.frames.slice(second * FPS, (second + 1) * FPS), rest));
  }
  return Promise.all(calls);
};

describe('a running set', () => {
  test('loses at most the last chunk when the tab closes', async () => {
    await recordSeconds(openRepository(), 5, { flags: RECORD.flags });
    // The sixth second was measured but not yet passed to the storage.
    const kept = await openRepository().load(RECORD.id);
    expect(kept?.frames).toEqual(RECORD.frames.slice(0, 5 * FPS));
    expect(kept?.flags).toEqual(RECORD.flags);
  });

  test('has every chunk stored completely or not at all', async () => {
    const repository = openRepository();
    await recordSeconds(repository, 3);
    const next = () => repository.appendChunk(RECORD.id, RECORD.frames.slice(45, 60), { flags: RECORD.flags });
    // The frames fit, the header with the flags does not.
    await expect(withFullDisk(1, 'commit', next)).rejects.toMatchObject({ name: 'storage-full' });
    const kept = await openRepository().load(RECORD.id);
    expect([kept?.frames.length, kept?.flags]).toEqual([45, []]);
  });

  test('has a chunk committed without waiting for the answers to its writes', async () => {
    const repository = openRepository();
    await recordSeconds(repository, 1);
    const events: string[] = [];
    const { put } = IDBObjectStore.prototype;
    const { commit } = IDBTransaction.prototype;
    const noted = function write(this: IDBObjectStore, ...values: Parameters<typeof put>) {
      const request = put.apply(this, values);
      request.addEventListener('success', () => events.push('answer'));
      return request;
    };
    const closing = function close(this: IDBTransaction) {
      events.push('commit');
      commit.call(this);
    };
    await withMethod(IDBTransaction.prototype, 'commit', closing, () =>
      withMethod(IDBObjectStore.prototype, 'put', noted, () =>
        repository.appendChunk(RECORD.id, RECORD.frames.slice(FPS, 2 * FPS), {}),
      ),
    );
    expect(events).toEqual(['commit', 'answer', 'answer']);
    expect((await openRepository().load(RECORD.id))?.frames).toEqual(RECORD.frames.slice(0, 2 * FPS));
  });

  test('has other changes stored in a second without frames', async () => {
    const repository = openRepository();
    await recordSeconds(repository, 1);
    await repository.appendChunk(RECORD.id, [], { neutral: null });
    const kept = await repository.load(RECORD.id);
    expect([kept?.frames.length, kept?.neutral]).toEqual([FPS, null]);
  });

  test('does not have stored frames written again at its end', async () => {
    const repository = openRepository();
    await recordSeconds(repository, 18);
    // Room for the header only.
    await withFullDisk(1, 'call', () => repository.finishSet(RECORD));
    expect(await repository.load(RECORD.id)).toEqual(RECORD);
  });

  test('has a gap of a failed write closed at its end', async () => {
    const repository = openRepository();
    await recordSeconds(repository, 2);
    const third = () => repository.appendChunk(RECORD.id, RECORD.frames.slice(30, 45), {});
    await expect(withFullDisk(0, 'call', third)).rejects.toMatchObject({ name: 'storage-full' });
    await repository.appendChunk(RECORD.id, RECORD.frames.slice(45, 60), {});
    await repository.finishSet(RECORD);
    expect(await repository.load(RECORD.id)).toEqual(RECORD);
  });

  test('is stored completely at its end when its beginning could not be stored', async () => {
    const repository = openRepository();
    const begin = () => repository.beginSet(headerOf(START));
    await expect(withFullDisk(0, 'commit', begin)).rejects.toMatchObject({ name: 'storage-full' });
    await expect(repository.appendChunk(RECORD.id, RECORD.frames.slice(0, FPS), {})).rejects.toMatchObject({
      name: 'unexpected',
    });
    await repository.finishSet(RECORD);
    expect(await repository.load(RECORD.id)).toEqual(RECORD);
  });

  test('is not changed by a chunk after its end', async () => {
    const repository = openRepository();
    await repository.finishSet(RECORD);
    await expect(repository.appendChunk(RECORD.id, RECORD.frames, {})).rejects.toMatchObject({
      name: 'unexpected',
    });
    expect(await repository.load(RECORD.id)).toEqual(RECORD);
  });

  test('that has ended is replaced with all of its frames, as by the same video read for another drill', async () => {
    const repository = openRepository();
    await repository.finishSet(RECORD);
    const frames = RECORD.frames.map((frame) => ({ ...frame, valid: !frame.valid }));
    await repository.finishSet({ ...RECORD, frames });
    expect((await repository.load(RECORD.id))?.frames).toEqual(frames);
  });

  test('is not replaced by another set with the same id', async () => {
    const repository = openRepository();
    await recordSeconds(repository, 1);
    await expect(repository.beginSet(headerOf(START))).rejects.toMatchObject({ name: 'unexpected' });
    expect((await repository.load(RECORD.id))?.frames).toHaveLength(FPS);
  });
});

describe('the list of sets', () => {
  test('is in order of time across time zones, newest first, and sets without a date come last', async () => {
    const repository = openRepository();
    await storeAll(repository, [
      makeRecord({ id: 'undated', startedAt: null }),
      makeRecord({ id: 'older', startedAt: '2026-11-20T10:30:00+02:00' }),
      makeRecord({ id: 'newer', startedAt: '2026-11-20T09:00:00Z' }),
    ]);
    expect((await repository.list()).map(({ id }) => id)).toEqual(['newer', 'older', 'undated']);
  });

  test('reads no frame, also of five hundred sets', async () => {
    const repository = openRepository();
    await storeAll(repository, makeRecords(500, { frames: RECORD.frames.slice(0, 2) }));
    let listed = 0;
    const touched = await storesTouchedBy(async () => {
      listed = (await repository.list()).length;
    });
    expect([listed, touched.has('frames')]).toEqual([500, false]);
  });

  test('has best clean range, flags and end of each set', async () => {
    const [best] = RECORD.summary.sets;
    if (best === undefined) throw new Error('the sample has a range');
    const sets = [
      { ...best, clean: null, sd: null },
      { ...best, round: 2, clean: 31, sd: 1.8 },
      { ...best, round: 3, clean: 29, sd: 1.2 },
    ];
    const repository = openRepository();
    await repository.finishSet(makeRecord({ summary: { ...RECORD.summary, sets } }));
    const { id, startedAt, drill, side, goal, ended } = RECORD;
    const range = { value: 31, sd: 1.8 };
    const hips = [{ side: 'left', range, watched: true, view: 'good', azimuth: 262, instrument: 1 }];
    const told = { clean: 31, sd: 1.8, pelvisWatched: 0.88, hips, flags: 1, watched: 0.88, muted: ['back-arch'] };
    expect(await repository.list()).toEqual([
      { id, startedAt, drill, side, goal, ended, source: 'camera', ...told, frames: 270, saved: true },
    ]);
  });

  test('has no range for a set without a clean range', async () => {
    const repository = openRepository();
    await repository.finishSet(makeRecord({ summary: { ...RECORD.summary, sets: [] } }));
    expect((await repository.list())[0]).toMatchObject({ clean: null, sd: null });
  });
});

/** Ids of the sets of the stored chunks. */
const storedChunks = (connection: Connection): Promise<readonly string[]> =>
  connection.run(['frames'], 'readonly', async (transaction) => {
    const chunks = await transaction.objectStore('frames').getAll();
    return chunks.map(({ setId }) => setId);
  });

describe('removing', () => {
  test('removes a set with its frames and keeps the others', async () => {
    const { connection, sets: repository } = openSets();
    await storeAll(repository, makeRecords(2));
    await repository.remove('set-0');
    expect(await repository.load('set-0')).toBeNull();
    expect((await repository.load('set-1'))?.frames).toHaveLength(270);
    expect(new Set(await storedChunks(connection))).toEqual(new Set(['set-1']));
  });

  test('can remove everything', async () => {
    const { connection, sets: repository } = openSets();
    await storeAll(repository, makeRecords(3));
    await repository.removeAll();
    expect([await repository.list(), await storedChunks(connection)]).toEqual([[], []]);
    expect(await repository.load('set-1')).toBeNull();
  });
});
