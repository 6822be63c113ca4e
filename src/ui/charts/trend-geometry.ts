import { area, curveMonotoneX, line } from 'd3-shape';
import { band90, type Degrees, type Milliseconds, type Pixels } from '../../instrument/geometry/units.ts';
import { onceFor } from '../elements/once-for.ts';
import { degreeScale, type DegreeScale, type Margins } from './degree-scale.ts';
import { WEEK } from '../../training/planning/civil-day.ts';
import { middleOf } from '../../training/review/compare-sets.ts';
import { partsOfTrend, type Trend, type TrendPoint } from '../../training/review/trends.ts';

const MARGINS: Margins = { left: 42, right: 14, top: 10, bottom: 28, inset: 14 };
/** Smallest height of the chart, so that a small change does not look large. */
const MIN_SPAN: Degrees = 20;

/** Room above the line for the numbers of the moments. */
const MARKS: Pixels = 34;
/** From one number to the next. */
const APART: Pixels = 22;
/** Points of a line that can be told from each other. */
const MOST = 60;

/** Lowest and highest degrees that a trend needs: every band. */
const edgesOf = onceFor((trend: Trend): readonly Degrees[] => {
  const ranges = partsOfTrend(trend).flatMap((points) => points.map(({ range }) => range));
  const reach = (way: 1 | -1) => ranges.map(({ value, sd }) => value + way * band90(sd));
  return [Math.min(...reach(-1)), Math.max(...reach(1))];
});

/**
 * The points of a line: each set, or where there are many the middle of each week, or of as many weeks together as leave `MOST` points.
 * @param points oldest first
 */
export const drawnPoints = onceFor((points: readonly TrendPoint[]): readonly TrendPoint[] => {
  const [first] = points;
  if (!first || points.length <= MOST) return points;
  const weekOf = ({ at }: TrendPoint): number => Math.floor((at - first.at) / WEEK);
  const together = Math.ceil((weekOf(points.at(-1) ?? first) + 1) / MOST);
  const weeks = new Map<number, TrendPoint[]>();
  for (const point of points) {
    const week = Math.floor(weekOf(point) / together);
    const own = weeks.get(week);
    if (own) own.push(point);
    else weeks.set(week, [point]);
  }
  return [...weeks.values()].flatMap((own) => {
    const last = own.at(-1);
    return last ? [{ ...last, range: middleOf(own.map(({ range }) => range)) }] : [];
  });
});

/** Where the numbers of moments stand, so that none covers another. @param at their own places, from left to right */
export function markPlaces(
  at: readonly Pixels[],
  { left, right }: Pick<DegreeScale, 'left' | 'right'>,
): readonly Pixels[] {
  const places: Pixels[] = [];
  for (const x of at) places.push(Math.max(x, left + APART / 2, (places.at(-1) ?? -APART) + APART));
  let most = right - APART / 2;
  for (let i = places.length - 1; i >= 0; i -= 1) {
    places[i] = Math.min(places[i] ?? most, most);
    most = (places[i] ?? most) - APART;
  }
  return places;
}

/**
 * The chart shows every band. A single set is put in the middle.
 * @param beside charts that share the scale, so that they can be compared; the trend itself is one of them
 * @param goal what the person aims at, which must be on the chart; null: nothing
 * @param isMarked the numbers of moments stand above the line
 */
export function trendScale(
  trend: Trend,
  width: Pixels,
  height: Pixels,
  beside: readonly Trend[] = [trend],
  goal: Degrees | null = null,
  isMarked = false,
): DegreeScale {
  const edges = [...beside.flatMap(edgesOf), ...(goal === null ? [] : [goal])];
  // Each list is in order of time.
  const times = beside.flatMap((one) =>
    partsOfTrend(one).flatMap((points) => [points[0], points.at(-1)].flatMap((point) => point?.at ?? [])),
  );
  const margins = isMarked ? { ...MARGINS, top: MARKS } : MARGINS;
  const along = [Math.min(...times), Math.max(...times)] as const;
  return degreeScale({ edges, along, width, height, leastSpan: MIN_SPAN, margins });
}

/** Where the seams of a trend are: halfway between two neighbours in time that different instruments measured. */
export function seamTimes(trend: Trend): readonly Milliseconds[] {
  if (trend.otherwise.length === 0) return [];
  const all = partsOfTrend(trend)
    .flatMap((points, part) => points.map(({ at }) => ({ at, part })))
    .toSorted((a, b) => a.at - b.at);
  return all.flatMap(({ at, part }, i) => {
    const before = all[i - 1];
    return before && before.part !== part ? [(before.at + at) / 2] : [];
  });
}

type Place = (value: number) => Pixels;

/** The line through the points of a trend, and the ribbon of their 90 % bands. */
export function trendShapes({ x, y }: { readonly x: Place; readonly y: Place }) {
  const along = ({ at }: TrendPoint): Pixels => x(at);
  const edge =
    (way: 1 | -1) =>
    ({ range: { value, sd } }: TrendPoint): Pixels =>
      y(value + way * band90(sd));
  return {
    through: line<TrendPoint>(along, ({ range }) => y(range.value))
      .curve(curveMonotoneX)
      .digits(1),
    ribbon: area<TrendPoint>(along, edge(-1), edge(1)).curve(curveMonotoneX).digits(1),
  };
}
