import { describe, expect, it } from 'vitest';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { backgroundWatch } from '../../../src/instrument/checks/background-watch.ts';
import { noisy, paint, plain, room } from '../support/paint.ts';
import { clipOf, landmarksOf } from '../support/truth-landmarks.ts';

const WIDTH = 960;
const HEIGHT = 540;
const person = landmarksOf(clipOf('supine-sleeper-clean-far'), 0);
const furnished = (dx = 0, dy = 0): Picture => paint(WIDTH, HEIGHT, (x, y) => room(x, y - dy, dx));
const before = furnished();
/** Pixels from which the laptop counts as moved. */
const ALARM = 2.5;
const watch = backgroundWatch(before, person);
const shiftOf = (now: Picture): number => watch?.shift(now) ?? NaN;

/** The room with a box painted over. */
function covered(picture: Picture, left: number, top: number, right: number, bottom: number, seed = 0): Picture {
  const rgba = picture.rgba.slice();
  for (let y = top; y < bottom; y++)
    for (let x = left; x < right; x++)
      rgba.fill(room(x + 400 + seed, y + 77), 4 * (y * WIDTH + x), 4 * (y * WIDTH + x) + 3);
  return { ...picture, rgba };
}

describe('the room behind a person', () => {
  it('has not shifted while the laptop stands still', () => {
    expect(watch?.spots).toBeGreaterThanOrEqual(10);
    expect(shiftOf(before)).toBeCloseTo(0, 3);
  });

  it.each([
    [4, 0],
    [0, -4],
    [-3, 5],
    [8, 0],
    [1.5, 0],
  ])('that shifts by %d and %d pixels is measured to a quarter of a pixel', (dx, dy) => {
    expect(Math.abs(shiftOf(furnished(dx, dy)) - Math.hypot(dx, dy))).toBeLessThan(0.25);
  });

  it('has not shifted because of sensor noise', () => {
    for (const seed of [1, 2]) expect(shiftOf(noisy(before, 10, seed))).toBeLessThan(0.3);
  });

  it('has not shifted when the person moves with arms and shadow', () => {
    expect(shiftOf(covered(before, 200, 130, 700, 430))).toBeLessThan(0.3);
  });

  it('has not shifted when another person covers a third of it', () => {
    expect(shiftOf(covered(before, 0, 0, 320, HEIGHT))).toBeLessThan(0.5);
  });

  it('has not shifted when a lamp makes it a tenth lighter or darker', () => {
    // Brightness is not normalised, so a change moves the spots a little; the alarm is at 2.5 pixels.
    for (const factor of [0.9, 1.1])
      expect(shiftOf(paint(WIDTH, HEIGHT, (x, y) => factor * room(x, y)))).toBeLessThan(1);
  });

  it('has not shifted when the lamp is dimmed to two thirds or a half', () => {
    for (const factor of [0.7, 0.6, 0.5]) {
      const shift = watch?.shift(paint(WIDTH, HEIGHT, (x, y) => factor * room(x, y)));
      expect(shift ?? 0).toBeLessThan(ALARM);
    }
  });

  it('has not shifted when a hand covers the lens', () => {
    for (const seed of [1, 2, 3])
      expect(watch?.shift(noisy(plain(WIDTH, HEIGHT, 5), 2, seed)) ?? 0).toBeLessThan(ALARM);
  });

  it('is not taken for still when it shifts farther than a spot can be followed', () => {
    for (const dx of [-40, -24, -16, 14, 20, 40])
      expect(watch?.shift(furnished(dx, 0)) ?? Infinity).toBeGreaterThan(ALARM);
  });

  it('is not judged in a picture of another size', () => {
    expect(watch?.shift(plain(1, 1, 0))).toBeNull();
    expect(watch?.shift(plain(0, 0, 0))).toBeNull();
  });
});

describe('sensor noise', () => {
  // Grey levels; 7 is that of a webcam in a dim room.
  const NOISE = 7;
  const halfBare = paint(WIDTH, HEIGHT, (x, y) => (x < WIDTH / 2 ? room(x, y) : 90));
  const [first, second, later] = [1, 2, 3].map((seed) => noisy(halfBare, NOISE, seed)) as [Picture, Picture, Picture];

  it('is not used as a spot, because it is never there twice', () => {
    const all = backgroundWatch(first, null);
    const steady = all?.steady([second]);
    expect(all?.spots).toBe(40);
    // Four of eight columns have texture, in five rows.
    expect(steady?.spots).toBeGreaterThanOrEqual(15);
    expect(steady?.spots).toBeLessThanOrEqual(20);
    expect(steady?.shift(later) ?? NaN).toBeLessThan(0.3);
  });

  it('on a bare wall leaves nothing to watch', () => {
    const [wall, same] = [1, 2].map((seed) => noisy(plain(WIDTH, HEIGHT, 90), NOISE, seed)) as [Picture, Picture];
    expect(backgroundWatch(wall, null)).not.toBeNull();
    expect(backgroundWatch(wall, null)?.steady([same])).toBeNull();
  });

  it('does not hide a moved laptop', () => {
    const moved = noisy(
      paint(WIDTH, HEIGHT, (x, y) => (x < WIDTH / 2 ? room(x - 6, y) : 90)),
      NOISE,
      4,
    );
    expect(backgroundWatch(first, null)?.steady([second])?.shift(moved) ?? 0).toBeGreaterThan(ALARM);
  });

  it('cannot be recognised from one picture only', () => {
    expect(backgroundWatch(before, null)?.steady([])?.spots).toBe(40);
  });
});

describe('a room that cannot be watched', () => {
  it('is one without texture', () => {
    expect(backgroundWatch(plain(WIDTH, HEIGHT, 130), person)).toBeNull();
    expect(backgroundWatch(noisy(plain(WIDTH, HEIGHT, 130), 1.5, 3), person)).toBeNull();
  });

  it('is one with edges in a single direction, which show no shift along themselves', () => {
    expect(
      backgroundWatch(
        paint(WIDTH, HEIGHT, (x) => 120 + 80 * Math.sin(x / 4)),
        person,
      ),
    ).toBeNull();
  });

  it('is one that the person covers', () => {
    const near = {
      ...person,
      points: person.points.map((_, i) => (i % 4 < 2 ? 0 : i % 2 === 0 ? WIDTH : HEIGHT)),
    };
    expect(backgroundWatch(before, near)).toBeNull();
  });

  it('is a picture smaller than a spot', () => {
    expect(backgroundWatch(plain(1, 1, 0), null)).toBeNull();
    expect(backgroundWatch(paint(40, 30, room), null)).toBeNull();
  });

  it('does not include one without a person, which is watched everywhere', () => {
    expect(backgroundWatch(before, null)?.spots).toBe(40);
  });
});
