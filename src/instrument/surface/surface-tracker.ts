import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { ReferencePoseFit } from '../reference-pose/reference-pose-fit.ts';
import { landmarkPoint } from '../fit/frame-fit.ts';
import { cross, dot, length, type Mat3, midpoint, scale, subtract, unit, type Vec3 } from '../geometry/rotation.ts';
import { JOINT } from '../geometry/skeleton.ts';
import { startPose } from '../reference-pose/start-pose.ts';
import type { Metres } from '../geometry/units.ts';
import { type Box, cut, type GreyPicture } from '../checks/grey-picture.ts';
import { type SurfaceTracker, SurfaceFollower } from './surface-follower.ts';
import { chooseSurfacePoints, type Limb, smoothed, type SurfacePointTrack, surfaceMask } from './surface-points.ts';
import { type MotionVector, motionOf, STILL_VECTOR } from './surface-solve.ts';
import { trunkCylinder } from './trunk-cylinder.ts';

/**
 * Lower trunk and reach of limbs for a person of `USUAL_HEIGHT`. Trunk and region scale with height. `REGION`: height
 * above the mid-hip.
 */
const HALF_WIDTH: Metres = 0.17;
const HALF_DEPTH: Metres = 0.11;
const REGION: Metres = 0.16;
const THIGH_REACH: Metres = 0.09;
const ARM_REACH: Metres = 0.055;
const USUAL_HEIGHT: Metres = 1.72;
/** Margin of boxes, pixels. */
const MARGIN = 30;
const MIN_POINTS = 12;
/**
 * Cosine of the trunk line's slope below which the trunk stands upright, and its heading cannot be read from the line
 * to the shoulders.
 */
const MIN_LEVEL = 0.5;

/**
 * The part of the picture in which the trunk will be: around hips and shoulders in the reference pose, with a wide
 * margin.
 */
export function trunkBox(referencePose: ReferencePoseFit, width: number, height: number): Box {
  const xs: number[] = [];
  const ys: number[] = [];
  for (const j of [0, 1, 2, 3]) {
    const [x, y] = referencePose.camera.project(landmarkPoint(referencePose.body, referencePose.offsets, j));
    xs.push(x);
    ys.push(y);
  }
  const reach = 0.35 * Math.hypot(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys)) + MARGIN;
  return {
    left: Math.max(0, Math.min(...xs) - reach),
    top: Math.max(0, Math.min(...ys) - reach),
    right: Math.min(width, Math.max(...xs) + reach),
    bottom: Math.min(height, Math.max(...ys) + reach),
  };
}

/**
 * Starts to track the surface.
 * @param template mean picture of the reference pose
 * @param arms limbs that covered the trunk in it
 * @param frame size of the picture, pixels
 * @returns null: too few points have texture
 */
export function surfaceTracker(
  referencePose: ReferencePoseFit,
  plan: MeasurementPlan,
  template: GreyPicture,
  arms: readonly Limb[],
  frame: { readonly width: number; readonly height: number },
): SurfaceTracker | null {
  const surface = plan.surface;
  if (!surface) return null;
  const k = plan.subjectHeight / USUAL_HEIGHT;
  const at = (j: number): Vec3 => landmarkPoint(referencePose.body, referencePose.offsets, j);
  const midHip = midpoint(at(JOINT.leftHip), at(JOINT.rightHip));
  const midShoulder = midpoint(at(JOINT.leftShoulder), at(JOINT.rightShoulder));
  const axes = trunkAxes(midHip, midShoulder, referencePose.reference.pelvis, plan);
  const centre = { x: frame.width / 2, y: frame.height / 2 };
  const shape = { halfWidth: HALF_WIDTH * k, halfDepth: HALF_DEPTH * k };
  const cylinder = trunkCylinder(referencePose.camera, centre, midHip, axes, shape);
  const perMetre =
    referencePose.camera.focalPixels / Math.max(0.3, cylinder.project([0, 0, 0], motionOf(STILL_VECTOR))[2]);
  const whole = {
    left: template.left,
    top: template.top,
    right: template.left + template.width,
    bottom: template.top + template.height,
  };
  const mask = surfaceMask(cylinder, whole, [0, REGION * k], [...referencePoseLimbs(referencePose, perMetre), ...arms]);
  const points = chooseSurfacePoints(smoothed(template), mask, cylinder);
  if (points.length < MIN_POINTS) return null;
  const box = boxAround(points, whole);
  const sd: MotionVector = [
    (surface.tiltSd * Math.PI) / 180,
    (surface.twistSd * Math.PI) / 180,
    (surface.obliquitySd * Math.PI) / 180,
    surface.shiftSd.left,
    surface.shiftSd.head,
    surface.shiftSd.front,
  ];
  const hinge = surface.shouldersOnFloor ? length(subtract(midShoulder, midHip)) : null;
  return new SurfaceFollower(cylinder, points, cut(template, box), REGION * k, box, { sd, hinge });
}

/**
 * Body axes of the trunk: x left, y to the head, z front. The heading comes from the landmarks, the slope from the
 * drill's start (a supine trunk is level): hip and shoulder landmarks lie at different depths in the body, which tilts
 * the line between them by 5–10° and would cost most of the response to a twist.
 */
function trunkAxes(midHip: Vec3, midShoulder: Vec3, reference: Mat3, plan: MeasurementPlan): Mat3 {
  const own = startPose(plan).thorax;
  const slope = own[4];
  const level = Math.sqrt(Math.max(0, 1 - slope * slope));
  if (level < MIN_LEVEL) return reference;
  const line = subtract(midShoulder, midHip);
  const flat = Math.max(1e-6, Math.hypot(line[0], line[2]));
  const head: Vec3 = [(line[0] / flat) * level, slope, (line[2] / flat) * level];
  const front: Vec3 = [0, Math.sign(own[5]), 0];
  const z = unit(subtract(front, scale(head, dot(front, head))));
  const x = cross(head, z);
  return [x[0], head[0], z[0], x[1], head[1], z[1], x[2], head[2], z[2]];
}

/** The thighs in the reference pose. */
function referencePoseLimbs(referencePose: ReferencePoseFit, perMetre: number): Limb[] {
  const pixel = (j: number): readonly [number, number] => {
    const [x, y] = referencePose.camera.project(landmarkPoint(referencePose.body, referencePose.offsets, j));
    return [x, y];
  };
  return (
    [
      [JOINT.leftHip, JOINT.leftKnee],
      [JOINT.rightHip, JOINT.rightKnee],
    ] as const
  ).map(([hip, knee]) => ({
    from: pixel(hip),
    to: pixel(knee),
    reach: THIGH_REACH * perMetre,
    start: 0,
  }));
}

/** Half the width of a forearm in the picture, pixels. */
export const armReach = (focalPixels: number, distance: Metres): number => (ARM_REACH * focalPixels) / distance;

function boxAround(points: readonly SurfacePointTrack[], whole: Box): Box {
  const xs = points.map((p) => p.x);
  const ys = points.map((p) => p.y);
  return {
    left: Math.max(whole.left, Math.min(...xs) - MARGIN),
    top: Math.max(whole.top, Math.min(...ys) - MARGIN),
    right: Math.min(whole.right, Math.max(...xs) + MARGIN),
    bottom: Math.min(whole.bottom, Math.max(...ys) + MARGIN),
  };
}
