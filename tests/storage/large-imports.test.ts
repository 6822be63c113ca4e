import { beforeEach, describe, expect, test } from 'vitest';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import type { Connection } from '../../src/storage/connection.ts';
import { exportAll } from '../../src/storage/export-json.ts';
import { FramePacker } from '../../src/storage/frames/frame-packer.ts';
import { packedParts } from '../../src/storage/frames/packed-frames.ts';
import { importFile, type ImportReply, type ImportWorker, readInWorker } from '../../src/storage/import-file.ts';
import { readImport } from '../../src/storage/read-import.ts';
import { MemorySets } from '../../src/storage/memory-sets.ts';
import { MemorySelfChecks } from '../../src/storage/self-check-repository.ts';
import { importedSet } from '../../src/storage/set-header.ts';
import { SettingsRepository } from '../../src/storage/settings-repository.ts';
import type { SetStore } from '../../src/storage/storage-contract.ts';
import { freshProfile, withFullDisk } from './fake-browser.ts';
import { makeFrames, makeRecord, makeRecords } from './make-record.ts';
import { openSets, fileOf, importText, readHere, storeAll, textIn } from './transfer.ts';

beforeEach(freshProfile);

const exported = async (sets: readonly SetRecord[]): Promise<string> => {
  const from = new MemorySets();
  await storeAll(from, sets);
  const rest = { selfChecks: new MemorySelfChecks(), settings: new SettingsRepository(null) };
  return textIn(await exportAll({ sets: from, ...rest }, new Date()));
};

/** How many sets and parts of their frames are stored. */
const stored = async (connection: Connection): Promise<readonly number[]> =>
  connection.run(['sets', 'frames'], 'readonly', async (transaction) => [
    await transaction.objectStore('sets').count(),
    await transaction.objectStore('frames').count(),
  ]);

const SMALL = makeRecords(40, { frames: makeFrames(3) });

/** As the worker reads it. */
const readPacked = (file: Blob) =>
  readImport(file, { take: async (set) => importedSet(set, await packedParts(set.frames)) });

describe('an import in the database', () => {
  test('takes an export of 10,001 sets back, set for set', async () => {
    const sample = makeRecords(10_001, { frames: [], phases: [], flags: [], reps: [] });
    const { connection, sets: into } = openSets();
    expect(await importText(into, await exported(sample))).toMatchObject({ added: 10_001, skipped: 0 });
    expect(await stored(connection)).toEqual([10_001, 0]);
    expect(await into.load('set-10000')).toEqual(sample[10_000]);
  }, 120_000);

  test('takes packed frames, which need no packing later, gives them back and removes them with their sets', async () => {
    const { connection, sets: into } = openSets();
    const long = makeRecord({ id: 'long', frames: makeFrames(1300) });
    const file = new Blob([fileOf([makeRecord({ id: 'a' }), long, makeRecord({ id: 'b' })])]);
    expect(await importFile(into, file, {}, readPacked)).toMatchObject({ added: 3 });
    expect(await new FramePacker(connection).packNext()).toBe(false);
    expect(await into.load('long')).toEqual(long);
    for (const id of ['a', 'long', 'b']) await into.remove(id);
    expect(await stored(connection)).toEqual([0, 0]);
  });

  test('takes packed frames in memory as well', async () => {
    const into = new MemorySets();
    await importFile(into, new Blob([fileOf([makeRecord()])]), {}, readPacked);
    expect(await into.load(makeRecord().id)).toEqual(makeRecord());
  });

  test('a set that came in is packed like any other, goes with its frames, and comes back as it was', async () => {
    const { connection, sets: into } = openSets();
    await importText(into, fileOf([makeRecord()]));
    const packer = new FramePacker(connection);
    while (await packer.packNext()) continue;
    expect(await stored(connection)).toEqual([1, 1]);
    expect((await into.load(makeRecord().id))?.frames).toHaveLength(270);
    const [before, record] = [await into.list(), await into.load(makeRecord().id)];
    const restore = await into.remove(makeRecord().id);
    expect(await stored(connection)).toEqual([0, 0]);
    await restore();
    expect(await stored(connection)).toEqual([1, 1]);
    expect(await into.list()).toEqual(before);
    expect(await into.load(makeRecord().id)).toEqual(record);
  });

  test('keeps one of two sets with the same id, and not the frames of the other', async () => {
    const { connection, sets: into } = openSets();
    expect(await importText(into, fileOf([makeRecord(), makeRecord({ goal: 'build' })]))).toMatchObject({
      added: 1,
      skipped: 1,
    });
    expect((await into.load(makeRecord().id))?.goal).toBe('prep');
    expect(await stored(connection)).toEqual([1, 1]);
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
    ['broken off in the middle', brokenOff(SMALL, 0.5), 'it breaks off in the middle'],
    ['broken off at its last character', brokenOff(SMALL, 0.99999), 'is not JSON'],
    ['with a bad set in the middle', fileOf(SMALL.toSpliced(20, 0, BAD as never)), 'sets[20].side must be'],
    ['with a bad set at its end', fileOf([...SMALL, BAD]), 'sets[40].side must be'],
    ['with something after its end', `${fileOf(SMALL)},`, 'is not JSON'],
    [
      'with half a character as an id',
      fileOf([makeRecord({ id: '\ud800x' })]),
      'sets[0] must not have half a character',
    ],
  ])('of a file %s', async (_, text, why) => {
    const { connection, sets: into } = openSets();
    await storeAll(into, [makeRecord()]);
    const before = await stored(connection);
    await expect(importText(into, text)).rejects.toMatchObject({
      name: 'import-invalid',
      message: expect.stringContaining(why),
    });
    expect(await stored(connection)).toEqual(before);
  });

  test.each([0, 10, 50, 75, 79])('where the room ends after %i writes', async (writes) => {
    const { connection, sets: into } = openSets();
    await expect(withFullDisk(writes, 'commit', () => importText(into, fileOf(SMALL)))).rejects.toMatchObject({
      name: 'storage-full',
    });
    expect(await stored(connection)).toEqual([0, 0]);
    expect(await importText(into, fileOf(SMALL))).toMatchObject({ added: 40 });
  });

  test('where the person cancels once it is read', async () => {
    const into = new MemorySets();
    const cancel = new AbortController();
    const cancelled = async (file: Blob) => {
      const read = await readHere(file);
      cancel.abort();
      return read;
    };
    expect(await importFile(into, new Blob([fileOf(SMALL)]), { signal: cancel.signal }, cancelled)).toBeNull();
    expect(await into.list()).toEqual([]);
  });
});

