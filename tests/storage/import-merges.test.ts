import { beforeEach, describe, expect, test } from 'vitest';
import type { SetNote } from '../../src/coach/record/set-record.ts';
import { Connection } from '../../src/storage/connection.ts';
import { exportSet } from '../../src/storage/export-json.ts';
import { MemorySets } from '../../src/storage/memory-sets.ts';
import { SetRepository } from '../../src/storage/set-repository.ts';
import { openStorage } from '../../src/storage/storage.ts';
import type { SetStore } from '../../src/storage/storage-contract.ts';
import { DEFAULT_SETTINGS } from '../../src/storage/validate-settings.ts';
import { freshProfile } from './fake-browser.ts';
import { makeRecord } from './make-record.ts';
import { fileOf, exportedText, importText, storeAll, textIn } from './transfer.ts';

beforeEach(freshProfile);

const noted = (text: string, hour: number): SetNote => ({ text, at: `2026-11-20T${hour}:00:00.000Z` });
const STORES: readonly (readonly [string, () => SetStore])[] = [
  ['a database', () => new SetRepository(new Connection())],
  ['memory', () => new MemorySets()],
];

describe.each(STORES)('in %s', (_name, open) => {
  test('importing a file twice duplicates nothing', async () => {
    const store = open();
    const text = fileOf([makeRecord({ id: 'a' }), makeRecord({ id: 'b' })]);
    expect(await importText(store, text)).toMatchObject({ added: 2, skipped: 0, updated: 0 });
    expect(await importText(store, text)).toMatchObject({ added: 0, skipped: 2, updated: 0 });
    expect(await store.list()).toHaveLength(2);
  });

  test('a set from a file is marked, one that was done here stays one that was done here', async () => {
    const store = open();
    const source = { ...makeRecord({ id: 'mine' }).source, kind: 'camera' as const };
    await storeAll(store, [makeRecord({ id: 'mine', source })]);
    await importText(store, fileOf([makeRecord({ id: 'mine', source }), makeRecord({ id: 'theirs' })]));
    const marks = (await store.list()).map(({ id, imported }) => [id, imported === true] as const);
    expect(Object.fromEntries(marks)).toEqual({ mine: false, theirs: true });
  });

  test('the newer of two notes is kept, stored or imported', async () => {
    const store = open();
    await storeAll(store, [makeRecord({ id: 'a', note: noted('here', 12) }), makeRecord({ id: 'b' })]);
    const older = makeRecord({ id: 'a', note: noted('there, before', 11) });
    expect(await importText(store, fileOf([older]))).toMatchObject({ skipped: 1, updated: 0 });
    expect((await store.load('a'))?.note?.text).toBe('here');
    const newer = makeRecord({ id: 'a', note: noted('there, later', 13) });
    const first = makeRecord({ id: 'b', note: noted('only there', 10) });
    expect(await importText(store, fileOf([newer, first]))).toMatchObject({ added: 0, skipped: 0, updated: 2 });
    expect((await store.load('a'))?.note?.text).toBe('there, later');
    expect((await store.load('b'))?.note?.text).toBe('only there');
    expect((await store.load('a'))?.frames).toHaveLength(270);
  });

  test('a set that is not in the file stays, and a stored answer is not overwritten, but one that is open is filled', async () => {
    const store = open();
    await storeAll(store, [makeRecord({ id: 'a', after: { effort: 2, pain: null } }), makeRecord({ id: 'mine' })]);
    const theirs = makeRecord({ id: 'a', after: { effort: 9, pain: 9 } });
    await importText(store, fileOf([theirs, makeRecord({ id: 'theirs' })]));
    expect((await store.list()).map(({ id }) => id).toSorted()).toEqual(['a', 'mine', 'theirs']);
    expect((await store.load('a'))?.after).toEqual({ effort: 2, pain: 9 });
    const again = makeRecord({ id: 'a', after: { effort: 5, pain: 1, back: 'moved', morning: 'more' } });
    expect(await importText(store, fileOf([again]))).toMatchObject({ updated: 1 });
    const filled = { effort: 2, pain: 9, back: 'moved', morning: 'more' };
    expect((await store.load('a'))?.after).toEqual(filled);
    const other = makeRecord({ id: 'a', after: { effort: 5, pain: 1, morning: 'same' } });
    expect(await importText(store, fileOf([other]))).toMatchObject({ updated: 0, skipped: 1 });
    expect((await store.load('a'))?.after).toEqual(filled);
    expect(await importText(store, fileOf([again]))).toMatchObject({ updated: 0, skipped: 1 });
  });

  test('a note is stored with its set, can be changed, and is exported with it', async () => {
    const store = open();
    await storeAll(store, [makeRecord({ id: 'a' })]);
    await store.keepNote('a', noted('first', 10));
    await store.keepNote('a', noted('second', 11));
    expect((await store.load('a'))?.note).toEqual(noted('second', 11));
    expect(JSON.parse(await textIn(await exportSet(store, 'a')))).toMatchObject({ note: noted('second', 11) });
    await expect(store.keepNote('nowhere', noted('', 10))).rejects.toMatchObject({ name: 'unexpected' });
  });
});

const exported = async (): Promise<string> => exportedText(await openStorage(), null);

describe('settings in a file', () => {
  test('are exported without the camera, and are returned by an import without being applied', async () => {
    const { settings } = await openStorage();
    await settings.change({
      units: 'in',
      strictness: 'strict',
      cameraId: 'mine',
      reportName: 'Kim Example',
      remoteVoices: true,
    });
    const text = await exported();
    freshProfile();
    const other = await openStorage();
    const { settings: brought } = await importText(other.sets, text);
    expect(brought).toMatchObject({ units: 'in', strictness: 'strict' });
    expect(brought).not.toHaveProperty('cameraId');
    expect(brought).not.toHaveProperty('remoteVoices');
    expect(brought).not.toHaveProperty('reportName');
    expect(other.settings.current).toEqual(DEFAULT_SETTINGS);
  });

  test('are null for an older export, whose sets are imported as usual', async () => {
    const store = new MemorySets();
    expect(await importText(store, fileOf([makeRecord()]))).toMatchObject({ added: 1, settings: null });
    expect(await importText(store, JSON.stringify(makeRecord({ id: 'b' })))).toMatchObject({
      settings: null,
    });
  });

  test('that are wrong or of a newer version are ignored, and the sets are imported', async () => {
    const brought = async (settings: unknown) => {
      const text = fileOf([makeRecord()], { settings });
      return importText(new MemorySets(), text);
    };
    const values = {
      units: 'miles',
      countIn: 20,
      cameraId: 'theirs',
      remoteVoices: true,
      nonsense: 1,
      // Of earlier versions.
      keepPictures: true,
      outside: [{ id: 'g', name: 'Goniometer', values: [{ day: 20_000, side: 'left', degrees: 31.5 }] }],
    };
    expect(await brought({ version: 1, values })).toMatchObject({ added: 1, settings: { countIn: 20 } });
    expect((await brought({ version: 1, values })).settings).toEqual({ countIn: 20 });
    expect(await brought({ version: 2, values })).toMatchObject({ added: 1, settings: null });
    expect(await brought('all of them')).toMatchObject({ added: 1, settings: null });
  });
});
