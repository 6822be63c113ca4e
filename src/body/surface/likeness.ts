import type { GreyPicture } from './grey-picture.ts';

const REACH = 6;
const COUNT = (2 * REACH + 1) ** 2;
/** Below this variance (grey levels²) a window is flat, and its correlation is noise's own. */
const LEAST_VARIANCE = 4;
/** Windows that correlate less than this do not show the same cloth. */
const UNLIKE = 0.3;

/**
 * How alike two pictures are about a point: normalised cross-correlation of 13 × 13 windows, blind to brightness and contrast,
 * stretched to 0 (not the same cloth) … 1 (the same). Null where a window is flat or leaves the picture.
 */
export function likenessAt(a: GreyPicture, b: GreyPicture, x: number, y: number): number | null {
  const cx = Math.round(x);
  const cy = Math.round(y);
  if (cx < REACH || cy < REACH || cx + REACH >= a.width || cy + REACH >= a.height) return null;
  let sa = 0;
  let sb = 0;
  let aa = 0;
  let bb = 0;
  let ab = 0;
  for (let row = cy - REACH; row <= cy + REACH; row++) {
    let i = row * a.width + cx - REACH;
    for (let k = 0; k <= 2 * REACH; k++, i++) {
      const p = a.data[i] as number;
      const q = b.data[i] as number;
      sa += p;
      sb += q;
      aa += p * p;
      bb += q * q;
      ab += p * q;
    }
  }
  const va = aa / COUNT - (sa / COUNT) ** 2;
  const vb = bb / COUNT - (sb / COUNT) ** 2;
  if (va < LEAST_VARIANCE || vb < LEAST_VARIANCE) return null;
  const correlation = (ab / COUNT - (sa / COUNT) * (sb / COUNT)) / Math.sqrt(va * vb);
  return Math.max(0, (correlation - UNLIKE) / (1 - UNLIKE));
}
