import type { Pixels } from '../geometry/units.ts';

/** The grey picture of one frame: 0…255, row by row from the top left. Every stage but the pose model works on it. */
export interface Picture {
  readonly width: Pixels;
  readonly height: Pixels;
  readonly grey: Uint8ClampedArray;
}

/** Luma (ITU-R BT.601) of pixels with 8-bit red, green, blue and opacity. */
export function greyOf(rgba: ArrayLike<number>): Uint8ClampedArray<ArrayBuffer> {
  const grey = new Uint8ClampedArray(rgba.length / 4);
  for (let i = 0, from = 0; i < grey.length; i++, from += 4) {
    const weighted = 77 * (rgba[from] as number) + 150 * (rgba[from + 1] as number) + 29 * (rgba[from + 2] as number);
    grey[i] = (weighted + 128) >> 8;
  }
  return grey;
}
