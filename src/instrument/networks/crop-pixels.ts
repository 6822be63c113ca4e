import { lumaOf, type Picture } from '../input/picture.ts';
import type { Pixels } from '../geometry/units.ts';
import { inverseOf, type CropWindow } from './crop-window.ts';
import { median } from '../geometry/statistics.ts';

/** A crop in grey, 0…255, row by row. */
export type Crop = Float32Array;

/** Side of a pelvis crop, pixels: the input size of the pelvis networks. */
export const CROP_SIZE = 96;
/**
 * Samples per crop pixel each way. A crop pixel spans about two picture pixels; with one sample fine patterns would
 * flicker.
 */
const TAPS = 2;

/** Grey values of a part of a picture, computed once because a crop reads most pixels several times. */
interface GreyPart {
  readonly left: Pixels;
  readonly top: Pixels;
  readonly width: Pixels;
  readonly height: Pixels;
  readonly luma: Float64Array;
}

/** The part of the picture under the window; for a window outside the picture, the picture's edge. */
function greyPart({ width, height, rgba }: Picture, back: CropWindow, size: Pixels, rows: Pixels): GreyPart {
  const within = (v: number, most: number): number => Math.max(0, Math.min(most, v));
  const xs = [0, size].flatMap((u) => [0, rows].map((v) => back.a * u + back.c * v + back.e));
  const ys = [0, size].flatMap((u) => [0, rows].map((v) => back.b * u + back.d * v + back.f));
  // Two pixels at least, so that there is one on either side of every place.
  const left = within(Math.floor(Math.min(...xs)) - 1, width - 2);
  const top = within(Math.floor(Math.min(...ys)) - 1, height - 2);
  const columns = within(Math.ceil(Math.max(...xs)) + 2, width) - left;
  const lines = within(Math.ceil(Math.max(...ys)) + 2, height) - top;
  const part = { left, top, width: Math.max(2, columns), height: Math.max(2, lines) };
  const luma = new Float64Array(part.width * part.height);
  for (let row = 0, k = 0; row < part.height; row++) {
    let from = 4 * ((top + row) * width + left);
    for (let column = 0; column < part.width; column++, k++, from += 4) luma[k] = lumaOf(rgba, from);
  }
  return { ...part, luma };
}

/**
 * Cuts the window out of a picture. Positions count from the picture's corner, so the middle of the first pixel lies at
 * 0.5. Grey between four pixels is interpolated; beyond the edge the nearest pixel counts. One loop without calls, because it
 * runs 65,000 times a frame.
 * @param size width of the crop, pixels
 * @param rows height of the crop, pixels
 */
export function cropPixels(picture: Picture, window: CropWindow, size: Pixels = CROP_SIZE, rows: Pixels = size): Crop {
  const back = inverseOf(window);
  const { left, top, width, height, luma } = greyPart(picture, back, size, rows);
  const { a, b, c, d, e, f } = back;
  const [right, bottom] = [width - 1, height - 1];
  const crop = new Float32Array(size * rows);
  for (let row = 0, k = 0; row < rows; row++) {
    for (let column = 0; column < size; column++, k++) {
      let sum = 0;
      for (let tap = 0; tap < TAPS * TAPS; tap++) {
        const u = column + ((tap % TAPS) + 0.5) / TAPS;
        const v = row + (((tap / TAPS) | 0) + 0.5) / TAPS;
        const x = a * u + c * v + e - 0.5 - left;
        const y = b * u + d * v + f - 0.5 - top;
        const cx = x < 0 ? 0 : x > right ? right : x;
        const cy = y < 0 ? 0 : y > bottom ? bottom : y;
        const x0 = cx >= right ? right - 1 : cx | 0;
        const y0 = cy >= bottom ? bottom - 1 : cy | 0;
        const fx = cx - x0;
        const fy = cy - y0;
        const i = y0 * width + x0;
        const above = (luma[i] as number) * (1 - fx) + (luma[i + 1] as number) * fx;
        const below = (luma[i + width] as number) * (1 - fx) + (luma[i + width + 1] as number) * fx;
        sum += above * (1 - fy) + below * fy;
      }
      crop[k] = sum / TAPS ** 2;
    }
  }
  return crop;
}

/** Mean of several pelvis crops: less noise than a single one. */
export function meanCrop(crops: readonly Crop[]): Crop {
  const mean = new Float32Array(CROP_SIZE * CROP_SIZE);
  for (const crop of crops) for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (crop[i] as number);
  return mean.map((sum) => sum / crops.length);
}

const HIGH_QUANTILE = 0.9;

/** The part of a pelvis crop that shows the seat and the backs of the thighs, as shares of the crop's side. */
const MIDDLE = { top: 0.5, bottom: 0.92, left: 0.25, right: 0.75 } as const;

/**
 * Grey, 0…255, that a tenth of the crop exceeds. Low: the whole crop is dark. High: black clothes with a pattern, skin
 * or a mat show.
 */
export function cropHighGrey(crop: Crop): number {
  return [...crop].sort((a, b) => a - b)[Math.floor(HIGH_QUANTILE * crop.length)] ?? 0;
}

/** Median grey, 0…255, of the clothes over the pelvis. Near 0 they are black, and no fold, seam or weave shows. */
export function cropMedianGrey(crop: Crop): number {
  const at = (share: number): number => Math.round(share * CROP_SIZE);
  const greys: number[] = [];
  for (let row = at(MIDDLE.top); row < at(MIDDLE.bottom); row++)
    for (let column = at(MIDDLE.left); column < at(MIDDLE.right); column++)
      greys.push(crop[row * CROP_SIZE + column] ?? 0);
  return median(greys) ?? 0;
}

/** Square root of brightness, 0…1: raises the contrast of dark cloth above the noise. */
export const sqrtBrightness = (crop: Crop): Float32Array =>
  crop.map((v) => Math.sqrt(Math.max(0, Math.min(255, v)) / 255));

export function meanAndSd(values: Float32Array): readonly [mean: number, sd: number] {
  let sum = 0;
  for (const v of values) sum += v;
  const mean = sum / values.length;
  let squares = 0;
  for (const v of values) squares += (v - mean) ** 2;
  return [mean, Math.sqrt(squares / values.length)];
}

/**
 * Added to the standard deviation of brightness before dividing by it, so that noise in a crop without contrast is not
 * amplified.
 */
export const MIN_CONTRAST = 0.03;
