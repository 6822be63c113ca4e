import { beforeEach, expect, test } from 'vitest';
import { DRILLS } from '../../src/drills/index.ts';
import { supineSleeper } from '../../src/drills/supine-sleeper/supine-sleeper.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { validateRecord } from '../../src/storage/validate-record.ts';
import { lockOf } from '../../src/ui/safety/person-now.ts';
import { freshProfile, withFullDisk } from './fake-browser.ts';
import { makeRecord } from './make-record.ts';
import { exportedText, importText } from './transfer.ts';

beforeEach(freshProfile);

const AFTER = { effort: 7, pain: 4 };

test('the answers after a set are stored with it and can be changed', async () => {
  const { sets } = await openStorage();
  await sets.finishSet(makeRecord({ id: 'a' }));
  await sets.keepAfter('a', { effort: 2, pain: null });
  await sets.keepAfter('a', AFTER);
  const again = await openStorage();
  const record = await again.sets.load('a');
  expect(record?.after).toEqual(AFTER);
  expect(record?.frames).toHaveLength(270);
});

test('answers are exported and imported with the set', async () => {
  const first = await openStorage();
  await first.sets.finishSet(makeRecord({ id: 'a' }));
  await first.sets.keepAfter('a', AFTER);
  const text = await exportedText(first, null);
  freshProfile();
  const second = await openStorage();
  await importText(second.sets, text);
  expect((await second.sets.load('a'))?.after).toEqual(AFTER);
});

test('answers for a missing set are an error, and answers that do not fit change nothing', async () => {
  const { sets } = await openStorage();
  await expect(sets.keepAfter('nowhere', AFTER)).rejects.toMatchObject({ name: 'unexpected' });
  await sets.finishSet(makeRecord({ id: 'a' }));
  await expect(withFullDisk(0, 'commit', () => sets.keepAfter('a', AFTER))).rejects.toMatchObject({
    name: 'storage-full',
  });
  expect((await sets.load('a'))?.after).toBeUndefined();
});

test('a set in memory keeps its answers there', async () => {
  const { sets } = await openStorage();
  await expect(withFullDisk(0, 'commit', () => sets.finishSet(makeRecord({ id: 'a' })))).rejects.toMatchObject({
    name: 'storage-full',
  });
  await sets.keepAfter('a', AFTER);
  expect((await sets.load('a'))?.after).toEqual(AFTER);
});

test.each([{ effort: 11, pain: 0 }, { effort: 5 }, { effort: 1.5, pain: 0 }, 'fine'])(
  'a value that is no answer is refused: %j',
  (after) => {
    expect(validateRecord({ ...makeRecord(), after }).ok).toBe(false);
  },
);

const locked = async (): Promise<boolean> => {
  const { sets, settings } = await openStorage();
  return (
    lockOf(supineSleeper, DRILLS, await sets.list(), settings.current, Date.parse('2026-11-20T12:00:00Z')) !== null
  );
};

test('a drill stays on hold after a reload, and is on hold where its sets are imported', async () => {
  const first = await openStorage();
  for (const [id, startedAt] of [
    ['a', '2026-11-12T18:00:00Z'],
    ['b', '2026-11-15T18:00:00Z'],
  ] as const)
    await first.sets.finishSet(makeRecord({ id, startedAt, ended: 'pinch' }));
  expect(await locked()).toBe(true);
  const text = await exportedText(first, null);
  await first.settings.change({ symptomChecked: { 'supine-sleeper': '2026-11-16T08:00:00Z' } });
  expect(await locked()).toBe(false);
  // In another browser the check is not confirmed yet.
  freshProfile();
  expect(await locked()).toBe(false);
  await importText((await openStorage()).sets, text);
  expect(await locked()).toBe(true);
});
