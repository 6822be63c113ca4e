import type { Pixels, Share } from '../geometry/units.ts';

/** The model's mask of the person: a square grid of cells that lies over the picture, possibly rotated. */
export interface PersonMask {
  /** `side` × `side`, row by row from the top left: probability 0…1 that the cell shows the person. */
  readonly values: Float32Array;
  readonly side: number;
  /** Middle of the square in the picture. */
  readonly x: Pixels;
  readonly y: Pixels;
  /** Length of the square's sides in the picture. */
  readonly size: Pixels;
  /** Radians, clockwise as seen in the picture. */
  readonly rotation: number;
}

/** Probability that a position shows the person, interpolated between cells; 0 outside the square. */
export function maskAt({ values, side, size, rotation, ...middle }: PersonMask, x: Pixels, y: Pixels): Share {
  const right = x - middle.x;
  const down = y - middle.y;
  const cos = Math.cos(rotation);
  const sin = Math.sin(rotation);
  const across = ((cos * right + sin * down) / size + 0.5) * side - 0.5;
  const along = ((cos * down - sin * right) / size + 0.5) * side - 0.5;
  const column = Math.floor(across);
  const row = Math.floor(along);
  if (column < 0 || row < 0 || column + 1 >= side || row + 1 >= side) return 0;
  const at = row * side + column;
  const toRight = across - column;
  const above = mix(values[at] ?? 0, values[at + 1] ?? 0, toRight);
  const below = mix(values[at + side] ?? 0, values[at + side + 1] ?? 0, toRight);
  return mix(above, below, along - row);
}

const mix = (a: number, b: number, share: number): number => a + (b - a) * share;

/** The mask over the same picture, enlarged by `scale`. */
export const scaledMask = (mask: PersonMask, scale: number): PersonMask =>
  scale === 1 ? mask : { ...mask, x: mask.x * scale, y: mask.y * scale, size: mask.size * scale };
