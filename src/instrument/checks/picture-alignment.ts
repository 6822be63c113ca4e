import { isInBox, type PictureBox } from './person-check.ts';
import { solveSymmetric } from '../geometry/least-squares.ts';
import { median } from '../geometry/statistics.ts';
import type { Pixels } from '../geometry/units.ts';
import { type GreyPicture, LIFTED, type Picture, pyramid } from '../input/picture.ts';

/** Longest side of the small picture in which the room is compared, pixels. Averaging takes away most sensor noise. */
const LONGEST = 320;
/** Number of sizes that are compared: full, half and a quarter. */
export const LEVELS = 3;
/** Grid of cells. Each counts once, so that one richly textured thing does not outvote the rest of the room. */
const COLUMNS = 12;
const ROWS = 8;
/** Most compared points of a cell on each level, finest first. */
const POINTS: readonly number[] = [24, 16, 8];
/** Least squared gradient of a compared point (square-root scale, 0…255, a small pixel). */
const LEAST_GRADIENT = 4;
/** Fewest compared points of a cell that counts. */
const FEWEST_POINTS = 8;

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

/**
 * How a picture has moved as a whole: a point, counted from the picture's centre, is found at a · p + b, where points
 * and a are complex numbers. |a| is the zoom and arg a the clockwise turn; b is the shift in pixels of one level.
 */
export interface Warp {
  readonly ar: number;
  readonly ai: number;
  readonly br: number;
  readonly bi: number;
}

export const NO_MOTION: Warp = { ar: 1, ai: 0, br: 0, bi: 0 };

const STEPS = 8;
/** Step below which a level is done, pixels at the picture's edge. */
const SETTLED = 0.02;
/** Share of the mean curvature added to each direction: one about which the room tells nothing stays as it is. */
const DAMPING = 0.01;
/** Smallest noise that is believed, grey levels: below it everything would be an outlier. */
const LEAST_NOISE = 1.5;
/** A difference of this many standard deviations has a quarter of its weight. */
const OUTLIER = 2.5;

/** The same warp on a level with twice, and with half as many pixels across. */
const finer = ({ ar, ai, br, bi }: Warp): Warp => ({ ar, ai, br: 2 * br, bi: 2 * bi });
const coarser = ({ ar, ai, br, bi }: Warp): Warp => ({ ar, ai, br: br / 2, bi: bi / 2 });

/** Values of a picture at the warped points. NaN: outside the picture, or covered by the person. */
function sampleAt(points: RoomPoints, grey: GreyPicture, warp: Warp, covered: PictureBox | null): Float32Array {
  const { width, height, data } = grey;
  const cx = (width - 1) / 2;
  const cy = (height - 1) / 2;
  const { ar, ai } = warp;
  const left = warp.br + cx;
  const top = warp.bi + cy;
  const out = new Float32Array(points.count);
  for (let i = 0; i < out.length; i++) {
    const px = points.x[i] as number;
    const py = points.y[i] as number;
    const x = ar * px - ai * py + left;
    const y = ai * px + ar * py + top;
    if (!(x >= 0 && y >= 0 && x < width - 1 && y < height - 1) || (covered && isInBox(covered, x, y))) {
      out[i] = Number.NaN;
      continue;
    }
    const x0 = x | 0;
    const y0 = y | 0;
    const fx = x - x0;
    const k = y0 * width + x0;
    const above = (data[k] as number) * (1 - fx) + (data[k + 1] as number) * fx;
    const below = (data[k + width] as number) * (1 - fx) + (data[k + width + 1] as number) * fx;
    out[i] = above + (y - y0) * (below - above);
  }
  return out;
}

/**
 * Aligns a picture with the points of the first one on one level: inverse compositional Gauss–Newton (Baker and
 * Matthews 2004) with weights that let go of what moves by itself, such as a person and a shadow.
 */
function alignLevel(points: RoomPoints, grey: GreyPicture, start: Warp, covered: PictureBox | null): Warp {
  let warp = start;
  const edge = Math.hypot(points.width, points.height) / 2;
  for (let step = 0; step < STEPS; step++) {
    const delta = stepOf(points, sampleAt(points, grey, warp, covered));
    if (!delta) break;
    const [tx = 0, ty = 0, s = 0, r = 0] = delta;
    warp = composed(warp, tx, ty, s, r);
    if (Math.hypot(tx, ty) + edge * Math.hypot(s, r) < SETTLED) break;
  }
  return warp;
}

/**
 * Aligns a picture with the first one from the coarsest level to the finest.
 * @param start on the finest level, as is the result
 * @param covered what the person covers, in pixels of a level
 */
