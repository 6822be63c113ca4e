import type { Degrees, Metres, Share } from '../../../../src/instrument/geometry/units.ts';
import { largest, median } from '../../../../tools/scoring/statistics.mjs';
import type { BackOutline, Cell } from '../cells/cell.ts';
import { type ChannelScore, type PelvisChannel, scoreCell } from '../cells/cell-score.ts';

export type PlaceGrade = 'good' | 'fair' | 'poor';

/** One place over all the people who were filmed from there: medians, so that one body does not decide. */
export interface PlaceSummary {
  readonly drill: string;
  readonly azimuth: Degrees;
  readonly height: Metres;
  readonly distance: Metres;
  readonly bodies: number;
  /** How many of them were measured at all. */
  readonly measured: number;
  readonly error: Degrees | null;
  /** Of the body that was read worst. */
  readonly worstError: Degrees | null;
  readonly slope: number | null;
  readonly coverage: Share;
  readonly detected: Share;
  readonly channels: Readonly<Record<PelvisChannel, ChannelScore>>;
  readonly outline: BackOutline;
  /** How many of the bodies each grade was given to by the app as it is. */
  readonly appGrades: Readonly<Partial<Record<Cell['grade'], number>>>;
  readonly grade: PlaceGrade;
}

/**
 * What a place must hold. Good: a mean error below the smallest change that an inclinometer tells from chance (5.4°, Krause);
 * fair: a large change can still be told. Whoever is not measured counts as coverage 0.
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

/** Every place that was studied, bodies together; in the order of height, distance and azimuth. */
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

/** What can be said of a pelvis channel at a place. */
export type Measurable = 'yes' | 'coarse' | 'no';

/** Largest false motion of a channel worth an alarm: degrees; metres for the lift. */
const MAX_FALSE_MOTION: Readonly<Record<PelvisChannel, number>> = { twist: 6, obliquity: 6, lift: 0.02 };
const RESPONSE = { yes: 0.5, coarse: 0.3 };

export function measurable({ channels }: Pick<PlaceSummary, 'channels'>, name: PelvisChannel): Measurable {
  const { response, falseMotion } = channels[name];
  if (response === null || falseMotion === null || response < RESPONSE.coarse) return 'no';
  if (falseMotion > 2 * MAX_FALSE_MOTION[name]) return 'no';
  return response >= RESPONSE.yes && falseMotion <= MAX_FALSE_MOTION[name] ? 'yes' : 'coarse';
}

/** Outline pixels, of a picture 960 wide, that an arch must move before a program could see it. */
const VISIBLE_SHIFT = 3;
const VISIBLE_FREE = 0.5;

/** Whether the study's arch could be seen in the outline of the back at all. */
export const showsArch = ({ outline }: Pick<PlaceSummary, 'outline'>): boolean =>
  outline.free >= VISIBLE_FREE && outline.shiftPixels >= VISIBLE_SHIFT;
