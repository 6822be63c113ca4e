import { expect, test } from 'vitest';
import { MatOrLaptop } from '../../../src/ui/live-set/away-from-laptop.ts';

test('somebody who is seen and touches nothing is at the mat', () => {
  const place = new MatOrLaptop();
  expect(place.isAtMat(10_000)).toBe(false);
  place.seen(10_000);
  expect(place.isAtMat(10_000)).toBe(true);
});

test('whoever has just touched a key stands at the laptop, though they are seen', () => {
  const place = new MatOrLaptop();
  place.touched(10_000);
  place.seen(11_000);
  expect(place.isAtMat(11_000)).toBe(false);
  place.seen(15_000);
  expect(place.isAtMat(15_000)).toBe(true);
});

test('a moment unseen changes nothing, and being gone does', () => {
  const place = new MatOrLaptop();
  place.seen(10_000);
  expect(place.isAtMat(13_000)).toBe(true);
  expect(place.isAtMat(16_000)).toBe(false);
  place.seen(20_000);
  place.reset();
  expect(place.isAtMat(20_001)).toBe(false);
});
