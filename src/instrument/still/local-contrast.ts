import type { GreyPicture } from '../checks/grey-picture.ts';
import type { Pixels } from '../geometry/units.ts';

/** Half the side of the window that mean and spread are taken from, pixels of the picture at half size. */
const REACH: Pixels = 8;
/** Added to the spread (grey levels), so that sensor noise on an even surface is not blown up to texture. */
const NOISE_FLOOR = 12;
/** Grey levels of one spread. */
const GAIN = 45;

/**
 * The picture minus its local mean, over its local spread: what remains of texture and edges when the light changes. Pixels nearer to
 * the border than `REACH` use the part of the window that is inside.
 */
export function localContrast(picture: GreyPicture): GreyPicture {
  const { width, height } = picture;
  const smooth = smoothed(picture.data, width, height);
  const { sum, squares } = integrals(smooth, width, height);
  const data = new Float32Array(width * height);
  const stride = width + 1;
  for (let y = 0; y < height; y++) {
    const top = Math.max(0, y - REACH) * stride;
    const bottom = Math.min(height, y + REACH + 1) * stride;
    const rows = (bottom - top) / stride;
    for (let x = 0; x < width; x++) {
      const left = Math.max(0, x - REACH);
      const right = Math.min(width, x + REACH + 1);
      const count = rows * (right - left);
      const mean = boxSum(sum, top, bottom, left, right) / count;
      const meanSquare = boxSum(squares, top, bottom, left, right) / count;
      const spread = Math.sqrt(Math.max(0, meanSquare - mean * mean));
      const i = y * width + x;
      data[i] = (((smooth[i] as number) - mean) / (spread + NOISE_FLOOR)) * GAIN;
    }
  }
  return { ...picture, data };
}

/** @param top offset of the row above the box in the table of sums; `bottom`: of its last row */
const boxSum = (table: Float64Array, top: number, bottom: number, left: number, right: number): number =>
  (table[bottom + right] as number) -
  (table[bottom + left] as number) -
  (table[top + right] as number) +
  (table[top + left] as number);

/** Sums over all pixels above and to the left, of the values and of their squares. */
function integrals(data: Float32Array, width: number, height: number) {
  const stride = width + 1;
  const sum = new Float64Array(stride * (height + 1));
  const squares = new Float64Array(stride * (height + 1));
  for (let y = 0; y < height; y++) {
    let row = 0;
    let rowSquares = 0;
    for (let x = 0; x < width; x++) {
      const value = data[y * width + x] as number;
      row += value;
      rowSquares += value * value;
      const i = (y + 1) * stride + x + 1;
      sum[i] = (sum[i - stride] as number) + row;
      squares[i] = (squares[i - stride] as number) + rowSquares;
    }
  }
  return { sum, squares };
}

/** Smooths with the kernel (1 2 1) in both directions; the border stays as it is. */
function smoothed(data: Float32Array, width: number, height: number): Float32Array {
  const rows = data.slice();
  for (let y = 0; y < height; y++) {
    for (let x = 1, i = y * width + 1; x < width - 1; x++, i++) {
      rows[i] = ((data[i - 1] as number) + 2 * (data[i] as number) + (data[i + 1] as number)) / 4;
    }
  }
  const out = rows.slice();
  for (let y = 1; y < height - 1; y++) {
    for (let x = 0, i = y * width; x < width; x++, i++) {
      out[i] = ((rows[i - width] as number) + 2 * (rows[i] as number) + (rows[i + width] as number)) / 4;
    }
  }
  return out;
}
