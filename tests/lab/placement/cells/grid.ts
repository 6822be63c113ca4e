import type { ViewPlan } from '../../../../src/instrument/input/measurement-plan.ts';
import type { Degrees, Metres } from '../../../../src/instrument/geometry/units.ts';
import type { CellPlace } from './cell.ts';
import { isWithin } from '../report/circle-ranges.ts';

/** What a grid asks of a drill. */
export interface GridDrill {
  readonly id: string;
  readonly measure: { readonly view: Pick<ViewPlan, 'recommended' | 'good' | 'distance'> };
}

/** What the person who runs the study chose; null: the study's own choice. */
export interface GridWish {
  readonly bodies: readonly string[];
  /** Only the first body looks round; the others are filmed where the app says that the view is good. */
  readonly firstLooksRound: boolean;
  readonly azimuths: readonly Degrees[] | null;
  readonly heights: readonly Metres[] | null;
  readonly distances: readonly Metres[] | null;
}

/** Both sexes, average build and far from it. */
export const STUDY_BODIES = ['male-average', 'female-average', 'male-heavy', 'female-small'] as const;

/** A chair's seat, a table, a chest of drawers. */
export const STUDY_HEIGHTS: readonly Metres[] = [0.5, 0.9, 1.4];

const COARSE: Degrees = 30;
const FINE: Degrees = 15;
/** Fine steps to each side of where the laptop is thought to stand best. */
const FINE_STEPS = 2;
/** Beside the recommended one, close to where the laptop is thought to stand best. */
const OTHER_DISTANCES: readonly Metres[] = [1.7, 2.8];
/** Distances nearer to each other than this are one. */
const SAME_DISTANCE: Metres = 0.2;

const round = (angle: Degrees): Degrees => ((angle % 360) + 360) % 360;

/** Middles of where the app says that the view is good, on the fine grid. */
function bestGuesses({ measure: { view } }: GridDrill): Degrees[] {
  const middles = view.good.map(([from, to]) => (from + to) / 2);
  const onGrid = [view.recommended, ...middles].map((angle) => round(Math.round(angle / FINE) * FINE));
  return [...new Set(onGrid)];
}

function near(drill: GridDrill): Degrees[] {
  const steps = Array.from({ length: 2 * FINE_STEPS + 1 }, (_, i) => (i - FINE_STEPS) * FINE);
  return bestGuesses(drill).flatMap((middle) => steps.map((step) => round(middle + step)));
}

/** The whole circle every 30°, every 15° where the drill is thought to be seen best; going up. */
export function azimuthsOf(drill: GridDrill): Degrees[] {
  const around = Array.from({ length: 360 / COARSE }, (_, i) => i * COARSE);
  return [...new Set([...around, ...near(drill)])].sort((a, b) => a - b);
}

/** The drill's distance everywhere; a nearer and a farther one where it is seen best. */
function distancesAt(drill: GridDrill, azimuth: Degrees): Metres[] {
  const usual = drill.measure.view.distance;
  const others = OTHER_DISTANCES.filter((metres) => Math.abs(metres - usual) >= SAME_DISTANCE);
  return bestGuesses(drill).includes(azimuth) ? [usual, ...others] : [usual];
}

const isGood = ({ measure: { view } }: GridDrill, azimuth: Degrees): boolean => isWithin(view.good, azimuth, FINE / 2);

/**
 * Every cell, in an order in which the stage is set as rarely as may be and the best places come first: drill by drill, body by
 * body, the fine part of the circle before the rest.
 */
export function gridOf(drills: readonly GridDrill[], wish: GridWish): CellPlace[] {
  return drills.flatMap((drill) => {
    const close = new Set(near(drill));
    const azimuths = wish.azimuths?.map(round) ?? azimuthsOf(drill);
    const ordered = [...azimuths].sort((a, b) => Number(close.has(b)) - Number(close.has(a)) || a - b);
    return wish.bodies.flatMap((body, index) =>
      (wish.firstLooksRound && index > 0 ? ordered.filter((azimuth) => isGood(drill, azimuth)) : ordered).flatMap(
        (azimuth) =>
          (wish.heights ?? STUDY_HEIGHTS).flatMap((height) =>
            (wish.distances ?? distancesAt(drill, azimuth)).map((distance) => ({
              drill: drill.id,
              body,
              azimuth,
              height,
              distance,
            })),
          ),
      ),
    );
  });
}
