import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Landmarks } from '../../src/body/landmarks.ts';
import { TurnedSearch } from '../../workers/turned-search.ts';
import { emptyImage, FakeImageData, landmarksAt } from './fixtures.ts';

vi.stubGlobal('ImageData', FakeImageData);

const WIDTH = 64;
const HEIGHT = 36;
/** A mark in the top left corner tells which way a picture was turned when it came to the model. */
const markedImage = () => {
  const image = emptyImage(WIDTH, HEIGHT);
  image.data[0] = 255;
  return image;
};
const turnsOf = (image: ImageData): number => {
  const corners = [0, image.width - 1, image.width * image.height - 1, image.width * (image.height - 1)];
  return corners.findIndex((pixel) => image.data[4 * pixel] === 255);
};

describe('the search for a person who lies down', () => {
  let visible: number | null;
  let seen: number[];
  let resets: number;
  let search: TurnedSearch;

  beforeEach(() => {
    visible = null;
    seen = [];
    resets = 0;
    search = new TurnedSearch({
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

  it('looks at an upright person once a frame', async () => {
    visible = 0;
    for (let i = 0; i < 3; i++) expect(await search.find(markedImage())).not.toBeNull();
    expect(seen).toEqual([0, 0, 0]);
  });

  it('tries at most one other way a frame, a new one each time', async () => {
    for (let i = 0; i < 4; i++) expect(await search.find(markedImage())).toBeNull();
    expect(seen).toEqual([0, 1, 0, 2, 0, 3, 0, 1]);
  });

  it('keeps the way that works', async () => {
    visible = 2;
    expect(await search.find(markedImage())).toBeNull();
    expect(await search.find(markedImage())).not.toBeNull();
    seen.length = 0;
    expect(await search.find(markedImage())).not.toBeNull();
    expect(seen).toEqual([2]);
  });

  it('gives landmarks in the picture as it came', async () => {
    visible = 1;
    const found = await search.find(markedImage());
    // (10, 20) in the picture turned clockwise came from x = 20, y = height - 10.
    expect(found?.points.slice(0, 2)).toEqual(Float32Array.of(20, HEIGHT - 10));
  });

  it('tries the upright picture again when a turned person is lost', async () => {
    visible = 1;
    await search.find(markedImage());
    visible = 0;
    for (let i = 0; i < 3; i++) await search.find(markedImage());
    seen.length = 0;
    await search.find(markedImage());
    expect(seen).toEqual([0]);
  });

  it('starts the model afresh whenever the way changes, since its track lies in the other picture', async () => {
    await search.find(markedImage());
    expect(resets).toBe(2);
  });

  it('looks elsewhere when what it follows is not believed for a second or so', async () => {
    visible = 0;
    await search.find(markedImage());
    for (let i = 0; i < 14; i++) search.judge(false);
    expect(resets).toBe(0);
    search.judge(false);
    expect(resets).toBe(1);
    seen.length = 0;
    await search.find(markedImage());
    expect(seen[0]).not.toBe(0);
  });

  it('goes on following when doubts are shorter than that', async () => {
    visible = 0;
    await search.find(markedImage());
    for (let i = 0; i < 40; i++) search.judge(i % 10 === 0);
    expect(resets).toBe(0);
  });
});
