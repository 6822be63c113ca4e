import type { GreyPicture } from './grey-picture.ts';

/** Half the side of the compared windows, pixels. */
const REACH = 6;
const COUNT = (2 * REACH + 1) ** 2;
/** A window with less variance (grey levels²) is flat: its correlation would be that of noise. */
const MIN_VARIANCE = 4;
/** Windows with less correlation do not show the same surface. */
const MIN_CORRELATION = 0.3;

/**
 * Normalised cross-correlation of a 13 × 13 window of picture A around (x, y) with one of picture B around (x + dx, y +
 * dy). Independent of brightness and contrast. Rescaled to 0…1: 0 is a correlation of 0.3 and less, 1 is identical.
 * Null if a window is flat or leaves its picture.
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
  if (va < MIN_VARIANCE || vb < MIN_VARIANCE) return null;
  const correlation = (ab / COUNT - (sa / COUNT) * (sb / COUNT)) / Math.sqrt(va * vb);
  return Math.max(0, (correlation - MIN_CORRELATION) / (1 - MIN_CORRELATION));
}

const holds = ({ width, height }: GreyPicture, x: number, y: number): boolean =>
  x >= REACH && y >= REACH && x + REACH < width && y + REACH < height;
