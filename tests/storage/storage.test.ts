import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { askToPersist, storageReport, type QuotaManager } from '../../src/storage/later/when-needed.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { headerOf } from '../../src/storage/set-header.ts';
import { freshProfile, withMethod } from './fake-browser.ts';
import { makeRecord } from './make-record.ts';
import { exportedText, importText } from './transfer.ts';

beforeEach(() => {
  freshProfile();
  // Never idle: frames that are packed meanwhile come back rounded (`frame-packer.test.ts`).
  vi.stubGlobal('requestIdleCallback', () => 0);
});
afterEach(() => void vi.unstubAllGlobals());

const RECORD = makeRecord();

const refuse = (): IDBOpenDBRequest => {
  throw new DOMException('storage is switched off', 'SecurityError');
};

const openWithoutDatabase = () => withMethod(globalThis.indexedDB, 'open', refuse, () => openStorage());

describe('with a database', () => {
  test('a set left running by a closed tab is completed at the start', async () => {
    const first = await openStorage();
    await first.sets.beginSet(headerOf(RECORD));
    await first.sets.appendChunk(RECORD.id, RECORD.frames.slice(0, 15), {});
    const next = await openStorage({ complete: (left) => ({ ...left, reps: [] }) });
    expect(await next.sets.load(RECORD.id)).toMatchObject({ ended: 'interrupted', reps: [] });
  });

  test('the app starts even when an unfinished set cannot be completed', async () => {
    const failing = () => {
      throw new DOMException('the index is damaged', 'UnknownError');
    };
    const storage = await withMethod(IDBIndex.prototype, 'getAllKeys', failing, () => openStorage());
    expect([storage.kind, storage.trouble?.name]).toEqual(['database', 'storage-unavailable']);
    await storage.sets.finishSet(RECORD);
    expect(await storage.sets.list()).toHaveLength(1);
  });
});

describe('without a database', () => {
  test('a set can be done, shown, exported, removed and imported, and the reason is reported', async () => {
    const storage = await openWithoutDatabase();
    expect([storage.kind, storage.trouble?.name]).toEqual(['memory', 'storage-unavailable']);
    expect(storage.trouble?.message).toContain('storage is switched off');
    await storage.sets.beginSet(headerOf(makeRecord({ ended: 'running' })));
    await storage.sets.appendChunk(RECORD.id, RECORD.frames.slice(0, 15), { reps: [] });
    expect(await storage.sets.load(RECORD.id)).toMatchObject({ reps: [], ended: 'running' });
    await storage.sets.finishSet(RECORD);
    expect(await storage.sets.load(RECORD.id)).toEqual(RECORD);
    expect(await storage.sets.list()).toMatchObject([{ id: RECORD.id, saved: false }]);
    expect(JSON.parse(await exportedText(storage, RECORD.id))).toEqual(RECORD);
    expect(await storage.report()).toMatchObject({ available: false });
    const { sets } = storage;
    await expect(sets.appendChunk('none', [], {})).rejects.toMatchObject({ name: 'unexpected' });
    await sets.remove(RECORD.id);
    expect([await sets.list(), await sets.load(RECORD.id), await sets.damaged()]).toEqual([[], null, []]);
    expect(await importText(sets, JSON.stringify(RECORD))).toMatchObject({ added: 1 });
    await sets.removeAll();
    expect(await sets.list()).toEqual([]);
  });
});

const managerWith = (change: Partial<QuotaManager>): QuotaManager => ({
  persisted: async () => false,
  persist: async () => true,
  estimate: async () => ({ usage: 5_000_000, quota: 9_000_000_000 }),
  ...change,
});

describe('asking the browser to keep the data', () => {
  test('happens once, after the end of the first set was stored', async () => {
    const persist = vi.fn(async () => true);
    vi.stubGlobal('navigator', { storage: managerWith({ persist }) });
    const storage = await openStorage();
    await storage.sets.beginSet(headerOf(RECORD));
    expect(persist).not.toHaveBeenCalled();
    await storage.sets.finishSet(RECORD);
    await storage.sets.finishSet(makeRecord({ id: 'second' }));
    await vi.waitFor(() => expect(persist).toHaveBeenCalledTimes(1));
  });

  test('does not happen again when it was granted before', async () => {
    const persist = vi.fn(async () => true);
    await askToPersist(managerWith({ persisted: async () => true, persist }));
    expect(persist).not.toHaveBeenCalled();
  });

  test('never fails when the browser refuses or does not support it', async () => {
    const persist = () => Promise.reject(new TypeError('insecure context'));
    await expect(askToPersist(managerWith({ persist }))).resolves.toBeUndefined();
    vi.stubGlobal('navigator', {});
    await expect(askToPersist()).resolves.toBeUndefined();
  });
});

describe('the report', () => {
  test('says how full the storage is', async () => {
    expect(await storageReport(true, managerWith({}))).toEqual({
      available: true,
      persisted: false,
      usedBytes: 5_000_000,
      quotaBytes: 9_000_000_000,
    });
  });

  test('has nulls where the browser says nothing', async () => {
    const silent = () => Promise.reject(new TypeError('no'));
    const unknown = { persisted: null, usedBytes: null, quotaBytes: null };
    expect(await storageReport(true, managerWith({ persisted: silent, estimate: silent }))).toMatchObject(unknown);
    expect(await storageReport(true, managerWith({ estimate: async () => ({}) }))).toMatchObject({
      usedBytes: null,
    });
  });
});
