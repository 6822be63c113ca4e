import type { Landmarks } from '../../src/instrument/input/landmarks.ts';
import type { PersonMask } from '../../src/instrument/outline/person-mask.ts';
import type { Size } from './frame-pixels.ts';

/** How often a picture is turned by 90° clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3;

export const turnedSize = (size: Size, turns: QuarterTurns): Size =>
  turns % 2 === 0 ? size : { width: size.height, height: size.width };

/** RGBA pixels (one 32-bit word each, row by row from the top left) turned clockwise. */
export const turnPixels = (pixels: Uint32Array, size: Size, turns: QuarterTurns): Uint32Array<ArrayBuffer> => {
  const { width, height } = size;
  const turned = new Uint32Array(pixels.length);
  for (let y = 0, from = 0; y < height; y++) {
    // Where the row's first pixel goes, and how far apart its neighbours come to lie.
    const start = [y * width, height - 1 - y, (height - y) * width - 1, (width - 1) * height + y][turns] ?? 0;
    const step = [1, height, -1, -height][turns] ?? 1;
    for (let x = 0, to = start; x < width; x++, to += step) turned[to] = pixels[from++] ?? 0;
  }
  return turned;
};

/**
 * Landmarks found in a turned picture, as they lie in the picture before it was turned (`size` is that picture's).
 * Positions are continuous, 0…width, so there is no half pixel to mind. The 3-D hints turn about the line of sight.
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

/** A mask laid over a turned picture, as it lies over the picture before it was turned (`size` is that picture's). */
export const turnMaskBack = (mask: PersonMask, size: Size, turns: QuarterTurns): PersonMask => {
  const [x, y] = placeBack(mask.x, mask.y, size, turns);
  return { ...mask, x, y, rotation: mask.rotation - (turns * Math.PI) / 2 };
};

const placeBack = (x: number, y: number, size: Size, turns: QuarterTurns): readonly [number, number] => {
  const [right, down] = backwards(x, y, turns);
  return [right + (turns > 1 ? size.width : 0), down + (turns === 1 || turns === 2 ? size.height : 0)];
};

/** A vector (x right, y down) turned counter-clockwise. */
const backwards = (x: number, y: number, turns: QuarterTurns): readonly [number, number] => {
  if (turns === 0) return [x, y];
  if (turns === 1) return [y, -x];
  if (turns === 2) return [-x, -y];
  return [-y, x];
};
