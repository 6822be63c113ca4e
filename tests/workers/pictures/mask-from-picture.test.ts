import { expect, test } from 'vitest';
import { maskAt } from '../../../src/instrument/outline/person-mask.ts';
import { maskFrom } from '../../../workers/pictures/mask-from-picture.ts';

test.each([
  [8, 5],
  [5, 8],
  [6, 6],
])('a mask of a picture of %i × %i covers that picture, pixel by pixel', (width, height) => {
  const rgba = new Float32Array(width * height * 4);
  const at = (x: number, y: number) => ((y * width + x) % 7) / 7;
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) rgba[4 * (y * width + x)] = at(x, y);
  const mask = maskFrom(rgba, { width, height });
  for (let y = 1; y + 2 < height; y++)
    for (let x = 1; x + 2 < width; x++) expect(maskAt(mask, x + 0.5, y + 0.5)).toBeCloseTo(at(x, y), 5);
});
