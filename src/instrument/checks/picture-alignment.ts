import { solveSymmetric } from '../geometry/least-squares.ts';
import { median } from '../geometry/statistics.ts';
import { type PictureBox, isInBox } from './body-box.ts';
import type { GreyPicture } from './grey-picture.ts';
import { COLUMNS, FEWEST_POINTS, type RoomPoints, ROWS } from './room-picture.ts';

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

/** Steps on each level. */
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
