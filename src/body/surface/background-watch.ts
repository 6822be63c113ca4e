import type { Landmarks } from '../landmarks.ts';
import type { Picture } from '../picture.ts';
import { median } from '../median.ts';
import type { Pixels } from '../units.ts';
import { type GreyPicture, greyCrop, pyramid } from './grey-picture.ts';
import { type FlowResult, PointFlow } from './lucas-kanade.ts';

/**
 * Watches the room behind the person: when many spots of it shift together, the laptop has been moved and every change from
 * neutral is void. Each spot is compared with its own small picture from the neutral.
 */
export interface BackgroundWatch {
  readonly spots: number;
  /** How far the room has shifted since neutral, pixels, or null when too little of it is found again. */
  shift(picture: Picture): Pixels | null;
}

const REACH = 6;
/** Half the side of a spot's picture: the window and room for a shift of 14 pixels. */
const HALF = 22;
const LEVELS = 2;
const COLUMNS = 8;
const ROWS = 5;
/** Mean squared gradient (both directions) that makes a spot worth watching. */
const LEAST_TEXTURE = 6;
const FEWEST = 5;
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
  if (spots.length < FEWEST) return null;
  const flow = new PointFlow({ reach: REACH, iterations: 10 });
  return {
    spots: spots.length,
    shift(now) {
      const dx: number[] = [];
      const dy: number[] = [];
      const out: FlowResult = { x: 0, y: 0, ok: false };
      for (const spot of spots) {
        const current = pyramid(around(now, spot.x, spot.y), LEVELS);
        flow.follow(spot.pyramid, current, HALF, HALF, HALF, HALF, out);
        if (!out.ok) continue;
        dx.push(out.x - HALF);
        dy.push(out.y - HALF);
      }
      return dx.length < FEWEST ? null : Math.hypot(median(dx) ?? 0, median(dy) ?? 0);
    },
  };
}

const around = (picture: Picture, x: number, y: number): GreyPicture =>
  greyCrop(picture, { left: x - HALF, top: y - HALF, right: x + HALF + 1, bottom: y + HALF + 1 });

function personBox(
  person: Landmarks | null,
): { left: number; top: number; right: number; bottom: number } | null {
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
function bestSpot(
  picture: Picture,
  column: number,
  row: number,
  avoid: ReturnType<typeof personBox>,
): Spot | null {
  const cellWidth = picture.width / COLUMNS;
  const cellHeight = picture.height / ROWS;
  let best: Spot | null = null;
  let bestTexture = LEAST_TEXTURE;
  for (const fx of [0.25, 0.5, 0.75]) {
    for (const fy of [0.25, 0.5, 0.75]) {
      const x = Math.round((column + fx) * cellWidth);
      const y = Math.round((row + fy) * cellHeight);
      const fits = x > HALF && y > HALF && x < picture.width - HALF - 1 && y < picture.height - HALF - 1;
      if (!fits || (avoid && x > avoid.left && x < avoid.right && y > avoid.top && y < avoid.bottom))
        continue;
      const grey = around(picture, x, y);
      const t = texture(grey);
      if (t <= bestTexture) continue;
      bestTexture = t;
      best = { x, y, pyramid: pyramid(grey, LEVELS) };
    }
  }
  return best;
}

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
