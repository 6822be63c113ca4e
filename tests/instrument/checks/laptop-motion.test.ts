import { describe, expect, it } from 'vitest';
import { LaptopMotion } from '../../../src/instrument/checks/laptop-motion.ts';
import { noisy, paint, plain, room } from '../paint.ts';

const WIDTH = 480;
const HEIGHT = 270;

/** The room from a laptop that was pushed so many pixels; every picture has noise of its own. */
const roomAfter = (push: number, seed: number) =>
  noisy(
    paint(WIDTH, HEIGHT, (x, y) => room(x, y, push)),
    2,
    seed,
  );

/** Where the laptop stands at each look, half a second apart; gives what is thought of it after each. */
const looks = (places: readonly number[]): boolean[] => {
  const motion = new LaptopMotion();
  return places.map((push, i) => {
    motion.step(roomAfter(push, i + 1), null, 0.6 * i);
    return motion.moves;
  });
};

describe('a laptop', () => {
  it('that stands is still, from the first picture on', () => {
    expect(looks([0, 0, 0, 0])).toEqual([false, false, false, false]);
  });

  it('that is pushed moves, and is still again a moment after it stands', () => {
    expect(looks([0, 5, 10, 10, 10, 10])).toEqual([false, true, true, true, false, false]);
  });

  it('before a bare wall counts as still: there is nothing to hold on to', () => {
    const motion = new LaptopMotion();
    for (let i = 0; i < 4; i++) motion.step(plain(WIDTH, HEIGHT, 120 + i), null, 0.6 * i);
    expect(motion.moves).toBe(false);
  });

  it('counts as still whatever the noise of a dim room does', () => {
    const motion = new LaptopMotion();
    // Ten pictures a second, seven grey levels of noise upon a bare wall.
    const moves = Array.from({ length: 30 }, (_, i) => {
      motion.step(noisy(plain(WIDTH, HEIGHT, 90), 7, i + 1), null, 0.1 * i);
      return motion.moves;
    });
    expect(moves.some(Boolean)).toBe(false);
  });
});
