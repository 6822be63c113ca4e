import type { PersonMask } from '../../src/instrument/outline/person-mask.ts';

/** Values a pixel of the package's mask has; the first is the person. */
const CHANNELS = 4;

/** A mask that lies over the whole picture, in the middle of a square. */
export function maskFrom(rgba: ArrayLike<number>, { width, height }: Pick<ImageData, 'width' | 'height'>): PersonMask {
  const side = Math.max(width, height);
  const fromLeft = Math.floor((side - width) / 2);
  const fromTop = Math.floor((side - height) / 2);
  const values = new Float32Array(side * side);
  for (let y = 0, from = 0; y < height; y++) {
    const row = (y + fromTop) * side + fromLeft;
    for (let x = 0; x < width; x++, from += CHANNELS) values[row + x] = rgba[from] ?? 0;
  }
  return { values, side, size: side, x: side / 2 - fromLeft, y: side / 2 - fromTop, rotation: 0 };
}
