import { describe, expect, it, vi } from 'vitest';
import { LANDMARK_COUNT, type Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { maskAt, type PersonMask } from '../../../src/instrument/outline/person-mask.ts';
import { mirrorLandmarksBack, mirrorMaskBack, mirrorPicture } from '../../../workers/pictures/mirrored-picture.ts';
import { emptyImage, FakeImageData } from '../fixtures.ts';

vi.stubGlobal('ImageData', FakeImageData);

const WIDTH = 640;

describe('a picture in a mirror', () => {
  it('has every row the other way round, and is itself again in a second mirror', () => {
    const picture = emptyImage(3, 2);
    picture.data.set(Array.from({ length: 24 }, (_, i) => i));
    const mirrored = mirrorPicture(picture);
    expect([mirrored.width, mirrored.height]).toEqual([3, 2]);
    // First bytes of the six pixels: 0 4 8 / 12 16 20.
    expect([...mirrored.data].filter((_, i) => i % 4 === 0)).toEqual([8, 4, 0, 20, 16, 12]);
    expect([...mirrorPicture(mirrored).data]).toEqual([...picture.data]);
  });
});

describe('landmarks found in a mirror', () => {
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

  it('are themselves again in a second mirror', () => {
    const again = mirrorLandmarksBack(back, WIDTH);
    expect(again).toEqual(found);
  });
});

describe('a mask found in a mirror', () => {
  it('covers the same person, also where it is turned', () => {
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
