import { beforeEach, describe, expect, test } from 'vitest';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import { Connection } from '../../src/storage/connection.ts';
import { exportAll } from '../../src/storage/export-json.ts';
import { FramePacker } from '../../src/storage/frames/frame-packer.ts';
import { importBatches } from '../../src/storage/import-batches.ts';
import { importFile } from '../../src/storage/import-file.ts';
import { batchesOf, type ImportReply, type ImportRequest, type ImportWorker } from '../../src/storage/import-source.ts';
import { RunningSets } from '../../src/storage/running-sets.ts';
import { MemorySets } from '../../src/storage/memory-sets.ts';
import { MemorySelfChecks } from '../../src/storage/self-check-repository.ts';
import { SetRepository } from '../../src/storage/set-repository.ts';
import { SettingsRepository } from '../../src/storage/settings-repository.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { freshProfile, withFullDisk } from './fake-browser.ts';
import { makeFrames, makeRecord, makeRecords } from './make-record.ts';
import { importText, storeAll, textIn } from './transfer.ts';

beforeEach(freshProfile);

const fileOf = (sets: readonly unknown[]): string => JSON.stringify({ format: 'truehip-sets', version: 1, sets });

/** What is stored, hidden parts of imports included. */
const stored = async (connection: Connection): Promise<readonly number[]> =>
  connection.run(['sets', 'frames', 'incoming'], 'readonly', async (transaction) => [
    await transaction.objectStore('sets').count(),
    await transaction.objectStore('frames').count(),
    await transaction.objectStore('incoming').count(),
  ]);

const SMALL = makeRecords(40, { frames: makeFrames(3) });

describe('an import in the database', () => {
  test('takes an export of 10,001 sets back, set for set', async () => {
    const from = new MemorySets();
    const sample = makeRecords(10_001, { frames: [], phases: [], flags: [], reps: [] });
    await storeAll(from, sample);
    const rest = { selfChecks: new MemorySelfChecks(), settings: new SettingsRepository(null) };
    const text = await textIn(await exportAll({ sets: from, ...rest }, new Date()));
    const connection = new Connection();
    const into = new SetRepository(connection);
    expect(await importText(into, text)).toMatchObject({ added: 10_001, skipped: 0 });
    expect(await stored(connection)).toEqual([10_001, 0, 0]);
    expect(await into.load('set-10000')).toEqual(sample[10_000]);
  }, 120_000);

  test('gives back long sets frame for frame, and removes all of their frames with them', async () => {
    const connection = new Connection();
    const into = new SetRepository(connection);
    const long = makeRecord({ id: 'long', frames: makeFrames(1300) });
    await importText(into, fileOf([makeRecord({ id: 'a' }), long, makeRecord({ id: 'b' })]));
    expect(await into.load('long')).toEqual(long);
    for (const id of ['a', 'long', 'b']) await into.remove(id);
    expect(await stored(connection)).toEqual([0, 0, 0]);
  });

  test('a set that came in is packed like any other, goes with its frames, and comes back as it was', async () => {
    const connection = new Connection();
    const into = new SetRepository(connection);
    await importText(into, fileOf([makeRecord()]));
    const packer = new FramePacker(connection);
    while (await packer.packNext()) continue;
    expect(await stored(connection)).toEqual([1, 1, 0]);
    expect((await into.load(makeRecord().id))?.frames).toHaveLength(270);
    const [before, record] = [await into.list(), await into.load(makeRecord().id)];
    const restore = await into.remove(makeRecord().id);
    expect(await stored(connection)).toEqual([0, 0, 0]);
    await restore();
    expect(await stored(connection)).toEqual([1, 1, 0]);
    expect(await into.list()).toEqual(before);
    expect(await into.load(makeRecord().id)).toEqual(record);
  });

  test('keeps one of two sets with the same id, and not the frames of the other', async () => {
    const connection = new Connection();
    const into = new SetRepository(connection);
    expect(await importText(into, fileOf([makeRecord(), makeRecord({ goal: 'build' })]))).toMatchObject({
      added: 1,
      skipped: 1,
    });
    expect((await into.load(makeRecord().id))?.goal).toBe('prep');
    expect(await stored(connection)).toEqual([1, 2, 0]);
  });

  test('a set that was removed while the file was read stays removed', async () => {
    const into = new SetRepository(new Connection());
    await storeAll(into, [makeRecord()]);
    const removing = async function* (file: Blob) {
      yield* importBatches(file);
      await into.remove(makeRecord().id);
    };
    expect(await importFile(into, new Blob([fileOf([makeRecord()])]), {}, removing)).toMatchObject({ skipped: 1 });
    expect(await into.list()).toEqual([]);
  });
});

/** Cuts a file after this share. */
const brokenOff = (sets: readonly unknown[], share: number): string => {
  const text = fileOf(sets);
  return text.slice(0, Math.floor(text.length * share));
};

