import { describe, expect, it, vi } from 'vitest';
import { LANDMARK_COUNT, type Landmarks } from '../../../src/instrument/input/landmarks.ts';
import {
  mirrorLandmarksBack,
  mirrorMaskBack,
  mirrorPicture,
  type QuarterTurns,
  turnLandmarksBack,
  turnPixels,
} from '../../../workers/engine/orientation-search.ts';
import { maskAt, type PersonMask } from '../../../src/instrument/outline/trunk-contour.ts';
import { emptyImage, FakeImageData } from '../fixtures.ts';

const WAYS: readonly QuarterTurns[] = [0, 1, 2, 3];

/** The forward rotation by definition: where a point of the picture lies in the picture rotated clockwise. */
const turnPoint = (x: number, y: number, width: number, height: number, turns: QuarterTurns) => {
  let point = { x, y, width, height };
  for (let i = 0; i < turns; i++) {
    point = { x: point.height - point.y, y: point.x, width: point.height, height: point.width };
  }
  return point;
};

describe('a rotated picture', () => {
  it('has its top left pixel where a clockwise rotation puts it', () => {
    // 1 2 3
    // 4 5 6
    const pixels = Uint32Array.of(1, 2, 3, 4, 5, 6);
    const size = { width: 3, height: 2 };
    expect([...turnPixels(pixels, size, 0)]).toEqual([1, 2, 3, 4, 5, 6]);
    expect([...turnPixels(pixels, size, 1)]).toEqual([4, 1, 5, 2, 6, 3]);
    expect([...turnPixels(pixels, size, 2)]).toEqual([6, 5, 4, 3, 2, 1]);
    expect([...turnPixels(pixels, size, 3)]).toEqual([3, 6, 2, 5, 1, 4]);
  });
});

describe('landmarks of a rotated picture', () => {
  const size = { width: 640, height: 359 };

  it.each(WAYS)('lie at their places when they are mapped back from %i quarter turns', (turns) => {
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
      // 1e-4 px: single precision of positions below 1000 px.
      expect(Math.abs((back.points[2 * i] ?? 0) - x)).toBeLessThan(1e-4);
      expect(Math.abs((back.points[2 * i + 1] ?? 0) - y)).toBeLessThan(1e-4);
      // 1e-6 m: the same for positions below 2 m.
      world.forEach((value, axis) => expect(Math.abs((back.world[3 * i + axis] ?? 0) - value)).toBeLessThan(1e-6));
    });
    expect(back.score).toBe(found.score);
  });

  it('leave the arrays of the model unchanged', () => {
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

vi.stubGlobal('ImageData', FakeImageData);

const WIDTH = 640;

describe('a mirrored picture', () => {
  it('has every row reversed, and is the original after a second time', () => {
    const picture = emptyImage(3, 2);
    picture.data.set(Array.from({ length: 24 }, (_, i) => i));
    const mirrored = mirrorPicture(picture);
    expect([mirrored.width, mirrored.height]).toEqual([3, 2]);
    // First bytes of the six pixels: 0 4 8 / 12 16 20.
    expect([...mirrored.data].filter((_, i) => i % 4 === 0)).toEqual([8, 4, 0, 20, 16, 12]);
    expect([...mirrorPicture(mirrored).data]).toEqual([...picture.data]);
  });
});

describe('landmarks of a mirrored picture', () => {
  const found: Landmarks = {
    points: Float32Array.from({ length: 2 * LANDMARK_COUNT }, (_, i) => 3 * i),
    visibility: Float32Array.from({ length: LANDMARK_COUNT }, (_, i) => i / LANDMARK_COUNT),
    world: Float32Array.from({ length: 3 * LANDMARK_COUNT }, (_, i) => i - 40),
    score: 0.9,
  };
  const back = mirrorLandmarksBack(found, WIDTH);

  it.each([
    ['nose', 0, 0],
    ['inner eye', 1, 4],
    ['mouth', 9, 10],
    ['shoulder', 11, 12],
    ['knee', 25, 26],
    ['toe', 31, 32],
  ])('lie on the other side of the picture and of the person: %s', (_, left, right) => {
    for (const [from, to] of [
      [left, right],
      [right, left],
    ] as const) {
      expect(back.points[2 * to]).toBe(WIDTH - (found.points[2 * from] ?? NaN));
      expect(back.points[2 * to + 1]).toBe(found.points[2 * from + 1]);
      expect(back.visibility[to]).toBe(found.visibility[from]);
      const [x = NaN, y, z] = found.world.slice(3 * from, 3 * from + 3);
      expect(back.world.slice(3 * to, 3 * to + 3)).toEqual(Float32Array.of(-x, y ?? NaN, z ?? NaN));
    }
  });
});

describe('a mask of a mirrored picture', () => {
  it('covers the same person, even if it is rotated', () => {
    const mask: PersonMask = {
      values: Float32Array.from({ length: 64 }, (_, i) => ((i * 37) % 64) / 64),
      side: 8,
      x: 200,
      y: 150,
      size: 160,
      rotation: 0.4,
    };
    const back = mirrorMaskBack(mask, WIDTH);
    for (const [x, y] of [
      [200, 150],
      [230, 120],
      [170, 190],
    ] as const) {
      expect(maskAt(mask, x, y)).toBeGreaterThan(0);
      expect(maskAt(back, WIDTH - x, y)).toBeCloseTo(maskAt(mask, x, y), 6);
    }
  });
});
