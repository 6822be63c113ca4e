import { describe, expect, it } from 'vitest';
import { LANDMARK_COUNT, type Landmarks } from '../../../src/instrument/input/landmarks.ts';
import {
  type QuarterTurns,
  turnedSize,
  turnLandmarksBack,
  turnPixels,
} from '../../../workers/pictures/turned-picture.ts';

const WAYS: readonly QuarterTurns[] = [0, 1, 2, 3];

/** The forward turn, written from its definition: a point of the picture seen in the picture turned clockwise. */
const turnPoint = (x: number, y: number, width: number, height: number, turns: QuarterTurns) => {
  let point = { x, y, width, height };
  for (let i = 0; i < turns; i++) {
    point = { x: point.height - point.y, y: point.x, width: point.height, height: point.width };
  }
  return point;
};

describe('a turned picture', () => {
  it('has its top left pixel where a clockwise turn carries it', () => {
    // 1 2 3
    // 4 5 6
    const pixels = Uint32Array.of(1, 2, 3, 4, 5, 6);
    const size = { width: 3, height: 2 };
    expect([...turnPixels(pixels, size, 0)]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...turnPixels(pixels, size, 1)]).toEqual([4, 1, 5, 2, 6, 3]);
    expect([...turnPixels(pixels, size, 2)]).toEqual([6, 5, 4, 3, 2, 1]);
    expect([...turnPixels(pixels, size, 3)]).toEqual([3, 6, 2, 5, 1, 4]);
  });

  it('is the picture itself again after four quarter turns, also with odd sides', () => {
    const size = { width: 7, height: 5 };
    const pixels = Uint32Array.from({ length: 35 }, (_, i) => i * 2654435761);
    let turned: Uint32Array = pixels;
    let turnedTo: { width: number; height: number } = size;
    for (let i = 0; i < 4; i++) {
      turned = turnPixels(turned, turnedTo, 1);
      turnedTo = turnedSize(turnedTo, 1);
    }
    expect(turnedTo).toEqual(size);
    expect([...turned]).toEqual([...pixels]);
  });

  it('gives the same pixels by one turn of 180° or 270° as by quarter turns', () => {
    const size = { width: 4, height: 3 };
    const pixels = Uint32Array.from({ length: 12 }, (_, i) => i);
    const once = turnPixels(pixels, size, 1);
    const twice = turnPixels(once, turnedSize(size, 1), 1);
    expect([...turnPixels(pixels, size, 2)]).toEqual([...twice]);
    expect([...turnPixels(pixels, size, 3)]).toEqual([...turnPixels(twice, size, 1)]);
  });
});

describe('landmarks found in a turned picture', () => {
  const size = { width: 640, height: 359 };

  it.each(WAYS)('lie where they belong once they are turned back from %i quarter turns', (turns) => {
    const original = Array.from({ length: LANDMARK_COUNT }, (_, i) => ({
      x: 19.37 * i,
      y: 358 - 10.73 * i,
      world: [0.031 * i, -0.017 * i, 0.4 - 0.02 * i] as const,
    }));
    const found: Landmarks = {
      points: Float32Array.from(
        original.flatMap(({ x, y }) => {
          const point = turnPoint(x, y, size.width, size.height, turns);
          return [point.x, point.y];
        }),
      ),
      world: Float32Array.from(
        original.flatMap(({ world: [x, y, z] }) => {
          const turned = turnPoint(x, y, 0, 0, turns);
          return [turned.x, turned.y, z];
        }),
      ),
      visibility: new Float32Array(LANDMARK_COUNT).fill(0.9),
      score: 0.9,
    };
    const back = turnLandmarksBack(found, size, turns);
    original.forEach(({ x, y, world }, i) => {
      // 1e-4 px: what single precision leaves of positions below 1000 px.
      expect(Math.abs((back.points[2 * i] ?? 0) - x)).toBeLessThan(1e-4);
      expect(Math.abs((back.points[2 * i + 1] ?? 0) - y)).toBeLessThan(1e-4);
      // 1e-6 m: the same for positions below 2 m.
      world.forEach((value, axis) => expect(Math.abs((back.world[3 * i + axis] ?? 0) - value)).toBeLessThan(1e-6));
    });
    expect(back.score).toBe(found.score);
  });

  it('leave the arrays of the model alone', () => {
    const points = new Float32Array(2 * LANDMARK_COUNT).fill(5);
    const found = {
      points,
      world: new Float32Array(3 * LANDMARK_COUNT).fill(1),
      visibility: new Float32Array(LANDMARK_COUNT),
      score: 1,
    };
    turnLandmarksBack(found, size, 3);
    expect(points.every((value) => value === 5)).toBe(true);
    expect(found.world.every((value) => value === 1)).toBe(true);
  });
});
