import { solvePose } from '../kinematics/solve-pose.ts';
import type { LimbPose, SolvedPose, SubjectBody, SubjectPose } from '../contract.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import { clamp } from '../vectors.ts';

/** An angle or coordinate of a pose that the solver may change. */
export interface Parameter {
  readonly get: (pose: SubjectPose) => number;
  readonly set: (pose: SubjectPose, value: number) => void;
  /** Step of the finite difference, and largest change in one iteration. */
  readonly probe: number;
  readonly limit: number;
}

type LimbAngle = Exclude<keyof LimbPose, 'footKeep' | 'footRotation'>;

const angle = { probe: 0.05, limit: 12 };

export const limbAngle = (side: Side, name: LimbAngle): Parameter => ({
  get: (pose) => pose[side][name],
  set: (pose, value) => {
    pose[side][name] = value;
  },
  ...angle,
});

export const basePlace = (axis: 'x' | 'y' | 'z'): Parameter => ({
  get: (pose) => pose.base[axis],
  set: (pose, value) => {
    pose.base[axis] = value;
  },
  probe: 0.0005,
  limit: 0.05,
});

export const pelvisAngle = (name: keyof SubjectPose['pelvis']): Parameter => ({
  get: (pose) => pose.pelvis[name],
  set: (pose, value) => {
    pose.pelvis[name] = value;
  },
  ...angle,
});

export const lumbarAngle = (name: keyof SubjectPose['lumbar']): Parameter => ({
  get: (pose) => pose.lumbar[name],
  set: (pose, value) => {
    pose.lumbar[name] = value;
  },
  ...angle,
});

/** Values that should be zero. A value of 1 is about a centimetre or two degrees. */
export type Residual = (solved: SolvedPose, pose: SubjectPose) => readonly number[];

const SMALL = 2e-4;
const DAMPING = 1e-4;
const HARDEST = 1e3;
/** Share of the largest allowed change below which the search ends. Soft residuals never reach zero. */
const MIN_STEP = 1e-5;

const dotProduct = (a: readonly number[], b: readonly number[]): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

/**
 * Solves a linear system by Gaussian elimination with pivoting. In a singular direction the solution is nearly zero.
 */
function solveLinear(matrix: number[][], right: number[]): number[] {
  const rows = matrix.map((row, index) => [...row, right[index] ?? 0]);
  const n = rows.length;
  for (let column = 0; column < n; column += 1) {
    const rest = rows.slice(column);
    const size = (row: readonly number[]): number => Math.abs(row[column] ?? 0);
    const pivot = rest.reduce((best, row) => (size(row) > size(best) ? row : best));
    const others = rest.filter((row) => row !== pivot);
    const head = pivot[column] || 1e-12;
    const reduced = others.map((row) => {
      const factor = (row[column] ?? 0) / head;
      return row.map((value, index) => value - factor * (pivot[index] ?? 0));
    });
    rows.splice(column, n - column, pivot, ...reduced);
  }
  const answer: number[] = Array.from({ length: n }, () => 0);
  for (let row = n - 1; row >= 0; row -= 1) {
    const line = rows[row] ?? [];
    const known = answer.reduce((sum, value, index) => sum + value * (line[index] ?? 0), 0);
    answer[row] = ((line[n] ?? 0) - known) / (line[row] || 1e-12);
  }
  return answer;
}

/** Derivative of the residuals with respect to each parameter, by finite differences. */
const slopesOf = (
  pose: SubjectPose,
  parameters: readonly Parameter[],
  measure: () => readonly number[],
  now: readonly number[],
): number[][] =>
  parameters.map(({ get, set, probe }) => {
    const value = get(pose);
    set(pose, value + probe);
    const after = measure();
    set(pose, value);
    return after.map((x, index) => (x - (now[index] ?? 0)) / probe);
  });

/**
 * Takes one step. A step that increases the residual (for example of a straight arm that cannot get longer) is repeated
 * with more damping, and dropped if that does not help.
 */
function step(
  pose: SubjectPose,
  parameters: readonly Parameter[],
  slopes: readonly number[][],
  measure: () => readonly number[],
  now: readonly number[],
): { readonly residual: readonly number[]; readonly still: boolean } {
  const from = parameters.map(({ get }) => get(pose));
  const downhill = slopes.map((slope) => -dotProduct(slope, now));
  for (let damping = DAMPING; damping < HARDEST; damping *= 10) {
    const normal = slopes.map((a, i) =>
      slopes.map((b, j) => (i === j ? dotProduct(a, b) * (1 + damping) + 1e-9 : dotProduct(a, b))),
    );
    const change = solveLinear(normal, downhill);
    parameters.forEach(({ set, limit }, index) => {
      set(pose, (from[index] ?? 0) + clamp(change[index] ?? 0, -limit, limit));
    });
    const residual = measure();
    const small = parameters.every(({ limit }, index) => Math.abs(change[index] ?? 0) < MIN_STEP * limit);
    if (Math.hypot(...residual) <= Math.hypot(...now)) return { residual, still: small };
  }
  parameters.forEach(({ set }, index) => {
    set(pose, from[index] ?? 0);
  });
  return { residual: now, still: true };
}

/**
 * Changes the parameters of `pose` in place until the residual is (nearly) zero: Levenberg–Marquardt with finite
 * differences. Ends after `iterations` with the best pose found. A contact that cannot be met stays open; the tests
 * check for this.
 */
export function fitPose(
  body: SubjectBody,
  pose: SubjectPose,
  parameters: readonly Parameter[],
  residual: Residual,
  iterations = 10,
): SubjectPose {
  const measure = (): readonly number[] => residual(solvePose(body, pose), pose);
  let now = measure();
  for (let iteration = 0; iteration < iterations && Math.hypot(...now) > SMALL; iteration += 1) {
    const slopes = slopesOf(pose, parameters, measure, now);
    const taken = step(pose, parameters, slopes, measure, now);
    now = taken.residual;
    if (taken.still) break;
  }
  return pose;
}
