import { lumaOf, type Picture } from './picture.ts';
import type { LightCheck } from './reading.ts';

/** Every so many pixels across and down: about 3,000 samples of a frame 960 wide. */
const STRIDE = 13;
/**
 * Mean brightness 0…255. BlazePose finds nobody in dark clothes at about 20 and is shaky below 40 (clips/real: `dark12`,
 * `dark04`); above 230 the picture is washed out. A covered lens is dark and flat.
 */
const DARK = 40;
const BRIGHT = 230;
const COVERED = 16;
const FLAT = 8;

/** Brightness of a frame and whether it stands in the way. */
export function checkLight({ width, height, rgba }: Picture): LightCheck {
  let count = 0;
  let sum = 0;
  let squares = 0;
  for (let y = STRIDE >> 1; y < height; y += STRIDE) {
    for (let x = STRIDE >> 1; x < width; x += STRIDE) {
      const i = 4 * (y * width + x);
      const luma = lumaOf(rgba, i);
      count++;
      sum += luma;
      squares += luma * luma;
    }
  }
  const mean = sum / Math.max(1, count);
  const spread = Math.sqrt(Math.max(0, squares / Math.max(1, count) - mean * mean));
  return { mean, spread, problem: problemOf(mean, spread) };
}

function problemOf(mean: number, spread: number): LightCheck['problem'] {
  if (mean < COVERED && spread < FLAT) return 'lens-covered';
  if (mean < DARK) return 'too-dark';
  return mean > BRIGHT ? 'too-bright' : null;
}