export function alignLevels(
  levels: readonly RoomPoints[],
  grey: readonly GreyPicture[],
  start: Warp,
  covered: (level: number) => PictureBox | null,
): Warp {
  let warp = start;
  for (let level = 1; level < levels.length; level++) warp = coarser(warp);
  for (let level = levels.length - 1; level >= 0; level--) {
    const [points, picture] = [levels[level], grey[level]];
    if (points && picture) warp = alignLevel(points, picture, warp, covered(level));
    if (level > 0) warp = finer(warp);
  }
  return warp;
}

/**
 * How far a warp moves the points, root mean square in their pixels; how far its zoom alone and its turn alone do, and
 * how far the warp does without its zoom.
 */
export function warpSize(points: RoomPoints, warp: Warp) {
  const { x, y, count } = points;
  const zoom = Math.hypot(warp.ar, warp.ai);
  let radius = 0;
  for (let i = 0; i < count; i++) radius += (x[i] as number) ** 2 + (y[i] as number) ** 2;
  return {
    size: movedBy(points, warp),
    zoomSize: Math.abs(zoom - 1) * Math.sqrt(radius / count),
    turnSize: Math.abs(Math.atan2(warp.ai, warp.ar)) * Math.sqrt(radius / count),
    shiftSize: movedBy(points, { ...warp, ar: warp.ar / zoom, ai: warp.ai / zoom }),
    zoom,
  };
}

function movedBy({ x, y, count }: RoomPoints, { ar, ai, br, bi }: Warp): number {
  let moved = 0;
  for (let i = 0; i < count; i++) {
    const px = x[i] as number;
    const py = y[i] as number;
    moved += (ar * px - ai * py + br - px) ** 2 + (ai * px + ar * py + bi - py) ** 2;
  }
  return Math.sqrt(moved / count);
}

/** Zooms that the search tries: from 0.62 to 1.6 in equal ratios. */
const ZOOMS: readonly number[] = Array.from({ length: 15 }, (_, i) => 1.07 ** (i - 7));
/** Shifts that the search tries, up to this share of the picture, in steps of pixels of the coarsest level. */
const FARTHEST = 0.3;
const SHIFT_STEP = 2;
/** How many of the best are aligned further. */
const TRIED = 3;

/**
 * Looks for the room by trying zooms and shifts of the coarsest picture.
 * @returns the likeliest warps, on the finest level
 */
export function searchWarp(points: RoomPoints, grey: GreyPicture, covered: PictureBox | null): readonly Warp[] {
  const found: { warp: Warp; score: number }[] = [];
  const [acrossMost, downMost] = [Math.round(FARTHEST * grey.width), Math.round(FARTHEST * grey.height)];
  for (const ar of ZOOMS) {
    let best: { warp: Warp; score: number } | null = null;
    for (let bi = -downMost; bi <= downMost; bi += SHIFT_STEP) {
      for (let br = -acrossMost; br <= acrossMost; br += SHIFT_STEP) {
        const warp = { ar, ai: 0, br, bi };
        const score = correlation(points.value, sampleAt(points, grey, warp, covered));
        if (best === null || score > best.score) best = { warp, score };
      }
    }
    if (best) found.push(best);
  }
  const likeliest = found.sort((a, b) => b.score - a.score).slice(0, TRIED);
  return likeliest.map(({ warp }) => finer(finer(warp)));
}

/** Share of the points that must be in the picture. */
const IN_PICTURE = 0.3;

/** Normalised cross-correlation of all points that are seen; −1 if too few are. */
function correlation(first: Float32Array, second: Float32Array): number {
  let n = 0;
  let v = 0;
  let w = 0;
  let vv = 0;
  let ww = 0;
  let vw = 0;
  for (let i = 0; i < first.length; i++) {
    const b = second[i] as number;
    if (Number.isNaN(b)) continue;
    const a = first[i] as number;
    n++;
    v += a;
    w += b;
    vv += a * a;
    ww += b * b;
    vw += a * b;
  }
  const spread = (n * vv - v * v) * (n * ww - w * w);
  return n < IN_PICTURE * first.length || !(spread > 0) ? -1 : (n * vw - v * w) / Math.sqrt(spread);
}

/** The warp after taking back a small motion of the first picture. */
function composed({ ar, ai, br, bi }: Warp, tx: number, ty: number, s: number, r: number): Warp {
  const norm = (1 + s) ** 2 + r * r;
  const nr = (ar * (1 + s) + ai * r) / norm;
  const ni = (ai * (1 + s) - ar * r) / norm;
  return { ar: nr, ai: ni, br: br - (nr * tx - ni * ty), bi: bi - (ni * tx + nr * ty) };
}

