import fc from 'fast-check';
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
import { openSets, storeAll, storeAsBefore } from './transfer.ts';
import { decodeColumns, encodeColumns, type Json } from '../../src/storage/frames/columns.ts';

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

test('packed frames differ from the frames by less than a hundredth of a degree, and keep their times exactly', async () => {
  const frames = makeFrames(300).map((frame, index) => ({ ...frame, t: frame.t + index / 3_000_000 }));
  const back = (await unpackFrames(await packFrames(frames))) as typeof frames;
  expect(back.map(({ t }) => t)).toEqual(frames.map(({ t }) => t));
  expectClose(back, frames);
});

describe('the frame packer', () => {
  test('packs a finished set, which reads back as before', async () => {
    const { connection, sets: repository } = openSets();
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
    const { connection, sets: repository } = openSets();
    await repository.beginSet(headerOf({ ...RECORD, ended: 'running' }));
    await repository.appendChunk(RECORD.id, RECORD.frames.slice(0, 15), {});
    await packAll(new FramePacker(connection));
    expect((await rowIn(connection))?.packed).toBeUndefined();
    await repository.appendChunk(RECORD.id, RECORD.frames.slice(15, 30), {});
    expect((await repository.load(RECORD.id))?.frames).toEqual(RECORD.frames.slice(0, 30));
  });

  test('leaves a set as it is when there is no room, and packs it later', async () => {
    const { connection, sets: repository } = openSets();
    await storeAll(repository, [RECORD]);
    await withFullDisk(1, 'commit', () => packAll(new FramePacker(connection)));
    expect((await repository.load(RECORD.id))?.frames).toEqual(RECORD.frames);
    await packAll(new FramePacker(connection));
    expect((await rowIn(connection))?.packed).toBeGreaterThan(0);
  });

  test('keeps answers, notes and removal working', async () => {
    const { connection, sets: repository } = openSets();
    await storeAll(repository, [RECORD]);
    await packAll(new FramePacker(connection));
    await repository.keepNote(RECORD.id, { text: 'Felt good', at: '2026-11-20T18:30:00Z' });
    expect((await rowIn(connection))?.packed).toBeGreaterThan(0);
    await repository.remove(RECORD.id);
    expect(await chunksIn(connection)).toEqual([]);
  });

  test('names a set whose packed bytes are damaged', async () => {
    const { connection, sets: repository } = openSets();
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
  const { connection, sets } = openSets();
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

const twoDecimals = () => 2;

const roundTrip = (values: readonly Json[]): Json[] => decodeColumns(encodeColumns(values, twoDecimals));

/** JSON values as records have them. −0 is left out: JSON does not have it either. */
const anything = fc
  .jsonValue({ noUnicodeString: false })
  .map((value) => JSON.parse(JSON.stringify(value)) as Json)
  .filter((value) => !JSON.stringify(value).includes('e'));

const rounded = (value: Json, inRow: boolean): Json => {
  if (typeof value === 'number' && inRow) return Math.round(value * 100) / 100 + 0;
  return value;
};

describe('columns', () => {
  test('give back what was written, whatever its shape', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 20 }), (values) => {
        const whole = values.map((value) => rounded(value, false));
        // Numbers among other things stay exact; columns of numbers are rounded, so only others are compared here.
        fc.pre(!JSON.stringify(whole).match(/\d\.\d/));
        expect(roundTrip(whole)).toEqual(whole);
      }),
    );
  });

  test('round numbers to the given decimals, and keep whole ones of any size', () => {
    expect(roundTrip([1.234_567, -0.001, 12_345_678.5, -3])).toEqual([1.23, 0, 12_345_678.5, -3]);
  });

  test('keep numbers that are too large to be scaled', () => {
    const large = [5_972_614_410_471_221, -4_071_484_732_220_316, 1e300, 0.5];
    expect(roundTrip(large)).toEqual(large);
  });

  test('keep exact numbers bit for bit', () => {
    const times = [0.1 + 0.2, 1 / 3, 1e10 + 1e-6];
    expect(decodeColumns(encodeColumns(times, () => 'exact'))).toEqual(times);
  });

  test('tell a null from a field that is absent', () => {
    const values = [{ a: 1, b: null }, { a: null }, { b: 2 }, {}, { a: 3, b: 4 }];
    expect(roundTrip(values)).toStrictEqual(values);
  });

  test('know nothing but own fields, whatever their names', () => {
    const values = JSON.parse('[{"__proto__": 1, "constructor": 2}, {"toString": 3}]') as Json[];
    const [first, second] = roundTrip(values) as Record<string, unknown>[];
    expect(Object.keys(first ?? {})).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(first)).toBe(Object.prototype);
    expect(second).toEqual({ toString: 3 });
  });

  test('refuse a number that is not finite', () => {
    expect(() => encodeColumns([1, Number.NaN], twoDecimals)).toThrow(RangeError);
    expect(() => encodeColumns([{ a: Number.POSITIVE_INFINITY }], twoDecimals)).toThrow(RangeError);
  });

  test('throw on bytes that end too early instead of giving back something else', () => {
    const bytes = encodeColumns([{ a: 1, b: 'x' }, { a: 2 }, { a: 5, b: 'y' }], twoDecimals);
    for (let length = 0; length < bytes.length; length++) {
      expect(() => decodeColumns(bytes.slice(0, length))).toThrow();
    }
  });
});
