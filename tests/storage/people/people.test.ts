import { beforeEach, expect, it, test } from 'vitest';
import { newId } from '../../../src/app/new-id.ts';
import { databasesOf, People, type PersonLocks } from '../../../src/storage/people/people.ts';
import { openStorage } from '../../../src/storage/storage.ts';
import { setsOf } from '../../../src/storage/people/sets-of.ts';
import { makeRecord } from '../make-record.ts';
import { freshProfile, keepPictures } from '../fake-browser.ts';
import { keptTexts, refusedTexts } from './kept-texts.ts';
import { OldPictures } from '../../../src/storage/people/old-pictures.ts';

beforeEach(freshProfile);

/** Ann, who was first, and others. */
function household(...others: readonly string[]) {
  const kept = keptTexts();
  const people = new People(kept, keptTexts());
  people.rename('', 'Ann');
  const ids = others.map((name) => {
    const id = newId();
    expect(people.add(id, name)).toBeNull();
    return id;
  });
  return { kept, people, ids };
}

const namesIn = async () => (await indexedDB.databases()).map(({ name }) => name ?? '').toSorted();

test('who trains alone is one person without a name, whose data are where they always were', () => {
  const people = new People(keptTexts(), keptTexts());
  expect(people.all).toEqual([{ id: '', name: '', trainedOn: null }]);
  expect(people.several).toBe(false);
  expect(databasesOf(people.here.id)).toEqual({ sets: 'truehip', pictures: 'truehip-pictures' });
});

test('a tab keeps its person while another tab chooses somebody else, and the next tab opens with the last choice', () => {
  const { kept, people, ids } = household('Bob');
  const tab = keptTexts();
  const other = new People(kept, tab);
  other.choose(ids[0] ?? '');
  expect(people.here.name).toBe('Ann');
  expect(new People(kept, tab).here.name).toBe('Bob');
  expect(new People(kept, keptTexts()).here.name).toBe('Bob');
});

test('two people have different names, and a name is neither empty nor too long', () => {
  const { people } = household('Bob');
  expect(people.add('x', ' bob ')).toBe('taken');
  expect(people.add('x', '  ')).toBe('name');
  expect(people.add('x', 'n'.repeat(people.limits.name + 1))).toBe('name');
  expect(people.rename('', 'BOB')).toBe('taken');
  expect(people.rename('', 'Ann B.')).toBeNull();
  expect(people.here.name).toBe('Ann B.');
});

test('no more people than fit are added', () => {
  const { people } = household(
    ...Array.from({ length: new People(null, null).limits.people - 1 }, (_, index) => `P${index}`),
  );
  expect(people.add('x', 'one more')).toBe('many');
});

test('it is unsure whose set it is only when somebody else trained on the same day', () => {
  const { kept, people, ids } = household('Bob');
  people.trained(20_000);
  expect(people.isUnsure(20_000)).toBe(false);
  people.choose(ids[0] ?? '');
  const bob = new People(kept, null);
  expect(bob.here.name).toBe('Bob');
  expect(bob.isUnsure(20_000)).toBe(true);
  expect(bob.isUnsure(20_001)).toBe(false);
});

const HOSTILE = ['', '{', 'null', '[]', '[{}]', '[1,2]', '{"all":[]}', '[{"id":"../x","name":"a","trainedOn":null}]'];
test('a damaged list of people is one person, and nothing is thrown', () => {
  for (const text of [
    ...HOSTILE,
    JSON.stringify(Array.from({ length: 99 }, () => ({ id: '', name: '', trainedOn: null }))),
  ]) {
    const kept = keptTexts();
    kept.setItem('truehip-people', text);
    expect(new People(kept, null).all, text).toEqual([{ id: '', name: '', trainedOn: null }]);
  }
});

test('a damaged entry of the list hides nobody else, and its own person only where the id is damaged', () => {
  const kept = keptTexts();
  const entries = [
    { id: '../x', name: 'Ann', trainedOn: null },
    { id: 'bob', name: 7, trainedOn: 'now' },
    { id: 'cem', name: '\u202eCem\u0000', trainedOn: 5 },
    { id: 'cem', name: 'Cem again', trainedOn: 6 },
    null,
  ];
  kept.setItem('truehip-people', JSON.stringify(entries));
  expect(new People(kept, null).all).toEqual([
    { id: 'bob', name: '', trainedOn: null },
    { id: 'cem', name: 'Cem', trainedOn: 5 },
  ]);
  kept.setItem(
    'truehip-people',
    JSON.stringify(Array.from({ length: 10_000 }, (_, at) => ({ ...entries[3], id: `p${at}` }))),
  );
  expect(new People(kept, null).all).toHaveLength(12);
});

test('a name is what can be seen of it', () => {
  const { people, ids } = household('Bob');
  for (const unseen of ['\u200b', '\u0000', '\u202e\u2066']) expect(people.add('x', unseen)).toBe('name');
  for (const alike of ['B\u0000ob', '\u202eBob', 'bob\r\n']) expect(people.add('x', alike)).toBe('taken');
  expect(people.rename(ids[0] ?? '', 'Jos\u00e9')).toBeNull();
  expect(people.add('x', 'Jose\u0301')).toBe('taken');
  expect(people.add('x', '👩\u200d👧')).toBeNull();
});

test('nobody gets the id of somebody else, and an id that is not on the list reaches no data', async () => {
  const { people, ids } = household('Bob');
  const before = people.all;
  for (const id of ['', ids[0] ?? '', '../x', 'BOB']) expect(people.add(id, 'Cem')).toBe('not-kept');
  expect(people.rename('nobody', 'Cem')).toBe('not-kept');
  expect(people.all).toEqual(before);
  const { sets } = await openStorage({ name: databasesOf('lost').sets });
  await sets.finishSet(makeRecord());
  expect(await people.remove('lost')).toBe('removed');
  expect(await namesIn()).toContain(databasesOf('lost').sets);
});

