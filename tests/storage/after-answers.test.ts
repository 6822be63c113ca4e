import { beforeEach, expect, test } from 'vitest';
import { DRILLS } from '../../src/drills/index.ts';
import { GOAL_PRESETS } from '../../src/drills/presets.ts';
import { supineSleeper } from '../../src/drills/supine-sleeper/supine-sleeper.ts';
import { openStorage } from '../../src/storage/storage.ts';
import { validateRecord } from '../../src/storage/validate-record.ts';
import { lockOf } from '../../src/ui/safety/person-now.ts';
import { freshProfile, withFullDisk } from './fake-browser.ts';
import { makeRecord } from './make-record.ts';
import { exportedText, importText } from './transfer.ts';

beforeEach(freshProfile);

const AFTER = { effort: 7, pain: 4 } as const;

test('an answer that comes later, such as that of the morning, leaves the others, and the list of sets has it', async () => {
  const { sets } = await openStorage();
  await sets.finishSet(makeRecord({ id: 'a' }));
  await sets.keepAfter('a', { ...AFTER, back: 'still', side: 'left' });
  expect((await sets.list())[0]).toMatchObject({ effort: 7, pain: 4 });
  await sets.keepAfter('a', { morning: 'much' });
  expect((await sets.load('a'))?.after).toEqual({ ...AFTER, back: 'still', side: 'left', morning: 'much' });
  expect((await sets.list())[0]).toMatchObject({ effort: 7, pain: 4, painSide: 'left', morning: 'much' });
  await sets.finishSet(makeRecord({ id: 'b' }));
  await sets.keepAfter('b', { morning: 'same' });
  expect((await sets.load('b'))?.after).toEqual({ effort: null, pain: null, morning: 'same' });
});

test('the list of sets has the numbers with which each was done', async () => {
  const { sets } = await openStorage();
  await sets.finishSet(makeRecord({ id: 'a', preset: GOAL_PRESETS.build }));
  const { passive, pailsHold, rails, reps, rounds } = GOAL_PRESETS.build;
  expect((await sets.list())[0]?.load).toEqual({ passive, pailsHold, rails, reps, rounds });
  await sets.finishSet(makeRecord({ id: 'old', preset: undefined }));
  expect((await sets.list()).find(({ id }) => id === 'old')).not.toHaveProperty('load');
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
  await sets.keepAfter('a', { morning: 'same' });
  expect((await sets.load('a'))?.after).toEqual({ ...AFTER, morning: 'same' });
});

test.each([{ effort: 11, pain: 0 }, { effort: 5 }, { effort: 1.5, pain: 0 }, { ...AFTER, morning: 'worse' }, 'fine'])(
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
