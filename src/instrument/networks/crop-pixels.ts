import type { Picture } from '../input/picture.ts';
import type { Pixels } from '../geometry/units.ts';
import { inverseOf, type CropWindow } from './crop-window.ts';

/** A crop in grey, 0…255, row by row. */
export type Crop = Float32Array;

/** Side of a pelvis crop, pixels: the input size of the pelvis networks. */
export const CROP_SIZE = 96;
/** Samples per crop pixel each way. It spans about two picture pixels; with one, fine patterns flicker. */
const TAPS = 2;

/** Positions are whole numbers of 1/65536 pixel, and the weights of neighbours 1/256: whole numbers are faster. */
const PLACE_BITS = 16;
const WEIGHT_BITS = 8;
const PLACE = 2 ** PLACE_BITS;
const WEIGHTS = 2 ** WEIGHT_BITS - 1;

/**
 * Cuts the window out of a picture. Positions count from the picture's corner, so the middle of the first pixel lies at
 * 0.5. Grey between four pixels is interpolated; beyond the edge the nearest pixel counts. One loop without calls, because it
 * runs 65,000 times a frame.
 * @param size width of the crop, pixels
 * @param rows height of the crop, pixels
 */
export function cropPixels(picture: Picture, window: CropWindow, size: Pixels = CROP_SIZE, rows: Pixels = size): Crop {
  const { width, height, grey } = picture;
  const { a, b, c, d, e, f } = inverseOf(window);
  // The step from one sample to the next, across and down.
  const [a1, b1, c1, d1] = [a, b, c, d].map((v) => Math.round((v * PLACE) / TAPS)) as [number, number, number, number];
  const [right, bottom] = [Math.max(0, (width - 1) * PLACE - 1), Math.max(0, (height - 1) * PLACE - 1)];
  const [across, down] = [Math.min(1, width - 1), height > 1 ? width : 0];
  const crop = new Float32Array(size * rows);
  const inside = 0.5 / TAPS;
  for (let row = 0, k = 0; row < rows; row++) {
    let x = Math.round((a * inside + c * (row + inside) + e - 0.5) * PLACE);
    let y = Math.round((b * inside + d * (row + inside) + f - 0.5) * PLACE);
    for (let column = 0; column < size; column++, k++, x += TAPS * a1, y += TAPS * b1) {
      let sum = 0;
      for (let tap = 0; tap < TAPS * TAPS; tap++) {
        const tapX = x + (tap & 1 ? a1 : 0) + (tap & 2 ? c1 : 0);
        const tapY = y + (tap & 1 ? b1 : 0) + (tap & 2 ? d1 : 0);
        const cx = tapX < 0 ? 0 : tapX > right ? right : tapX;
        const cy = tapY < 0 ? 0 : tapY > bottom ? bottom : tapY;
        const i = (cy >> PLACE_BITS) * width + (cx >> PLACE_BITS);
        const fx = (cx >> (PLACE_BITS - WEIGHT_BITS)) & WEIGHTS;
        const fy = (cy >> (PLACE_BITS - WEIGHT_BITS)) & WEIGHTS;
        const above = grey[i] as number;
        const below = grey[i + down] as number;
        const top = (above << WEIGHT_BITS) + fx * ((grey[i + across] as number) - above);
        const low = (below << WEIGHT_BITS) + fx * ((grey[i + down + across] as number) - below);
        // A whole number below 2^26.
        sum = (sum + (top << WEIGHT_BITS) + Math.imul(fy, low - top)) | 0;
      }
      crop[k] = sum / (TAPS ** 2 * 2 ** (2 * WEIGHT_BITS));
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

/** Grey, 0…255, that a tenth of the crop exceeds. Low: all is dark. High: a pattern, skin or a mat show. */
export function cropHighGrey(crop: Crop): number {
  return [...crop].sort((a, b) => a - b)[Math.floor(HIGH_QUANTILE * crop.length)] ?? 0;
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

/** Added to the brightness's standard deviation before dividing by it: noise without contrast stays small. */
export const MIN_CONTRAST = 0.03;
