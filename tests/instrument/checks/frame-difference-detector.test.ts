import { expect, it } from 'vitest';
import { FrameDifferenceDetector } from '../../../src/instrument/checks/frame-difference-detector.ts';
import { noisy, paint, room } from '../paint.ts';

const inLeftHalf = (x: number) => x < 320;
const inRightHalf = (x: number) => x >= 320;

/** A room in which a bright bar stands at this place. */
const bar = (at: number, light = 0) => paint(640, 360, (x, y) => (x > at && x < at + 40 ? 200 : room(x, y)) + light);

it('nothing is known before there is anything to compare with', () => {
  const watch = new FrameDifferenceDetector();
  watch.step(bar(100));
  expect(watch.changed(inLeftHalf)).toBeNull();
  watch.step(bar(100));
  expect(watch.changed(() => false)).toBeNull();
});

it('a sway of four pixels is seen where it is, and nowhere else', () => {
  const watch = new FrameDifferenceDetector();
  for (const at of [100, 101, 102, 104]) watch.step(bar(at));
  expect(watch.changed(inLeftHalf)).toBeGreaterThan(0.02);
  expect(watch.changed(inRightHalf)).toBe(0);
});

it('video noise and a lamp that is switched on are no stirring', () => {
  const watch = new FrameDifferenceDetector();
  for (const light of [0, 0, 15, 15]) watch.step(noisy(bar(100, light), 6, light + 1));
  expect(watch.changed(() => true)).toBeLessThan(0.005);
});

it('a picture of another size or turned on its side is nothing to compare with', () => {
  for (const other of [paint(320, 180, room), paint(360, 640, room)]) {
    const watch = new FrameDifferenceDetector();
    watch.step(bar(100));
    watch.step(other);
    expect(watch.changed(() => true)).toBeNull();
    watch.step(bar(100));
    expect(watch.changed(() => true)).toBe(0);
  }
});

it('once it has forgotten, there is nothing to compare with', () => {
  const watch = new FrameDifferenceDetector();
  for (const at of [100, 200]) watch.step(bar(at));
  watch.forget();
  expect(watch.changed(() => true)).toBeNull();
  watch.step(bar(100));
  expect(watch.changed(() => true)).toBeNull();
});
