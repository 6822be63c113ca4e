import { type Region, toPicture } from './region.ts';

/** A picture as RGBA bytes, row by row from the top left. */
export interface CropSource {
  readonly data: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
}

/** Values of black and white in a network's input. */
export interface ValueRange {
  readonly black: number;
  readonly white: number;
}

/**
 * Cuts a region out of the picture as RGB floats, `side` × `side`: bilinear between the pixels' middles, black outside
 * the picture. Not done on a canvas, because every browser scales canvases in its own way; the cost is small beside the
 * model's.
 */
export const cropRegion = (
  source: CropSource,
  region: Region,
  side: number,
  range: ValueRange,
  out: Float32Array,
): void => {
  const scale = (range.white - range.black) / 255;
  // The first output pixel's middle, in pixel indices: an index means the middle of a pixel, so it is the position
  // minus 0.5.
  const first = toPicture(region, 0.5 / side, 0.5 / side);
  const stepRight = (region.size / side) * Math.cos(region.rotation);
  const stepDown = (region.size / side) * Math.sin(region.rotation);
  for (let row = 0, at = 0; row < side; row++) {
    let x = first.x - 0.5 - row * stepDown;
    let y = first.y - 0.5 + row * stepRight;
    for (let column = 0; column < side; column++, at += 3, x += stepRight, y += stepDown) {
      sample(source, x, y, out, at);
      out[at] = (out[at] ?? 0) * scale + range.black;
      out[at + 1] = (out[at + 1] ?? 0) * scale + range.black;
      out[at + 2] = (out[at + 2] ?? 0) * scale + range.black;
    }
  }
};

/** Red, green and blue (0…255) at a position in pixel indices. */
const sample = (source: CropSource, x: number, y: number, out: Float32Array, at: number): void => {
  const { data, width, height } = source;
  const left = Math.floor(x);
  const top = Math.floor(y);
  if (left < -1 || top < -1 || left >= width || top >= height) {
    out[at] = 0;
    out[at + 1] = 0;
    out[at + 2] = 0;
    return;
  }
  const toRight = x - left;
  const toBottom = y - top;
  const inLeft = left >= 0 ? 1 - toRight : 0;
  const inRight = left + 1 < width ? toRight : 0;
  const inTop = top >= 0 ? 1 - toBottom : 0;
  const inBottom = top + 1 < height ? toBottom : 0;
  const topLeft = inTop * inLeft;
  const topRight = inTop * inRight;
  const bottomLeft = inBottom * inLeft;
  const bottomRight = inBottom * inRight;
  // A neighbour outside the picture has weight 0, so any pixel may be read in its place.
  const here = 4 * (Math.max(0, top) * width + Math.max(0, left));
  const right = left >= 0 && left + 1 < width ? here + 4 : here;
  const down = top >= 0 && top + 1 < height ? 4 * width : 0;
  for (let channel = 0; channel < 3; channel++) {
    out[at + channel] =
      topLeft * (data[here + channel] ?? 0) +
      topRight * (data[right + channel] ?? 0) +
      bottomLeft * (data[here + down + channel] ?? 0) +
      bottomRight * (data[right + down + channel] ?? 0);
  }
};
