import '../fake-browser.ts';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it } from 'vitest';
import { BestPictures } from '../../../src/storage/pictures/best-pictures.ts';
import { aPicture } from './memory-pictures.ts';

const pictures = new BestPictures(true);
beforeEach(() => pictures.removeAll());

describe('pictures of the best positions', () => {
  it('are one for each hip and drill', async () => {
    const [left, right, other] = [aPicture(), aPicture({ side: 'right' }), aPicture({ drill: 'knee-to-knee-wall' })];
    for (const one of [left, right, other]) expect(await pictures.keepBetter(one)).toBe(true);
    expect(await pictures.list()).toHaveLength(3);
    expect(await pictures.list()).toContainEqual(left);
  });

  it('give way to one with a larger range only', async () => {
    await pictures.keepBetter(aPicture({ degrees: 31, set: 'a' }));
    expect(await pictures.keepBetter(aPicture({ degrees: 31, set: 'b' }))).toBe(false);
    expect(await pictures.keepBetter(aPicture({ degrees: 34, set: 'c' }))).toBe(true);
    expect((await pictures.list()).map(({ degrees, set }) => [degrees, set])).toEqual([[34, 'c']]);
  });

  it('are deleted one by one, with their set, and all together', async () => {
    const keepAll = async () => {
      await pictures.removeAll();
      await pictures.keepBetter(aPicture({ set: 'a' }));
      await pictures.keepBetter(aPicture({ side: 'right', set: 'b' }));
    };
    const sets = async () => (await pictures.list()).map(({ set }) => set);
    await keepAll();
    await pictures.remove({ drill: 'supine-sleeper', side: 'left' });
    expect(await sets()).toEqual(['b']);
    await keepAll();
    await pictures.removeOfSet('b');
    expect(await sets()).toEqual(['a']);
    await pictures.removeAll();
    expect(await sets()).toEqual([]);
  });

  it('leave no database where there is none of them', async () => {
    const names = async () => (await indexedDB.databases()).map(({ name }) => name);
    expect(await pictures.list()).toEqual([]);
    await pictures.remove({ drill: 'supine-sleeper', side: 'left' });
    await pictures.removeOfSet('a');
    expect(await names()).toEqual([]);
    await pictures.keepBetter(aPicture());
    expect(await names()).toEqual(['truehip-pictures']);
    await pictures.removeAll();
    expect(await names()).toEqual([]);
  });

  it('are not kept where the browser stores nothing', async () => {
    const none = new BestPictures(false);
    expect(await none.keepBetter(aPicture())).toBe(false);
    expect(await none.list()).toEqual([]);
    await none.removeAll();
    expect(await indexedDB.databases()).toEqual([]);
  });

  it('leave out a row that is none, and replace it', async () => {
    await pictures.keepBetter(aPicture());
    const database = await openDB('truehip-pictures', 1);
    await database.put('pictures', { drill: 'supine-sleeper', side: 'left', degrees: Number.NaN });
    database.close();
    expect(await pictures.list()).toEqual([]);
    expect(await pictures.keepBetter(aPicture({ degrees: 3 }))).toBe(true);
    expect((await pictures.list()).map(({ degrees }) => degrees)).toEqual([3]);
  });
});
