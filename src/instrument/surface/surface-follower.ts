import type { Vec3 } from '../geometry/rotation.ts';
import type { Metres } from '../geometry/units.ts';
import { type Box, cut, type GreyPicture, pyramid, sample } from '../checks/grey-picture.ts';
import { correlationAt } from '../checks/normalised-cross-correlation.ts';
import { type FlowResult, PointFlow } from '../checks/lucas-kanade.ts';
import { covers, type Limb, type SurfacePointTrack } from './surface-points.ts';
import {
  type MotionPrior,
  type MotionVector,
  motionOf,
  priorCost,
  type Observation,
  solveMotion,
  STILL_VECTOR,
} from './surface-solve.ts';
import type { Motion, TrunkCylinder } from './trunk-cylinder.ts';

/** Motion of the trunk's surface since the reference pose, and its support. */
export interface SurfaceMotion {
  readonly vector: MotionVector;
  readonly sd: MotionVector;
  /** Number of points found in this frame. */
  readonly seen: number;
  /** Number of found points that agree with the motion. */
  readonly agreeing: number;
}

export interface SurfaceTracker {
  /** The part of the picture that this tracker needs, pixels. */
  readonly box: Box;
  readonly pointCount: number;
  /**
   * @param forearms limbs that may cover the trunk in this frame
   * @param lift of the hips off the floor by the landmarks. The picture alone hardly tells a lift from a twist.
   * @returns null: too few points were found
   */
  step(grey: GreyPicture, forearms: readonly Limb[], lift: Metres): SurfaceMotion | null;
}

/** Levels of the image pyramid. */
const LEVELS = 3;
/** Rounds of tracking and solving per attempt. */
const PASSES = 2;
/** A point tracked forth and back must return to its start within this, standard deviations. */
const MAX_RETURN_ERROR = 1.2;
/** An observation with a larger residual does not agree with the motion, standard deviations. */
const AGREEING_MISFIT = 3;
/** Points that a solution needs. */
const MIN_POINTS = 5;
/** Below this share of agreeing points, other starts are tried: tracking may be caught in a wrong motion. */
const MIN_AGREEING_SHARE = 0.6;
/** Distance between the twists of the restarts, radians. */
const RESTART_TWIST = 0.1;
const RESTART_LIFT: Metres = 0.015;
/** Correlation assumed for a point whose window is flat or outside the picture. */
const UNKNOWN_CORRELATION = 0.3;
/** In a run of frames with low agreement, only one in this many gets the restarts, which cost five attempts. */
const RESTART_EVERY = 3;
/** Number of heights above the hips for which the motion is computed; every pixel uses the nearest one. */
const SLICES = 12;

/** Tracks the chosen points, always against the picture of the reference pose, so that errors do not accumulate. */
export class SurfaceFollower implements SurfaceTracker {
  readonly box: Box;
  readonly pointCount: number;
  readonly #cylinder: TrunkCylinder;
  readonly #points: readonly SurfacePointTrack[];
  readonly #prior: MotionPrior;
  readonly #flow = new PointFlow({ reach: 6, iterations: 10 });
  readonly #warped: (vector: MotionVector) => GreyPicture;
  #vector = STILL_VECTOR;
  #doubtfulFrames = 0;

  constructor(
    cylinder: TrunkCylinder,
    points: readonly SurfacePointTrack[],
    template: GreyPicture,
    region: Metres,
    box: Box,
    prior: MotionPrior,
  ) {
    this.box = box;
    this.pointCount = points.length;
    this.#cylinder = cylinder;
    this.#points = points;
    this.#prior = prior;
    this.#warped = warper(cylinder, template, region);
  }

  step(grey: GreyPicture, forearms: readonly Limb[], lift: Metres): SurfaceMotion | null {
    const frame: FrameInput = { current: pyramid(cut(grey, this.box), LEVELS), forearms, lift };
    const followed = this.#tryFrom(this.#vector, frame);
    const best = this.#isDoubtful(followed) ? this.#restarted(followed, frame) : followed;
    if (best) this.#vector = best.vector;
    return best;
  }

