import type { Degrees, Share } from '../units.ts';
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
/** What lies farther from the arc than this counts less and less: a cuff, a strand of hair, the edge of a shirt. */
const USUAL_MISS: Share = 0.012;
const ROUNDS = 4;

type Parabola = readonly [constant: number, slope: number, bend: number];

/**
 * The arc through the contour's heights at `CONTOUR_STATIONS`; null where too little of the contour is seen.
 * @param until stations farther down the trunk do not count: there a bent thigh meets the belly
 */
export function contourArc(heights: readonly (Share | null)[], until: Share = 1): ContourArc | null {
  const stations = CONTOUR_STATIONS.filter((station) => station <= until);
  const seen = stations.flatMap((x, i) => {
    const height = heights[i] ?? null;
    return height === null ? [] : [{ x, height }];
  });
  if (seen.length < LEAST_SEEN * stations.length) return null;
  const first = stations[0] ?? 0;
  const span = (stations.at(-1) ?? 1) - first;
  const points = seen.map(({ x, height }) => ({ x: (2 * (x - first)) / span - 1, height }));
  let weights = points.map(() => 1);
  let arc = parabola(points, weights);
  for (let round = 1; round < ROUNDS; round++) {
    weights = points.map((point) => 1 / Math.max(1, Math.abs(missOf(arc, point)) / USUAL_MISS));
    arc = parabola(points, weights);
  }
  const [, slope, bend] = arc;
  // From end to end: x runs from −1 to 1.
  const chord = Math.hypot(span, 2 * slope);
  // The middle of the parabola lies `bend` under its chord, measured across the line; this is square to the chord.
  const sagitta = (bend * span) / chord;
  const misses = points.map((point) => missOf(arc, point) ** 2);
  return {
    angle: (4 * Math.atan((2 * sagitta) / chord) * 180) / Math.PI,
    misfit: Math.sqrt(misses.reduce((a, b) => a + b, 0) / misses.length),
  };
}

interface Point {
  readonly x: number;
  readonly height: Share;
}

const missOf = ([constant, slope, bend]: Parabola, { x, height }: Point): number =>
  height - constant - slope * x - bend * x * x;

/** Weighted least squares, by the normal equations (three unknowns). */
function parabola(points: readonly Point[], weights: readonly number[]): Parabola {
  const sum = (power: number, ofHeight: boolean): number =>
    points.reduce(
      (total, { x, height }, i) => total + (weights[i] ?? 0) * x ** power * (ofHeight ? height : 1),
      0,
    );
  const [a, b, c, d, e] = [0, 1, 2, 3, 4].map((power) => sum(power, false)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const [p, q, r] = [sum(0, true), sum(1, true), sum(2, true)];
  const whole = determinant([a, b, c], [b, c, d], [c, d, e]);
  return [
    determinant([p, b, c], [q, c, d], [r, d, e]) / whole,
    determinant([a, p, c], [b, q, d], [c, r, e]) / whole,
    determinant([a, b, p], [b, c, q], [c, d, r]) / whole,
  ];
}

type Row = readonly [number, number, number];

const determinant = ([a, b, c]: Row, [d, e, f]: Row, [g, h, i]: Row): number =>
  a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g);
