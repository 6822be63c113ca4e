import { describe, expect, it } from 'vitest';
import { checkLight } from '../../../src/instrument/checks/light-check.ts';
import { noisy, paint, plain } from '../../../lab/made/paint.ts';
import { seenAt } from '../../../lab/made/truth-landmarks.ts';

const WIDTH = 320;
const HEIGHT = 180;
/** A picture of two tones with about this mean and standard deviation. */
const twoTones = (mean: number, sd: number) =>
  paint(WIDTH, HEIGHT, (x, y) => mean + sd * ((Math.floor(x / 7) + Math.floor(y / 5)) % 2 === 0 ? 1 : -1));

describe('the light check', () => {
  it.each([
    ['black and flat', 3, 'lens-covered'],
    ['almost black and flat', 15, 'lens-covered'],
    ['dark', 35, 'too-dark'],
    ['of one grey, as of a thumb or a sticker', 120, 'lens-covered'],
    ['washed out', 240, 'too-bright'],
  ] as const)('reports for a picture that is %s: %s', (_, brightness, problem) => {
    expect(checkLight(plain(WIDTH, HEIGHT, brightness)).problem).toBe(problem);
  });

  it('calls a black picture with some texture too dark, not covered', () => {
    expect(checkLight(twoTones(15, 14)).problem).toBe('too-dark');
  });

  it('recognises a covered lens despite its noise', () => {
    expect(checkLight(noisy(plain(WIDTH, HEIGHT, 6), 4, 1)).problem).toBe('lens-covered');
  });

  it('measures mean and standard deviation', () => {
    const { mean, sd } = checkLight(twoTones(120, 30));
    // The samples lie on a grid of 13 pixels that meets both tones about equally often.
    expect(mean).toBeGreaterThan(114);
    expect(mean).toBeLessThan(126);
    expect(sd).toBeGreaterThan(27);
    expect(sd).toBeLessThan(31);
  });

  it.each([
    [1, 1],
    [0, 0],
    [3, 200],
  ])('gives finite numbers for a picture of %i × %i', (width, height) => {
    const { mean, sd } = checkLight(plain(width, height, 120));
    expect(Number.isFinite(mean) && Number.isFinite(sd)).toBe(true);
  });
});

describe('the light on a person who is found', () => {
  const landmarks = (x: number, y: number) => seenAt(Array.from({ length: 66 }, (_, i) => (i % 2 === 0 ? x + i : y)));
  /** A band of skin and clothes across a room of one brightness with a little structure. */
  const person = (wall: number, skin: number, clothes: number) =>
    paint(WIDTH, HEIGHT, (x, y) => {
      if (y < 80 || y > 110 || x < 110 || x > 210) return wall + ((x + y) % 3);
      return x % 24 < 12 ? skin : clothes;
    });

  it('is right in a white studio, in light and in dark clothes', () => {
    for (const clothes of [25, 60, 210])
      expect(checkLight(person(250, 165, clothes), landmarks(125, 95))).toMatchObject({ problem: null, remark: null });
  });

  it.each([
    [18, true],
    [59, true],
    [71, false],
    [190, false],
  ])('tells dark clothes from bright ones in a bright room: brightness %i', (clothes, dark) => {
    const dressed = paint(WIDTH, HEIGHT, (x, y) => (y < 80 || y > 110 ? 150 + ((x + y) % 3) : clothes));
    expect(checkLight(dressed, landmarks(125, 95))).toMatchObject({ problem: null, darkClothes: dark });
  });

  it('knows nothing of clothes while nobody is found', () => {
    expect(checkLight(plain(WIDTH, HEIGHT, 30)).darkClothes).toBe(false);
  });

  it('is right in a black studio', () => {
    expect(checkLight(person(12, 165, 60), landmarks(125, 95))).toMatchObject({ problem: null, remark: null });
  });

  it('is not blamed in a white studio in which nobody is found', () => {
    expect(checkLight(person(250, 165, 60)).problem).not.toBe('too-bright');
  });

  it('is not blamed in a lit room with a window and dark things, in which nobody is found', () => {
    const lit = (x: number, y: number) => (x > 270 ? 250 : x < 120 ? 30 : 90 + ((x + y) % 60));
    expect(checkLight(paint(WIDTH, HEIGHT, lit)).problem).toBeNull();
  });
});
