import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { OrientationSearch } from '../../../workers/engine/orientation-search.ts';
import { FakeImageData, landmarksAt, markedImage } from '../fixtures.ts';

vi.stubGlobal('ImageData', FakeImageData);

const WIDTH = 64;
const HEIGHT = 36;
const turnsOf = (image: ImageData): number => {
  const corners = [0, image.width - 1, image.width * image.height - 1, image.width * (image.height - 1)];
  return corners.findIndex((pixel) => image.data[4 * pixel] === 255);
};

describe('the search for a lying person', () => {
  let visible: number | null;
  let seen: number[];
  let resets: number;
  let search: OrientationSearch;

  beforeEach(() => {
    visible = null;
    seen = [];
    resets = 0;
    search = new OrientationSearch({
      estimate: async (image: ImageData): Promise<Landmarks | null> => {
        const turns = turnsOf(image);
        seen.push(turns);
        return turns === visible ? landmarksAt(10, 20) : null;
      },
      reset: () => {
        resets++;
      },
    });
  });

  it('runs the model once per frame on an upright person', async () => {
    visible = 0;
    for (let i = 0; i < 3; i++) expect(await search.find(markedImage(WIDTH, HEIGHT))).not.toBeNull();
    expect(seen).toEqual([0, 0, 0]);
  });

  it('tries at most one other rotation per frame, a new one each time', async () => {
    for (let i = 0; i < 4; i++) expect(await search.find(markedImage(WIDTH, HEIGHT))).toBeNull();
    expect(seen).toEqual([0, 1, 0, 2, 0, 3, 0, 1]);
  });

  it('keeps the rotation that works', async () => {
    visible = 2;
    expect(await search.find(markedImage(WIDTH, HEIGHT))).toBeNull();
    expect(await search.find(markedImage(WIDTH, HEIGHT))).not.toBeNull();
    seen.length = 0;
    expect(await search.find(markedImage(WIDTH, HEIGHT))).not.toBeNull();
    expect(seen).toEqual([2]);
  });

  it('begins the next measurement at the rotation that worked, then tries the upright picture', async () => {
    visible = 1;
    expect(await search.find(markedImage(WIDTH, HEIGHT))).not.toBeNull();
    search.reset();
    seen.length = 0;
    expect(await search.find(markedImage(WIDTH, HEIGHT))).not.toBeNull();
    search.reset();
    visible = 0;
    expect(await search.find(markedImage(WIDTH, HEIGHT))).not.toBeNull();
    expect(seen).toEqual([1, 1, 0]);
  });

  it('begins at the upright picture where nothing of the measurement before counts', async () => {
    visible = 1;
    expect(await search.find(markedImage(WIDTH, HEIGHT))).not.toBeNull();
    search.reset(true);
    seen.length = 0;
    expect(await search.find(markedImage(WIDTH, HEIGHT))).not.toBeNull();
    expect(seen).toEqual([0, 1]);
  });

  it('gives landmarks in the original picture', async () => {
    visible = 1;
    const found = await search.find(markedImage(WIDTH, HEIGHT));
    // (10, 20) in the picture rotated clockwise was x = 20, y = height − 10.
    expect(found?.points.slice(0, 2)).toEqual(Float32Array.of(20, HEIGHT - 10));
  });

  it('tries the upright picture again when a person in a rotated one is lost', async () => {
    visible = 1;
    await search.find(markedImage(WIDTH, HEIGHT));
    visible = 0;
    for (let i = 0; i < 3; i++) await search.find(markedImage(WIDTH, HEIGHT));
    seen.length = 0;
    await search.find(markedImage(WIDTH, HEIGHT));
    expect(seen).toEqual([0]);
  });

  it('resets the model whenever the rotation changes, since it followed the person in the other picture', async () => {
    await search.find(markedImage(WIDTH, HEIGHT));
    expect(resets).toBe(2);
  });

  it('tries other rotations when the instrument rejects the person for about a second', async () => {
    visible = 0;
    await search.find(markedImage(WIDTH, HEIGHT));
    for (let i = 0; i < 14; i++) search.judge(false);
    expect(resets).toBe(0);
    search.judge(false);
    expect(resets).toBe(1);
    seen.length = 0;
    await search.find(markedImage(WIDTH, HEIGHT));
    expect(seen[0]).not.toBe(0);
  });

  it('keeps the rotation when the rejection is shorter', async () => {
    visible = 0;
    await search.find(markedImage(WIDTH, HEIGHT));
    for (let i = 0; i < 40; i++) search.judge(i % 10 === 0);
    expect(resets).toBe(0);
  });
});

describe('the search in the mirrored picture', () => {
  const shown: number[] = [];
  let visible: number;
  let resets = 0;
  const mask = { values: Float32Array.of(1, 0, 0, 0), side: 2, x: 12, y: 20, size: 8, rotation: 0 };
  const estimator = {
    mask,
    estimate: async (image: ImageData): Promise<Landmarks | null> => {
      shown.push(turnsOf(image));
      return turnsOf(image) === visible ? landmarksAt(10, 20) : null;
    },
    reset: () => void resets++,
  };

  beforeEach(() => {
    shown.length = 0;
    resets = 0;
  });

  it('shows the model the mirror image and maps landmarks and mask back', async () => {
    visible = 1;
    const search = new OrientationSearch(estimator, true);
    const found = await search.find(markedImage(WIDTH, HEIGHT), true);
    expect(shown).toEqual([1]);
    expect(found?.points.slice(0, 2)).toEqual(Float32Array.of(WIDTH - 10, 20));
    expect(search.mask).toMatchObject({ x: WIDTH - 12, y: 20, values: Float32Array.of(0, 1, 0, 0) });
  });

  it('maps landmarks back from a mirror image that was rotated as well', async () => {
    visible = 2;
    const search = new OrientationSearch(estimator, true);
    expect(await search.find(markedImage(WIDTH, HEIGHT))).not.toBeNull();
    // Rotated by 90° the mirror image is 36 wide: (10, 20) there is (20, 26) in the mirror.
    const found = await search.find(markedImage(WIDTH, HEIGHT));
    expect(found?.points.slice(0, 2)).toEqual(Float32Array.of(WIDTH - 20, HEIGHT - 10));
  });

  it('finds a lying person at once after a change to the mirror, and resets the model', async () => {
    visible = 1;
    const search = new OrientationSearch(estimator);
    await search.find(markedImage(WIDTH, HEIGHT));
    await search.find(markedImage(WIDTH, HEIGHT));
    shown.length = 0;
    resets = 0;
    expect(search.showMirrored(true)).toBe(true);
    expect(search.showMirrored(true)).toBe(false);
    expect(resets).toBe(1);
    // Head to the left was rotated clockwise; in the mirror the head lies to the right.
    visible = 0;
    expect(await search.find(markedImage(WIDTH, HEIGHT))).not.toBeNull();
    expect(shown).toEqual([0]);
  });
});
