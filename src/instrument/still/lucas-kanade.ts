import type { PicturePoint } from '../geometry/picture-points.ts';
import type { Pixels } from '../geometry/units.ts';
import type { GreyPicture } from '../input/picture.ts';

/** Half the side of the window that is followed: 11 × 11 pixels. */
export const WINDOW_REACH: Pixels = 5;
const WINDOW_SIZE = (2 * WINDOW_REACH + 1) ** 2;
/** Most iterations on each level of the pyramid. */
const ITERATIONS = 12;

/** Added to the diagonal of the normal matrix, so that a window with only one edge can be followed across that edge. */
const DAMPING = 1e-2;
/** Squared step below which the iteration ends, pixels². */
const SETTLED_SQUARED = 1e-4;

/**
 * Pyramidal Lucas–Kanade point tracking (Bouguet 2000): finds a small window of picture A again in picture B.
 * Coordinates are pixels of the finest level. An instance holds the work space, so that nothing is allocated per point.
 */
export class PointFlow {
  readonly #template = new Float32Array(WINDOW_SIZE);
  readonly #gx = new Float32Array(WINDOW_SIZE);
  readonly #gy = new Float32Array(WINDOW_SIZE);

  /**
   * Follows the point (x, y) of A into B, starting from a guess.
   * @param a pyramid of picture A, finest first
   * @param b pyramid of picture B
   * @returns null: the window left picture A, or the point left picture B
   */
  follow(
    a: readonly GreyPicture[],
    b: readonly GreyPicture[],
    x: number,
    y: number,
    guessX: number,
    guessY: number,
  ): PicturePoint | null {
    const top = a.length - 1;
    let u = (guessX - x) / (1 << top);
    let v = (guessY - y) / (1 << top);
    for (let level = top; level >= 0; level--) {
      const from = a[level] as GreyPicture;
      const into = b[level] as GreyPicture;
      const cx = (x + 0.5) / (1 << level) - 0.5;
      const cy = (y + 0.5) / (1 << level) - 0.5;
      const normal = this.#cut(from, cx, cy);
      if (normal) {
        const moved = this.#search(into, cx, cy, u, v, normal);
        u = moved.u;
        v = moved.v;
      } else if (level === 0) return null;
      if (level > 0) {
        u *= 2;
        v *= 2;
      }
    }
    const [toX, toY] = [x + u, y + v];
    const { width, height } = b[0] as GreyPicture;
    return toX < 1 || toY < 1 || toX > width - 2 || toY > height - 2 ? null : [toX, toY];
  }

  /** Fills template and gradients; returns the normal matrix [a b; b c]; null: the window leaves the picture. */
  #cut(from: GreyPicture, cx: number, cy: number): { a: number; b: number; c: number } | null {
    const reach = WINDOW_REACH;
    const { width, height, data } = from;
    const x0 = Math.floor(cx);
    const y0 = Math.floor(cy);
    if (x0 < reach + 1 || y0 < reach + 1 || x0 + reach + 3 > width || y0 + reach + 3 > height) return null;
    const fx = cx - x0;
    const fy = cy - y0;
    const w00 = (1 - fx) * (1 - fy);
    const w10 = fx * (1 - fy);
    const w01 = (1 - fx) * fy;
    const w11 = fx * fy;
    const at = (i: number): number =>
      w00 * (data[i] as number) +
      w10 * (data[i + 1] as number) +
      w01 * (data[i + width] as number) +
      w11 * (data[i + width + 1] as number);
    let a = 0;
    let b = 0;
    let c = 0;
    let k = 0;
    for (let j = -reach; j <= reach; j++) {
      let i = (y0 + j) * width + x0 - reach;
      for (let n = -reach; n <= reach; n++, i++, k++) {
        this.#template[k] = at(i);
        const gx = (at(i + 1) - at(i - 1)) / 2;
        const gy = (at(i + width) - at(i - width)) / 2;
        this.#gx[k] = gx;
        this.#gy[k] = gy;
        a += gx * gx;
        b += gx * gy;
        c += gy * gy;
      }
    }
    return { a, b, c };
  }

  #search(into: GreyPicture, cx: number, cy: number, u: number, v: number, n: { a: number; b: number; c: number }) {
    const a = n.a + DAMPING;
    const c = n.c + DAMPING;
    const det = a * c - n.b * n.b;
    for (let it = 0; it < ITERATIONS; it++) {
      const sums = this.#difference(into, cx + u, cy + v);
      if (!sums) break;
      const du = (c * sums.e - n.b * sums.f) / det;
      const dv = (a * sums.f - n.b * sums.e) / det;
      u += du;
      v += dv;
      if (du * du + dv * dv < SETTLED_SQUARED) break;
    }
    return { u, v };
  }

  /** Right-hand side of the normal equations at the shifted window; null if it leaves the picture. */
  #difference(into: GreyPicture, px: number, py: number): { e: number; f: number } | null {
    const reach = WINDOW_REACH;
    const { width, height, data } = into;
    const x0 = Math.floor(px);
    const y0 = Math.floor(py);
    if (x0 < reach || y0 < reach || x0 + reach + 2 > width || y0 + reach + 2 > height) return null;
    const fx = px - x0;
    const fy = py - y0;
    const w00 = (1 - fx) * (1 - fy);
    const w10 = fx * (1 - fy);
    const w01 = (1 - fx) * fy;
    const w11 = fx * fy;
    let e = 0;
    let f = 0;
    let k = 0;
    for (let j = -reach; j <= reach; j++) {
      let i = (y0 + j) * width + x0 - reach;
      for (let n = -reach; n <= reach; n++, i++, k++) {
        const value =
          w00 * (data[i] as number) +
          w10 * (data[i + 1] as number) +
          w01 * (data[i + width] as number) +
          w11 * (data[i + width + 1] as number);
        const r = (this.#template[k] as number) - value;
        e += r * (this.#gx[k] as number);
        f += r * (this.#gy[k] as number);
      }
    }
    return { e, f };
  }
}

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
