import { invertSymmetric, solveSymmetric } from '../geometry/least-squares.ts';
import { apply, DEG, fromRotationVector, type Mat3, multiply, type Vec3 } from '../geometry/rotation.ts';
import type { Metres } from '../geometry/units.ts';
import type { Motion, TrunkCylinder } from './trunk-cylinder.ts';

/**
 * Motion of the trunk's surface, body axes: rotation vector in radians (x tilt, y twist, z obliquity), then shift in
 * metres.
 */
export type MotionVector = readonly [number, number, number, number, number, number];

/** Where one tracked point is seen in a frame. */
export interface Observation {
  /** Place on the cylinder, body axes, metres. */
  readonly body: Vec3;
  /** Place in the picture, pixels. */
  readonly x: number;
  readonly y: number;
  /** See `SurfacePointTrack.information`. */
  readonly information: readonly [number, number, number];
}

export interface MotionSolution {
  readonly vector: MotionVector;
  /** Standard deviations of the six components of `vector`. */
  readonly sd: MotionVector;
  /** Distance of each observation from the solution, standard deviations (Mahalanobis distance). */
  readonly misfit: Float64Array;
}

/** Prior of the motion. */
export interface MotionPrior {
  readonly sd: MotionVector;
  /**
   * Supine: distance from the mid-hip to the shoulders, which stay on the floor, so that a lift of the hips tilts the
   * trunk. Else null.
   */
  readonly hinge: Metres | null;
}

/**
 * Heights above the mid-hip: up to `CREST` the surface twists with the pelvis, from `CHEST` on it does not twist at
 * all.
 */
const CREST: Metres = 0.05;
const CHEST: Metres = 0.3;
const TILT = 0;
const FRONT = 5;
export const STILL_VECTOR: MotionVector = [0, 0, 0, 0, 0, 0];
const ITERATIONS = 8;
/**
 * Scale of the robust weight (Geman–McClure), standard deviations: a point on a thigh must lose nearly all its weight.
 */
const ROBUST = 2.5;
/** The windows of neighbouring points overlap, so the points are not independent: each counts one third. */
const OVERLAP = 3;
/** The iteration ends when no component changes by more than this. */
const SETTLED = 1e-5;

/** Motion of the surface at a height above the mid-hip, metres. */
export function motionOf(v: MotionVector, above = 0): Motion {
  const w = shareOfTwist(above);
  return { rotation: fromRotationVector(v[0] * DEG, v[1] * w * DEG, v[2] * DEG), shift: [v[3], v[4], v[5]] };
}

/**
 * Share of a pelvis twist that the surface at this height follows: all up to about the iliac crests, less up the spine,
 * none at the chest.
 */
const shareOfTwist = (above: Metres): number => Math.max(0, Math.min(1, (CHEST - above) / (CHEST - CREST)));

/**
 * The most probable motion for these observations. The prior's centre is no motion except for the lift.
 * @param lift of the mid-hip by the landmarks
 * @returns null: the equations have no solution
 */
export function solveMotion(
  cylinder: TrunkCylinder,
  observations: readonly Observation[],
  start: MotionVector,
  prior: MotionPrior,
  lift: Metres,
): MotionSolution | null {
  let vector = start;
  const misfit = new Float64Array(observations.length);
  let matrix = new Float64Array(36);
  for (let it = 0; it < ITERATIONS; it++) {
    matrix = new Float64Array(36);
    const gradient = new Float64Array(6);
    addPrior(prior, lift, vector, matrix, gradient);
    for (let i = 0; i < observations.length; i++) {
      const observation = observations[i] as Observation;
      const above = observation.body[1];
      misfit[i] = accumulate(cylinder, observation, motionOf(vector, above), shareOfTwist(above), matrix, gradient);
    }
    const step = solveSymmetric(matrix, gradient);
    if (!step) return null;
    vector = moved(vector, motionOf(vector).rotation, step);
    if (step.every((s) => Math.abs(s) < SETTLED)) break;
  }
  const covariance = invertSymmetric(matrix, 6);
  if (!covariance) return null;
  const sd = [0, 7, 14, 21, 28, 35].map((i) => Math.sqrt(Math.max(0, covariance[i] as number)));
  return { vector, sd: sd as unknown as MotionVector, misfit };
}

/** Cost of a motion under the prior: sum of its squared deviations, in standard deviations. */
export const priorCost = (prior: MotionPrior, lift: Metres, v: MotionVector): number =>
  prior.sd.reduce((sum, s, k) => sum + (offPrior(prior, lift, v, k) / s) ** 2, 0);