test('a browser that keeps nothing has one person, and says so when another is added', () => {
  for (const texts of [null, refusedTexts]) {
    const people = new People(texts, texts);
    expect(people.here.name).toBe('');
    expect(people.add('x', 'Bob')).toBe('not-kept');
  }
});

test('people whose names were lost come back with their data', () => {
  const people = new People(keptTexts(), keptTexts());
  const databases = ['truehip', 'truehip-pictures', 'truehip-person-abc', 'truehip-pictures-person-abc', 'other'];
  people.recover(databases, (place) => `Person ${place}`);
  expect(people.all.map(({ id, name }) => [id, name])).toEqual([
    ['', ''],
    ['abc', 'Person 2'],
  ]);
  people.recover(databases, () => 'again');
  expect(people.all).toHaveLength(2);
  const kept = keptTexts();
  kept.setItem('truehip-people', '[{"id":"abc","name":"Bob","trainedOn":null}]');
  const others = new People(kept, null);
  others.recover(databases, (place) => `Person ${place}`);
  expect(others.all.map(({ id, name }) => [id, name])).toEqual([
    ['abc', 'Bob'],
    ['', 'Person 2'],
  ]);
});

test('nothing of one person is in the sets, settings, checks or exports of another', async () => {
  const { people, ids } = household('Bob', 'Cem');
  const opened = await Promise.all(people.all.map(({ id }) => openStorage({ name: databasesOf(id).sets })));
  for (const [index, { sets, settings }] of opened.entries()) {
    await sets.finishSet({ ...makeRecord(), id: `set-of-${index}` });
    await settings.change({ reportName: `name-${index}`, subjectHeight: 1.6 + index / 10 });
    await keepPictures(databasesOf(people.all[index]?.id ?? '').pictures, { left: `set-of-${index}` });
  }
  for (const [index, { sets, settings, exportFile }] of opened.entries()) {
    expect((await sets.list()).map(({ id }) => id)).toEqual([`set-of-${index}`]);
    expect(settings.current.reportName).toBe(`name-${index}`);
    const { content } = await exportFile(null);
    const text = typeof content === 'string' ? content : await content.text();
    expect(text.match(/set-of-\d/g)?.every((found) => found === `set-of-${index}`)).toBe(true);
  }
  expect(await people.remove(ids[0] ?? '')).toBe('removed');
  expect((await namesIn()).filter((name) => name.includes(ids[0] ?? ''))).toEqual([]);
  expect(people.all.map(({ name }) => name)).toEqual(['Ann', 'Cem']);
  expect((await opened[0]?.sets.list())?.map(({ id }) => id)).toEqual(['set-of-0']);
  expect((await opened[2]?.sets.list())?.map(({ id }) => id)).toEqual(['set-of-2']);
});

test('of another person the number of sets and the day of the last are known; no database is made for it', async () => {
  const { ids } = household('Bob', 'Cem');
  const { sets } = await openStorage({ name: databasesOf(ids[0] ?? '').sets });
  await sets.finishSet({ ...makeRecord(), id: 'one', startedAt: '2026-11-20T10:00:00.000Z' });
  await sets.finishSet({ ...makeRecord(), id: 'two', startedAt: '2026-11-27T10:00:00.000Z' });
  expect(await setsOf(ids[0] ?? '')).toEqual({ count: 2, last: Date.UTC(2026, 10, 27, 10) });
  expect(await setsOf(ids[1] ?? '')).toEqual({ count: 0, last: null });
  expect((await namesIn()).filter((name) => name.includes(ids[1] ?? ''))).toEqual([]);
});

/** Web Locks as far as they are used: shared ones do not exclude each other. */
function fakeLocks(): PersonLocks {
  const held = new Set<string>();
  return {
    request: async (name: string, options: LockOptions, work: (lock: Lock | null) => unknown) => {
      if (options.ifAvailable && held.has(name)) return work(null);
      if (options.mode === 'shared') held.add(name);
      return work({ name, mode: 'exclusive' });
    },
  } as PersonLocks;
}

test('whoever is open in another tab, or here, is not deleted', async () => {
  const { kept, people, ids } = household('Bob');
  const [bob = ''] = ids;
  const tab = keptTexts();
  people.choose(bob);
  const locks = fakeLocks();
  await new People(kept, tab, locks).hold();
  const ann = keptTexts();
  ann.setItem('truehip-person', '');
  const here = new People(kept, ann, locks);
  expect(here.here.name).toBe('Ann');
  expect(await here.remove(bob)).toBe('open');
  expect(await here.remove('')).toBe('open');
  expect(here.all).toHaveLength(2);
  expect(await new People(kept, ann, fakeLocks()).remove(bob)).toBe('removed');
  expect(here.several).toBe(false);
});

const NAME = 'truehip-pictures';

it('deletes pictures of an earlier version with their set, and all together', async () => {
  const pictures = new OldPictures(NAME);
  await keepPictures(NAME, { left: 'a', right: 'b' });
  expect(await pictures.stored()).toEqual({ count: 2, bytes: 6 });
  await pictures.removeOfSet('b');
  expect(await pictures.stored()).toEqual({ count: 1, bytes: 3 });
  await pictures.removeAll();
  expect(await namesIn()).toEqual([]);
});

it('makes no database where there is none', async () => {
  for (const pictures of [new OldPictures(NAME), new OldPictures(null)]) {
    expect(await pictures.stored()).toEqual({ count: 0, bytes: 0 });
    await pictures.removeOfSet('a');
    await pictures.removeAll();
  }
  expect(await namesIn()).toEqual([]);
});
