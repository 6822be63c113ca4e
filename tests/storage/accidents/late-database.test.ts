import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { openDatabase } from '../../../src/storage/connection.ts';
import { DATABASE_NAME } from '../../../src/storage/schema.ts';
import { openStorage } from '../../../src/storage/storage.ts';
import type { AppStorage } from '../../../src/storage/storage-contract.ts';
import { DEFAULT_SETTINGS } from '../../../src/storage/validate-settings.ts';
import { makeCheck } from '../../training/self-check/make-check.ts';
import { freshProfile } from '../fake-browser.ts';
import { makeFrames, makeRecord } from '../make-record.ts';
import { keptTexts } from '../people/kept-texts.ts';
import { headerOf } from '../../../src/storage/set-header.ts';
import { importText } from '../transfer.ts';

beforeEach(freshProfile);
afterEach(() => void vi.restoreAllMocks());

const record = (id: string, part: Partial<ReturnType<typeof makeRecord>> = {}) =>
  makeRecord({ id, startedAt: new Date().toISOString(), frames: makeFrames(3), ...part });

const ANSWERS = new Set(['success', 'error']);

/** From now on the browser answers only when `answer` is called. */
function slowly(): { readonly answer: () => void } {
  const { open } = indexedDB;
  let answer = (): void => undefined;
  const asked = new Promise<void>((resolve) => (answer = resolve));
  vi.spyOn(indexedDB, 'open').mockImplementation((...values) => {
    const request = open.apply(indexedDB, values);
    const add = request.addEventListener.bind(request);
    request.addEventListener = (kind: string, listener: (event: Event) => void) =>
      add(kind, ANSWERS.has(kind) ? (event) => void asked.then(() => listener.call(request, event)) : listener);
    return request;
  });
  return { answer: () => answer() };
}

/** A visit whose database opens late. */
async function lateVisit(options: Parameters<typeof openStorage>[0] = {}) {
  const { answer } = slowly();
  const changed = vi.fn();
  const storage = await openStorage({ timeLimit: 20, onChange: changed, ...options });
  const arrived = async (): Promise<void> => {
    answer();
    await vi.waitFor(() => expect(changed).toHaveBeenCalledWith(true));
  };
  return { storage, answer, arrived, changed };
}

const idsIn = async ({ sets }: AppStorage) => (await sets.list()).map(({ id }) => id).toSorted();

test('a database that opens late is said to be slow, not refused, and is taken when it comes', async () => {
  const before = await openStorage();
  await before.sets.finishSet(record('stored'));
  await before.settings.change({ goal: 'build' });
  const { storage, arrived } = await lateVisit();
  expect([storage.kind, storage.trouble?.name, await idsIn(storage)]).toEqual(['memory', 'storage-late', []]);
  await arrived();
  expect([storage.kind, storage.trouble, await idsIn(storage)]).toEqual(['database', null, ['stored']]);
  expect(storage.settings.current.goal).toBe('build');
});

test('what was done and set meanwhile is kept, beside what was stored', async () => {
  const before = await openStorage();
  await before.sets.finishSet(record('stored'));
  await before.sets.finishSet(record('answered', { after: { effort: 3, pain: 1 } }));
  await before.settings.change({ blindSpotsTold: ['one'], subjectHeight: 1.9 });
  const { storage, arrived } = await lateVisit();
  await storage.sets.finishSet(record('done'));
  await importText(storage.sets, JSON.stringify(record('imported')));
  await importText(storage.sets, JSON.stringify(record('answered')));
  await storage.selfChecks.keep(makeCheck());
  await storage.settings.change({ blindSpotsTold: ['two'], theme: 'dark' });
  await arrived();
  const next = await openStorage();
  for (const one of [storage, next]) {
    expect(await idsIn(one)).toEqual(['answered', 'done', 'imported', 'stored']);
    expect((await one.sets.load('answered'))?.after).toEqual({ effort: 3, pain: 1 });
    expect((await one.sets.list()).filter(({ imported }) => imported).map(({ id }) => id)).toEqual(['imported']);
    expect(one.sets.unsaved).toEqual([]);
    expect(await one.selfChecks.list()).toHaveLength(1);
    const { blindSpotsTold, theme, subjectHeight } = one.settings.current;
    expect([blindSpotsTold.toSorted(), theme, subjectHeight]).toEqual([['one', 'two'], 'dark', 1.9]);
  }
});

