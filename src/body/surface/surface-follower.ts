import type { Vec3 } from '../rotation.ts';
import type { Metres } from '../units.ts';
import { type Box, cut, type GreyPicture, pyramid, sample } from './grey-picture.ts';
import { likenessAt } from './likeness.ts';
import { type FlowResult, PointFlow } from './lucas-kanade.ts';
import { covers, type Limb, type SurfacePointTrack } from './surface-points.ts';
import {
  type MotionPrior,
  type MotionVector,
  motionOf,
  priorCost,
  type Sighting,
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
/** Below this share of agreeing spots another start is tried as well, one a frame: a turned trunk looks half like a still one. */
const DOUBTFUL = 0.6;
const RESTART_TWIST = 0.1;
/** What a spot counts whose window is flat or outside: no word for or against. */
const UNKNOWN = 0.3;
/** Heights above the hips at which the motion is worked out once for the whole picture. */
const SLICES = 12;
/** Follows the chosen spots from frame to frame, always against the neutral picture, so that nothing drifts. */
export function surfaceFollower(
  cylinder: TrunkCylinder,
  points: readonly SurfacePointTrack[],
  template: GreyPicture,
  region: Metres,
  box: Box,
  prior: MotionPrior,
): SurfaceTracker {
  const flow = new PointFlow({ reach: 6, iterations: 10 });
  const rays = Array.from({ length: template.width * template.height }, (_, i) =>
    cylinder.rayOf(template.left + (i % template.width), template.top + Math.floor(i / template.width)),
  );
  const slices = Uint8Array.from(rays, (ray) => {
    const hit = cylinder.meet(ray, motionOf(STILL_VECTOR));
    return Math.max(0, Math.min(SLICES - 1, Math.round(((hit?.point[1] ?? 0) * SLICES) / (region * 1.5))));
  });
  const tryFrom = (start: MotionVector, { current, forearms, lift }: Look): SurfaceMotion | null => {
    let attempt: SurfaceMotion | null = null;
    for (let pass = 0; pass < PASSES; pass++) {
      const from = attempt?.vector ?? start;
      const predicted = pyramid(asMoved(cylinder, template, rays, slices, region, from), LEVELS);
      const sightings = findAgain(flow, predicted, current, points, cylinder, from, forearms);
      if (sightings.length < FEWEST) return attempt;
      const solved = solveMotion(cylinder, sightings, from, prior, lift);
      if (!solved) return attempt;
      attempt = {
        vector: solved.vector,
        sd: solved.sd,
        seen: sightings.length,
        agreeing: solved.misfit.reduce((n, e) => n + (e < AGREES ? 1 : 0), 0),
      };
    }
    return attempt;
  };
  /** How well the moved neutral looks like this frame about the spots, less what the prior finds unlikely. */
  const scoreOf = (motion: SurfaceMotion, { current, lift }: Look): number => {
    const predicted = asMoved(cylinder, template, rays, slices, region, motion.vector);
    let sum = 0;
    for (const { body } of points) {
      const [x, y] = cylinder.project(body, motionOf(motion.vector, body[1]));
      sum +=
        likenessAt(predicted, current[0] as GreyPicture, x - predicted.left, y - predicted.top) ?? UNKNOWN;
    }
    return sum - priorCost(prior, lift, motion.vector);
  };
  let vector = STILL_VECTOR;
  return {
    box,
    spots: points.length,
    step(grey, forearms, lift) {
      const look: Look = { current: pyramid(cut(grey, box), LEVELS), forearms, lift };
      let best = tryFrom(vector, look);
      if (!best || best.agreeing < DOUBTFUL * points.length) {
        let bestScore = best ? scoreOf(best, look) : -Infinity;
        for (const start of restartVectors(lift, prior)) {
          const other = tryFrom(start, look);
          const score = other ? scoreOf(other, look) : -Infinity;
          if (score <= bestScore) continue;
          best = other;
          bestScore = score;
        }
      }
      if (best) vector = best.vector;
      return best;
    },
  };
}

/** Where the landmarks expect the surface, and turned from there about the long axis either way. */
function restartVectors(lift: Metres, { hinge }: MotionPrior): readonly MotionVector[] {
  const tilt = hinge ? -lift / hinge : 0;
  return [0, -RESTART_TWIST, RESTART_TWIST, -2 * RESTART_TWIST, 2 * RESTART_TWIST].map((twist) => [
    tilt,
    twist,
    0,
    0,
    0,
    lift,
  ]);
}

/** One frame as every attempt sees it. */
interface Look {
  readonly current: readonly GreyPicture[];
  readonly forearms: readonly Limb[];
  readonly lift: Metres;
}

/** The neutral picture as it would look after the motion: each pixel's line of sight is traced back to the neutral surface. */
function asMoved(
  cylinder: TrunkCylinder,
  template: GreyPicture,
  rays: readonly Vec3[],
  slices: Uint8Array,
  region: Metres,
  vector: MotionVector,
): GreyPicture {
  const motions = Array.from({ length: SLICES }, (_, k) => motionOf(vector, (k * region * 1.5) / SLICES));
  const still = motionOf(STILL_VECTOR);
  const data = new Float32Array(template.data.length);
  const { left, top, width, height } = template;
  for (let i = 0; i < data.length; i++) {
    const hit = cylinder.meet(rays[i] as Vec3, motions[slices[i] as number] as Motion);
    let x = i % width;
    let y = (i / width) | 0;
    if (hit) {
      const seen = cylinder.project(hit.point, still);
      x = seen[0] - left;
      y = seen[1] - top;
    }
    data[i] = sample(template, x, y);
  }
  return { left, top, width, height, data };
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
): Sighting[] {
  const { left, top } = current[0] as GreyPicture;
  const there: FlowResult = { x: 0, y: 0, ok: false };
  const back: FlowResult = { x: 0, y: 0, ok: false };
  const found: Sighting[] = [];
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
