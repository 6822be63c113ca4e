import { expect, test } from 'vitest';
import type { RangeSummary } from '../../../src/coach/record/set-record.ts';
import {
  borrowedCell,
  borrowedLabel,
  legendOf,
  levelWords,
  overviewWords,
  rangeFigures,
  rangeLabel,
} from '../../../src/ui/summary/range-words.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';

const range = (part: Partial<RangeSummary>): RangeSummary => {
  const [first] = sleeperRecord.summary.sets;
  if (!first) throw new Error('the record has rounds');
  return { ...first, clean: 32, sd: 1.8, borrowed: 0, borrowedAtLeast: true, ...part };
};

test('gives a bar to the hip alone only if the pelvis was watched', () => {
  expect(rangeLabel(range({}))).toBe('Hip alone: 32° (± 3°)');
  expect(rangeLabel(range({ pelvisWatched: 0 }))).toBe('Turned: 32° (± 3°)');
  expect(rangeLabel(range({ pelvisWatched: 0, clean: null }))).toBe('No number');
  expect(rangeLabel(range({ clean: null }))).toBe('Hip alone: no number');
  expect(rangeLabel(range({ clean: null, gross: null }))).toBe('No number');
});

test('gives no number to a range within its own error', () => {
  expect(rangeLabel(range({ clean: 2 }))).toBe('Less than I can measure');
  // Nothing is said of the pelvis beside it.
  expect(borrowedLabel(range({ clean: 2, borrowed: 0 }))).toBe('');
  expect(rangeFigures(range({ clean: 2, borrowed: 0 })).map(({ key }) => key)).toEqual(['own']);
  expect(rangeLabel(range({ clean: 2, borrowed: 6 }))).toBe('Hip alone: 2° (± 3°)');
});

test('says "not known" instead of "none seen" if the pelvis was not watched', () => {
  expect(borrowedLabel(range({ pelvisWatched: 1 }))).toBe('None seen from the pelvis');
  expect(borrowedLabel(range({ pelvisWatched: 0.62 }))).toBe('None seen from the pelvis; in view 62% of the time');
  expect(borrowedLabel(range({ pelvisWatched: 0 }))).toBe('From the pelvis: not known');
  expect(borrowedLabel(range({ pelvisWatched: 0, borrowed: 6.2 }))).toBe('6° or more from the pelvis');
});

test('explains in the legend only what the bars show', () => {
  const words = (...ranges: RangeSummary[]) => legendOf(ranges).map(({ text }) => text);
  expect(words(range({ pelvisWatched: 0 })).join()).not.toMatch(/alone/);
  expect(words(range({ pelvisWatched: 0 }))[0]).toMatch(/pelvis not visible/);
  expect(words(range({}))[0]).toBe('Hip alone');
  expect(words(range({}), range({ pelvisWatched: 0 }))).toHaveLength(4);
});

test('gives the level lines of the plot to the hip alone only if all of them are', () => {
  expect(levelWords([range({})])).toMatch(/^Hip alone/);
  expect(levelWords([range({ pelvisWatched: 0 })])).toMatch(/pelvis not visible/);
  expect(levelWords([range({}), range({ pelvisWatched: 0 })])).not.toMatch(/^Hip alone/);
});

test('describes hip flexion without a pelvic contribution', () => {
  const bent = range({ of: 'hip-flexion', pelvisWatched: 0 });
  const words = [rangeLabel(bent), borrowedLabel(bent), borrowedCell(bent), levelWords([bent])];
  expect(words).toEqual(['Bent: 32° (± 3°)', '', '–', 'Bend of the round, without help']);
  expect(borrowedLabel({ ...bent, borrowed: 9 })).toBe('9° or more with help');
  expect(overviewWords({ pelvisWatched: 0, range: 'hip-flexion' })).toBe('hip bend');
  expect(legendOf([bent]).map(({ text }) => text)).toEqual(['Bent from your start', 'Measuring error']);
});

test('gives the hip alone, what came from the pelvis, and the leg in total as figures', () => {
  const values = (one: RangeSummary) => rangeFigures(one).map(({ name, value, band }) => [name, value, band]);
  expect(values(range({ borrowed: 6.4, gross: 38.4 }))).toEqual([
    ['Hip alone', '32°', ' ± 3°'],
    ['From the pelvis', '6° or more', ''],
    ['Leg in total', '38°', ''],
  ]);
  expect(values(range({ pelvisWatched: 0, gross: 32 })).slice(0, 2)).toEqual([
    ['Turned', '32°', ' ± 3°'],
    ['From the pelvis', 'not known', ''],
  ]);
  expect(values(range({ clean: null, borrowed: null, gross: null }))).toEqual([
    ['Hip alone', 'No number', ''],
    ['From the pelvis', '–', ''],
  ]);
  expect(values(range({ of: 'hip-flexion', gross: 32 }))).toEqual([
    ['Bent', '32°', ' ± 3°'],
    ['Leg in total', '32°', ''],
  ]);
});
