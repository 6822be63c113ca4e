import type { Landmarks } from '../input/landmarks.ts';
import type { Picture } from '../input/picture.ts';
import { median } from '../geometry/statistics.ts';
import type { Pixels } from '../geometry/units.ts';
import { type GreyPicture, greyCrop, pyramid } from './grey-picture.ts';
import { correlationAt } from './normalised-cross-correlation.ts';
import { type FlowResult, PointFlow } from './lucas-kanade.ts';

/**
 * Watches the room behind the person. When many spots of it shift together, the laptop has been moved, and changes
 * since the reference pose are no longer valid. Each spot is compared with its own small picture from the start of the
 * watch.
 */
export interface BackgroundWatch {
  /** Number of watched spots. */
  readonly spots: number;
  /**
   * How far the room has shifted since the start of the watch, pixels. Null if too few spots can be followed (covered
   * lens, dark room); Infinity if most spots show something else.
   */
  shift(picture: Picture): Pixels | null;
  /**
   * The same watch without the spots that are not found again in other pictures of the same moments: their texture is
   * sensor noise. Null if too few spots remain.
   */
  steady(others: readonly Picture[]): BackgroundWatch | null;
}

/** Half the side of the window that is followed, pixels. */
const REACH = 6;
const FLOW = { reach: REACH, iterations: 10 };
/** Half the side of a spot's picture, pixels: the window and a shift of up to 14. */
const HALF = 22;
const LEVELS = 2;
/** Grid of the picture; each cell gives one spot at most. */
const COLUMNS = 8;
const ROWS = 5;
/** Least mean squared gradient of a spot, in both directions. */
const MIN_TEXTURE = 6;
/** Mean grey level (square-root scale) below which a spot shows only noise; 16 of 255 in the picture. */
const DARK = 64;
/** Fewest spots that tell a shift. */
const MIN_SPOTS = 5;
/** Least normalised cross-correlation of a spot that is found again. */
const SAME = 0.5;
/** The same for a spot that is more than noise; higher, so that the noise on a real spot does not matter. */
const STEADY = 0.7;
/** Largest distance of a spot's shift from the median shift, pixels. */
const TOGETHER = 1.5;
/** Share by which the person's box is enlarged, because arms and shadows reach out of it. */
const PERSON_MARGIN = 0.25;

interface Spot {
  readonly x: number;
  readonly y: number;
  readonly pyramid: readonly GreyPicture[];
}

export function backgroundWatch(picture: Picture, person: Landmarks | null): BackgroundWatch | null {
  const avoid = personBox(person);
  const spots: Spot[] = [];
  for (let row = 0; row < ROWS; row++) {
    for (let column = 0; column < COLUMNS; column++) {
      const spot = bestSpot(picture, column, row, avoid);
      if (spot) spots.push(spot);
    }
  }
  return watchOf(spots);
}

function watchOf(spots: readonly Spot[]): BackgroundWatch | null {
  if (spots.length < MIN_SPOTS) return null;
  return {
    spots: spots.length,
    shift: (now) => shiftOf(followSpots(spots, now)),
    steady: (others) => watchOf(spots.filter((spot) => isSteady(spot, others))),
  };
}

function isSteady(spot: Spot, others: readonly Picture[]): boolean {
  const flow = new PointFlow(FLOW);
  const found = median(others.map((other) => follow(flow, spot, other).normalisedCrossCorrelation ?? 0));
  return found === null || found >= STEADY;
}

/** A spot in another picture. */
interface Found {
  /** What the other picture shows at the spot's first place. */
  readonly here: GreyPicture;
  /** Shift of the spot. */
  readonly dx: Pixels;
  readonly dy: Pixels;
  /** Between the spot and the place to which it has shifted; null if it could not be followed. */
  readonly normalisedCrossCorrelation: number | null;
}

function follow(flow: PointFlow, spot: Spot, picture: Picture): Found {
  const current = pyramid(around(picture, spot.x, spot.y), LEVELS);
  const [then, here] = [spot.pyramid[0] as GreyPicture, current[0] as GreyPicture];
  const out: FlowResult = { x: 0, y: 0, ok: false };
  flow.follow(spot.pyramid, current, HALF, HALF, HALF, HALF, out);
  const [dx, dy] = [out.x - HALF, out.y - HALF];
  return {
    here,
    dx,
    dy,
    normalisedCrossCorrelation: out.ok ? correlationAt(then, here, HALF, HALF, dx, dy) : null,
  };
}

