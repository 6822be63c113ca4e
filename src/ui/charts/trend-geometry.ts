import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { band90, type Degrees, type Pixels } from '../../instrument/geometry/units.ts';
import type { Trend } from '../../coach/review/trends.ts';

/** Room for the figures on the left and the dates below. */
const LEFT: Pixels = 42;
const RIGHT: Pixels = 14;
const TOP: Pixels = 10;
const BOTTOM: Pixels = 28;
/** A point has a size: the outer ones must not hang over the edge. */
const INSIDE: Pixels = 14;
const LEAST_SPAN: Degrees = 20;
/** About as many lines across. */
const TICKS = 5;

/** Places in a drawing. */
export interface TrendScale {
  readonly width: Pixels;
  readonly height: Pixels;
  readonly left: Pixels;
  readonly right: Pixels;
  readonly bottom: Pixels;
  /** From milliseconds since 1970. */
  readonly x: ScaleLinear<Pixels, Pixels>;
  /** From degrees. */
  readonly y: ScaleLinear<Pixels, Pixels>;
  readonly ticks: readonly Degrees[];
}

/** Holds every band and both real-change lines; a single set stands in the middle. */
export function trendScale({ points, line }: Trend, width: Pixels, height: Pixels): TrendScale {
  const first = points[0];
  const base = first?.range.value ?? 0;
  const edges = points.flatMap(({ range }) => [range.value - band90(range.sd), range.value + band90(range.sd)]);
  const lowest = Math.min(base - line, ...edges);
  const highest = Math.max(base + line, ...edges);
  const spare = Math.max(0, LEAST_SPAN - (highest - lowest)) / 2;
  const [left, right, bottom] = [LEFT, width - RIGHT, height - BOTTOM];
  const y = scaleLinear([lowest - spare, highest + spare], [bottom, TOP]).nice(TICKS);
  return {
    width,
    height,
    left,
    right,
    bottom,
    x: scaleLinear([first?.at ?? 0, points.at(-1)?.at ?? 0], [left + INSIDE, right - INSIDE]),
    y,
    ticks: y.ticks(TICKS),
  };
}
