import '../fake-browser.ts';
import { expect, it } from 'vitest';
import { OldPictures } from '../../../src/storage/people/old-pictures.ts';
import { keepPictures } from './keep-pictures.ts';

const NAME = 'truehip-pictures';
const names = async () => (await indexedDB.databases()).map(({ name }) => name);

it('deletes pictures of an earlier version with their set, and all together', async () => {
  const pictures = new OldPictures(NAME);
  await keepPictures(NAME, { left: 'a', right: 'b' });
  expect(await pictures.stored()).toEqual({ count: 2, bytes: 6 });
  await pictures.removeOfSet('b');
  expect(await pictures.stored()).toEqual({ count: 1, bytes: 3 });
  await pictures.removeAll();
  expect(await names()).toEqual([]);
});

it('makes no database where there is none', async () => {
  for (const pictures of [new OldPictures(NAME), new OldPictures(null)]) {
    expect(await pictures.stored()).toEqual({ count: 0, bytes: 0 });
    await pictures.removeOfSet('a');
    await pictures.removeAll();
  }
  expect(await names()).toEqual([]);
});
