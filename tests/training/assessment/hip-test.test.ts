import { expect, test } from 'vitest';
import { type HipTest, type HipTry, testedRange, totalArc } from '../../../src/training/assessment/hip-test.ts';

const reached = (value: number): HipTry => ({ range: { value, sd: 2 }, end: 'stopped', fromPelvis: 0 });

test('the median of three tries counts, of two their mean, and the spread is from the smallest to the largest', () => {
  const three = [reached(31), reached(34), reached(30)];
  expect(testedRange(three)).toMatchObject({ result: { value: 31, sd: 2 }, spread: 4 });
  expect(testedRange(three.slice(0, 2))).toMatchObject({ result: { value: 32.5, sd: 2 }, spread: 3 });
});

test('one wild try does not move the result', () => {
  expect(testedRange([reached(30), reached(58), reached(31)])?.result.value).toBe(31);
  expect(testedRange([reached(30), reached(4), reached(31)])?.result.value).toBe(30);
});

test('a single try has no spread', () => {
  expect(testedRange([reached(31)])).toMatchObject({ result: { value: 31 }, spread: null });
});

test('no try is no range', () => {
  expect(testedRange([])).toBeNull();
});

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
