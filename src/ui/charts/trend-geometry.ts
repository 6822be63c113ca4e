import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { band90, type Degrees, type Pixels } from '../../instrument/geometry/units.ts';
import type { Trend } from '../../coach/review/trends.ts';

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
function edgesOf({ points, line }: Trend): readonly Degrees[] {
  const base = points[0]?.range.value ?? 0;
  const edges = points.flatMap(({ range }) => [range.value - band90(range.sd), range.value + band90(range.sd)]);
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
  const times = beside.flatMap(({ points }) => points.map(({ at }) => at));
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