/** Deviation of component `k` from the prior's centre. With a hinge, the expected tilt follows from the lift. */
function offPrior({ hinge }: MotionPrior, lift: Metres, v: MotionVector, k: number): number {
  if (k === TILT) return v[TILT] + (hinge ? v[FRONT] / hinge : 0);
  return k === FRONT ? v[FRONT] - lift : (v[k] as number);
}

function addPrior(
  prior: MotionPrior,
  lift: Metres,
  v: MotionVector,
  matrix: Float64Array,
  gradient: Float64Array,
): void {
  const { sd, hinge } = prior;
  for (let k = 0; k < 6; k++) {
    if (k === TILT) continue;
    const weight = 1 / (sd[k] as number) ** 2;
    matrix[7 * k] = (matrix[7 * k] as number) + weight;
    gradient[k] = (gradient[k] as number) - weight * offPrior(prior, lift, v, k);
  }
  const weight = 1 / sd[TILT] ** 2;
  const lever = hinge ? 1 / hinge : 0;
  const off = offPrior(prior, lift, v, TILT);
  const row = [
    [TILT, 1],
    [FRONT, lever],
  ] as const;
  for (const [a, ja] of row) {
    gradient[a] = (gradient[a] as number) - weight * ja * off;
    for (const [b, jb] of row) matrix[6 * a + b] = (matrix[6 * a + b] as number) + weight * ja * jb;
  }
}

/** Adds one observation to the normal equations. Returns its distance from the motion, standard deviations. */
function accumulate(
  cylinder: TrunkCylinder,
  s: Observation,
  motion: Motion,
  twistShare: number,
  matrix: Float64Array,
  gradient: Float64Array,
): number {
  const y = apply(motion.rotation, s.body);
  const seen = cylinder.project(s.body, motion);
  const rx = s.x - seen[0];
  const ry = s.y - seen[1];
  const [xx, xy, yy] = s.information;
  const misfit = Math.sqrt(Math.max(0, rx * rx * xx + 2 * rx * ry * xy + ry * ry * yy));
  const weight = 1 / (1 + (misfit / ROBUST) ** 2) ** 2 / OVERLAP;
  const jacobian = jacobianAt(cylinder, y, seen);
  jacobian[1] = (jacobian[1] as number) * twistShare;
  jacobian[7] = (jacobian[7] as number) * twistShare;
  for (let a = 0; a < 6; a++) {
    const ax = jacobian[a] as number;
    const ay = jacobian[6 + a] as number;
    const wx = weight * (xx * ax + xy * ay);
    const wy = weight * (xy * ax + yy * ay);
    gradient[a] = (gradient[a] as number) + wx * rx + wy * ry;
    for (let b = 0; b < 6; b++) {
      matrix[6 * a + b] =
        (matrix[6 * a + b] as number) + wx * (jacobian[b] as number) + wy * (jacobian[6 + b] as number);
    }
  }
  return misfit;
}

/**
 * Derivative of the place in the picture by the six components (rotation added on the left): first the row of x, then
 * that of y.
 */
function jacobianAt({ view, focal, centre }: TrunkCylinder, y: Vec3, [px, py, depth]: Vec3): Float64Array {
  const [right, up, forward] = view;
  const k = focal / depth;
  const out = new Float64Array(12);
  const ux = (px - centre.x) / focal;
  const uy = (py - centre.y) / focal;
  for (let c = 0; c < 3; c++) {
    out[3 + c] = k * ((right[c] as number) - ux * (forward[c] as number));
    out[9 + c] = k * (-(up[c] as number) - uy * (forward[c] as number));
  }
  for (const row of [0, 6]) {
    const gx = out[row + 3] as number;
    const gy = out[row + 4] as number;
    const gz = out[row + 5] as number;
    out[row] = gz * y[1] - gy * y[2];
    out[row + 1] = gx * y[2] - gz * y[0];
    out[row + 2] = gy * y[0] - gx * y[1];
  }
  return out;
}

function moved(vector: MotionVector, rotation: Mat3, step: Float64Array): MotionVector {
  const at = (i: number): number => step[i] ?? 0;
  const turned = multiply(fromRotationVector(at(0) * DEG, at(1) * DEG, at(2) * DEG), rotation);
  const [x, y, z] = rotationVector(turned);
  return [x, y, z, vector[3] + at(3), vector[4] + at(4), vector[5] + at(5)];
}

/** Rotation vector, radians, of a rotation well below 180°. */
export function rotationVector(r: Mat3): Vec3 {
  const s: Vec3 = [(r[7] - r[5]) / 2, (r[2] - r[6]) / 2, (r[3] - r[1]) / 2];
  const sine = Math.hypot(...s);
  const angle = Math.atan2(sine, (r[0] + r[4] + r[8] - 1) / 2);
  const k = sine < 1e-9 ? 1 : angle / sine;
  return [s[0] * k, s[1] * k, s[2] * k];
}
