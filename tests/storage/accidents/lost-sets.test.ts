import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Connection } from '../../../src/storage/connection.ts';
import { databasesOf, type KeptTexts, People } from '../../../src/storage/people/people.ts';
import { openStorage } from '../../../src/storage/storage.ts';
import type { AppStorage } from '../../../src/storage/storage-contract.ts';
import { freshProfile, withFullDisk, withMethod } from '../fake-browser.ts';
import { makeFrames, makeRecord } from '../make-record.ts';
import { keptTexts, refusedTexts } from '../people/kept-texts.ts';
import { exportedText, importText } from '../transfer.ts';
import { headerOf } from '../../../src/storage/set-header.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const DAY = 86_400_000;
const daysAgo = (days: number): string => new Date(NOW - days * DAY).toISOString();
const record = (id: string, days: number, part: Partial<ReturnType<typeof makeRecord>> = {}) =>
  makeRecord({ id, startedAt: daysAgo(days), frames: makeFrames(3), ...part });

let texts: KeptTexts;
beforeEach(() => {
  freshProfile();
  vi.useFakeTimers({ toFake: ['Date'], now: NOW });
  texts = keptTexts();
});
afterEach(() => void vi.useRealTimers());

/** A visit that shows the sets. */
const visit = async (options: Parameters<typeof openStorage>[0] = {}): Promise<AppStorage> => {
  const storage = await openStorage({ texts, ...options });
  await storage.sets.list();
  return storage;
};

const stateOf = ({ trouble, limitsUnknown }: AppStorage) => [trouble?.name ?? null, limitsUnknown?.why ?? null];
const later = (days: number) => vi.setSystemTime(NOW + days * DAY);

/** The browser makes the database anew. */
const loseAll = freshProfile;

/** A visit in which these sets are stored, before the browser makes the database anew. */
const storeAndLose = async (...records: readonly ReturnType<typeof record>[]): Promise<void> => {
  const { sets } = await visit();
  for (const one of records) await sets.finishSet(one);
  await sets.list();
  loseAll();
};
const pinchAndLose = () => storeAndLose(record('pinch', 1, { ended: 'pinch' }));

describe('a database that was made anew', () => {
  test('is told, and its limits are unknown until they would have ended', async () => {
    await pinchAndLose();
    expect(stateOf(await visit())).toEqual(['storage-lost', 'lost']);
    later(5.9);
    expect((await visit()).limitsUnknown).toEqual({ why: 'lost' });
    later(6.1);
    expect((await visit()).limitsUnknown).toBeNull();
  });

  test('is told at every start until the person has read it; the limit stays', async () => {
    await pinchAndLose();
    await visit();
    const changed = vi.fn();
    const storage = await visit({ onChange: changed });
    expect(stateOf(storage)).toEqual(['storage-lost', 'lost']);
    storage.endTrouble();
    expect(stateOf(storage)).toEqual([null, 'lost']);
    expect(changed).toHaveBeenLastCalledWith(false);
    expect(stateOf(await visit())).toEqual([null, 'lost']);
  });

  test('is not told any more once there are sets again; the limit stays', async () => {
    await pinchAndLose();
    const storage = await visit();
    await storage.sets.finishSet(record('new', 0));
    await storage.sets.list();
    expect(stateOf(storage)).toEqual([null, 'lost']);
  });

  test('limits nothing where nothing was limited, and is told all the same', async () => {
    await storeAndLose(record('fine', 1));
    expect(stateOf(await visit())).toEqual(['storage-lost', null]);
  });

  test('tells who is in the app that the sets are gone', async () => {
    await pinchAndLose();
    const changed = vi.fn();
    await visit({ onChange: changed });
    expect(changed.mock.calls).toEqual([[false]]);
  });

  test('has no unknown limit any more once the person confirms that it was checked', async () => {
    await pinchAndLose();
    const storage = await visit();
    storage.confirmLimits();
    expect(storage.limitsUnknown).toBeNull();
    expect((await visit()).limitsUnknown).toBeNull();
  });

  test('has no unknown limit any more once an import brings the set that told it', async () => {
    const first = await visit();
    await first.sets.finishSet(record('pinch', 1, { ended: 'pinch' }));
    await first.sets.finishSet(record('older', 3));
    const text = await exportedText(first, null);
    await first.sets.list();
    loseAll();
    const storage = await visit();
    expect(storage.limitsUnknown).toEqual({ why: 'lost' });
    await importText(storage.sets, text);
    await storage.sets.list();
    expect(stateOf(storage)).toEqual([null, null]);
  });

  test('keeps an unknown limit where the import is older than the set that told it', async () => {
    const first = await visit();
    await first.sets.finishSet(record('older', 3));
    const text = await exportedText(first, null);
    await first.sets.finishSet(record('pinch', 1, { ended: 'pinch' }));
    await first.sets.list();
    loseAll();
    const storage = await visit();
    await importText(storage.sets, text);
    await storage.sets.list();
    expect(stateOf(storage)).toEqual([null, 'lost']);
  });

  test('keeps a drill that is on hold unknown without an end', async () => {
    await storeAndLose(record('one', 2, { ended: 'numb' }), record('two', 1, { ended: 'numb' }));
    later(300);
    expect((await visit()).limitsUnknown).toEqual({ why: 'lost' });
  });

  test('has no unknown limit where the symptom was confirmed as checked before', async () => {
    const { sets, settings } = await visit();
    await sets.finishSet(record('one', 2, { ended: 'numb' }));
    await sets.finishSet(record('two', 1, { ended: 'numb' }));
    await settings.change({ symptomChecked: { 'supine-sleeper': daysAgo(0) } });
    await sets.list();
    loseAll();
    expect((await visit()).limitsUnknown).toBeNull();
  });
});

