import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { band90, type Degrees, type Milliseconds, type Pixels } from '../../instrument/geometry/units.ts';
import { partsOfTrend, type Trend } from '../../coach/review/trends.ts';

/** Margins around the drawing; labels of degrees stand on the left, dates below. */
const LEFT: Pixels = 42;
const RIGHT: Pixels = 14;
const TOP: Pixels = 10;
const BOTTOM: Pixels = 28;
/** Distance of the first and last point from the edge, so that their circles fit. */
const INSET: Pixels = 14;
/** Smallest height of the chart, so that a small change does not look large. */
const MIN_SPAN: Degrees = 20;
/** Approximate number of grid lines. */
const TICKS = 5;

/** Scales and limits of the chart in pixels. */
export interface TrendScale {
  readonly width: Pixels;
  readonly height: Pixels;
  readonly left: Pixels;
  readonly right: Pixels;
  readonly bottom: Pixels;
  /** Converts milliseconds since 1970. */
  readonly x: ScaleLinear<Pixels, Pixels>;
  /** Converts degrees. */
  readonly y: ScaleLinear<Pixels, Pixels>;
  readonly ticks: readonly Degrees[];
}

/** Lowest and highest degrees that a trend needs: every band, and both lines of real change. */
function edgesOf(trend: Trend): readonly Degrees[] {
  const { points, line } = trend;
  const base = points[0]?.range.value ?? 0;
  const edges = partsOfTrend(trend)
    .flat()
    .flatMap(({ range }) => [range.value - band90(range.sd), range.value + band90(range.sd)]);
  return [base - line, base + line, ...edges];
}

/**
 * The chart shows every band and both lines of real change. A single set is put in the middle.
 * @param beside charts that share the scale, so that they can be compared; the trend itself is one of them
 * @param goal what the person aims at, which must be on the chart; null: nothing
 */
export function trendScale(
  trend: Trend,
  width: Pixels,
  height: Pixels,
  beside: readonly Trend[] = [trend],
  goal: Degrees | null = null,
): TrendScale {
  const edges = [...beside.flatMap(edgesOf), ...(goal === null ? [] : [goal])];
  const lowest = Math.min(...edges);
  const highest = Math.max(...edges);
  const times = beside.flatMap((one) => partsOfTrend(one).flatMap((points) => points.map(({ at }) => at)));
  const spare = Math.max(0, MIN_SPAN - (highest - lowest)) / 2;
  const [left, right, bottom] = [LEFT, width - RIGHT, height - BOTTOM];
  const y = scaleLinear([lowest - spare, highest + spare], [bottom, TOP]).nice(TICKS);
  return {
    width,
    height,
    left,
    right,
    bottom,
    x: scaleLinear([Math.min(...times), Math.max(...times)], [left + INSET, right - INSET]),
    y,
    ticks: y.ticks(TICKS),
  };
}

/** Where the seams of a trend are: halfway between two neighbours in time that different instruments measured. */
export function seamTimes(trend: Trend): readonly Milliseconds[] {
  const all = partsOfTrend(trend)
    .flatMap((points, part) => points.map(({ at }) => ({ at, part })))
    .toSorted((a, b) => a.at - b.at);
  return all.flatMap(({ at, part }, i) => {
    const before = all[i - 1];
    return before && before.part !== part ? [(before.at + at) / 2] : [];
  });
}
