import type { GreyPicture } from './grey-picture.ts';

const REACH = 6;
const COUNT = (2 * REACH + 1) ** 2;
/** Below this variance (grey levels²) a window is flat, and its correlation is noise's own. */
const LEAST_VARIANCE = 4;
/** Windows that correlate less than this do not show the same cloth. */
const UNLIKE = 0.3;

/**
 * How alike two pictures are, one about (x, y), the other about (x + dx, y + dy): normalised cross-correlation of 13 × 13
 * windows, blind to brightness and contrast, stretched to 0 (not the same thing) … 1 (the same). Null where a window is flat or
 * leaves its picture.
 */
export function correlationAt(a: GreyPicture, b: GreyPicture, x: number, y: number, dx = 0, dy = 0): number | null {
  const cx = Math.round(x);
  const cy = Math.round(y);
  const ox = Math.round(x + dx);
  const oy = Math.round(y + dy);
  if (!holds(a, cx, cy) || !holds(b, ox, oy)) return null;
  let sa = 0;
  let sb = 0;
  let aa = 0;
  let bb = 0;
  let ab = 0;
  for (let row = -REACH; row <= REACH; row++) {
    let i = (cy + row) * a.width + cx - REACH;
    let j = (oy + row) * b.width + ox - REACH;
    for (let k = 0; k <= 2 * REACH; k++, i++, j++) {
      const p = a.data[i] as number;
      const q = b.data[j] as number;
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

const holds = ({ width, height }: GreyPicture, x: number, y: number): boolean =>
  x >= REACH && y >= REACH && x + REACH < width && y + REACH < height;
