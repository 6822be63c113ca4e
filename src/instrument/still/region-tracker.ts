import { grown } from '../checks/person-check.ts';
import { meanGrey } from '../checks/picture-alignment.ts';
import { medianPoint, type PicturePoint, pixelDistance } from '../geometry/picture-points.ts';
import type { Pixels, Share } from '../geometry/units.ts';
import { type Box, greyCrop, type GreyPicture, type Picture, pyramid, sample } from '../input/picture.ts';
import { localContrast, PointFlow, WINDOW_REACH } from './lucas-kanade.ts';

/** A part of the frame: everything within `radius` pixels of one of the lines. A line may be a point. */
export interface Region {
  readonly lines: readonly (readonly [from: PicturePoint, to: PicturePoint])[];
  readonly radius: Pixels;
}

/** The frame's pixels that the region needs. */
function boxOf({ lines, radius }: Region): Box {
  const [xs, ys] = [lines.flat().map(([x]) => x), lines.flat().map(([, y]) => y)];
  return {
    left: Math.floor(Math.min(...xs) - radius),
    top: Math.floor(Math.min(...ys) - radius),
    right: Math.ceil(Math.max(...xs) + radius),
    bottom: Math.ceil(Math.max(...ys) + radius),
  };
}

const isInside = ({ lines, radius }: Region, x: number, y: number): boolean =>
  lines.some(([from, to]) => distanceToLine(from, to, x, y) <= radius);

function distanceToLine([ax, ay]: PicturePoint, [bx, by]: PicturePoint, x: number, y: number): Pixels {
  const [vx, vy] = [bx - ax, by - ay];
  const along = ((x - ax) * vx + (y - ay) * vy) / (vx * vx + vy * vy || 1);
  const k = Math.max(0, Math.min(1, along));
  return Math.hypot(x - ax - k * vx, y - ay - k * vy);
}

/** Most points of a region. More cost time, and say little more: their errors are alike. */
const MOST_POINTS = 24;
/** A point needs this share of the best point's texture. */
const LEAST_TEXTURE: Share = 0.02;
/** Texture below which a window shows noise, squared grey levels of local contrast, summed over the window. */
const NOISE_TEXTURE = 200;

/**
 * The corners of a region that can be followed best (Shi and Tomasi 1994, 10.1109/CVPR.1994.323794: smaller eigenvalue of the structure
 * tensor), the best first, no two nearer than `apart`.
 * @param picture in local contrast
 * @returns places in the frame, pixels
 */
function pointsOf(picture: GreyPicture, region: Region, apart: Pixels): PicturePoint[] {
  const { left, top, width, height } = picture;
  const box = boxOf(region);
  const margin = WINDOW_REACH + 2;
  const found: { readonly x: number; readonly y: number; readonly texture: number }[] = [];
  const [lastX, lastY] = [Math.min(width - margin, box.right - left), Math.min(height - margin, box.bottom - top)];
  for (let y = Math.max(margin, box.top - top); y < lastY; y += 2) {
    for (let x = Math.max(margin, box.left - left); x < lastX; x += 2) {
      if (!isInside(region, x + left, y + top)) continue;
      const texture = textureAt(picture, x, y);
      if (texture > NOISE_TEXTURE) found.push({ x: x + left, y: y + top, texture });
    }
  }
  found.sort((a, b) => b.texture - a.texture);
  const least = (found[0]?.texture ?? 0) * LEAST_TEXTURE;
  const chosen: PicturePoint[] = [];
  for (const { x, y, texture } of found) {
    if (chosen.length === MOST_POINTS || texture < least) break;
    if (chosen.every(([u, v]) => Math.hypot(x - u, y - v) >= apart)) chosen.push([x, y]);
  }
  return chosen;
}

/** Smaller eigenvalue of the structure tensor of the window about a pixel. */
function textureAt({ width, data }: GreyPicture, x: number, y: number): number {
  let [xx, xy, yy] = [0, 0, 0];
  for (let v = -WINDOW_REACH; v <= WINDOW_REACH; v++) {
    let i = (y + v) * width + x - WINDOW_REACH;
    for (let u = -WINDOW_REACH; u <= WINDOW_REACH; u++, i++) {
      const gx = ((data[i + 1] as number) - (data[i - 1] as number)) / 2;
      const gy = ((data[i + width] as number) - (data[i - width] as number)) / 2;
      xx += gx * gx;
      xy += gx * gy;
      yy += gy * gy;
    }
  }
  const half = (xx + yy) / 2;
  return half - Math.sqrt(Math.max(0, half * half - (xx * yy - xy * xy)));
}

