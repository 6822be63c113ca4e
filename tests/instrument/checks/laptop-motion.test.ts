import { describe, expect, it } from 'vitest';
import { LaptopMotion } from '../../../src/instrument/checks/laptop-motion.ts';
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
