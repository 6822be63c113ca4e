import type { Pixels } from '../../src/instrument/geometry/units.ts';
import { type Region, toPicture } from './region.ts';

/** A picture as RGBA bytes, row by row from the top left. */
export interface CropSource {
  readonly data: ArrayLike<number>;
  readonly width: Pixels;
  readonly height: Pixels;
}

/** Values of black and white in a network's input. */
export interface ValueRange {
  readonly black: number;
  readonly white: number;
}

/**
 * Cuts a region out of the picture as RGB floats, `side` × `side`: bilinear between the pixels' middles, black outside
 * the picture. Not done on a canvas, because every browser scales canvases in its own way. One loop without calls, because it
 * runs 65,000 times a frame.
 */
export const cropRegion = (
  { data, width, height }: CropSource,
  region: Region,
  side: number,
  range: ValueRange,
  out: Float32Array,
): void => {
  const { black } = range;
  const scale = (range.white - black) / 255;
  // The first output pixel's middle, in pixel indices: an index means the middle of a pixel, so it is the position
  // minus 0.5.
  const first = toPicture(region, 0.5 / side, 0.5 / side);
  const stepRight = (region.size / side) * Math.cos(region.rotation);
  const stepDown = (region.size / side) * Math.sin(region.rotation);
  for (let row = 0, at = 0; row < side; row++) {
    let x = first.x - 0.5 - row * stepDown;
    let y = first.y - 0.5 + row * stepRight;
    for (let column = 0; column < side; column++, at += 3, x += stepRight, y += stepDown) {
      const left = Math.floor(x);
      const top = Math.floor(y);
      if (left < -1 || top < -1 || left >= width || top >= height) {
        out[at] = black;
        out[at + 1] = black;
        out[at + 2] = black;
        continue;
      }
      const inLeft = left >= 0 ? 1 - (x - left) : 0;
      const inRight = left + 1 < width ? x - left : 0;
      const inTop = top >= 0 ? 1 - (y - top) : 0;
      const inBottom = top + 1 < height ? y - top : 0;
      const topLeft = inTop * inLeft;
      const topRight = inTop * inRight;
      const bottomLeft = inBottom * inLeft;
      const bottomRight = inBottom * inRight;
      // A neighbour outside the picture has weight 0, so any pixel may be read in its place.
      const here = 4 * (Math.max(0, top) * width + Math.max(0, left));
      const right = left >= 0 && left + 1 < width ? here + 4 : here;
      const down = top >= 0 && top + 1 < height ? 4 * width : 0;
      for (let channel = 0; channel < 3; channel++) {
        const mixed =
          topLeft * (data[here + channel] as number) +
          topRight * (data[right + channel] as number) +
          bottomLeft * (data[here + down + channel] as number) +
          bottomRight * (data[right + down + channel] as number);
        out[at + channel] = Math.fround(mixed) * scale + black;
      }
    }
  }
};