/** How far a region has moved in the picture since the start, x right, y down. */
export interface RegionShift {
  readonly shift: PicturePoint;
  /** Standard deviation of each component. */
  readonly sd: Pixels;
  /** Share of the region's points that were found again and agree. */
  readonly support: Share;
  /** Where the points that agree lay in the start picture, pixels. */
  readonly place: PicturePoint;
}

// Lengths below are pixels of the picture at half size, the size that is followed.
const LEVELS = 2;
/** A point that lands further than this from its guess was not found: two windows on the coarse level. */
const CATCH: Pixels = 2 ** LEVELS * WINDOW_REACH;
/** A point followed forth and back must come back to its place within this. */
const RETURN: Pixels = 0.7;
/** Least correlation of the window with that of the start. */
const ALIKE: Share = 0.6;
/** Least number and share of points that must be found and agree. */
const FEWEST = 4;
const LEAST_SUPPORT: Share = 0.3;
/** Points agree on a shift within this. */
const AGREES: Pixels = 1.2;
/** Error of a shift that all points share (compression, rolling shutter). */
const COMMON_SD: Pixels = 0.12;
/** Standard deviation of a median over that of a mean, normal errors. */
const MEDIAN_SD = 1.253;
/** A region that was lost needs this support to count as found again: a few points agree by chance on many wrong shifts. */
const FOUND_AGAIN: Share = 0.45;
/** From this support on no other guess is tried. */
const SURE: Share = 0.6;
/** Frame about a region in which its points may have moved since the guess. */
const MARGIN: Pixels = 14;
/** Two points of a region are at least this far apart, share of the region's radius. */
const APART: Share = 0.14;

/**
 * Follows the texture of one region, always against the start picture, so that no error adds up. At half size: less noise, and a
 * window that holds the outline of a limb in smooth cloth.
 */
export class RegionTracker {
  readonly #points: readonly PicturePoint[];
  readonly #start: readonly GreyPicture[];
  readonly #box: Box;
  readonly #flow = new PointFlow();
  #last: PicturePoint = [0, 0];
  #isLost = false;

