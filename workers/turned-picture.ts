import type { Landmarks } from '../src/body/landmarks.ts';
import type { Size } from './frame-pixels.ts';

/** How often a picture is turned by 90° clockwise. */
export type QuarterTurns = 0 | 1 | 2 | 3;

export const turnedSize = (size: Size, turns: QuarterTurns): Size =>
  turns % 2 === 0 ? size : { width: size.height, height: size.width };

/** RGBA pixels (one 32-bit word each, row by row from the top left) turned clockwise. */
export const turnPixels = (
  pixels: Uint32Array,
  size: Size,
  turns: QuarterTurns,
): Uint32Array<ArrayBuffer> => {
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
    const [x, y] = backwards(found.points[2 * i] ?? 0, found.points[2 * i + 1] ?? 0, turns);
    points[2 * i] = x + (turns === 1 ? 0 : size.width);
    points[2 * i + 1] = y + (turns === 3 ? 0 : size.height);
    const [worldX, worldY] = backwards(found.world[3 * i] ?? 0, found.world[3 * i + 1] ?? 0, turns);
    world[3 * i] = worldX;
    world[3 * i + 1] = worldY;
  }
  return { ...found, points, world };
};

/** A vector (x right, y down) turned counter-clockwise. */
const backwards = (x: number, y: number, turns: QuarterTurns): readonly [number, number] => {
  if (turns === 1) return [y, -x];
  if (turns === 2) return [-x, -y];
  return turns === 3 ? [-y, x] : [x, y];
};
