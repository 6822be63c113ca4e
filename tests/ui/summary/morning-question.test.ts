import { expect, test } from 'vitest';
import { loadWords } from '../../../src/i18n/en/hip/load.ts';
import { DRILLS_AND_TESTS } from '../../../src/drills/index.ts';
import { morningDue } from '../../../src/training/load/morning.ts';
import { MemorySets } from '../../../src/storage/memory-sets.ts';
import { dayAmong, doneSets } from '../../../src/ui/programmes/week-input.ts';
import { keepMorning, morningQuestion } from '../../../src/ui/summary/morning-question.ts';
import { makeRecord } from '../../storage/make-record.ts';

const DAY = 24 * 3600 * 1000;

test('one answer is stored with every set of the day before, and is not asked for again', async () => {
  const sets = new MemorySets();
  const source = { ...makeRecord().source, kind: 'camera' as const };
  for (const [id, startedAt] of [
    ['a', '2026-11-20T18:00:00.000Z'],
    ['b', '2026-11-20T18:20:00.000Z'],
    ['c', '2026-11-17T18:00:00.000Z'],
  ] as const)
    await sets.finishSet(makeRecord({ id, startedAt, source, after: { effort: 3, pain: 1 } }));
  const now = Date.parse('2026-11-20T18:00:00.000Z') + DAY;
  const due = async () => {
    const all = await sets.list();
    return morningDue(doneSets(all), DRILLS_AND_TESTS, now, dayAmong(all));
  };
  const asked = await due();
  expect(asked.map(({ id }) => id).toSorted()).toEqual(['a', 'b']);
  await keepMorning(sets, asked, 'more');
  expect((await sets.load('b'))?.after).toEqual({ effort: 3, pain: 1, morning: 'more' });
  expect((await sets.load('c'))?.after).toEqual({ effort: 3, pain: 1 });
  expect(await due()).toEqual([]);
});

test('what the answer means is said at once', () => {
  const texts = (answer: 'much' | null) => JSON.stringify(morningQuestion('Monday', answer, () => undefined));
  expect(texts(null)).toMatch(/You trained on Monday/);
  expect(texts(null)).not.toContain(loadWords().morning.means.much);
  expect(texts('much')).toContain(loadWords().morning.means.much);
});
