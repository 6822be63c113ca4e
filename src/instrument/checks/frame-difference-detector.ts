import { median } from '../geometry/median.ts';
import { lumaOf, type Picture } from '../input/picture.ts';
import type { Pixels, Share } from '../geometry/units.ts';

/** Side of a cell over the picture's longer side: a person three metres away who sways by a centimetre changes a tenth of it. */
const CELL: Share = 1 / 80;
/** Brightness 0…255 by which a cell's mean changes when something moves in it. Video noise and compression change it by 1–2. */
const CHANGED = 6;
/** Compared is with the picture so many looks ago, a second or more: nobody sways far in less. */
export const LOOKS_AGO = 3;

/** Mean brightness of the cells of a picture. */
interface Cells {
  readonly across: number;
  readonly side: Pixels;
  readonly means: Float32Array;
}

/** Where the picture has changed since a second or so ago, however the whole of it got lighter or darker. */
export class FrameDifferenceDetector {
  #past: readonly Cells[] = [];
  #change: Cells | null = null;

  step(picture: Picture): void {
    const now = cellsOf(picture);
    const before = this.#past.find((past) => isSameGrid(past, now)) ?? null;
    this.#change = before && changeBetween(before, now);
    this.#past = [...this.#past, now].slice(-LOOKS_AGO);
  }

  /** Share of the cells that have changed among those whose middle is wanted; null: there are none, or nothing to compare with. */
  changed(wanted: (x: Pixels, y: Pixels) => boolean): Share | null {
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

  forget(): void {
    this.#past = [];
    this.#change = null;
  }
}

/** An upright picture has as many cells as the same one lying on its side. */
const isSameGrid = (a: Cells, b: Cells): boolean =>
  a.side === b.side && a.across === b.across && a.means.length === b.means.length;

function changeBetween(before: Cells, now: Cells): Cells {
  const means = now.means.map((mean, i) => mean - (before.means[i] ?? mean));
  const exposure = median([...means]) ?? 0;
  return { ...now, means: means.map((change) => change - exposure) };
}

function cellsOf({ rgba, width, height }: Picture): Cells {
  const side = Math.max(1, Math.round(CELL * Math.max(width, height)));
  const across = Math.floor(width / side);
  const down = Math.floor(height / side);
  const means = new Float32Array(across * down);
  for (let row = 0; row < down * side; row++) {
    const cells = Math.floor(row / side) * across;
    for (let column = 0, at = 4 * row * width; column < across * side; column++, at += 4) {
      const cell = cells + Math.floor(column / side);
      means[cell] = (means[cell] ?? 0) + lumaOf(rgba, at);
    }
  }
  return { across, side, means: means.map((sum) => sum / (side * side)) };
}
