import type { Pixels } from '../geometry/units.ts';
import type { Picture } from '../input/picture.ts';
import { type GreyPicture, LIFTED, pyramid } from './grey-picture.ts';
import { isInBox, type PictureBox } from './body-box.ts';

/** Longest side of the small picture in which the room is compared, pixels. Averaging takes away most sensor noise. */
const LONGEST = 320;
/** Number of sizes that are compared: full, half and a quarter. */
export const LEVELS = 3;
/** Grid of cells. Each counts once, so that one richly textured thing does not outvote the rest of the room. */
export const COLUMNS = 12;
export const ROWS = 8;
/** Most compared points of a cell on each level, finest first. */
const POINTS: readonly number[] = [24, 16, 8];
/** Least squared gradient of a compared point (square-root scale, 0…255, a small pixel). */
const LEAST_GRADIENT = 4;
/** Fewest compared points of a cell that counts. */
export const FEWEST_POINTS = 8;

/** Whole pixels of the frame that one pixel of the small picture averages, in each direction. */
export const shrinkFactor = ({ width, height }: Pick<Picture, 'width' | 'height'>): number =>
  Math.max(1, Math.round(Math.max(width, height) / LONGEST));

/** The frame in grey, made small by averaging, and that picture at half and a quarter of its size. */
export function smallGrey(picture: Picture): readonly GreyPicture[] {
  const by = shrinkFactor(picture);
  const width = Math.floor(picture.width / by);
  const height = Math.floor(picture.height / by);
  const data = new Float32Array(width * height);
  const { grey } = picture;
  const share = 1 / (by * by);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let row = y * by; row < (y + 1) * by; row++) {
        let at = row * picture.width + x * by;
        for (let k = 0; k < by; k++, at++) sum += LIFTED[grey[at] as number] as number;
      }
      data[y * width + x] = sum * share;
    }
  }
  return pyramid({ left: 0, top: 0, width, height, data }, LEVELS);
}

/** The mean of several small pictures of one moment, which has less noise. */
export function meanGrey(pictures: readonly GreyPicture[]): GreyPicture | null {
  const [first] = pictures;
  if (!first) return null;
  const alike = pictures.filter(({ width, height }) => width === first.width && height === first.height);
  const data = first.data.map((_, i) => alike.reduce((sum, { data: other }) => sum + (other[i] as number), 0));
  return { ...first, data: data.map((sum) => sum / alike.length) };
}

/** The compared points of one level: places counted from the centre, brightness, gradients and the cell of each. */
export interface RoomPoints {
  readonly width: Pixels;
  readonly height: Pixels;
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  readonly value: Float32Array;
  readonly gx: Float32Array;
  readonly gy: Float32Array;
  readonly cell: Uint8Array;
}

/**
 * The points of a small picture with the strongest gradients, chosen cell by cell.
 * @param avoid box of the body, which is left out; in pixels of this level
 */
export function roomPoints(grey: GreyPicture, level: number, avoid: PictureBox | null): RoomPoints {
  const chosen: { at: number; cell: number; gx: number; gy: number }[] = [];
  for (let cell = 0; cell < COLUMNS * ROWS; cell++)
    for (const point of strongest(grey, cell, avoid, POINTS[level] ?? 0)) chosen.push({ ...point, cell });
  const { width, height, data } = grey;
  const [cx, cy] = [(width - 1) / 2, (height - 1) / 2];
  return {
    width,
    height,
    count: chosen.length,
    x: Float32Array.from(chosen, ({ at }) => (at % width) - cx),
    y: Float32Array.from(chosen, ({ at }) => Math.floor(at / width) - cy),
    value: Float32Array.from(chosen, ({ at }) => data[at] as number),
    gx: Float32Array.from(chosen, ({ gx }) => gx),
    gy: Float32Array.from(chosen, ({ gy }) => gy),
    cell: Uint8Array.from(chosen, ({ cell }) => cell),
  };
}

export function onlyCells(points: RoomPoints, cells: ReadonlySet<number>): RoomPoints {
  const kept = [...points.cell.keys()].filter((i) => cells.has(points.cell[i] as number));
  const pick = (values: Float32Array): Float32Array => Float32Array.from(kept, (i) => values[i] as number);
  return {
    ...points,
    count: kept.length,
    x: pick(points.x),
    y: pick(points.y),
    value: pick(points.value),
    gx: pick(points.gx),
    gy: pick(points.gy),
    cell: Uint8Array.from(kept, (i) => points.cell[i] as number),
  };
}

interface GradientPoint {
  readonly at: number;
  readonly gx: number;
  readonly gy: number;
}

function strongest(
  { width, height, data }: GreyPicture,
  cell: number,
  avoid: PictureBox | null,
  most: number,
): GradientPoint[] {
  const [column, row] = [cell % COLUMNS, Math.floor(cell / COLUMNS)];
  const found: (GradientPoint & { strength: number })[] = [];
  const [left, right] = [(column * width) / COLUMNS, ((column + 1) * width) / COLUMNS].map(Math.floor);
  const [top, bottom] = [(row * height) / ROWS, ((row + 1) * height) / ROWS].map(Math.floor);
  for (let y = Math.max(1, top ?? 0); y < Math.min(height - 1, bottom ?? 0); y++) {
    for (let x = Math.max(1, left ?? 0); x < Math.min(width - 1, right ?? 0); x++) {
      if (avoid && isInBox(avoid, x, y)) continue;
      const at = y * width + x;
      const gx = ((data[at + 1] as number) - (data[at - 1] as number)) / 2;
      const gy = ((data[at + width] as number) - (data[at - width] as number)) / 2;
      const strength = gx * gx + gy * gy;
      if (strength > LEAST_GRADIENT) found.push({ at, gx, gy, strength });
    }
  }
  return found.sort((a, b) => b.strength - a.strength).slice(0, most);
}