  /**
   * @param hold pictures of the still hold; their mean has less noise than one
   * @param region pixels of the picture
   */
  constructor(hold: readonly Picture[], region: Region) {
    const small: Region = {
      lines: region.lines.map(([from, to]) => [halfPlace(from), halfPlace(to)] as const),
      radius: region.radius / 2,
    };
    this.#box = grown(boxOf(small), MARGIN);
    const start = meanGrey(hold.map((picture) => halfCrop(picture, this.#box)));
    const picture = start && localContrast(start);
    this.#points = picture ? pointsOf(picture, small, Math.max(2, APART * small.radius)) : [];
    this.#start = picture ? pyramid(picture, LEVELS) : [];
  }

  get canFollow(): boolean {
    return this.#points.length >= FEWEST;
  }

  /**
   * @param guesses shifts at which the region may be besides where it was last, pixels
   * @param reach how far it can have moved since it was last found, pixels. Points that agree on a longer way are not the part, such
   *   as an outline that slides over the edge of a mat
   * @returns null: it was not found
   */
  step(picture: Picture, guesses: readonly PicturePoint[], reach: Pixels): RegionShift | null {
    if (!this.canFollow) return null;
    let best: RegionShift | null = null;
    for (const guess of [this.#last, ...guesses.map(([x, y]): PicturePoint => [x / 2, y / 2])]) {
      if (best && best.support > SURE) break;
      const found = this.#searchAt(guess, picture, reach / 2);
      if (found && found.support > (best?.support ?? 0)) best = found;
    }
    this.#isLost = best === null || (this.#isLost && best.support < FOUND_AGAIN);
    if (!best || this.#isLost) return null;
    this.#last = best.shift;
    const { shift, sd, support, place } = best;
    return { shift: [2 * shift[0], 2 * shift[1]], sd: 2 * sd, support, place: fullPlace(place) };
  }

  #searchAt([guessX, guessY]: PicturePoint, picture: Picture, reach: Pixels): RegionShift | null {
    const [dx, dy] = [Math.round(guessX), Math.round(guessY)];
    const { left, top, right, bottom } = this.#box;
    const crop = halfCrop(picture, { left: left + dx, top: top + dy, right: right + dx, bottom: bottom + dy });
    if (Math.min(crop.width, crop.height) < 2 * CATCH) return null;
    const now = pyramid(localContrast(crop), LEVELS);
    const found = this.#points.flatMap((point): FoundPoint[] => {
      const place = this.#follow(point, [point[0] + guessX, point[1] + guessY], now);
      return place ? [{ point, shift: [place[0] - point[0], place[1] - point[1]] }] : [];
    });
    const possible = found.filter(({ shift }) => pixelDistance(shift, this.#last) <= reach);
    return sharedShift(possible, this.#points.length);
  }

  /** Where a point is now; null: it was not found, or another point was. */
  #follow(point: PicturePoint, guess: PicturePoint, now: readonly GreyPicture[]): PicturePoint | null {
    const [from, into] = [this.#start[0] as GreyPicture, now[0] as GreyPicture];
    const [x, y] = [point[0] - from.left, point[1] - from.top];
    const [guessX, guessY] = [guess[0] - into.left, guess[1] - into.top];
    const there = this.#flow.follow(this.#start, now, x, y, guessX, guessY);
    if (!there || Math.hypot(there[0] - guessX, there[1] - guessY) > CATCH) return null;
    const back = this.#flow.follow(now, this.#start, ...there, x, y);
    if (!back || Math.hypot(back[0] - x, back[1] - y) > RETURN) return null;
    if (likeness(from, into, [x, y], there) < ALIKE) return null;
    return [there[0] + into.left, there[1] + into.top];
  }
}

/** A place in the picture at half size, where a pixel is the mean of four. */
const halfPlace = ([x, y]: PicturePoint): PicturePoint => [x / 2 - 0.25, y / 2 - 0.25];
const fullPlace = ([x, y]: PicturePoint): PicturePoint => [2 * x + 0.5, 2 * y + 0.5];

/** Part of the picture at half size; the box in its pixels. */
function halfCrop(picture: Picture, { left, top, right, bottom }: Box): GreyPicture {
  const crop = greyCrop(picture, { left: 2 * left, top: 2 * top, right: 2 * right, bottom: 2 * bottom });
  return pyramid(crop, 2)[1] as GreyPicture;
}

/** A point of the start, and how far it has moved. */
interface FoundPoint {
  readonly point: PicturePoint;
  readonly shift: PicturePoint;
}

/**
 * The shift that most points share; null: too few do. Not the median of all, because a region also holds points of what is behind
 * it and beside it.
 */
function sharedShift(found: readonly FoundPoint[], all: number): RegionShift | null {
  let agreeing: readonly FoundPoint[] = [];
  for (const { shift } of found) {
    const near = found.filter((other) => pixelDistance(other.shift, shift) <= AGREES);
    if (near.length > agreeing.length) agreeing = near;
  }
  const support = agreeing.length / all;
  if (agreeing.length < FEWEST || support < LEAST_SUPPORT) return null;
  const shift = medianPoint(agreeing.map((one) => one.shift));
  const squares = agreeing.reduce((sum, one) => sum + pixelDistance(one.shift, shift) ** 2, 0);
  const spread = Math.sqrt(squares / (2 * agreeing.length));
  const sd = Math.hypot(COMMON_SD, (MEDIAN_SD * spread) / Math.sqrt(agreeing.length));
  return { shift, sd, support, place: medianPoint(agreeing.map(({ point }) => point)) };
}

/** Correlation, −1 to 1, of the window about a pixel of the start with that about a place now (bilinear). */
function likeness(start: GreyPicture, now: GreyPicture, [x, y]: PicturePoint, [u, v]: PicturePoint): number {
  const reach = WINDOW_REACH;
  const [iu, iv] = [Math.floor(u), Math.floor(v)];
  if (iu < reach || iv < reach || iu + reach + 1 >= now.width || iv + reach + 1 >= now.height) return -1;
  let [sa, sb, aa, bb, ab] = [0, 0, 0, 0, 0];
  for (let row = -reach; row <= reach; row++) {
    let i = (y + row) * start.width + x - reach;
    for (let n = -reach; n <= reach; n++, i++) {
      const p = start.data[i] as number;
      const q = sample(now, u + n, v + row);
      sa += p;
      sb += q;
      aa += p * p;
      bb += q * q;
      ab += p * q;
    }
  }
  const count = (2 * reach + 1) ** 2;
  const variances = (aa - (sa * sa) / count) * (bb - (sb * sb) / count);
  return (ab - (sa * sb) / count) / Math.sqrt(Math.max(1e-6, variances));
}
