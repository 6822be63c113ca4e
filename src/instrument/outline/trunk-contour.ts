import { solveSymmetric } from '../geometry/least-squares.ts';
import { midJoint } from '../geometry/picture-points.ts';
import { mean } from '../geometry/statistics.ts';
import type { Degrees, Pixels, Share } from '../geometry/units.ts';

/** The model's mask of the person: a square grid of cells that lies over the picture, possibly rotated. */
export interface PersonMask {
  /** `side` × `side`, row by row from the top left: probability 0…1 that the cell shows the person. */
  readonly values: Float32Array;
  readonly side: number;
  /** Middle of the square in the picture. */
  readonly x: Pixels;
  readonly y: Pixels;
  /** Length of the square's sides in the picture. */
  readonly size: Pixels;
  /** Radians, clockwise as seen in the picture. */
  readonly rotation: number;
}

/** Probability that a position shows the person, interpolated between cells; 0 outside the square. */
export function maskAt({ values, side, size, rotation, ...middle }: PersonMask, x: Pixels, y: Pixels): Share {
  const right = x - middle.x;
  const down = y - middle.y;
  const cos = Math.cos(rotation);
  const sin = Math.sin(rotation);
  const across = ((cos * right + sin * down) / size + 0.5) * side - 0.5;
  const along = ((cos * down - sin * right) / size + 0.5) * side - 0.5;
  const column = Math.floor(across);
  const row = Math.floor(along);
  if (column < 0 || row < 0 || column + 1 >= side || row + 1 >= side) return 0;
  const at = row * side + column;
  const toRight = across - column;
  const above = mix(values[at] ?? 0, values[at + 1] ?? 0, toRight);
  const below = mix(values[at + side] ?? 0, values[at + side + 1] ?? 0, toRight);
  return mix(above, below, along - row);
}

const mix = (a: number, b: number, share: number): number => a + (b - a) * share;

/** The mask over the same picture, enlarged by `scale`. */
export const scaledMask = (mask: PersonMask, scale: number): PersonMask =>
  scale === 1 ? mask : { ...mask, x: mask.x * scale, y: mask.y * scale, size: mask.size * scale };

/** The part of the trunk line (mid-shoulder to mid-hip) between rib cage and sacrum, as shares of its length. */
const FROM: Share = 0.35;
const TO: Share = 0.95;
const STATIONS = 25;
/** Places along the trunk line at which the contour is measured, as shares of its length from the shoulders. */
export const CONTOUR_STATIONS: readonly Share[] = Array.from(
  { length: STATIONS },
  (_, i) => FROM + ((TO - FROM) * i) / (STATIONS - 1),
);

/** Start, end and step of the search for the edge, away from the trunk line; shares of its length. */
const NEAREST: Share = 0.02;
const FARTHEST: Share = 0.75;
const STEP: Share = 0.005;
/** Mask value at the person's edge. */
const EDGE_VALUE: Share = 0.5;
/** A gap in the mask thinner than this many steps is not the edge: a pattern of the clothes may open one. */
const GAP_STEPS = 4;

/**
 * Distance of the person's edge from the trunk line at each station, as a share of the line's length; null: no edge
 * found. `right` is the right-hand side when walking down the line from shoulders to hips, as seen in the picture.
 */
export interface TrunkContour {
  readonly right: readonly (Share | null)[];
  readonly left: readonly (Share | null)[];
  readonly length: Pixels;
}

/** The edges of the trunk on both sides of the trunk line. `points`: 33 landmarks, x and y in pixels. */
export function trunkContour(mask: PersonMask, points: ArrayLike<number>): TrunkContour {
  const [x, y] = midJoint(points, 'shoulder');
  const [hipX, hipY] = midJoint(points, 'hip');
  const length = Math.hypot(hipX - x, hipY - y);
  const edgesTo = (side: 1 | -1): readonly (Share | null)[] =>
    CONTOUR_STATIONS.map((at) => {
      const [alongX, alongY] = [hipX - x, hipY - y];
      return edge((reach) =>
        // Side 1 is to the right when walking down the line; y points down in a picture.
        maskAt(mask, x + at * alongX - side * reach * alongY, y + at * alongY + side * reach * alongX),
      );
    });
  return { right: edgesTo(1), left: edgesTo(-1), length };
}

