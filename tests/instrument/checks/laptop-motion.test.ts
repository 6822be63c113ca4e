import { describe, expect, it } from 'vitest';
import type { BackgroundWatch } from '../../../src/instrument/checks/background-watch.ts';
import { LaptopMotion, roomShift } from '../../../src/instrument/checks/laptop-motion.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import { noisy, paint, plain, room } from '../support/paint.ts';

const WIDTH = 480;
const HEIGHT = 270;

/** The room seen after the laptop was pushed by so many pixels; every picture has its own noise. */
const roomAfter = (push: number, seed: number) =>
  noisy(
    paint(WIDTH, HEIGHT, (x, y) => room(x, y, push)),
    2,
    seed,
  );

/** Whether the laptop counts as moving after each look, for its place at each look; the looks are 0.6 s apart. */
const looks = (places: readonly number[]): boolean[] => {
  const motion = new LaptopMotion();
  return places.map((push, i) => {
    motion.step(roomAfter(push, i + 1), null, 0.6 * i);
    return motion.moves;
  });
};

describe('a laptop before the reference pose', () => {
  it('counts as still from the first picture on if it stands', () => {
    expect(looks([0, 0, 0, 0])).toEqual([false, false, false, false]);
  });

  it('counts as moving while it is pushed, and as still two looks later', () => {
    expect(looks([0, 5, 10, 10, 10, 10])).toEqual([false, true, true, true, false, false]);
  });

  it('counts as still in front of a bare wall', () => {
    const motion = new LaptopMotion();
    for (let i = 0; i < 4; i++) motion.step(plain(WIDTH, HEIGHT, 120 + i), null, 0.6 * i);
    expect(motion.moves).toBe(false);
  });

  it('counts as still despite the noise of a dim room', () => {
    const motion = new LaptopMotion();
    // Ten pictures a second of a bare wall, with noise of 7 grey levels.
    const moves = Array.from({ length: 30 }, (_, i) => {
      motion.step(noisy(plain(WIDTH, HEIGHT, 90), 7, i + 1), null, 0.1 * i);
      return motion.moves;
    });
    expect(moves.some(Boolean)).toBe(false);
  });
});

/** A picture whose width stands for the shift that the watch sees in it. */
const seen = (shift: number): Picture => ({ width: shift, height: 1, rgba: new Uint8ClampedArray(4) });
const watch: BackgroundWatch = { spots: 9, shift: (picture) => picture.width, steady: () => watch };
const still = [seen(0.2), seen(0.1), seen(0.3), seen(0)];
const swaying = [seen(3), seen(2), seen(4), seen(0)];

const verdicts = (hold: readonly Picture[], shifts: readonly number[]) => {
  const moved = roomShift(watch, 960, hold);
  return shifts.map((shift, index) => moved(seen(shift), index));
};

describe('a laptop after the reference pose', () => {
  it('counts as moved once three looks in a row see a shift', () => {
    expect(verdicts(still, [3, 3, 3, 0])).toEqual([false, false, true, true]);
    expect(verdicts(still, [3, 3, 1, 3, 3])).toEqual([false, false, false, false, false]);
  });

  it('does not count as moved while it sways no further than during the hold', () => {
    expect(verdicts(swaying, [4, 5, 4, 5])).toEqual([false, false, false, false]);
    expect(verdicts(swaying, [8, 9, 8])).toEqual([false, false, true]);
  });

  it('does not count as moved if the room shows only noise', () => {
    const noise: BackgroundWatch = { ...watch, shift: () => Infinity, steady: () => null };
    const moved = roomShift(noise, 960, still);
    expect([1, 2, 3, 4].map((time) => moved(seen(0), time))).toEqual([false, false, false, false]);
  });

  it('does not count as moved if nothing in the room can be followed', () => {
    expect(roomShift(null, 960, still)(seen(50), 0)).toBe(false);
  });
});
