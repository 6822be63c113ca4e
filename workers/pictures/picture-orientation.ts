import { type Landmarks, oppositeSideLandmark } from '../../src/instrument/input/landmarks.ts';
import type { PersonMask } from '../../src/instrument/outline/person-mask.ts';
import type { Size } from './frame-pixels.ts';
import type { Pixels } from '../../src/instrument/geometry/units.ts';

/** Number of clockwise rotations by 90°. */
export type QuarterTurns = 0 | 1 | 2 | 3;

export const turnedSize = (size: Size, turns: QuarterTurns): Size =>
  turns % 2 === 0 ? size : { width: size.height, height: size.width };

/** Rotates RGBA pixels (32-bit words, row by row from the top left). `size`: before the rotation. */
export const turnPixels = (pixels: Uint32Array, size: Size, turns: QuarterTurns): Uint32Array<ArrayBuffer> => {
  const { width, height } = size;
  const turned = new Uint32Array(pixels.length);
  for (let y = 0, from = 0; y < height; y++) {
    // Index of the row's first pixel after the rotation, and distance between the indices of neighbours in the row.
    const start = [y * width, height - 1 - y, (height - y) * width - 1, (width - 1) * height + y][turns] ?? 0;
    const step = [1, height, -1, -height][turns] ?? 1;
    for (let x = 0, to = start; x < width; x++, to += step) turned[to] = pixels[from++] as number;
  }
  return turned;
};

/**
 * Landmarks of a rotated picture, in the picture before the rotation (`size` is that picture's). Positions are
 * continuous, 0…width, so no half pixel has to be added. World coordinates rotate about the line of sight.
 */
export const turnLandmarksBack = (found: Landmarks, size: Size, turns: QuarterTurns): Landmarks => {
  if (turns === 0) return found;
  const points = new Float32Array(found.points.length);
  const world = new Float32Array(found.world);
  for (let i = 0; i < found.visibility.length; i++) {
    const [x, y] = placeBack(found.points[2 * i] ?? 0, found.points[2 * i + 1] ?? 0, size, turns);
    points[2 * i] = x;
    points[2 * i + 1] = y;
    const [worldX, worldY] = backwards(found.world[3 * i] ?? 0, found.world[3 * i + 1] ?? 0, turns);
    world[3 * i] = worldX;
    world[3 * i + 1] = worldY;
  }
  return { ...found, points, world };
};

/** The mask of a rotated picture, over the picture before the rotation (`size` is that picture's). */
export const turnMaskBack = (mask: PersonMask, size: Size, turns: QuarterTurns): PersonMask => {
  const [x, y] = placeBack(mask.x, mask.y, size, turns);
  return { ...mask, x, y, rotation: mask.rotation - (turns * Math.PI) / 2 };
};

const placeBack = (x: number, y: number, size: Size, turns: QuarterTurns): readonly [number, number] => {
  const [right, down] = backwards(x, y, turns);
  return [right + (turns > 1 ? size.width : 0), down + (turns === 1 || turns === 2 ? size.height : 0)];
};

/** Rotates a vector (x right, y down) counter-clockwise. */
const backwards = (x: number, y: number, turns: QuarterTurns): readonly [number, number] => {
  if (turns === 0) return [x, y];
  if (turns === 1) return [y, -x];
  if (turns === 2) return [-x, -y];
  return [-y, x];
};

export function mirrorPicture({ width, height, data }: ImageData): ImageData {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height).slice();
  reverseRows(pixels, width);
  return new ImageData(new Uint8ClampedArray(pixels.buffer), width, height);
}

/** Landmarks of a mirrored picture of this width, in the picture itself; left and right landmarks are swapped back. */
export function mirrorLandmarksBack(found: Landmarks, width: Pixels): Landmarks {
  const points = new Float32Array(found.points.length);
  const world = new Float32Array(found.world.length);
  const visibility = new Float32Array(found.visibility.length);
  for (let i = 0; i < visibility.length; i++) {
    const to = oppositeSideLandmark(i);
    visibility[to] = found.visibility[i] ?? 0;
    points.set([width - (found.points[2 * i] ?? 0), found.points[2 * i + 1] ?? 0], 2 * to);
    const [x = 0, y = 0, z = 0] = found.world.subarray(3 * i, 3 * i + 3);
    world.set([-x, y, z], 3 * to);
  }
  return { ...found, points, world, visibility };
}

/** The mask of a mirrored picture of this width, over the picture itself. */
export function mirrorMaskBack(mask: PersonMask, width: Pixels): PersonMask {
  const values = mask.values.slice();
  reverseRows(values, mask.side);
  return { ...mask, values, x: width - mask.x, rotation: -mask.rotation };
}

function reverseRows(cells: Uint32Array | Float32Array, width: number): void {
  for (let row = 0; row < cells.length; row += width) cells.subarray(row, row + width).reverse();
}
