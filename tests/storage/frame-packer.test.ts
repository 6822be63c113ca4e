import { beforeEach, describe, expect, test, vi } from 'vitest';
import { Connection, MIGRATIONS } from '../../src/storage/connection.ts';
import { allChunks, chunksOf } from '../../src/storage/frames/frame-keys.ts';
import { FramePacker } from '../../src/storage/frames/frame-packer.ts';
import { nextTask, whenIdle } from '../../src/storage/when-idle.ts';
import { packFrames, unpackFrames } from '../../src/storage/frames/packed-frames.ts';
import { headerOf } from '../../src/storage/set-header.ts';
import { SetRepository } from '../../src/storage/set-repository.ts';
import { freshProfile, withFullDisk } from './fake-browser.ts';
import { makeFrames, makeRecord, makeRecords } from './make-record.ts';
import { storeAll, storeAsBefore } from './transfer.ts';

beforeEach(freshProfile);

const RECORD = makeRecord();

const packAll = (packer: FramePacker): Promise<void> =>
  whenIdle(
    () => packer.packNext(),
    async () => undefined,
  );

const chunksIn = (connection: Connection, id = RECORD.id) =>
  connection.run(['frames'], 'readonly', (transaction) => transaction.objectStore('frames').getAll(chunksOf(id)));

const rowIn = (connection: Connection, id = RECORD.id) =>
  connection.run(['sets'], 'readonly', (transaction) => transaction.objectStore('sets').get(id));

/** Values are kept to hundredths of a degree and tenths of a millimetre. */
const CLOSE = 0.0051;

const withoutNumbers = (_key: string, value: unknown): unknown => (typeof value === 'number' ? 'number' : value);

const numbersIn = (value: unknown): number[] =>
  JSON.stringify(value)
    .match(/-?\d+(\.\d+)?(e-?\d+)?/g)
    ?.map(Number) ?? [];

/** The same in every text, null and field, and in every number up to the precision. */
const expectClose = (actual: unknown, expected: unknown): void => {
  const shapeOf = (value: unknown): unknown => JSON.parse(JSON.stringify(value, withoutNumbers));
  expect(shapeOf(actual)).toEqual(shapeOf(expected));
  const wanted = numbersIn(expected);
  const off = numbersIn(actual).map((value, index) => Math.abs(value - (wanted[index] ?? Number.NaN)));
  expect(Math.max(...off)).toBeLessThan(CLOSE);
};

test('all chunks of a set are read in order, and none of another set', async () => {
  const connection = new Connection();
  const lengths: [setId: string, chunks: number][] = [
    ['b', 53],
    ['a', 2],
    ['c', 1],
    ['d', 32],
  ];
  await connection.run(['frames'], 'readwrite', async (transaction) => {
    for (const [setId, chunks] of lengths)
      for (let index = 0; index < chunks; index++)
        await transaction.objectStore('frames').put({ setId, index, frames: [] });
  });
  for (const [setId, chunks] of [...lengths, ['e', 0] as const]) {
    const read = await connection.run(['frames'], 'readonly', (transaction) =>
      allChunks(transaction.objectStore('frames'), setId),
    );
    expect(read.map((chunk) => [chunk.setId, chunk.index])).toEqual(
      Array.from({ length: chunks }, (_, index) => [setId, index]),
    );
  }
});

describe('packed frames', () => {
  test('differ from the frames by less than a hundredth of a degree, and keep their times exactly', async () => {
    const frames = makeFrames(300).map((frame, index) => ({ ...frame, t: frame.t + index / 3_000_000 }));
    const back = (await unpackFrames(await packFrames(frames))) as typeof frames;
    expect(back.map(({ t }) => t)).toEqual(frames.map(({ t }) => t));
    expectClose(back, frames);
  });

  test('reject damaged bytes', async () => {
    const packed = await packFrames(RECORD.frames);
    await expect(unpackFrames(packed.slice(0, packed.length >> 1))).rejects.toThrow();
  });
});

