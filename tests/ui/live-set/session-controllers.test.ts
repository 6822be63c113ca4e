import { expect, test } from 'vitest';
import { MatPresence } from '../../../src/ui/live-set/session-controllers.ts';

test('a person who is seen and touches nothing is at the mat', () => {
  const presence = new MatPresence();
  expect(presence.isAtMat(10_000)).toBe(false);
  presence.seen(10_000);
  expect(presence.isAtMat(10_000)).toBe(true);
});

test('a person who has just used a key is at the laptop, although the camera sees them', () => {
  const presence = new MatPresence();
  presence.touched(10_000);
  presence.seen(11_000);
  expect(presence.isAtMat(11_000)).toBe(false);
  presence.seen(15_000);
  expect(presence.isAtMat(15_000)).toBe(true);
});

test('a person who is not seen for a moment is still at the mat, but not after 5 s or a reset', () => {
  const presence = new MatPresence();
  presence.seen(10_000);
  expect(presence.isAtMat(13_000)).toBe(true);
  expect(presence.isAtMat(16_000)).toBe(false);
  presence.seen(20_000);
  presence.reset();
  expect(presence.isAtMat(20_001)).toBe(false);
});

test('tells for how long nobody has been seen', () => {
  const presence = new MatPresence();
  expect(presence.unseenFor(10_000)).toBe(Number.POSITIVE_INFINITY);
  presence.seen(10_000);
  expect(presence.unseenFor(11_500)).toBe(1.5);
});