/** All spots in one picture. */
interface Findings {
  /** Shifts of the spots found again, pixels. */
  readonly dx: readonly number[];
  readonly dy: readonly number[];
  /** Number of spots whose place shows something else. */
  readonly gone: number;
}

function followSpots(spots: readonly Spot[], now: Picture): Findings {
  const flow = new PointFlow(FLOW);
  const dx: number[] = [];
  const dy: number[] = [];
  let gone = 0;
  for (const spot of spots) {
    const found = follow(flow, spot, now);
    if (found.normalisedCrossCorrelation !== null && found.normalisedCrossCorrelation >= SAME) {
      dx.push(found.dx);
      dy.push(found.dy);
    } else if (isGone(spot, found.here)) gone++;
  }
  return { dx, dy, gone };
}

const isGone = ({ pyramid: [then] }: Spot, here: GreyPicture): boolean =>
  showsSomething(here) && (correlationAt(then as GreyPicture, here, HALF, HALF) ?? 1) < SAME;

function shiftOf({ dx, dy, gone }: Findings): Pixels | null {
  if (gone >= MIN_SPOTS && gone > 2 * dx.length) return Infinity;
  if (dx.length < MIN_SPOTS) return null;
  const mx = median(dx) ?? 0;
  const my = median(dy) ?? 0;
  const together = dx.filter((x, i) => Math.hypot(x - mx, (dy[i] ?? 0) - my) < TOGETHER).length;
  return together >= dx.length / 2 ? Math.hypot(mx, my) : null;
}

const around = (picture: Picture, x: number, y: number): GreyPicture =>
  greyCrop(picture, { left: x - HALF, top: y - HALF, right: x + HALF + 1, bottom: y + HALF + 1 });

function personBox(person: Landmarks | null): { left: number; top: number; right: number; bottom: number } | null {
  if (!person) return null;
  const xs = person.points.filter((_, i) => i % 2 === 0);
  const ys = person.points.filter((_, i) => i % 2 === 1);
  const left = Math.min(...xs);
  const right = Math.max(...xs);
  const top = Math.min(...ys);
  const bottom = Math.max(...ys);
  const margin = PERSON_MARGIN * Math.max(right - left, bottom - top);
  return { left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin };
}

/**
 * The most textured place of one grid cell, away from the person; null if the cell has no texture or the person covers
 * it.
 */
function bestSpot(picture: Picture, column: number, row: number, avoid: ReturnType<typeof personBox>): Spot | null {
  const cellWidth = picture.width / COLUMNS;
  const cellHeight = picture.height / ROWS;
  let best: Spot | null = null;
  let bestTexture = MIN_TEXTURE;
  for (const fx of [0.25, 0.5, 0.75]) {
    for (const fy of [0.25, 0.5, 0.75]) {
      const x = Math.round((column + fx) * cellWidth);
      const y = Math.round((row + fy) * cellHeight);
      const fits = x > HALF && y > HALF && x < picture.width - HALF - 1 && y < picture.height - HALF - 1;
      if (!fits || (avoid && x > avoid.left && x < avoid.right && y > avoid.top && y < avoid.bottom)) continue;
      const grey = around(picture, x, y);
      const spotTexture = texture(grey);
      if (spotTexture <= bestTexture) continue;
      bestTexture = spotTexture;
      best = { x, y, pyramid: pyramid(grey, LEVELS) };
    }
  }
  return best;
}

/** False for a covered lens, a bare wall and the noise of a dark picture. */
const showsSomething = (grey: GreyPicture): boolean =>
  texture(grey) > MIN_TEXTURE && grey.data.reduce((sum, v) => sum + v, 0) > DARK * grey.data.length;

/**
 * The smaller of the mean squared gradients across and down, around the centre. A single edge does not determine a
 * shift.
 */
function texture({ width, data }: GreyPicture): number {
  let xx = 0;
  let yy = 0;
  for (let y = HALF - REACH; y <= HALF + REACH; y++) {
    for (let x = HALF - REACH; x <= HALF + REACH; x++) {
      const i = y * width + x;
      xx += (((data[i + 1] as number) - (data[i - 1] as number)) / 2) ** 2;
      yy += (((data[i + width] as number) - (data[i - width] as number)) / 2) ** 2;
    }
  }
  return Math.min(xx, yy) / (2 * REACH + 1) ** 2;
}
