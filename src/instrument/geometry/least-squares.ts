import { type PicturePoint, vectorBetween } from './picture-points.ts';
import type { Share } from './units.ts';

/**
 * A damped least-squares problem (Levenberg 1944, Marquardt 1963) with a numeric Jacobian. The first `2 × pairs`
 * residuals are (x, y) of picture points; each pair has one Huber weight (Huber 1964), so that a single outlier
 * landmark has little influence.
 */
export interface Problem {
  /** Writes the residuals, each already divided by its standard deviation. */
  readonly residuals: (parameters: Float64Array, out: Float64Array) => void;
  readonly count: number;
  readonly pairs: number;
  /** Length of a pair from which its cost grows linearly, in standard deviations. */
  readonly huber: number;
  /** Step of the numeric derivative, per parameter. */
  readonly steps: Float64Array;
  /** Largest change in one iteration, per parameter. */
  readonly limits: Float64Array;
  readonly iterations: number;
}

export interface Solution {
  readonly parameters: Float64Array;
  /** Robust sum of squared residuals. */
  readonly cost: number;
  readonly residuals: Float64Array;
}

/** An n × n matrix, row-major. */
export type Square = Float64Array;

/** Damping at the start, and the damping at which the search gives up. */
const FIRST_DAMPING = 1e-2;
const MOST_DAMPING = 1e5;

function pairWeights(r: Float64Array, problem: Problem): Float64Array {
  const weights = new Float64Array(r.length).fill(1);
  for (let i = 0; i < problem.pairs; i++) {
    const size = Math.hypot(r[2 * i] ?? 0, r[2 * i + 1] ?? 0);
    if (size > problem.huber) weights[2 * i] = weights[2 * i + 1] = problem.huber / size;
  }
  return weights;
}

function costOf(r: Float64Array, { pairs, huber }: Problem): number {
  let cost = 0;
  for (let i = 0; i < pairs; i++) {
    const size = Math.hypot(r[2 * i] ?? 0, r[2 * i + 1] ?? 0);
    cost += size > huber ? 2 * huber * size - huber * huber : size * size;
  }
  for (let i = 2 * pairs; i < r.length; i++) cost += (r[i] ?? 0) ** 2;
  return cost;
}

/** Normal matrix JᵀWJ and gradient JᵀWr at the point `p`, whose residuals are `r`. */
export function normalEquations(
  problem: Problem,
  p: Float64Array,
  r: Float64Array,
): { matrix: Square; gradient: Float64Array } {
  const n = p.length;
  const m = r.length;
  const weights = pairWeights(r, problem);
  const jacobian = new Float64Array(n * m);
  const probe = Float64Array.from(p);
  const moved = new Float64Array(m);
  for (let k = 0; k < n; k++) {
    const step = problem.steps[k] ?? 1e-4;
    const kept = probe[k] ?? 0;
    probe[k] = kept + step;
    problem.residuals(probe, moved);
    probe[k] = kept;
    for (let i = 0; i < m; i++) jacobian[k * m + i] = ((moved[i] ?? 0) - (r[i] ?? 0)) / step;
  }
  const matrix = new Float64Array(n * n);
  const gradient = new Float64Array(n);
  for (let a = 0; a < n; a++) {
    for (let i = 0; i < m; i++) {
      const x = (jacobian[a * m + i] ?? 0) * (weights[i] ?? 0);
      if (x === 0) continue;
      gradient[a] = (gradient[a] ?? 0) + x * (r[i] ?? 0);
      for (let b = 0; b <= a; b++) matrix[a * n + b] = (matrix[a * n + b] ?? 0) + x * (jacobian[b * m + i] ?? 0);
    }
  }
  for (let a = 0; a < n; a++) for (let b = 0; b < a; b++) matrix[b * n + a] = matrix[a * n + b] ?? 0;
  return { matrix, gradient };
}

/** Lower Cholesky factor of a symmetric matrix; null if it is not positive definite. */
function choleskyFactor(matrix: Square, n: number): Square | null {
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let s = matrix[i * n + j] ?? 0;
      for (let k = 0; k < j; k++) s -= (l[i * n + k] ?? 0) * (l[j * n + k] ?? 0);
      if (i !== j) l[i * n + j] = s / (l[j * n + j] ?? 1);
      else if (s <= 1e-300) return null;
      else l[i * n + i] = Math.sqrt(s);
    }
  }
  return l;
}