describe('the frame packer', () => {
  test('packs a finished set, which reads back as before', async () => {
    const connection = new Connection();
    const repository = new SetRepository(connection);
    await repository.beginSet(headerOf({ ...RECORD, ended: 'running' }));
    await repository.finishSet(RECORD);
    const before = await repository.load(RECORD.id);
    await packAll(new FramePacker(connection));
    const [chunk, ...others] = await chunksIn(connection);
    expect([chunk?.frames, others]).toEqual([undefined, []]);
    expect((await rowIn(connection))?.packed).toBe(chunk?.packed?.length);
    const after = await new SetRepository(new Connection()).load(RECORD.id);
    expectClose(after?.frames, before?.frames);
    expect(headerOf(after ?? RECORD)).toEqual(headerOf(RECORD));
  });

  test('packs the sets of an older version of the database', async () => {
    const old = new Connection({ migrations: MIGRATIONS.slice(0, 2) });
    await storeAsBefore(old, makeRecords(3));
    await old.close();
    const connection = new Connection();
    await packAll(new FramePacker(connection));
    const list = await new SetRepository(connection).list();
    expect(list).toHaveLength(3);
    for (const { id } of list) expect((await rowIn(connection, id))?.packed).toBeGreaterThan(0);
  });

  test('leaves a running set alone', async () => {
    const connection = new Connection();
    const repository = new SetRepository(connection);
    await repository.beginSet(headerOf({ ...RECORD, ended: 'running' }));
    await repository.appendChunk(RECORD.id, RECORD.frames.slice(0, 15), {});
    await packAll(new FramePacker(connection));
    expect((await rowIn(connection))?.packed).toBeUndefined();
    await repository.appendChunk(RECORD.id, RECORD.frames.slice(15, 30), {});
    expect((await repository.load(RECORD.id))?.frames).toEqual(RECORD.frames.slice(0, 30));
  });

  test('leaves a set as it is when there is no room, and packs it later', async () => {
    const connection = new Connection();
    const repository = new SetRepository(connection);
    await storeAll(repository, [RECORD]);
    await withFullDisk(1, 'commit', () => packAll(new FramePacker(connection)));
    expect((await repository.load(RECORD.id))?.frames).toEqual(RECORD.frames);
    await packAll(new FramePacker(connection));
    expect((await rowIn(connection))?.packed).toBeGreaterThan(0);
  });

  test('keeps answers, notes and removal working', async () => {
    const connection = new Connection();
    const repository = new SetRepository(connection);
    await storeAll(repository, [RECORD]);
    await packAll(new FramePacker(connection));
    await repository.keepNote(RECORD.id, { text: 'Felt good', at: '2026-11-20T18:30:00Z' });
    expect((await rowIn(connection))?.packed).toBeGreaterThan(0);
    await repository.remove(RECORD.id);
    expect(await chunksIn(connection)).toEqual([]);
  });

  test('names a set whose packed bytes are damaged', async () => {
    const connection = new Connection();
    const repository = new SetRepository(connection);
    await storeAll(repository, [RECORD]);
    await packAll(new FramePacker(connection));
    await connection.run(['frames'], 'readwrite', (transaction) =>
      transaction.objectStore('frames').put({ setId: RECORD.id, index: 0, packed: new Uint8Array([1, 2, 3]) }),
    );
    await expect(repository.load(RECORD.id)).rejects.toMatchObject({ name: 'unexpected' });
  });
});

describe('work for an idle browser', () => {
  test('waits for idle time before each part, until there is none left', async () => {
    const done: string[] = [];
    const idle = async () => void done.push('idle');
    await whenIdle(async () => done.push('part') < 6, idle);
    expect(done).toEqual(['idle', 'part', 'idle', 'part', 'idle', 'part']);
  });

  test('stops without an error when the database cannot be used', async () => {
    const work = vi.fn(() => Promise.reject(new Error('gone')));
    await expect(whenIdle(work, async () => undefined)).resolves.toBeUndefined();
    expect(work).toHaveBeenCalledTimes(1);
  });
});

test('the next task comes after those that wait already', async () => {
  const done: string[] = [];
  setTimeout(() => done.push('page'));
  await nextTask();
  expect(done).toEqual(['page']);
});

test('the size of the sets counts all of them, and is smaller once their frames are packed', async () => {
  const connection = new Connection();
  const sets = new SetRepository(connection);
  expect(await sets.size()).toEqual({ count: 0, bytes: 0, since: null });
  const frames = makeFrames(400);
  await sets.finishSet(makeRecord({ id: 'new', startedAt: '2026-11-20T07:00:00.000Z', frames }));
  await sets.finishSet(makeRecord({ id: 'old', startedAt: '2026-03-02T07:00:00.000Z', frames }));
  await sets.finishSet(makeRecord({ id: 'undated', startedAt: null, frames }));
  const before = await sets.size();
  expect(before).toMatchObject({ count: 3, since: '2026-03-02T07:00:00.000Z' });
  expect(before.bytes).toBeGreaterThan(3 * 400 * 900);
  while (await new FramePacker(connection).packNext());
  const after = await sets.size();
  expect(after).toMatchObject({ count: 3, since: '2026-03-02T07:00:00.000Z' });
  expect(after.bytes).toBeLessThan(before.bytes / 4);
});

test('a set that could not be stored counts as well', async () => {
  const sets = new SetRepository(new Connection());
  await withFullDisk(0, 'call', async () => {
    await sets.finishSet(makeRecord({ id: 'a' })).catch(() => undefined);
  });
  expect(await sets.size()).toMatchObject({ count: 1 });
});
