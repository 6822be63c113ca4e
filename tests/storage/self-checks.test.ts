import { beforeEach, describe, expect, test } from 'vitest';
import { Connection, MIGRATIONS } from '../../src/storage/connection.ts';
import { MemorySets } from '../../src/storage/memory-sets.ts';
import { MemorySelfChecks, SelfCheckRepository } from '../../src/storage/self-check-repository.ts';
import { SetRepository } from '../../src/storage/set-repository.ts';
import { openStorage } from '../../src/storage/storage.ts';
import type { SelfCheckStore } from '../../src/storage/storage-contract.ts';
import { validated } from '../../src/storage/check.ts';
import { selfCheck } from '../../src/storage/validate-self-check.ts';
import { makeCheck, makePosition } from '../training/self-check/make-check.ts';
import { freshProfile } from './fake-browser.ts';
import { makeRecord } from './make-record.ts';
import { exportedText, fileOf, importText, storeAsBefore } from './transfer.ts';

beforeEach(freshProfile);

const stores: readonly [string, () => SelfCheckStore][] = [
  ['the database', () => new SelfCheckRepository(new Connection())],
  ['memory', () => new MemorySelfChecks()],
];

describe.each(stores)('checks in %s', (_name, open) => {
  test('are listed newest first, as they were stored', async () => {
    const store = open();
    const [older, newer] = [makeCheck(), makeCheck({ id: 'check-2', at: '2026-11-21T07:00:00.000Z' })];
    await store.keep(older);
    await store.keep(newer);
    expect(await store.list()).toEqual([newer, older]);
    expect(await store.load('check-1')).toEqual(older);
  });

  test('are replaced when an angle is typed later', async () => {
    const store = open();
    await store.keep(makeCheck({ positions: [makePosition(20, null)] }));
    await store.keep(makeCheck({ positions: [makePosition(20, 18)] }));
    expect((await store.list()).map(({ positions }) => positions[0]?.typed)).toEqual([18]);
  });

  test('are removed one by one or all', async () => {
    const store = open();
    await store.keep(makeCheck());
    await store.keep(makeCheck({ id: 'check-2' }));
    await store.remove('check-1');
    expect((await store.list()).map(({ id }) => id)).toEqual(['check-2']);
    await store.removeAll();
    expect(await store.list()).toEqual([]);
    expect(await store.load('check-2')).toBeNull();
  });
});

test.each(stores)('checks in %s are not overwritten by an import', async (name, open) => {
  const store = open();
  const sets = name === 'memory' ? new MemorySets(store) : new SetRepository(new Connection());
  await store.keep(makeCheck());
  const selfChecks = [makeCheck({ side: 'right' }), makeCheck({ id: 'check-2' })];
  const text = fileOf([], { selfChecks });
  expect(await importText(sets, text)).toMatchObject({ added: 0, selfChecks: 1 });
  expect((await store.load('check-1'))?.side).toBe('left');
  expect((await store.load('check-2'))?.side).toBe('left');
});

describe('the database with checks', () => {
  test('keeps every set of a database of version 1', async () => {
    const old = new Connection({ migrations: MIGRATIONS.slice(0, 1) });
    await storeAsBefore(old, [makeRecord()]);
    await old.close();
    const now = new Connection();
    await new SelfCheckRepository(now).keep(makeCheck());
    expect(await new SetRepository(now).load(makeRecord().id)).toEqual(makeRecord());
    expect(await new SelfCheckRepository(now).list()).toEqual([makeCheck()]);
  });

  test('leaves out a check that is damaged, and lists the others', async () => {
    const connection = new Connection();
    const store = new SelfCheckRepository(connection);
    await store.keep(makeCheck());
    await connection.run(['selfChecks'], 'readwrite', (transaction) =>
      transaction.objectStore('selfChecks').put({ ...makeCheck({ id: 'broken' }), positions: 'none' as never }),
    );
    expect((await store.list()).map(({ id }) => id)).toEqual(['check-1']);
    expect(await store.load('broken')).toBeNull();
  });
});

describe('export and import of everything', () => {
  test('bring the checks to another machine, once', async () => {
    const here = await openStorage();
    await here.sets.finishSet(makeRecord());
    await here.selfChecks.keep(makeCheck());
    const text = await exportedText(here, null);
    freshProfile();
    const there = await openStorage();
    expect(await importText(there.sets, text)).toMatchObject({ added: 1, selfChecks: 1 });
    expect(await there.selfChecks.list()).toEqual([makeCheck()]);
    expect(await importText(there.sets, text)).toMatchObject({ added: 0, selfChecks: 0 });
  });

  test('leave the checks out if only one set is exported', async () => {
    const here = await openStorage();
    await here.sets.finishSet(makeRecord());
    await here.selfChecks.keep(makeCheck());
    expect(await exportedText(here, makeRecord().id)).not.toContain('check-1');
  });

  test('refuse a file with a wrong check, and store none of its sets', async () => {
    const sets = new MemorySets(new MemorySelfChecks());
    const file = fileOf([makeRecord()], { selfChecks: [{ ...makeCheck(), side: 'both' }] });
    await expect(importText(sets, file)).rejects.toMatchObject({
      name: 'import-invalid',
    });
    expect(await sets.list()).toEqual([]);
  });
});

test('a check with a paired phone keeps which angles it gave, and older checks have none', () => {
  const [first, ...others] = makeCheck().positions;
  const read = makePosition(20, 21, { phone: { sd: 1, askew: true } });
  const check = makeCheck({ instrument: 'paired-phone', positions: [read, ...others] });
  expect(validated(JSON.parse(JSON.stringify(check)), selfCheck)).toEqual(check);
  expect(first).not.toHaveProperty('phone');
  for (const phone of [{ sd: 'about 1' }, { sd: -1 }, { sd: 1, askew: false }, true])
    expect(validated({ ...check, positions: [{ ...read, phone }] }, selfCheck)).toBeNull();
});

test('a stored check is taken as it is, and nothing that does not belong to it', () => {
  const check = makeCheck();
  expect(validated({ ...check, picture: 'data:' }, selfCheck)).toEqual(check);
  for (const wrong of [
    { version: 2 },
    { instrument: 'ruler' },
    { at: 'yesterday' },
    { positions: Array(6).fill(check.positions[0]) },
  ])
    expect(validated({ ...check, ...wrong }, selfCheck)).toBeNull();
});
