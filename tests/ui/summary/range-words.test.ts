import { isWatched } from '../../../src/coach/progress/best-range.ts';
import { expect, test } from 'vitest';
import type { RangeSummary } from '../../../src/coach/record/set-record.ts';
import {
  borrowedCell,
  borrowedLabel,
  legendOf,
  levelWords,
  overviewWords,
  rangeLabel,
} from '../../../src/ui/summary/range-words.ts';
import { sleeperRecord } from '../../browser/lib/fake-record.ts';

const range = (part: Partial<RangeSummary>): RangeSummary => {
  const [first] = sleeperRecord.summary.sets;
  if (!first) throw new Error('the record has rounds');
  return { ...first, clean: 32, sd: 1.8, borrowed: 0, borrowedAtLeast: true, ...part };
};

test('counts the pelvis as watched from half of the time on', () => {
  expect(isWatched({ pelvisWatched: 0.5 })).toBe(true);
  expect(isWatched({ pelvisWatched: 0.49 })).toBe(false);
});

test('calls a bar clean only if the pelvis was watched', () => {
  expect(rangeLabel(range({}))).toBe('Clean 32° ± 3°');
  expect(rangeLabel(range({ pelvisWatched: 0 }))).toBe('Turned 32° ± 3°');
  expect(rangeLabel(range({ pelvisWatched: 0, clean: null }))).toBe('No range');
  expect(rangeLabel(range({ clean: null }))).toBe('Nothing clean');
  expect(rangeLabel(range({ clean: null, gross: null }))).toBe('No range');
});

test('says "not known" instead of "no borrowing seen" if the pelvis was not watched', () => {
  expect(borrowedLabel(range({ pelvisWatched: 1 }))).toBe('No borrowing seen');
  expect(borrowedLabel(range({ pelvisWatched: 0.62 }))).toBe('No borrowing seen, watched for 62%');
  expect(borrowedLabel(range({ pelvisWatched: 0 }))).toBe('Borrowed: not known');
  expect(borrowedLabel(range({ pelvisWatched: 0, borrowed: 6.2 }))).toBe('Borrowed at least 6°');
});

test('explains in the legend only what the bars show', () => {
  const words = (...ranges: RangeSummary[]) => legendOf(ranges).map(({ text }) => text);
  expect(words(range({ pelvisWatched: 0 })).join()).not.toMatch(/own/);
  expect(words(range({ pelvisWatched: 0 }))[0]).toMatch(/pelvis not watched/);
  expect(words(range({}))[0]).toBe('Clean: your hip’s own');
  expect(words(range({}), range({ pelvisWatched: 0 }))).toHaveLength(4);
});

test('calls a range in the list of past sets clean only if the record says that the pelvis was watched', () => {
  expect(overviewWords({ pelvisWatched: 0.9 })).toBe('clean');
  expect(overviewWords({ pelvisWatched: 0.1 })).toBe('pelvis not watched');
  expect(overviewWords({})).toBe('');
});

test('calls the level lines of the plot clean only if all of them are', () => {
  expect(levelWords([range({})])).toMatch(/^Clean/);
  expect(levelWords([range({ pelvisWatched: 0 })])).toMatch(/pelvis not watched/);
  expect(levelWords([range({}), range({ pelvisWatched: 0 })])).not.toMatch(/^Clean/);
});

test('describes hip flexion without a pelvic contribution', () => {
  const bent = range({ of: 'hip-flexion', pelvisWatched: 0 });
  const words = [rangeLabel(bent), borrowedLabel(bent), borrowedCell(bent), levelWords([bent])];
  expect(words).toEqual(['Bent 32° ± 3°', '', '–', 'Bend of the round, without what was flagged']);
  expect(borrowedLabel({ ...bent, borrowed: 9 })).toBe('Helped or flagged: at least 9° more');
  expect(overviewWords({ pelvisWatched: 0, range: 'hip-flexion' })).toBe('hip bend');
  expect(legendOf([bent]).map(({ text }) => text)).toEqual(['Bent from your start', 'Error band']);
});