describe('the mark', () => {
  test('is there before the sets are read again: a symptom as the set ends, and pain as it is told', async () => {
    const { sets } = await visit();
    const running = record('running', 0, { ended: 'running' });
    await sets.beginSet(headerOf(running));
    await sets.appendChunk('running', running.frames, { ending: 'pinch' });
    loseAll();
    expect((await visit()).limitsUnknown).toEqual({ why: 'lost' });

    texts = keptTexts();
    const next = await visit();
    await next.sets.finishSet(record('told', 0));
    await next.sets.keepAfter('told', { effort: null, pain: 3 });
    loseAll();
    expect((await visit()).limitsUnknown).toEqual({ why: 'lost' });
  });

  test('is changed by a better answer', async () => {
    const { sets } = await visit();
    await sets.finishSet(record('told', 0, { after: { effort: null, pain: 4 } }));
    await sets.list();
    await sets.keepAfter('told', { effort: null, pain: 1 });
    await sets.list();
    loseAll();
    expect((await visit()).limitsUnknown).toBeNull();
  });

  test('says nothing of sets that are there', async () => {
    const { sets } = await visit();
    await sets.finishSet(record('pinch', 1, { ended: 'pinch' }));
    const storage = await visit();
    expect(stateOf(storage)).toEqual([null, null]);
    await storage.sets.keepAfter('pinch', { effort: null, pain: 5 });
    expect(stateOf(storage)).toEqual([null, null]);
  });

  test('is no loss where the person deletes one set after the other, or all', async () => {
    for (const deleteAll of [true, false]) {
      const { sets } = await visit();
      await sets.finishSet(record('pinch', 1, { ended: 'pinch' }));
      await sets.list();
      if (deleteAll) await sets.removeAll();
      else await sets.remove('pinch');
      expect(stateOf(await visit())).toEqual([null, null]);
    }
  });

  test('knows a set again that was deleted and brought back', async () => {
    const { sets } = await visit();
    await sets.finishSet(record('pinch', 1, { ended: 'pinch' }));
    const back = await sets.remove('pinch');
    await sets.list();
    await back();
    await sets.list();
    loseAll();
    expect(stateOf(await visit())).toEqual(['storage-lost', 'lost']);
  });

  test('of one person says nothing of another, and goes with the person', async () => {
    const people = new People(texts, keptTexts());
    people.rename('', 'Ann');
    people.add('bob', 'Bob');
    const { sets: bobs } = databasesOf('bob');
    const bob = await visit({ name: bobs });
    await bob.sets.finishSet(record('pinch', 1, { ended: 'pinch' }));
    await bob.sets.list();
    const ann = await visit();
    await ann.sets.finishSet(record('fine', 1));
    await ann.sets.list();
    loseAll();
    expect(stateOf(await visit())).toEqual(['storage-lost', null]);
    expect(stateOf(await visit({ name: bobs }))).toEqual(['storage-lost', 'lost']);
    expect(await people.remove('bob')).toBe('removed');
    expect(stateOf(await visit({ name: bobs }))).toEqual([null, null]);
  });

  test.each([
    ['keeps no texts', null],
    ['refuses them', refusedTexts],
  ])('is known for this visit only where the browser %s', async (_, refused) => {
    texts = refused as KeptTexts;
    const storage = await visit();
    await storage.sets.finishSet(record('pinch', 1, { ended: 'pinch' }));
    await storage.sets.list();
    expect(stateOf(storage)).toEqual([null, null]);
    storage.confirmLimits();
    storage.endTrouble();
    loseAll();
    expect(stateOf(await visit())).toEqual([null, null]);
  });

  test.each(['', 'null', '{', '[]', '{"sets":-1,"limits":[]}', '{"sets":1,"limits":[{"id":7,"until":"soon"}]}'])(
    'that is damaged is none: %s',
    async (text) => {
      texts.setItem('truehip-mark', text);
      expect(stateOf(await visit())).toEqual([null, null]);
      await pinchAndLose();
      expect(stateOf(await visit())).toEqual(['storage-lost', 'lost']);
    },
  );

  test('counts no demo, and leaves nothing behind where there is nothing', async () => {
    await storeAndLose(record('demo', 0, { source: { ...makeRecord().source, kind: 'demo' } }));
    expect(texts.getItem('truehip-mark')).toBeNull();
    expect(stateOf(await visit())).toEqual([null, null]);
  });

  test('keeps the limit of a set that could not be stored', async () => {
    const { sets } = await visit();
    await sets.finishSet(record('fine', 2));
    const full = () => sets.finishSet(record('pinch', 1, { ended: 'pinch' })).catch(() => undefined);
    await withFullDisk(0, 'commit', full);
    const storage = await visit();
    expect(stateOf(storage)).toEqual([null, 'lost']);
  });
});