/** The first place, going outwards, where the person ends; interpolated between two steps. */
function edge(valueAt: (reach: Share) => Share): Share | null {
  let outside = 0;
  let found: Share | null = null;
  let before = valueAt(NEAREST);
  if (before < EDGE_VALUE) return null;
  for (let reach = NEAREST + STEP; reach <= FARTHEST; reach += STEP) {
    const now = valueAt(reach);
    if (now >= EDGE_VALUE) {
      outside = 0;
      found = null;
    } else {
      found ??= before >= EDGE_VALUE ? reach - STEP * ((EDGE_VALUE - now) / (before - now)) : reach - STEP;
      outside += 1;
      if (outside >= GAP_STEPS) return found;
    }
    before = now;
  }
  return null;
}

/** The bend of a contour as a circular arc. */
export interface ContourArc {
  /**
   * Angle of the arc over the chord, 4 · atan(2 · sagitta / chord): positive where the contour is hollow as seen from
   * outside, negative where it bulges.
   */
  readonly angle: Degrees;
  /** Root mean square distance between arc and contour, as a share of the trunk line's length. */
  readonly misfit: Share;
}

/** Share of the stations that must have an edge. */
const MIN_SEEN_SHARE: Share = 0.8;
/** Fewer points do not determine a parabola. */
const MIN_POINTS = 3;
/**
 * A point farther from the arc than this gets less weight: it may be a cuff, a strand of hair or the edge of a shirt.
 */
const USUAL_RESIDUAL: Share = 0.012;
const ROUNDS = 4;

type Parabola = readonly [constant: number, slope: number, bend: number];

/**
 * Fits an arc to a contour.
 * @param heights distance of the edge from the trunk line at `CONTOUR_STATIONS`, from `TrunkContour`
 * @param until stations farther down the trunk are ignored
 * @returns null: too little of the contour is seen
 */
export function contourArc(heights: readonly (Share | null)[], until: Share = 1): ContourArc | null {
  const stations = CONTOUR_STATIONS.filter((station) => station <= until);
  const seen = stations.flatMap((x, i) => {
    const height = heights[i] ?? null;
    return height === null ? [] : [{ x, height }];
  });
  if (seen.length < Math.max(MIN_POINTS, MIN_SEEN_SHARE * stations.length)) return null;
  const first = stations[0] ?? 0;
  const span = (stations.at(-1) ?? 1) - first;
  const points = seen.map(({ x, height }) => ({ x: (2 * (x - first)) / span - 1, height }));
  const arc = robustParabola(points);
  if (!arc) return null;
  const [, slope, bend] = arc;
  // The chord from end to end; x runs from −1 to 1.
  const chord = Math.hypot(span, 2 * slope);
  // `bend` is the depth of the parabola at right angles to the trunk line; the sagitta is at right angles to the chord.
  const sagitta = (bend * span) / chord;
  const residuals = points.map((point) => residualOf(arc, point) ** 2);
  return {
    angle: (4 * Math.atan((2 * sagitta) / chord) * 180) / Math.PI,
    misfit: Math.sqrt(mean(residuals)),
  };
}

interface Point {
  readonly x: number;
  readonly height: Share;
}

const residualOf = ([constant, slope, bend]: Parabola, { x, height }: Point): number =>
  height - constant - slope * x - bend * x * x;

/** Iteratively reweighted fit: points far from the parabola get less weight. */
function robustParabola(points: readonly Point[]): Parabola | null {
  let arc = parabola(points, () => 1);
  for (let round = 1; arc && round < ROUNDS; round++) {
    const last = arc;
    arc = parabola(points, (point) => 1 / Math.max(1, Math.abs(residualOf(last, point)) / USUAL_RESIDUAL));
  }
  return arc;
}

/** Weighted least squares by the normal equations; null: the points do not determine a parabola. */
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
