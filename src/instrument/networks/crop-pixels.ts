import { lumaOf, type Picture } from '../input/picture.ts';
import type { Pixels } from '../geometry/units.ts';
import { backwards, type CropWindow } from './crop-window.ts';

/** A crop in grey, 0…255, row by row. */
export type Crop = Float32Array;

/** Side of every crop of the pelvis, pixels: what its networks are built for. */
export const CROP_SIZE = 96;
/** A crop's pixel spans about two of the picture: two taps each way keep fine patterns from flickering. */
const TAPS = 2;

/** The grey of a part of a picture: read once, where a crop asks for most pixels several times. */
interface GreyPart {
  readonly left: Pixels;
  readonly top: Pixels;
  readonly width: Pixels;
  readonly height: Pixels;
  readonly luma: Float64Array;
}

/** The part of a picture that holds every pixel beside the window; of a window that lies outside, the picture's edge. */
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
    const from = 4 * ((top + row) * width + left);
    for (let column = 0; column < part.width; column++, k++) luma[k] = lumaOf(rgba, from + 4 * column);
  }
  return { ...part, luma };
}

/** Luma between four pixels; beyond the edge the nearest pixel counts. */
function lumaAt({ left, top, width, height, luma }: GreyPart, x: number, y: number): number {
  const cx = Math.max(0, Math.min(width - 1, x - left));
  const cy = Math.max(0, Math.min(height - 1, y - top));
  const x0 = Math.min(width - 2, Math.floor(cx));
  const y0 = Math.min(height - 2, Math.floor(cy));
  const fx = cx - x0;
  const fy = cy - y0;
  const i = y0 * width + x0;
  const above = (luma[i] as number) * (1 - fx) + (luma[i + 1] as number) * fx;
  const below = (luma[i + width] as number) * (1 - fx) + (luma[i + width + 1] as number) * fx;
  return above * (1 - fy) + below * fy;
}

/**
 * Cuts the window out of a picture. Positions count from the corner of the picture, pixels are a half off it.
 * @param size width of the crop
 * @param rows its height
 */
export function cropPixels(picture: Picture, window: CropWindow, size: Pixels = CROP_SIZE, rows: Pixels = size): Crop {
  const back = backwards(window);
  const part = greyPart(picture, back, size, rows);
  const crop = new Float32Array(size * rows);
  for (let row = 0, k = 0; row < rows; row++) {
    for (let column = 0; column < size; column++, k++) {
      let sum = 0;
      for (let tap = 0; tap < TAPS * TAPS; tap++) {
        const u = column + ((tap % TAPS) + 0.5) / TAPS;
        const v = row + (Math.floor(tap / TAPS) + 0.5) / TAPS;
        sum += lumaAt(part, back.a * u + back.c * v + back.e - 0.5, back.b * u + back.d * v + back.f - 0.5);
      }
      crop[k] = sum / TAPS ** 2;
    }
  }
  return crop;
}

/** Mean of crops: carries less noise than any one of them. */
export function meanCrop(crops: readonly Crop[]): Crop {
  const mean = new Float32Array(CROP_SIZE * CROP_SIZE);
  for (const crop of crops) for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (crop[i] as number);
  return mean.map((sum) => sum / crops.length);
}