const spoil = (id: string, change: object): Promise<unknown> =>
  new Connection().run(['sets', 'overviews'], 'readwrite', async (transaction) => {
    const store = transaction.objectStore('sets');
    await Reflect.apply(store.put, store, [{ ...(await store.get(id)), ...change }]);
    await transaction.objectStore('overviews').clear();
  });

describe('damaged sets', () => {
  const storeTwo = async (): Promise<void> => {
    const { sets } = await openStorage();
    await sets.finishSet(record('new', 2));
    await sets.finishSet(record('old', 20));
  };

  test('of the last week may limit a hip, for the rest of it', async () => {
    await storeTwo();
    await spoil('new', { head: { ...headerOf(record('new', 2)), goal: 7 } });
    expect(stateOf(await visit())).toEqual([null, 'damaged']);
    later(4.9);
    expect((await visit()).limitsUnknown).toEqual({ why: 'damaged' });
    later(5.1);
    expect((await visit()).limitsUnknown).toBeNull();
  });

  test('that are older limit nothing', async () => {
    await storeTwo();
    await spoil('old', { head: { ...headerOf(record('old', 20)), goal: 7 } });
    expect((await visit()).limitsUnknown).toBeNull();
  });

  test('whose beginning cannot be read may limit a hip until the person says that they do not, or deletes them', async () => {
    for (const end of ['confirm', 'delete'] as const) {
      await storeTwo();
      await spoil('old', { head: 'lost', startedAt: null });
      const storage = await visit();
      expect(storage.limitsUnknown).toEqual({ why: 'damaged' });
      if (end === 'confirm') storage.confirmLimits();
      else await storage.sets.remove('old');
      expect(storage.limitsUnknown).toBeNull();
      later(30);
      expect((await visit()).limitsUnknown).toBeNull();
      vi.setSystemTime(NOW);
      texts = keptTexts();
    }
  });

  test('that limited a hip for longer keep doing so', async () => {
    const { sets } = await visit();
    for (const [id, days] of [
      ['one', 22],
      ['two', 20],
    ] as const)
      await sets.finishSet(record(id, days, { ended: 'numb' }));
    await sets.list();
    await spoil('one', { head: 'lost' });
    expect((await visit()).limitsUnknown).toEqual({ why: 'damaged' });
  });

  test('a database that cannot be read has unknown limits where there were some', async () => {
    const storage = await visit();
    await storage.sets.finishSet(record('pinch', 1, { ended: 'pinch' }));
    const broken = () => {
      throw new DOMException('damaged', 'UnknownError');
    };
    await withMethod(IDBObjectStore.prototype, 'getAllKeys', broken, () =>
      expect(storage.sets.list()).rejects.toThrow(),
    );
    expect(storage.limitsUnknown).toEqual({ why: 'damaged' });
    await storage.sets.list();
    expect(storage.limitsUnknown).toBeNull();
  });
});