function substitute(l: Square, n: number, v: Float64Array): Float64Array {
  const x = Float64Array.from(v);
  for (let i = 0; i < n; i++) {
    let s = x[i] ?? 0;
    for (let k = 0; k < i; k++) s -= (l[i * n + k] ?? 0) * (x[k] ?? 0);
    x[i] = s / (l[i * n + i] ?? 1);
  }
  for (let i = n - 1; i >= 0; i--) {
    let s = x[i] ?? 0;
    for (let k = i + 1; k < n; k++) s -= (l[k * n + i] ?? 0) * (x[k] ?? 0);
    x[i] = s / (l[i * n + i] ?? 1);
  }
  return x;
}

/** Solves A x = b for a symmetric A; null if A is not positive definite. */
export function solveSymmetric(matrix: Square, b: Float64Array): Float64Array | null {
  const l = choleskyFactor(matrix, b.length);
  return l && substitute(l, b.length, b);
}

/** Inverse of a symmetric matrix (the covariance from a normal matrix); null if it is not positive definite. */
export function invertSymmetric(matrix: Square, n: number): Square | null {
  const l = choleskyFactor(matrix, n);
  if (!l) return null;
  const inverse = new Float64Array(n * n);
  for (let j = 0; j < n; j++) {
    const e = new Float64Array(n);
    e[j] = 1;
    inverse.set(substitute(l, n, e), j * n);
  }
  return inverse;
}

/** Minimises the cost from a start point, until the gain is below 0.1 %, the damping too large, or no iteration is left. */
export function minimise(problem: Problem, start: Float64Array): Solution {
  const n = start.length;
  let p = Float64Array.from(start);
  let r = new Float64Array(problem.count);
  problem.residuals(p, r);
  let cost = costOf(r, problem);
  let damping = FIRST_DAMPING;
  let normal: ReturnType<typeof normalEquations> | null = null;
  for (let iteration = 0; iteration < problem.iterations && damping < MOST_DAMPING; iteration++) {
    normal ??= normalEquations(problem, p, r);
    const damped = Float64Array.from(normal.matrix);
    for (let i = 0; i < n; i++) damped[i * n + i] = (damped[i * n + i] ?? 0) * (1 + damping);
    const step = solveSymmetric(damped, normal.gradient);
    if (!step) break;
    const next = p.map((v, i) => {
      const limit = problem.limits[i] ?? Infinity;
      return v - Math.max(-limit, Math.min(limit, step[i] ?? 0));
    });
    const moved = new Float64Array(problem.count);
    problem.residuals(next, moved);
    const nextCost = costOf(moved, problem);
    if (nextCost >= cost) {
      damping *= 6;
      continue;
    }
    const gain = cost - nextCost;
    [p, r, cost, normal] = [next, moved, nextCost, null];
    damping = Math.max(1e-6, damping * 0.3);
    if (gain < 1e-3 * (1 + cost)) break;
  }
  return { parameters: p, cost, residuals: r };
}

/** Rotation and scale in the picture, as the complex number a + ib: its length is the factor, its angle the turn. */
export interface Similarity {
  readonly a: number;
  readonly b: number;
  /** Share of the points' squared displacements against their centroid that rotation and scale leave. */
  readonly unexplained: Share;
}

/**
 * Least-squares rotation and scale that carry one set of points onto another about their centroids. Null if the first
 * set is a single place.
 */
export function similarity(from: readonly PicturePoint[], to: readonly PicturePoint[]): Similarity | null {
  const [fm, tm] = [centroid(from), centroid(to)];
  let [along, across, size, sizeAfter, moved] = [0, 0, 0, 0, 0];
  from.forEach((p, i) => {
    const [x, y] = vectorBetween(fm, p);
    const [u, v] = vectorBetween(tm, to[i] ?? tm);
    along += x * u + y * v;
    across += x * v - y * u;
    size += x * x + y * y;
    sizeAfter += u * u + v * v;
    moved += (u - x) ** 2 + (v - y) ** 2;
  });
  if (size === 0) return null;
  const left = Math.max(0, sizeAfter - (along ** 2 + across ** 2) / size);
  return { a: along / size, b: across / size, unexplained: moved > 0 ? left / moved : 0 };
}

const centroid = (points: readonly PicturePoint[]): PicturePoint => [
  points.reduce((sum, [x]) => sum + x, 0) / points.length,
  points.reduce((sum, [, y]) => sum + y, 0) / points.length,
];
