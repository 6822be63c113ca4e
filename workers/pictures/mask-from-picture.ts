import type { PersonMask } from '../../src/instrument/outline/person-mask.ts';

/** Channels of a pixel in pose-detection's mask; the first holds the person. */
const CHANNELS = 4;

/**
 * Turns the mask of the pose-detection package, which has the picture's size, into the square that `PersonMask` wants:
 * the picture lies in its middle, the rest is 0.
 */
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
