import { describe, expect, it } from 'vitest';
import { LaptopMotion } from '../../../src/instrument/checks/background-watch.ts';
import { noisy, paint, plain, room } from '../../../lab/made/paint.ts';

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

  it.each([
    ['green', plain(WIDTH, HEIGHT, 150)],
    ['green but for its upper third', paint(WIDTH, HEIGHT, (x, y) => (y < HEIGHT / 3 ? room(x, y, 0) : 150))],
    ['noise', noisy(plain(WIDTH, HEIGHT, 128), 60, 9)],
    ['another place', paint(WIDTH, HEIGHT, (x, y) => room(x + 700, y + 400, 0))],
  ])('counts as still over two broken pictures in a row, %s', (_what, broken) => {
    // Looks are half a second apart, so one of five pictures is looked at.
    for (let at = 4; at < 9; at++) {
      const motion = new LaptopMotion();
      const moves = Array.from({ length: 13 }, (__, i) => {
        motion.step(i === at || i === at + 1 ? broken : roomAfter(0, i + 1), null, 0.1 * i);
        return motion.moves;
      });
      expect(moves.some(Boolean), `${at}`).toBe(false);
    }
  });

  it('counts as moving when another room is seen for longer', () => {
    const motion = new LaptopMotion();
    const moves = Array.from({ length: 20 }, (_, i) => {
      const place = i < 8 ? 0 : 900;
      motion.step(
        noisy(
          paint(WIDTH, HEIGHT, (x, y) => room(x + place, y + place, 0)),
          2,
          i + 1,
        ),
        null,
        0.1 * i,
      );
      return motion.moves;
    });
    expect(moves.indexOf(true)).toBeGreaterThan(8);
    expect(moves.indexOf(true)).toBeLessThan(8 + 10);
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
