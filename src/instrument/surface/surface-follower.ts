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

/** Where the trunk's surface has gone since neutral, and how well that is supported. */
export interface SurfaceMotion {
  readonly vector: MotionVector;
  readonly sd: MotionVector;
  /** Spots found again, and those of them that agree with one rigid motion. */
  readonly seen: number;
  readonly agreeing: number;
}

export interface SurfaceTracker {
  /** The part of the frame this tracker needs, in pixels. */
  readonly box: Box;
  readonly spots: number;
  /**
   * `forearms`: limbs that may cover the trunk in this frame. `lift`: how far the landmarks see the hips off the floor; the
   * picture cannot well tell a lift from a twist by itself. Null when too little was found again.
   */
  step(grey: GreyPicture, forearms: readonly Limb[], lift: Metres): SurfaceMotion | null;
}

const LEVELS = 3;
const PASSES = 2;
const RETURN_LIMIT = 1.2;
const AGREES = 3;
const FEWEST = 5;
/** Below this share of agreeing spots other starts are tried as well: a turned trunk looks half like a still one. */
const DOUBTFUL = 0.6;
const RESTART_TWIST = 0.1;
const RESTART_LIFT: Metres = 0.015;
/** What a spot counts whose window is flat or outside: no word for or against. */
const UNKNOWN = 0.3;
const RESTART_EVERY = 3;
/** Heights above the hips at which the motion is worked out once for the whole picture. */
const SLICES = 12;
/** Follows the chosen spots from frame to frame, always against the neutral picture, so that nothing drifts. */
export class SurfaceFollower implements SurfaceTracker {
  readonly box: Box;
  readonly spots: number;
  readonly #cylinder: TrunkCylinder;
  readonly #points: readonly SurfacePointTrack[];
  readonly #prior: MotionPrior;
  readonly #flow = new PointFlow({ reach: 6, iterations: 10 });
  readonly #asMoved: (vector: MotionVector) => GreyPicture;
  #vector = STILL_VECTOR;
  #doubted = 0;

  constructor(
    cylinder: TrunkCylinder,
    points: readonly SurfacePointTrack[],
    template: GreyPicture,
    region: Metres,
    box: Box,
    prior: MotionPrior,
  ) {
    this.box = box;
    this.spots = points.length;
    this.#cylinder = cylinder;
    this.#points = points;
    this.#prior = prior;
    this.#asMoved = mover(cylinder, template, region);
  }

  step(grey: GreyPicture, forearms: readonly Limb[], lift: Metres): SurfaceMotion | null {
    const look: Look = { current: pyramid(cut(grey, this.box), LEVELS), forearms, lift };
    const followed = this.#tryFrom(this.#vector, look);
    const best = this.#isDoubtful(followed) ? this.#restarted(followed, look) : followed;
    if (best) this.#vector = best.vector;
    return best;
  }

  /** Restarts cost five attempts: of a run of doubtful frames only every so many is worth them. */
  #isDoubtful(followed: SurfaceMotion | null): boolean {
    const sure = followed !== null && followed.agreeing >= DOUBTFUL * this.#points.length;
    this.#doubted = sure ? 0 : this.#doubted + 1;
    return this.#doubted % RESTART_EVERY === 1;
  }

  #restarted(followed: SurfaceMotion | null, look: Look): SurfaceMotion | null {
    let best = followed;
    let bestScore = followed ? this.#scoreOf(followed, look) : -Infinity;
    for (const start of restartVectors(look.lift, this.#prior)) {
      const other = this.#tryFrom(start, look);
      const score = other ? this.#scoreOf(other, look) : -Infinity;
      if (score <= bestScore) continue;
      best = other;
      bestScore = score;
    }
    return best;
  }

  #tryFrom(start: MotionVector, { current, forearms, lift }: Look): SurfaceMotion | null {
    let attempt: SurfaceMotion | null = null;
    for (let pass = 0; pass < PASSES; pass++) {
      const from = attempt?.vector ?? start;
      const predicted = pyramid(this.#asMoved(from), LEVELS);
      const observations = findAgain(this.#flow, predicted, current, this.#points, this.#cylinder, from, forearms);
      if (observations.length < FEWEST) return attempt;
      const solved = solveMotion(this.#cylinder, observations, from, this.#prior, lift);
      if (!solved) return attempt;
      attempt = {
        vector: solved.vector,
        sd: solved.sd,
        seen: observations.length,
        agreeing: solved.misfit.reduce((n, e) => n + (e < AGREES ? 1 : 0), 0),
      };
    }
    return attempt;
  }

  /** How well the moved neutral looks like this frame about the spots, less what the prior finds unlikely. */
  #scoreOf(motion: SurfaceMotion, { current, lift }: Look): number {
    const predicted = this.#asMoved(motion.vector);
    let sum = 0;
    for (const { body } of this.#points) {
      const [x, y] = this.#cylinder.project(body, motionOf(motion.vector, body[1]));
      sum += correlationAt(predicted, current[0] as GreyPicture, x - predicted.left, y - predicted.top) ?? UNKNOWN;
    }
    return sum - priorCost(this.#prior, lift, motion.vector);
  }
}

/**
 * Where the landmarks expect the surface, turned from there about the long axis either way, and a little higher: a small lift
 * that the landmarks miss looks half like a twist.
 */
function restartVectors(lift: Metres, { hinge }: MotionPrior): readonly MotionVector[] {
  const at = (front: Metres, twist: number): MotionVector => [hinge ? -front / hinge : 0, twist, 0, 0, 0, front];
  const turned = [-3, -2, -1, 0, 1, 2, 3].map((k) => at(lift, k * RESTART_TWIST));
  return hinge ? [...turned, at(lift + RESTART_LIFT, 0)] : turned;
}

/** One frame as every attempt sees it. */
interface Look {
  readonly current: readonly GreyPicture[];
  readonly forearms: readonly Limb[];
  readonly lift: Metres;
}

/**
 * The neutral picture as it would look after a motion: each pixel's line of sight is traced back to the neutral surface. What
 * does not depend on the motion is worked out once.
 */
function mover(cylinder: TrunkCylinder, template: GreyPicture, region: Metres): (vector: MotionVector) => GreyPicture {
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

/** Follows each spot from the predicted into the current picture and back; keeps those that return to where they began. */
function findAgain(
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
    if (dx * dx * xx + 2 * dx * dy * xy + dy * dy * yy > RETURN_LIMIT ** 2) continue;
    const fx = there.x + left;
    const fy = there.y + top;
    if (forearms.some((limb) => covers(limb, fx, fy))) continue;
    found.push({ body: point.body, x: fx, y: fy, information: point.information });
  }
  return found;
}
