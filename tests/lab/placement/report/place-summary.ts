import type { Degrees, Metres, Share } from '../../../../src/instrument/geometry/units.ts';
import { largest, median } from '../../../../tools/scoring/statistics.mjs';
import type { BackOutline, Cell } from '../cells/cell.ts';
import { type ChannelScore, type PelvisChannel, scoreCell } from '../cells/cell-score.ts';

export type PlaceGrade = 'good' | 'fair' | 'poor';

/** Medians over all bodies that were filmed from one place. */
export interface PlaceSummary {
  readonly drill: string;
  readonly azimuth: Degrees;
  readonly height: Metres;
  readonly distance: Metres;
  readonly bodies: number;
  /** Number of bodies that were measured. */
  readonly measured: number;
  readonly error: Degrees | null;
  /** Error for the body with the largest error. */
  readonly worstError: Degrees | null;
  readonly slope: number | null;
  readonly coverage: Share;
  readonly detected: Share;
  readonly channels: Readonly<Record<PelvisChannel, ChannelScore>>;
  readonly outline: BackOutline;
  /** Number of bodies for each grade of the app. */
  readonly appGrades: Readonly<Partial<Record<Cell['grade'], number>>>;
  readonly grade: PlaceGrade;
}

/**
 * Limits of the grades. Good: the mean error is below the smallest change that an inclinometer detects (5.4°, Krause).
 * Fair: a large change is still detected. A body that is not measured counts as coverage 0.
 */
const LIMITS = {
  good: { error: 5, worst: 9, coverage: 0.8, slope: [0.75, 1.25] },
  fair: { error: 9, worst: 15, coverage: 0.6, slope: [0.5, 1.5] },
} as const;

const known = (values: readonly (number | null)[]): number[] => values.filter((value) => value !== null);

export function gradeOf(place: Pick<PlaceSummary, 'error' | 'worstError' | 'slope' | 'coverage'>): PlaceGrade {
  const { error, worstError, slope, coverage } = place;
  if (error === null || worstError === null || slope === null) return 'poor';
  const meets = ({ error: most, worst, coverage: least, slope: [low, high] }: (typeof LIMITS)['good' | 'fair']) =>
    error <= most && worstError <= worst && coverage >= least && slope >= low && slope <= high;
  return meets(LIMITS.good) ? 'good' : meets(LIMITS.fair) ? 'fair' : 'poor';
}

function summarise(cells: readonly [Cell, ...Cell[]]): PlaceSummary {
  const [{ drill, azimuth, height, distance }] = cells;
  const scores = cells.map(scoreCell);
  const middle = (values: readonly (number | null)[]) => median(known(values));
  const errors = known(scores.map(({ error }) => error));
  const channel = (name: PelvisChannel): ChannelScore => ({
    response: middle(scores.map(({ channels }) => channels[name].response)),
    falseMotion: middle(scores.map(({ channels }) => channels[name].falseMotion)),
  });
  const grades = cells.map(({ grade }) => grade);
  const figures = {
    error: median(errors),
    worstError: largest(errors),
    slope: middle(scores.map(({ slope }) => slope)),
    coverage: median(scores.map(({ coverage }) => coverage)) ?? 0,
  };
  return {
    drill,
    azimuth,
    height,
    distance,
    bodies: cells.length,
    measured: cells.filter(({ outcome }) => outcome === 'measured').length,
    ...figures,
    detected: median(cells.map(({ detected }) => detected)) ?? 0,
    channels: { twist: channel('twist'), obliquity: channel('obliquity'), lift: channel('lift') },
    outline: {
      free: median(cells.map(({ outline }) => outline.free)) ?? 0,
      sweptPixels: median(cells.map(({ outline }) => outline.sweptPixels)) ?? 0,
      shiftPixels: median(cells.map(({ outline }) => outline.shiftPixels)) ?? 0,
    },
    appGrades: Object.fromEntries(grades.map((grade) => [grade, grades.filter((g) => g === grade).length])),
    grade: gradeOf(figures),
  };
}

/** Summaries of all studied places, sorted by height, distance and azimuth. */
export function summarisePlaces(cells: readonly Cell[]): PlaceSummary[] {
  const groups = new Map<string, [Cell, ...Cell[]]>();
  for (const cell of cells) {
    const key = [cell.drill, cell.height, cell.distance, cell.azimuth].join('/');
    const group = groups.get(key);
    if (group) group.push(cell);
    else groups.set(key, [cell]);
  }
  return [...groups.values()]
    .map(summarise)
    .sort(
      (a, b) =>
        a.drill.localeCompare(b.drill) || a.height - b.height || a.distance - b.distance || a.azimuth - b.azimuth,
    );
}

/** Whether a pelvis channel can be measured at a place. */
export type Measurable = 'yes' | 'coarse' | 'no';

/** False motion of a channel that would raise an alarm: degrees; the lift in metres. */
const MAX_FALSE_MOTION: Readonly<Record<PelvisChannel, number>> = { twist: 6, obliquity: 6, lift: 0.02 };
const RESPONSE = { yes: 0.5, coarse: 0.3 };

export function measurable({ channels }: Pick<PlaceSummary, 'channels'>, name: PelvisChannel): Measurable {
  const { response, falseMotion } = channels[name];
  if (response === null || falseMotion === null || response < RESPONSE.coarse) return 'no';
  if (falseMotion > 2 * MAX_FALSE_MOTION[name]) return 'no';
  return response >= RESPONSE.yes && falseMotion <= MAX_FALSE_MOTION[name] ? 'yes' : 'coarse';
}

/** Smallest shift of the outline that a program could detect, pixels of a picture 960 wide. */
const VISIBLE_SHIFT = 3;
const VISIBLE_FREE = 0.5;

/** Whether the study's arch is visible in the outline of the back. */
export const showsArch = ({ outline }: Pick<PlaceSummary, 'outline'>): boolean =>
  outline.free >= VISIBLE_FREE && outline.shiftPixels >= VISIBLE_SHIFT;
