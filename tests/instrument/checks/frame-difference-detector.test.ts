import { expect, it } from 'vitest';
import { FrameDifferenceDetector } from '../../../src/instrument/checks/people-counter.ts';
import { noisy, paint, room } from '../../../lab/made/paint.ts';

const inLeftHalf = (x: number) => x < 320;
const inRightHalf = (x: number) => x >= 320;

/** A room with a bright bar at this x. */
const bar = (at: number, light = 0) => paint(640, 360, (x, y) => (x > at && x < at + 40 ? 200 : room(x, y)) + light);

it('knows nothing before there is an earlier picture', () => {
  const watch = new FrameDifferenceDetector();
  watch.step(bar(100));
  expect(watch.changedShare(inLeftHalf)).toBeNull();
  watch.step(bar(100));
  expect(watch.changedShare(() => false)).toBeNull();
});

it('finds a sway of four pixels at its place and nowhere else', () => {
  const watch = new FrameDifferenceDetector();
  for (const at of [100, 101, 102, 104]) watch.step(bar(at));
  expect(watch.changedShare(inLeftHalf)).toBeGreaterThan(0.02);
  expect(watch.changedShare(inRightHalf)).toBe(0);
});

it('ignores video noise and a lamp that is switched on', () => {
  const watch = new FrameDifferenceDetector();
  for (const light of [0, 0, 15, 15]) watch.step(noisy(bar(100, light), 6, light + 1));
  expect(watch.changedShare(() => true)).toBeLessThan(0.005);
});

it('does not compare pictures of another size or turned on their side', () => {
  for (const other of [paint(320, 180, room), paint(360, 640, room)]) {
    const watch = new FrameDifferenceDetector();
    watch.step(bar(100));
    watch.step(other);
    expect(watch.changedShare(() => true)).toBeNull();
    watch.step(bar(100));
    expect(watch.changedShare(() => true)).toBe(0);
  }
});