describe('an import that does not end leaves nothing', () => {
  const BAD = { ...makeRecord({ id: 'bad' }), side: 'middle' };

  test.each([
    ['broken off in the middle', brokenOff(SMALL, 0.5), 'import-invalid'],
    ['broken off at its last character', brokenOff(SMALL, 0.99999), 'import-invalid'],
    ['with a bad set in the middle', fileOf(SMALL.toSpliced(20, 0, BAD as never)), 'import-invalid'],
    ['with a bad set at its end', fileOf([...SMALL, BAD]), 'import-invalid'],
    ['with something after its end', `${fileOf(SMALL)},`, 'import-invalid'],
  ])('of a file %s', async (_, text, name) => {
    const connection = new Connection();
    const into = new SetRepository(connection);
    await storeAll(into, [makeRecord()]);
    const before = await stored(connection);
    await expect(importText(into, text)).rejects.toMatchObject({ name });
    expect(await stored(connection)).toEqual(before);
  });

  test.each([0, 10, 50, 75, 79])('where the room ends after %i writes', async (writes) => {
    const connection = new Connection();
    const into = new SetRepository(connection);
    await expect(withFullDisk(writes, 'commit', () => importText(into, fileOf(SMALL)))).rejects.toMatchObject({
      name: 'storage-full',
    });
    expect(await stored(connection)).toEqual([0, 0, 0]);
    expect(await importText(into, fileOf(SMALL))).toMatchObject({ added: 40 });
  });

  test('where the person cancels', async () => {
    const connection = new Connection();
    const into = new SetRepository(connection);
    const cancel = new AbortController();
    const told: number[] = [];
    const progress = (share: number): void => {
      told.push(share);
      if (told.length === 2) cancel.abort();
    };
    const many = new Blob([fileOf(makeRecords(400, { frames: makeFrames(3) }))]);
    expect(await importFile(into, many, { signal: cancel.signal, progress }, importBatches)).toBeNull();
    expect(told).toHaveLength(2);
    expect(await stored(connection)).toEqual([0, 0, 0]);
  });

  test('where the tab was closed: the next start clears it, and not an import of another tab', async () => {
    const connection = new Connection();
    const held = new Set<string>();
    const locks = {
      request: async (name: string) => void held.add(name),
      query: async () => ({ held: [...held].map((name) => ({ name })) }),
    };
    const here = new SetRepository(connection, { running: new RunningSets(locks) });
    const stage = await here.beginImport();
    await stage.add([
      { kind: 'set', head: { ...makeRecord() } },
      { kind: 'frames', frames: makeFrames(250) },
    ]);
    await here.settleImports();
    expect(await stored(connection)).toEqual([0, 1, 1]);
    held.clear();
    await openStorage();
    expect(await stored(connection)).toEqual([0, 0, 0]);
    await expect(stage.commit()).rejects.toMatchObject({ name: 'unexpected' });
    expect(await stored(connection)).toEqual([0, 0, 0]);
  });
});

/** A worker in this thread. */
const fakeWorker = (answer: (request: ImportRequest) => Promise<ImportReply>): ImportWorker => {
  const worker: ImportWorker = {
    onmessage: null,
    onerror: null,
    postMessage(request: ImportRequest) {
      if (request.kind === 'next') {
        void answer(request).then((data) => worker.onmessage?.({ data } as MessageEvent<ImportReply>));
      }
    },
    terminate: () => undefined,
  };
  return worker;
};

const setsIn = async (file: Blob, start: () => ImportWorker): Promise<readonly string[]> => {
  const ids: string[] = [];
  for await (const { pieces } of batchesOf(file, start)) {
    ids.push(...pieces.flatMap((piece) => (piece.kind === 'set' ? [piece.head.id] : [])));
  }
  return ids;
};

describe('a file read in a worker', () => {
  const file = new Blob([fileOf(SMALL)]);
  const ids = SMALL.map(({ id }) => id);

  test('comes batch by batch', async () => {
    const batches = importBatches(file);
    const answer = async (): Promise<ImportReply> => {
      const next = await batches.next();
      return next.done ? { kind: 'end' } : { kind: 'batch', batch: next.value };
    };
    expect(await setsIn(file, () => fakeWorker(answer))).toEqual(ids);
  });

  test('with a fault is refused with the same words', async () => {
    const answer = async (): Promise<ImportReply> => ({ kind: 'error', code: 'import-invalid', message: 'why' });
    await expect(setsIn(file, () => fakeWorker(answer))).rejects.toMatchObject({
      name: 'import-invalid',
      message: 'why',
    });
  });

  test('is refused in words where the worker breaks', async () => {
    const broken = fakeWorker(() => new Promise(() => undefined));
    const post = broken.postMessage.bind(broken);
    broken.postMessage = (request: ImportRequest) => {
      post(request);
      if (request.kind === 'next') queueMicrotask(() => broken.onerror?.({ message: 'gone' } as ErrorEvent));
    };
    await expect(setsIn(file, () => broken)).rejects.toMatchObject({
      name: 'unexpected',
      message: 'Nothing was imported: reading stopped (gone).',
    });
  });
});

test('every way of cutting a file into bytes gives the same sets', async () => {
  const sets: readonly SetRecord[] = makeRecords(2, { frames: makeFrames(2), placement: 'ä€𝄞 "\\ [}{,' });
  const bytes = new TextEncoder().encode(fileOf(sets));
  const { JsonScan } = await import('../../src/storage/json-scan.ts');
  for (const size of [1, 2, 3, 7, 64, 1021]) {
    const scan = new JsonScan(new Set(['sets']));
    const items: unknown[] = [];
    for (let from = 0; from < bytes.length; from += size) {
      for (const part of scan.push(bytes.subarray(from, from + size))) if (part.kind === 'item') items.push(part.value);
    }
    expect([...scan.end()]).toEqual([]);
    expect(items).toEqual(sets);
  }
});
