import { expect, test } from 'vitest';
import {
  distinctValues,
  mostAlike,
  OUTSIDE_LIMITS,
  type OutsideSeries,
  type OutsideValue,
  seriesName,
  withOutside,
} from '../../../src/training/review/outside-series.ts';

const left = (day: number, degrees = 30): OutsideValue => ({ day, side: 'left', degrees });
const series = (name: string, values: readonly OutsideValue[], id = name): OutsideSeries => ({ id, name, values });

test('values stand in order of days, none twice', () => {
  const right: OutsideValue = { day: 2, side: 'right', degrees: 30 };
  expect(distinctValues([right, left(3), left(2), left(3)])).toEqual([left(2), right, left(3)]);
});

test('the same file twice adds nothing, and a longer one adds what is new', () => {
  const once = withOutside([], series('Goniometer', [left(1), left(2)]));
  if (once === null) throw new Error('there is room');
  expect(withOutside(once, series('goniometer', [left(2), left(1)], 'other'))).toEqual(once);
  expect(withOutside(once, series('Goniometer', [left(2), left(3)], 'other'))).toEqual([
    series('Goniometer', [left(1), left(2), left(3)]),
  ]);
  expect(withOutside(once, series('Phone', [left(2)]))).toHaveLength(2);
});

test('what came from an export stays one series under its id, whatever it is called', () => {
  expect(withOutside([series('A', [left(1)], 'x')], series('B', [left(2)], 'x'))).toEqual([
    series('A', [left(1), left(2)], 'x'),
  ]);
});

test('nothing is added where there is no room, and nothing is lost', () => {
  const full = Array.from({ length: OUTSIDE_LIMITS.series }, (_, at) => series(`${at}`, [left(at)]));
  expect(withOutside(full, series('one more', [left(9)]))).toBeNull();
  expect(withOutside(full, series('3', [left(9)]))).toHaveLength(OUTSIDE_LIMITS.series);
  const many = Array.from({ length: OUTSIDE_LIMITS.values }, (_, day) => left(day));
  expect(withOutside([series('a', many)], series('a', [left(9000)]))).toBeNull();
});

test('finds the series that has most of the values already', () => {
  const all = [series('A', [left(1)]), series('B', [left(1), left(2), left(8)])];
  expect(mostAlike(all, [left(1), left(2), left(3)])).toEqual({ name: 'B', known: 2 });
  expect(mostAlike(all, [left(1, 31)])).toBeNull();
});

test('a name is one line without hidden signs', () => {
  expect(seriesName(' Gonio\u202emeter,\n seated\u0000 ')).toBe('Gonio meter, seated');
  expect(seriesName('\u200b ')).toBe('');
  expect(seriesName(`${'x'.repeat(39)}😀`)).toBe('x'.repeat(39));
});
