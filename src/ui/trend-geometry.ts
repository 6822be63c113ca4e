import { band90, type Degrees, type Milliseconds } from '../body/units.ts';
import type { Trend } from '../coach/history/trends.ts';

/** Pixels: room for the figures on the left and the dates below. */
const LEFT = 42;
const RIGHT = 14;
const TOP = 10;
const BOTTOM = 28;
const LEAST_SPAN: Degrees = 20;
const STEP: Degrees = 10;

/** Places in a drawing, CSS pixels. */
export interface TrendScale {
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly x: (at: Milliseconds) => number;
  readonly y: (value: Degrees) => number;
  readonly ticks: readonly Degrees[];
}

/** Holds every band and both real-change lines; a single set stands in the middle. */
export function trendScale({ points, line }: Trend, width: number, height: number): TrendScale {
  const first = points[0];
  const edges = points.flatMap(({ range }) => [
    range.value - band90(range.sd),
    range.value + band90(range.sd),
  ]);
  const base = first?.range.value ?? 0;
  const lowest = Math.min(base - line, ...edges);
  const highest = Math.max(base + line, ...edges);
  const spare = Math.max(0, LEAST_SPAN - (highest - lowest)) / 2;
  const low = STEP * Math.floor((lowest - spare) / STEP);
  const high = STEP * Math.ceil((highest + spare) / STEP);
  const from = first?.at ?? 0;
  const to = points.at(-1)?.at ?? 0;
  const [left, right, bottom] = [LEFT, width - RIGHT, height - BOTTOM];
  // A point has a size: the outer ones must not hang over the edge.
  const [start, end] = [left + 14, right - 14];
  return {
    width,
    height,
    left,
    right,
    bottom,
    x: (at) => (to > from ? start + ((at - from) / (to - from)) * (end - start) : (start + end) / 2),
    y: (value) => bottom - ((value - low) / (high - low)) * (bottom - TOP),
    ticks: Array.from({ length: Math.round((high - low) / STEP) + 1 }, (_, i) => low + i * STEP),
  };
}
