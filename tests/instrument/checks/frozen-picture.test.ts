import { describe, expect, it } from 'vitest';
import { FrozenPicture } from '../../../src/instrument/checks/frozen-picture.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { seededNormal } from '../../../lab/made/noise.ts';
import { noisy, paint, room } from '../../../lab/made/paint.ts';
import { seenAt } from '../../../lab/made/truth-landmarks.ts';
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
  it('that repeats is frozen after three tenths of a second', () => {
    const seen = frozen(4, (time, i) => living(time < 1 ? i : 0));
    expect(seen.indexOf(true) / RATE).toBeGreaterThan(1.2);
    expect(seen.indexOf(true) / RATE).toBeLessThan(1.5);
    expect(seen.at(-1)).toBe(true);
  });

  it('that froze for a second is living again three pictures after that, however still the person', () => {
    const seen = frozen(4, (time, i) => living(time >= 1 && time < 2.2 ? 0 : i));
    expect(seen[25]).toBe(true);
    expect(seen.slice(30)).not.toContain(true);
  });

  it('stays frozen when a key frame of the coder shifts its grey levels a little', () => {
    const shifted = {
      ...base,
      grey: base.grey.map((value, i) => value + (i % 3 === 0 ? 4 : 0)),
    };
    const seen = frozen(4, (time) => (Math.floor(time) % 2 === 0 ? base : shifted));
    expect(seen.slice(RATE)).not.toContain(false);
  });

  /** A coder's own errors: one small block in a hundred is brighter by four grey levels, in each picture others. */
  const coded = (picture: Picture, index: number): Picture => {
    const random = seededNormal(index + 1);
    const across = Math.ceil(picture.width / 2);
    const bright = new Set<number>();
    for (let k = 0; k < 0.01 * across * (picture.height / 2); k++)
      bright.add(Math.floor(Math.abs(random()) * 1e6) % (across * Math.ceil(picture.height / 2)));
    const isBright = (at: number): boolean =>
      bright.has(((at % picture.width) >> 1) + (Math.floor(at / picture.width) >> 1) * across);
    return { ...picture, grey: picture.grey.map((value, i) => (isBright(i) ? value + 4 : value)) };
  };
  /** A person who takes most of the picture. */
  const large = seenAt(
    Array.from({ length: 66 }, (_, i) => (i % 2 === 0 ? WIDTH : HEIGHT) * (i % 4 < 2 ? 0.15 : 0.85)),
  );

  it('that a coder codes anew each time is frozen after two seconds, and living again two pictures later', () => {
    const seen = frozen(6, (time, i) => (time >= 1 && time < 4.5 ? coded(base, i) : living(i)), large);
    expect(seen.indexOf(true) / RATE).toBeGreaterThan(2.9);
    expect(seen.indexOf(true) / RATE).toBeLessThan(3.3);
    expect(seen.slice(seen.indexOf(true), 4.5 * RATE)).not.toContain(false);
    expect(seen.slice(4.5 * RATE + 3)).not.toContain(true);
  });

  it('that a coder codes anew is frozen through a key frame that differs more', () => {
    const seen = frozen(6, (time, i) => (time < 1 ? living(i) : coded(i === 4 * RATE ? living(3) : base, i)), large);
    expect(seen.slice(3.3 * RATE)).not.toContain(false);
  });

  it('of an empty room must repeat for longer', () => {
    const seen = frozen(6, () => base, null);
    expect(seen.indexOf(true) / RATE).toBeGreaterThan(4);
    expect(seen.at(-1)).toBe(true);
  });

  /** The room with another look round its middle. */
  const middle = (radius: number, look: (x: number, y: number) => number): Picture =>
    paint(WIDTH, HEIGHT, (x, y) => (Math.hypot(x - WIDTH / 2, y - HEIGHT / 2) < radius ? look(x, y) : room(x, y)));
  const chest = (time: number): Picture => middle(40, (x, y) => room(x, y - Math.sin(1.5 * time)));

  it.each([
    ['of a person who holds still', () => frozen(4, (_, i) => living(i))],
    ['of one, though each is shown three times', () => frozen(4, (_, i) => living(Math.floor(i / 3)))],
    ['that repeats for a quarter of a second', () => frozen(4, (t, i) => living(t > 1 && t < 1.25 ? 0 : i))],
    ['coded anew while a chest rises by a pixel', () => frozen(6, (t, i) => coded(chest(t), i), large)],
    ['of a room without anybody, coded anew', () => frozen(4, (_, i) => coded(base, i), null)],
    [
      'of a rendered room in which only the person moves a little',
      () => frozen(3, (_, i) => middle(12, (x, y) => room(x, y, 0.5 * Math.sin(i)))),
    ],
    ['of another size each time', () => frozen(3, (_, i) => (i % 2 === 0 ? base : paint(40, 30, room)))],
  ])('%s is living', (_, seen) => {
    expect(seen()).not.toContain(true);
  });
});