function stepOf(points: RoomPoints, values: Float32Array): Float64Array | null {
  const differences = differencesOf(points, values);
  const noise = noiseOf(differences);
  if (noise === null) return null;
  const limit = 1 / (OUTLIER * noise);
  const matrix = new Float64Array(16);
  const right = new Float64Array(4);
  const row = new Float64Array(4);
  for (let i = 0; i < differences.length; i++) {
    const difference = differences[i] as number;
    if (Number.isNaN(difference)) continue;
    const weight = 1 / (1 + (difference * limit) ** 2) ** 2;
    const x = points.x[i] as number;
    const y = points.y[i] as number;
    const gx = points.gx[i] as number;
    const gy = points.gy[i] as number;
    row[0] = gx;
    row[1] = gy;
    row[2] = gx * x + gy * y;
    row[3] = gy * x - gx * y;
    for (let m = 0; m < 4; m++) {
      const weighted = weight * (row[m] as number);
      right[m] = (right[m] as number) + weighted * difference;
      for (let n = 0; n <= m; n++) matrix[4 * m + n] = (matrix[4 * m + n] as number) + weighted * (row[n] as number);
    }
  }
  for (let m = 0; m < 4; m++) for (let n = m + 1; n < 4; n++) matrix[4 * m + n] = matrix[4 * n + m] as number;
  damp(matrix);
  return solveSymmetric(matrix, right);
}

/** The noise is estimated from every fifth point, which is enough. */
const NOISE_STRIDE = 5;

/** Robust standard deviation of the differences, not below the least; null: too few points are seen. */
function noiseOf(differences: Float32Array): number | null {
  const sizes: number[] = [];
  for (let i = 0; i < differences.length; i += NOISE_STRIDE) {
    const size = Math.abs(differences[i] as number);
    if (!Number.isNaN(size)) sizes.push(size);
  }
  const middle = sizes.length < FEWEST_POINTS ? null : median(sizes);
  return middle === null ? null : Math.max(LEAST_NOISE, 1.4826 * middle);
}

/** Shift and turn have different units, so each pair is damped by its own mean. */
function damp(matrix: Float64Array): void {
  const at = (i: number): number => matrix[5 * i] as number;
  const [shift, turn] = [(DAMPING * (at(0) + at(1))) / 2, (DAMPING * (at(2) + at(3))) / 2];
  [shift, shift, turn, turn].forEach((add, i) => {
    matrix[5 * i] = at(i) + add + 1e-9;
  });
}

/** Differences from the first picture's values, without a common change of brightness and contrast. NaN: not seen. */
function differencesOf({ value, count }: RoomPoints, values: Float32Array): Float32Array {
  let n = 0;
  let sv = 0;
  let sw = 0;
  let vv = 0;
  let vw = 0;
  for (let i = 0; i < count; i++) {
    const w = values[i] as number;
    if (Number.isNaN(w)) continue;
    const v = value[i] as number;
    n++;
    sv += v;
    sw += w;
    vv += v * v;
    vw += v * w;
  }
  const variance = vv - (sv * sv) / n;
  const gain = variance > 0 ? Math.min(MOST_GAIN, Math.max(1 / MOST_GAIN, (vw - (sv * sw) / n) / variance)) : 1;
  const offset = (sw - gain * sv) / n;
  const out = new Float32Array(count);
  for (let i = 0; i < count; i++) out[i] = ((values[i] as number) - offset) / gain - (value[i] as number);
  return out;
}

/** Largest change of contrast that is taken out. */
const MOST_GAIN = 3;

/**
 * How well each cell of the first picture is found in another one: normalised cross-correlation of its points, −1…1.
 * NaN: the cell has too few points, is covered, outside the picture, or shows nothing.
 */
export function cellScores(
  points: RoomPoints,
  grey: GreyPicture,
  warp: Warp,
  covered: PictureBox | null,
): Float32Array {
  const values = sampleAt(points, grey, warp, covered);
  const sums = Array.from({ length: COLUMNS * ROWS }, () => ({ n: 0, v: 0, w: 0, vv: 0, ww: 0, vw: 0 }));
  for (let i = 0; i < points.count; i++) {
    const v = points.value[i] as number;
    const w = values[i] as number;
    const sum = sums[points.cell[i] as number];
    if (!sum || Number.isNaN(w)) continue;
    sum.n++;
    sum.v += v;
    sum.w += w;
    sum.vv += v * v;
    sum.ww += w * w;
    sum.vw += v * w;
  }
  return Float32Array.from(sums, ({ n, v, w, vv, ww, vw }) => {
    if (n < FEWEST_POINTS) return Number.NaN;
    const [a, b] = [vv / n - (v / n) ** 2, ww / n - (w / n) ** 2];
    return b < FLAT ? Number.NaN : (vw / n - (v / n) * (w / n)) / Math.sqrt(a * b);
  });
}

/** Variance of a cell that shows nothing (grey levels², square-root scale). */
const FLAT = 4;