  /** Whether this frame is worth the restarts. */
  #isDoubtful(followed: SurfaceMotion | null): boolean {
    const sure = followed !== null && followed.agreeing >= MIN_AGREEING_SHARE * this.#points.length;
    this.#doubtfulFrames = sure ? 0 : this.#doubtfulFrames + 1;
    return this.#doubtfulFrames % RESTART_EVERY === 1;
  }

  #restarted(followed: SurfaceMotion | null, frame: FrameInput): SurfaceMotion | null {
    let best = followed;
    let bestScore = followed ? this.#scoreOf(followed, frame) : -Infinity;
    for (const start of restartVectors(frame.lift, this.#prior)) {
      const other = this.#tryFrom(start, frame);
      const score = other ? this.#scoreOf(other, frame) : -Infinity;
      if (score <= bestScore) continue;
      best = other;
      bestScore = score;
    }
    return best;
  }

  #tryFrom(start: MotionVector, { current, forearms, lift }: FrameInput): SurfaceMotion | null {
    let attempt: SurfaceMotion | null = null;
    for (let pass = 0; pass < PASSES; pass++) {
      const from = attempt?.vector ?? start;
      const predicted = pyramid(this.#warped(from), LEVELS);
      const observations = trackPoints(this.#flow, predicted, current, this.#points, this.#cylinder, from, forearms);
      if (observations.length < MIN_POINTS) return attempt;
      const solved = solveMotion(this.#cylinder, observations, from, this.#prior, lift);
      if (!solved) return attempt;
      attempt = {
        vector: solved.vector,
        sd: solved.sd,
        seen: observations.length,
        agreeing: solved.misfit.reduce((n, e) => n + (e < AGREEING_MISFIT ? 1 : 0), 0),
      };
    }
    return attempt;
  }

  /** Sum of the points' correlations between this frame and the moved reference picture, minus the prior's cost. */
  #scoreOf(motion: SurfaceMotion, { current, lift }: FrameInput): number {
    const predicted = this.#warped(motion.vector);
    let sum = 0;
    for (const { body } of this.#points) {
      const [x, y] = this.#cylinder.project(body, motionOf(motion.vector, body[1]));
      sum +=
        correlationAt(predicted, current[0] as GreyPicture, x - predicted.left, y - predicted.top) ??
        UNKNOWN_CORRELATION;
    }
    return sum - priorCost(this.#prior, lift, motion.vector);
  }
}

/**
 * Starts for another attempt: the lift of the landmarks with several twists, and a slightly larger lift, because a
 * small lift that the landmarks miss looks partly like a twist.
 */
function restartVectors(lift: Metres, { hinge }: MotionPrior): readonly MotionVector[] {
  const at = (front: Metres, twist: number): MotionVector => [hinge ? -front / hinge : 0, twist, 0, 0, 0, front];
  const turned = [-3, -2, -1, 0, 1, 2, 3].map((k) => at(lift, k * RESTART_TWIST));
  return hinge ? [...turned, at(lift + RESTART_LIFT, 0)] : turned;
}

/** One frame, as input to every attempt. */
interface FrameInput {
  readonly current: readonly GreyPicture[];
  readonly forearms: readonly Limb[];
  readonly lift: Metres;
}

/**
 * Returns a function that gives the reference picture as it would look after a motion: the line of sight of each pixel
 * is traced back to the surface in the reference pose. What does not depend on the motion is computed once.
 */
function warper(cylinder: TrunkCylinder, template: GreyPicture, region: Metres): (vector: MotionVector) => GreyPicture {
  const { left, top, width, height } = template;
  const still = motionOf(STILL_VECTOR);
  const rays = Array.from({ length: width * height }, (_, i) =>
    cylinder.rayOf(left + (i % width), top + Math.floor(i / width)),
  );
  const slices = Uint8Array.from(rays, (ray) => {
    const hit = cylinder.meet(ray, still);
    return Math.max(0, Math.min(SLICES - 1, Math.round(((hit?.point[1] ?? 0) * SLICES) / (region * 1.5))));
  });
  return (vector) => {
    const motions = Array.from({ length: SLICES }, (_, k) => motionOf(vector, (k * region * 1.5) / SLICES));
    const data = new Float32Array(rays.length);
    for (let i = 0; i < data.length; i++) {
      const hit = cylinder.meet(rays[i] as Vec3, motions[slices[i] as number] as Motion);
      const [x, y] = hit ? cylinder.project(hit.point, still) : [left + (i % width), top + ((i / width) | 0)];
      data[i] = sample(template, x - left, y - top);
    }
    return { left, top, width, height, data };
  };
}

/** Tracks each point from the predicted into the current picture and back; keeps those that return to their start. */
function trackPoints(
  flow: PointFlow,
  predicted: readonly GreyPicture[],
  current: readonly GreyPicture[],
  points: readonly SurfacePointTrack[],
  cylinder: TrunkCylinder,
  vector: MotionVector,
  forearms: readonly Limb[],
): Observation[] {
  const { left, top } = current[0] as GreyPicture;
  const there: FlowResult = { x: 0, y: 0, ok: false };
  const back: FlowResult = { x: 0, y: 0, ok: false };
  const found: Observation[] = [];
  for (const point of points) {
    const [px, py] = cylinder.project(point.body, motionOf(vector, point.body[1]));
    const x = px - left;
    const y = py - top;
    flow.follow(predicted, current, x, y, x, y, there);
    if (!there.ok) continue;
    flow.follow(current, predicted, there.x, there.y, x, y, back);
    if (!back.ok) continue;
    const dx = back.x - x;
    const dy = back.y - y;
    const [xx, xy, yy] = point.information;
    if (dx * dx * xx + 2 * dx * dy * xy + dy * dy * yy > MAX_RETURN_ERROR ** 2) continue;
    const fx = there.x + left;
    const fy = there.y + top;
    if (forearms.some((limb) => covers(limb, fx, fy))) continue;
    found.push({ body: point.body, x: fx, y: fy, information: point.information });
  }
  return found;
}
