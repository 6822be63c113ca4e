import { lumaOf, type Picture } from '../picture.ts';
import type { Pixels } from '../units.ts';
import { backwards, type CropWindow } from './crop-window.ts';

/** A square crop in grey, 0…255, row by row. */
export type Crop = Float32Array;

/** Side of every crop of the pelvis, pixels: what its networks are built for. */
export const CROP_SIZE = 96;
/** A crop's pixel spans about two of the picture: two taps each way keep fine patterns from flickering. */
const TAPS = 2;

/** Luma between four pixels; beyond the edge the nearest pixel counts. */
function lumaAt({ width, height, rgba }: Picture, x: number, y: number): number {
  const cx = Math.max(0, Math.min(width - 1, x));
  const cy = Math.max(0, Math.min(height - 1, y));
  const x0 = Math.min(width - 2, Math.floor(cx));
  const y0 = Math.min(height - 2, Math.floor(cy));
  const fx = cx - x0;
  const fy = cy - y0;
  const luma = (i: number): number => lumaOf(rgba, i);
  const i = 4 * (y0 * width + x0);
  const below = i + 4 * width;
  return (
    (luma(i) * (1 - fx) + luma(i + 4) * fx) * (1 - fy) + (luma(below) * (1 - fx) + luma(below + 4) * fx) * fy
  );
}

/** Cuts the window out of a picture. Positions count from the corner of the picture, pixels are a half off it. */
export function cropPixels(picture: Picture, window: CropWindow, size: Pixels = CROP_SIZE): Crop {
  const back = backwards(window);
  const crop = new Float32Array(size * size);
  const offsets = Array.from({ length: TAPS }, (_, i) => (i + 0.5) / TAPS);
  for (let row = 0, k = 0; row < size; row++) {
    for (let column = 0; column < size; column++, k++) {
      let sum = 0;
      for (const down of offsets) {
        for (const right of offsets) {
          const [u, v] = [column + right, row + down];
          sum += lumaAt(
            picture,
            back.a * u + back.c * v + back.e - 0.5,
            back.b * u + back.d * v + back.f - 0.5,
          );
        }
      }
      crop[k] = sum / TAPS ** 2;
    }
  }
  return crop;
}

/** Mean of crops: carries less noise than any one of them. */
export function meanCrop(crops: readonly Crop[]): Crop {
  const mean = new Float32Array(CROP_SIZE * CROP_SIZE);
  for (const crop of crops)
    for (let i = 0; i < mean.length; i++) mean[i] = (mean[i] as number) + (crop[i] as number);
  return mean.map((sum) => sum / crops.length);
}
