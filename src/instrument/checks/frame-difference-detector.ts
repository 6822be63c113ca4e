import { median } from '../geometry/statistics.ts';
import type { Picture } from '../input/picture.ts';
import type { Pixels, Share } from '../geometry/units.ts';

/** Side of a cell, share of the picture's longer side. A person 3 m away who sways by 1 cm changes a tenth of it. */
const CELL: Share = 1 / 80;
/** Change of a cell's mean brightness (0…255) that means movement. Video noise and compression change it by 1–2. */
const CHANGED = 6;
/** A picture is compared with that of so many looks ago, a second or more: in less a person hardly sways. */
export const LOOKS_AGO = 3;

/** Mean brightness of each cell of a picture, row by row. */
interface Cells {
  readonly across: number;
  readonly side: Pixels;
  readonly means: Float32Array;
}

/** Finds where the picture has changed within about a second, but for changes common to all cells. */
export class FrameDifferenceDetector {
  #past: readonly Cells[] = [];
  #change: Cells | null = null;

  step(picture: Picture): void {
    const now = cellsOf(picture);
    const before = this.#past.find((past) => isSameGrid(past, now)) ?? null;
    this.#change = before && changeBetween(before, now);
    this.#past = [...this.#past, now].slice(-LOOKS_AGO);
  }

  /**
   * Share of changed cells among those whose centre is wanted.
   * @returns null: no cell is wanted, or there is no earlier picture
   */
  changedShare(wanted: (x: Pixels, y: Pixels) => boolean): Share | null {
    const change = this.#change;
    if (!change) return null;
    const { across, side, means } = change;
    let [all, some] = [0, 0];
    means.forEach((value, i) => {
      if (!wanted(((i % across) + 0.5) * side, (Math.floor(i / across) + 0.5) * side)) return;
      all++;
      if (Math.abs(value) > CHANGED) some++;
    });
    return all === 0 ? null : some / all;
  }

  reset(): void {
    this.#past = [];
    this.#change = null;
  }
}

/** Compares the row length too: a picture and the same picture on its side have equally many cells. */
const isSameGrid = (a: Cells, b: Cells): boolean =>
  a.side === b.side && a.across === b.across && a.means.length === b.means.length;

function changeBetween(before: Cells, now: Cells): Cells {
  const means = now.means.map((mean, i) => mean - (before.means[i] ?? mean));
  const exposure = median([...means]) ?? 0;
  return { ...now, means: means.map((change) => change - exposure) };
}

function cellsOf({ grey, width, height }: Picture): Cells {
  const side = Math.max(1, Math.round(CELL * Math.max(width, height)));
  const across = Math.floor(width / side);
  const down = Math.floor(height / side);
  const means = new Float32Array(across * down);
  for (let row = 0; row < down * side; row++) {
    const cells = Math.floor(row / side) * across;
    for (let column = 0, at = row * width; column < across * side; column++, at++) {
      const cell = cells + Math.floor(column / side);
      means[cell] = (means[cell] ?? 0) + (grey[at] as number);
    }
  }
  return { across, side, means: means.map((sum) => sum / (side * side)) };
}
