import { describe, expect, it } from 'vitest';
import { FrozenPicture } from '../../../src/instrument/checks/frozen-picture.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { noisy, paint, room } from '../support/paint.ts';
import { HEIGHT, person, WIDTH } from './moving-room.ts';

/** Frames a second. */
const RATE = 12;
const base = paint(WIDTH, HEIGHT, room);
/** A still person before a good camera: sensor noise of one grey level. */
const living = (index: number): Picture => noisy(base, 1, index + 1);

/** Whether each frame counts as frozen. */
function frozen(
  seconds: number,
  frame: (time: number, index: number) => Picture,
  who = person as typeof person | null,
) {
  const watch = new FrozenPicture();
  return Array.from({ length: seconds * RATE }, (_, i) => watch.step(frame(i / RATE, i), who, i / RATE));
}

describe('a picture', () => {
  it('of a person who holds still is living', () => {
    expect(frozen(4, (_, i) => living(i))).not.toContain(true);
  });

  it('of a person who holds still is living although each is shown three times', () => {
    expect(frozen(4, (_, i) => living(Math.floor(i / 3)))).not.toContain(true);
  });

  it('that repeats is frozen after three tenths of a second', () => {
    const seen = frozen(4, (time, i) => living(time < 1 ? i : 0));
    expect(seen.indexOf(true) / RATE).toBeGreaterThan(1.2);
    expect(seen.indexOf(true) / RATE).toBeLessThan(1.5);
    expect(seen.at(-1)).toBe(true);
  });

  it('that repeats for a quarter of a second is not frozen', () => {
    expect(frozen(4, (time, i) => living(time > 1 && time < 1.25 ? 0 : i))).not.toContain(true);
  });

  it('that froze for a second is living again three pictures after that, however still the person', () => {
    const seen = frozen(4, (time, i) => living(time >= 1 && time < 2.2 ? 0 : i));
    expect(seen[25]).toBe(true);
    expect(seen.slice(30)).not.toContain(true);
  });

  it('stays frozen when a key frame of the coder shifts its grey levels a little', () => {
    const shifted = {
      ...base,
      rgba: base.rgba.map((value, i) => (i % 4 === 3 ? value : value + ((i >> 2) % 3 === 0 ? 4 : 0))),
    };
    const seen = frozen(4, (time) => (Math.floor(time) % 2 === 0 ? base : shifted));
    expect(seen.slice(RATE)).not.toContain(false);
  });

  it('is living while only the person moves a little in a rendered room', () => {
    const breathing = (i: number): Picture =>
      paint(WIDTH, HEIGHT, (x, y) =>
        Math.hypot(x - WIDTH / 2, y - HEIGHT / 2) < 12 ? room(x, y, 0.5 * Math.sin(i)) : room(x, y),
      );
    expect(frozen(3, (_, i) => breathing(i))).not.toContain(true);
  });

  it('of an empty room must repeat for longer', () => {
    const seen = frozen(6, () => base, null);
    expect(seen.indexOf(true) / RATE).toBeGreaterThan(4);
    expect(seen.at(-1)).toBe(true);
  });

  it('of another size is no repeat', () => {
    expect(frozen(3, (_, i) => (i % 2 === 0 ? base : paint(40, 30, room)))).not.toContain(true);
  });
});
