import { expect, test } from 'vitest';
import type { HipTest } from '../../../src/training/assessment/hip-test.ts';
import { passportsOf } from '../../../src/training/assessment/passport.ts';
import { showSomebody } from '../../../src/training/assessment/show-somebody.ts';
import { type Four, hipTest } from './make-hip-test.ts';

const reasons = (of: HipTest, pain: number | null) =>
  passportsOf([of]).flatMap((passport) => showSomebody(passport, pain).map(({ reason, side }) => `${reason} ${side}`));

const USUAL: Four = [35, 30, 45, 40];

test('a usual hip without pain is nothing to show', () => {
  expect(reasons(hipTest(USUAL, USUAL), 0)).toEqual([]);
  expect(reasons(hipTest(USUAL, USUAL), null)).toEqual([]);
});

test('a marked difference of the sides counts with pain only', () => {
  const uneven = hipTest([15, 12, 45, 40], USUAL);
  expect(reasons(uneven, 0)).toEqual([]);
  expect(reasons(uneven, 2)).toEqual([]);
  expect(reasons(uneven, 3)).toEqual(['sides-with-pain left']);
});

test('a difference is marked where it is more than 15° with its whole band', () => {
  // 19° with a band of 4.7° may be 14.4°, 20° is at least 15.3°.
  expect(reasons(hipTest([16, 15, 45, 40], USUAL), 4)).toEqual([]);
  expect(reasons(hipTest(USUAL, [15, 15, 45, 40]), 4)).toEqual(['sides-with-pain right']);
});

test('a painful hip is to be shown where it turns in less than 15° with its whole band', () => {
  // 12° with a band of 3.3° may be 15.3°.
  expect(reasons(hipTest([12, 12, 45, 40], [20, 15, 45, 40]), 3)).toEqual([]);
  expect(reasons(hipTest([11, 11, 45, 40], [20, 15, 45, 40]), 3)).toEqual(['small-with-pain left']);
});

test('an arc of less than 40° beyond the band is to be shown without pain too', () => {
  expect(reasons(hipTest([12, 10, 20, 18], USUAL), 0)).toEqual(['very-small left']);
  // 35° with a standard deviation of 2.8° may be 39.7°; 37° may be 40°.
  expect(reasons(hipTest([16, 10, 21, 18], USUAL), 0)).toEqual([]);
});

test('pain of 5 or more is to be shown whatever was measured', () => {
  expect(reasons(hipTest(USUAL, USUAL), 5)).toEqual(['pain null']);
});