/** A worker in this thread, which answers a file with these replies. */
const fakeWorker = (...replies: readonly ImportReply[]): ImportWorker => {
  const worker: ImportWorker = {
    onmessage: null,
    onerror: null,
    postMessage: () =>
      queueMicrotask(() => {
        for (const data of replies) worker.onmessage?.({ data } as MessageEvent<ImportReply>);
      }),
    terminate: () => undefined,
  };
  return worker;
};

describe('a file read in a worker', () => {
  const file = new Blob([fileOf(SMALL)]);
  const importing = (worker: ImportWorker, options = {}, store: Pick<SetStore, 'addImported'> = new MemorySets()) =>
    importFile(store, file, options, (given, some) => readInWorker(given, some, () => worker));

  test('is stored once it is whole, and told how far it is', async () => {
    const told: number[] = [];
    const worker = fakeWorker({ kind: 'read', share: 0.5 }, { kind: 'done', file: await readHere(file) });
    expect(await importing(worker, { progress: (share: number) => told.push(share) })).toMatchObject({ added: 40 });
    expect(told).toEqual([0.5]);
  });

  test('with a fault is refused with the same words', async () => {
    const worker = fakeWorker({ kind: 'error', code: 'import-invalid', message: 'why' });
    await expect(importing(worker)).rejects.toMatchObject({ name: 'import-invalid', message: 'why' });
  });

  test('is refused in words where the worker breaks', async () => {
    const broken = fakeWorker();
    broken.postMessage = () => queueMicrotask(() => broken.onerror?.({ message: 'gone' } as ErrorEvent));
    await expect(importing(broken)).rejects.toMatchObject({
      name: 'unexpected',
      message: 'Nothing was imported: reading stopped (gone).',
    });
  });

  test('is not read on where the person cancels', async () => {
    const cancel = new AbortController();
    const store = new MemorySets();
    const reading = importing(fakeWorker(), { signal: cancel.signal }, store);
    cancel.abort();
    expect(await reading).toBeNull();
    expect(await store.list()).toEqual([]);
  });
});

describe('a file that is too large for one text', () => {
  const sets = makeRecords(4, { frames: makeFrames(2), placement: 'ä€𝄞 "\\ [}{,"sets":[ ],"leftOut": ' });
  const byLine = (text: string, shares: number[] = []) =>
    readImport(new Blob([text]), { take: (set) => set, progress: (share) => shares.push(share), mostAtOnce: 10 });
  const byId = (some: readonly SetRecord[]) => some.toSorted((a, b) => a.id.localeCompare(b.id));

  test('gives the same sets and settings, read line by line', async () => {
    const text = await exported(sets);
    const shares: number[] = [];
    const read = await byLine(text, shares);
    expect(byId(read.sets)).toEqual(byId(sets));
    expect({ ...read, sets: [] }).toEqual({ ...(await readHere(new Blob([text]))), sets: [] });
    expect(shares).toHaveLength(4);
    expect(shares.at(-1)).toBe(1);
  });

  test.each([
    ['broken off', (text: string) => text.slice(0, -300), 'import-invalid'],
    [
      'with a bad set',
      (text: string) => text.replace('null,"side":"left"', 'null,"side":"middle"'),
      'sets[0].side must be',
    ],
    ['of a newer version', (text: string) => text.replace('"version":1', '"version":2'), 'written by a newer Truehip'],
    ['without commas', (text: string) => text.replaceAll(',\n', '\n'), 'something does not belong there'],
    ['of another form', (text: string) => JSON.stringify(JSON.parse(text), null, 2), 'not as Truehip writes it'],
  ])('is refused if it is %s', async (_, change, why) => {
    const refusal = await byLine(change(await exported(sets))).catch(
      (error: Error) => `${error.name}: ${error.message}`,
    );
    expect(refusal).toContain(why);
  });
});
