import { describe, expect, it, test } from 'vitest';
import { type HipTest, type HipTry, testedRange, totalArc } from '../../../src/training/assessment/hip-test.ts';
import { PART_COLUMNS, partsOf } from '../../../src/coach/record/csv.ts';
import type { PhaseRecord } from '../../../src/coach/record/set-record.ts';
import { makeRecord } from '../../storage/make-record.ts';

const reached = (value: number): HipTry => ({ range: { value, sd: 2 }, end: 'stopped', fromPelvis: 0 });

test.each([
  ['the median of three tries counts', [31, 34, 30], 31, 4],
  ['the mean of two counts', [31, 34], 32.5, 3],
  ['one wild try does not move the result', [30, 58, 31], 31, 28],
  ['a single try has no spread', [31], 31, null],
])('%s, and the spread is from the smallest to the largest', (_, tries, value, spread) => {
  expect(testedRange(tries.map(reached))).toMatchObject({ result: { value, sd: 2 }, spread });
});

test('no try is no range', () => expect(testedRange([])).toBeNull());

test('the total arc is internal plus external rotation, and unknown where one is', () => {
  const both = { passive: testedRange([reached(30)]), active: null };
  const hip = { internal: both, external: { ...both, passive: testedRange([reached(45)]) } };
  const of: HipTest = {
    id: 'one',
    testedAt: '2026-11-26T10:00:00.000Z',
    position: 'supine',
    placement: 'front',
    hips: { left: hip, right: null },
  };
  expect(totalArc(of, 'left', 'passive')).toEqual({ value: 75, sd: Math.hypot(2, 2) });
  expect(totalArc(of, 'left', 'active')).toBeNull();
  expect(totalArc(of, 'right', 'passive')).toBeNull();
});

const tried = (step: string, value: number | null, part: Partial<PhaseRecord> = {}): PhaseRecord => ({
  kind: 'passive',
  round: 1,
  side: 'left',
  start: 0,
  end: 18,
  step,
  ...(value === null ? {} : { leg: { value, sd: 1 } }),
  ...part,
});

describe('what a phone on the shin measured in an older hip test', () => {
  it('stands in the row of its try in the CSV', () => {
    const phases = [tried('internal-passive-2', 31.24), { ...tried('internal-passive-2', null), step: undefined }];
    const rows = partsOf({ ...makeRecord(), phases }).filter(({ part }) => part === 'phase');
    const cells = (name: string) => rows.map((row) => PART_COLUMNS.find((one) => one.name === name)?.cell(row));
    expect(cells('step')).toEqual(['internal-passive-2', null]);
    expect(cells('leg_by_phone_deg')).toEqual([31.24, null]);
    expect(cells('leg_by_phone_sd_deg')).toEqual([1, null]);
  });
});
