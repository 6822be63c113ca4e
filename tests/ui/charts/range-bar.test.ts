import { expect, test } from 'vitest';
import type { RangeSummary } from '../../../src/coach/record/set-record.ts';
import { barScale, rangeBar } from '../../../src/ui/charts/th-range-bars.ts';

const range = (part: Partial<RangeSummary>): RangeSummary => ({
  side: 'left',
  round: 1,
  clean: 20,
  borrowed: 10,
  borrowedAtLeast: false,
  gross: 30,
  sd: 2,
  endRange: null,
  coverage: 1,
  pelvisWatched: 1,
  ...part,
});

test('uses one scale for all rounds that includes the largest range and its error', () => {
  const ranges = [range({}), range({ clean: 50, gross: 60, sd: 3 })];
  expect(barScale(ranges)).toBeGreaterThanOrEqual(66);
  expect(barScale([range({})])).toBe(45);
  expect(barScale([])).toBe(45);
});

test('draws the pelvic contribution after the clean range, and the error band around the end of the clean range', () => {
  const bar = rangeBar(range({}), 50);
  expect([bar.clean, bar.borrowed]).toEqual([40, 20]);
  // ± 3° of 50° are 6 %.
  expect(bar.band).toEqual([34, 46]);
});

test('draws nothing for unknown values, and clamps all values to the bar', () => {
  expect(rangeBar(range({ clean: null, borrowed: null, sd: null }), 45)).toEqual({
    clean: 0,
    borrowed: 0,
    band: null,
  });
  expect(rangeBar(range({ clean: -4, sd: 1 }), 45).clean).toBe(0);
  expect(rangeBar(range({ clean: 80, sd: 9 }), 45).band?.[1]).toBe(100);
});
