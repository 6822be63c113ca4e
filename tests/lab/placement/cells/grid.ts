import type { ViewPlan } from '../../../../src/instrument/input/measurement-plan.ts';
import type { Degrees, Metres } from '../../../../src/instrument/geometry/units.ts';
import type { CellPlace } from './cell.ts';
import { isWithin } from '../report/circle-ranges.ts';

/** The parts of a drill that the grid needs. */
export interface GridDrill {
  readonly id: string;
  readonly measure: { readonly view: Pick<ViewPlan, 'recommended' | 'good' | 'distance'> };
}

/** Choices of the command line; null: the study's default. */
export interface GridWish {
  readonly bodies: readonly string[];
  /** True: only the first body is filmed all round; the others where the app expects a good view. */
  readonly firstLooksRound: boolean;
  readonly azimuths: readonly Degrees[] | null;
  readonly heights: readonly Metres[] | null;
  readonly distances: readonly Metres[] | null;
}

/** Bodies of the study: both sexes, average and other builds. */
export const STUDY_BODIES = ['male-average', 'female-average', 'male-heavy', 'female-small'] as const;

/** Lens heights: on a chair, a table, a chest of drawers. */
export const STUDY_HEIGHTS: readonly Metres[] = [0.5, 0.9, 1.4];

const COARSE: Degrees = 30;
const FINE: Degrees = 15;
/** Fine steps on each side of the expected best azimuth. */
const FINE_STEPS = 2;
/** Distances in addition to the recommended one, near the expected best azimuth. */
const OTHER_DISTANCES: readonly Metres[] = [1.7, 2.8];
/** Distances that differ by less than this count as equal. */
const SAME_DISTANCE: Metres = 0.2;

const round = (angle: Degrees): Degrees => ((angle % 360) + 360) % 360;

/** Middles of the azimuth ranges that the app calls good, on the fine grid. */
function bestGuesses({ measure: { view } }: GridDrill): Degrees[] {
  const middles = view.good.map(([from, to]) => (from + to) / 2);
  const onGrid = [view.recommended, ...middles].map((angle) => round(Math.round(angle / FINE) * FINE));
  return [...new Set(onGrid)];
}

function near(drill: GridDrill): Degrees[] {
  const steps = Array.from({ length: 2 * FINE_STEPS + 1 }, (_, i) => (i - FINE_STEPS) * FINE);
  return bestGuesses(drill).flatMap((middle) => steps.map((step) => round(middle + step)));
}

/** Ascending azimuths: every 30° on the full circle, every 15° near the expected best. */
export function azimuthsOf(drill: GridDrill): Degrees[] {
  const around = Array.from({ length: 360 / COARSE }, (_, i) => i * COARSE);
  return [...new Set([...around, ...near(drill)])].sort((a, b) => a - b);
}

/** The drill's distance; near the expected best azimuth also a shorter and a longer one. */
function distancesAt(drill: GridDrill, azimuth: Degrees): Metres[] {
  const usual = drill.measure.view.distance;
  const others = OTHER_DISTANCES.filter((metres) => Math.abs(metres - usual) >= SAME_DISTANCE);
  return bestGuesses(drill).includes(azimuth) ? [usual, ...others] : [usual];
}

const isGood = ({ measure: { view } }: GridDrill, azimuth: Degrees): boolean => isWithin(view.good, azimuth, FINE / 2);

/**
 * All cells, sorted by drill, then body, then fine grid before the rest, so that the stage is rebuilt rarely and the
 * best places come first.
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
