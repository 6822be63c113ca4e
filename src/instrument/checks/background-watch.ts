import type { Landmarks } from '../input/landmarks.ts';
import type { Picture } from '../input/picture.ts';
import { median } from '../geometry/median.ts';
import type { Pixels } from '../geometry/units.ts';
import { type GreyPicture, greyCrop, pyramid } from './grey-picture.ts';
import { correlationAt } from './normalised-cross-correlation.ts';
import { type FlowResult, PointFlow } from './lucas-kanade.ts';

/**
 * Watches the room behind the person: when many spots of it shift together, the laptop has been moved and every change from
 * neutral is void. Each spot is compared with its own small picture from the neutral.
 */
export interface BackgroundWatch {
  readonly spots: number;
  /**
   * How far the room has shifted since neutral, pixels; null when too little of it can be told (a covered lens, a dark room);
   * Infinity when most of it shows something else.
   */
  shift(picture: Picture): Pixels | null;
  /**
   * The same room, by those spots alone that are found again in other pictures of the same moments: a sensor's noise is a texture
   * too, and never there twice. Null when too few are.
   */
  steady(others: readonly Picture[]): BackgroundWatch | null;
}

const REACH = 6;
const FLOW = { reach: REACH, iterations: 10 };
/** Half the side of a spot's picture: the window and room for a shift of 14 pixels. */
const HALF = 22;
const LEVELS = 2;
const COLUMNS = 8;
const ROWS = 5;
/** Mean squared gradient (both directions) that makes a spot worth watching. */
const LEAST_TEXTURE = 6;
/** Mean grey level (of the square-root scale) below which noise is all that is seen; 16 of 255 in the picture. */
const DARK = 64;
const FEWEST = 5;
/** Likeness from which a spot counts as found again: light may change, the thing may not. */
const SAME = 0.5;
/** And from which it is no noise: well above, so that it does not come and go with the noise upon it. */
const STEADY = 0.7;
/** Spots of one room shift together, pixels. */
const TOGETHER = 1.5;
/** Share of the person's box by which it is made larger: arms and shadows reach out of it. */
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
  if (spots.length < FEWEST) return null;
  return {
    spots: spots.length,
    shift: (now) => shiftOf(look(spots, now)),
    steady: (others) => watchOf(spots.filter((spot) => isSteady(spot, others))),
  };
}

function isSteady(spot: Spot, others: readonly Picture[]): boolean {
  const flow = new PointFlow(FLOW);
  const found = median(others.map((other) => findAgain(flow, spot, other).normalisedCrossCorrelation ?? 0));
  return found === null || found >= STEADY;
}

/** What a spot became in another picture. */
interface Found {
  readonly here: GreyPicture;
  readonly dx: Pixels;
  readonly dy: Pixels;
  /** At the place where it went; null where it could not be followed. */
  readonly normalisedCrossCorrelation: number | null;
}

function findAgain(flow: PointFlow, spot: Spot, picture: Picture): Found {
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

/** What came of the spots in one picture. */
interface Findings {
  /** Shifts of those found again. */
  readonly dx: readonly number[];
  readonly dy: readonly number[];
  /** Those whose place now shows something else. */
  readonly gone: number;
}

function look(spots: readonly Spot[], now: Picture): Findings {
  const flow = new PointFlow(FLOW);
  const dx: number[] = [];
  const dy: number[] = [];
  let gone = 0;
  for (const spot of spots) {
    const found = findAgain(flow, spot, now);
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
  if (gone >= FEWEST && gone > 2 * dx.length) return Infinity;
  if (dx.length < FEWEST) return null;
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

/** The most textured place of one cell of a coarse grid, away from the person; null when the cell is bare or covered. */
function bestSpot(picture: Picture, column: number, row: number, avoid: ReturnType<typeof personBox>): Spot | null {
  const cellWidth = picture.width / COLUMNS;
  const cellHeight = picture.height / ROWS;
  let best: Spot | null = null;
  let bestTexture = LEAST_TEXTURE;
  for (const fx of [0.25, 0.5, 0.75]) {
    for (const fy of [0.25, 0.5, 0.75]) {
      const x = Math.round((column + fx) * cellWidth);
      const y = Math.round((row + fy) * cellHeight);
      const fits = x > HALF && y > HALF && x < picture.width - HALF - 1 && y < picture.height - HALF - 1;
      if (!fits || (avoid && x > avoid.left && x < avoid.right && y > avoid.top && y < avoid.bottom)) continue;
      const grey = around(picture, x, y);
      const t = texture(grey);
      if (t <= bestTexture) continue;
      bestTexture = t;
      best = { x, y, pyramid: pyramid(grey, LEVELS) };
    }
  }
  return best;
}

/** False for a hand over the lens, a bare wall, and the noise of a dark picture. */
const showsSomething = (grey: GreyPicture): boolean =>
  texture(grey) > LEAST_TEXTURE && grey.data.reduce((sum, v) => sum + v, 0) > DARK * grey.data.length;

/** Smaller of the mean squared gradients across and down about the middle: an edge alone does not fix a shift. */
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
