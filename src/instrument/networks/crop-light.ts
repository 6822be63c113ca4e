import { median } from '../geometry/median.ts';
import { type Crop, CROP_SIZE } from './crop-pixels.ts';

const LIGHTEST = 0.9;

/** The seat and the backs of the thighs, as shares of the crop's side. */
const MIDDLE = { top: 0.5, bottom: 0.92, left: 0.25, right: 0.75 } as const;

/** Grey, 0…255, that a tenth of a crop is lighter than: in the dark nothing is, while stripes and dots on black, skin or a mat are. */
export function cropBright(crop: Crop): number {
  return [...crop].sort((a, b) => a - b)[Math.floor(LIGHTEST * crop.length)] ?? 0;
}

/** Median grey, 0…255, of the middle of a crop: what cloth is seen. Near 0 it is black: no fold, seam or weave shows. */
export function cropLight(crop: Crop): number {
  const at = (share: number): number => Math.round(share * CROP_SIZE);
  const greys: number[] = [];
  for (let row = at(MIDDLE.top); row < at(MIDDLE.bottom); row++)
    for (let column = at(MIDDLE.left); column < at(MIDDLE.right); column++)
      greys.push(crop[row * CROP_SIZE + column] ?? 0);
  return median(greys) ?? 0;
}
