import { mean } from '../geometry/mean.ts';
import { solveSymmetric } from '../geometry/least-squares.ts';
import type { Degrees, Share } from '../geometry/units.ts';
import { CONTOUR_STATIONS } from './trunk-contour.ts';

/** A bend of the contour and how well an arc describes it. */
export interface ContourArc {
  /**
   * Angle that the arc over the chord turns through, 4 · atan(2 · sagitta / chord) (accuracy.md 3.1): positive where the contour
   * is hollow as seen from outside, negative where it bulges.
   */
  readonly angle: Degrees;
  /** Root mean square distance between arc and contour, shares of the trunk's line. */
  readonly misfit: Share;
}

/** Of the stations, so many must show an edge. */
const LEAST_SEEN: Share = 0.8;
/** Fewer points lie on more than one parabola. */
const FEWEST = 3;
/** What lies farther from the arc than this counts less and less: a cuff, a strand of hair, the edge of a shirt. */
const USUAL_MISS: Share = 0.012;
const ROUNDS = 4;

type Parabola = readonly [constant: number, slope: number, bend: number];

/**
 * The arc through the contour's heights at `CONTOUR_STATIONS`; null where too little of the contour is seen.
 * @param until stations farther down the trunk do not count
 */
export function contourArc(heights: readonly (Share | null)[], until: Share = 1): ContourArc | null {
  const stations = CONTOUR_STATIONS.filter((station) => station <= until);
  const seen = stations.flatMap((x, i) => {
    const height = heights[i] ?? null;
    return height === null ? [] : [{ x, height }];
  });
  if (seen.length < Math.max(FEWEST, LEAST_SEEN * stations.length)) return null;
  const first = stations[0] ?? 0;
  const span = (stations.at(-1) ?? 1) - first;
  const points = seen.map(({ x, height }) => ({ x: (2 * (x - first)) / span - 1, height }));
  const arc = settledParabola(points);
  if (!arc) return null;
  const [, slope, bend] = arc;
  // From end to end: x runs from −1 to 1.
  const chord = Math.hypot(span, 2 * slope);
  // The middle of the parabola lies `bend` under its chord, measured across the line; this is square to the chord.
  const sagitta = (bend * span) / chord;
  const misses = points.map((point) => missOf(arc, point) ** 2);
  return {
    angle: (4 * Math.atan((2 * sagitta) / chord) * 180) / Math.PI,
    misfit: Math.sqrt(mean(misses)),
  };
}

interface Point {
  readonly x: number;
  readonly height: Share;
}

const missOf = ([constant, slope, bend]: Parabola, { x, height }: Point): number =>
  height - constant - slope * x - bend * x * x;

/** Fitted again and again, so that what lies far off it pulls at it less and less. */
function settledParabola(points: readonly Point[]): Parabola | null {
  let arc = parabola(points, () => 1);
  for (let round = 1; arc && round < ROUNDS; round++) {
    const last = arc;
    arc = parabola(points, (point) => 1 / Math.max(1, Math.abs(missOf(last, point)) / USUAL_MISS));
  }
  return arc;
}

/** Weighted least squares, by the normal equations; null where the points fix no parabola. */
function parabola(points: readonly Point[], weightOf: (point: Point) => number): Parabola | null {
  const matrix = new Float64Array(9);
  const heights = new Float64Array(3);
  for (const point of points) {
    const weight = weightOf(point);
    const powers = [1, point.x, point.x ** 2];
    powers.forEach((a, row) => {
      heights[row] = (heights[row] ?? 0) + weight * a * point.height;
      powers.forEach((b, column) => {
        matrix[3 * row + column] = (matrix[3 * row + column] ?? 0) + weight * a * b;
      });
    });
  }
  const found = solveSymmetric(matrix, heights);
  return found && [found[0] ?? 0, found[1] ?? 0, found[2] ?? 0];
}