test('a set that runs when it comes is finished first', async () => {
  let isBusy = true;
  const { storage, answer, arrived, changed } = await lateVisit({ isBusy: () => isBusy });
  await storage.sets.beginSet(headerOf(record('running', { ended: 'running' })));
  answer();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect([storage.kind, changed.mock.calls]).toEqual(['memory', []]);
  await storage.sets.finishSet(record('running'));
  isBusy = false;
  await arrived();
  expect(await storage.sets.load('running')).toMatchObject({ ended: 'finished' });
  expect([storage.kind, storage.sets.unsaved]).toEqual(['database', []]);
});

test('what has been set stays as it is where nothing was set meanwhile', async () => {
  const { storage, arrived } = await lateVisit();
  await arrived();
  expect(storage.settings.current).toEqual(DEFAULT_SETTINGS);
});

test('while it is not open, limits that the mark tells of are unknown, until it is', async () => {
  const texts = keptTexts();
  const before = await openStorage({ texts });
  await before.sets.finishSet(record('pinch', { ended: 'pinch' }));
  await before.sets.list();
  const { storage, arrived } = await lateVisit({ texts });
  expect(storage.limitsUnknown).toEqual({ why: 'late' });
  await storage.sets.finishSet(record('done'));
  await storage.sets.list();
  expect(storage.limitsUnknown).toEqual({ why: 'late' });
  await arrived();
  await storage.sets.list();
  expect([storage.limitsUnknown, storage.trouble]).toEqual([null, null]);
  vi.restoreAllMocks();
  expect((await openStorage({ texts })).limitsUnknown).toBeNull();
});

test('a limit of a set in memory is known there, and unknown in the next visit', async () => {
  const texts = keptTexts();
  const { storage } = await lateVisit({ texts });
  await storage.sets.finishSet(record('pinch', { ended: 'pinch' }));
  expect(storage.limitsUnknown).toBeNull();
  vi.restoreAllMocks();
  const next = await openStorage({ texts });
  await next.sets.list();
  expect([next.limitsUnknown, next.trouble]).toEqual([{ why: 'lost' }, null]);
});

test('a set in memory that is deleted limits nothing, and deleting all there leaves what is stored', async () => {
  const texts = keptTexts();
  const { storage } = await lateVisit({ texts });
  await storage.sets.finishSet(record('pinch', { ended: 'pinch' }));
  await storage.sets.remove('pinch');
  await storage.sets.list();
  expect([storage.limitsUnknown, texts.getItem('truehip-mark')]).toEqual([null, null]);
  vi.restoreAllMocks();
  const before = await openStorage({ texts });
  await before.sets.finishSet(record('stored', { ended: 'pinch' }));
  await before.sets.list();
  const again = await lateVisit({ texts });
  await again.storage.sets.removeAll();
  expect(again.storage.limitsUnknown).toEqual({ why: 'late' });
});

test('one that is refused in the end is told as refused', async () => {
  (await openDB(DATABASE_NAME, 99)).close();
  const { storage, answer, changed } = await lateVisit();
  expect(storage.trouble?.name).toBe('storage-late');
  answer();
  await vi.waitFor(() => expect(changed).toHaveBeenCalledWith(false));
  expect([storage.kind, storage.trouble?.name]).toEqual(['memory', 'storage-newer']);
});

test('a late database that nobody waits for is closed, so that it blocks no other tab', async () => {
  const { answer } = slowly();
  await expect(openDatabase({ timeLimit: 20 })).rejects.toMatchObject({ name: 'storage-late' });
  const close = vi.spyOn(IDBDatabase.prototype, 'close');
  answer();
  await vi.waitFor(() => expect(close).toHaveBeenCalled());
});
