import { minimise, type Problem, type Solution } from '../geometry/least-squares.ts';
import { midJoint } from '../geometry/picture-points.ts';
import { type LensPlace, pinholeCamera, type PinholeCamera } from '../geometry/pinhole-camera.ts';
import {
  apply,
  length,
  type Mat3,
  mirrored,
  multiply,
  rotationX,
  rotationY,
  rotationZ,
  scale,
  transpose,
  type Vec3,
} from '../geometry/rotation.ts';
import {
  type Body,
  bodyOf,
  boneLengths,
  type BoneLengths,
  type BoneScales,
  FITTED_LANDMARKS,
  JOINT,
  JOINT_COUNT,
  LEG_START,
  PELVIS,
  type Pose,
  POSE_SIZE,
  type ReferenceOrientations,
  SIDE_JOINTS,
  THORAX,
} from '../geometry/skeleton.ts';
import { type Degrees, leadingSide, type Metres, otherSide, type Pixels, type Side } from '../geometry/units.ts';
import type { FrameLandmarks } from '../input/landmarks.ts';
import type { PictureSize } from '../input/picture.ts';
import type { LegJoint, LegPose, MeasurementPlan, SegmentPose } from '../input/measurement-plan.ts';
import type { LensDirection } from '../output/reading.ts';

/** The drill's start posture for the working side: written for the left leg, mirrored for the right. */
export interface StartPose {
  readonly working: Side;
  /** Orientations in the room as seen from a lens at azimuth 0 (in front of the person, or at the feet). */
  readonly pelvis: Mat3;
  readonly thorax: Mat3;
  /** Leg angles only; root and rotation vectors are zero. */
  readonly pose: Pose;
}

const segment = ({ yaw, pitch, roll }: SegmentPose): Mat3 =>
  multiply(multiply(rotationY(yaw), rotationX(pitch)), rotationZ(roll));

export function startPose(plan: MeasurementPlan): StartPose {
  const working = leadingSide(plan.side);
  const forSide = working === 'left' ? (m: Mat3) => m : mirrored;
  const pose = new Float64Array(POSE_SIZE);
  pose.set(legParameters(plan.posture.working), LEG_START[working]);
  pose.set(legParameters(plan.posture.other), LEG_START[otherSide(working)]);
  return {
    working,
    pelvis: forSide(segment(plan.posture.pelvis)),
    thorax: forSide(segment(plan.posture.thorax)),
    pose,
  };
}

/** The names of a leg's four angles, in the order of the pose vector. */
const LEG_ANGLES = ['flexion', 'abduction', 'internalRotation', 'knee'] as const;

/** A leg's four angles in degrees, in the order of the pose vector. */
export const legParameters = (leg: LegPose): readonly [number, number, number, number] => [
  leg.flexion,
  leg.abduction,
  leg.internalRotation,
  leg.knee,
];

/** One soft limit of the fit: parameter `k` of the pose vector stays above `at` (sign 1) or below it (sign −1). */
export interface JointLimit {
  readonly k: number;
  readonly sign: 1 | -1;
  readonly at: Degrees;
}

/** The drill's soft joint limits, for both legs. */
export function jointLimits({ lowerLimits = {}, upperLimits = {} }: MeasurementPlan['motion']): readonly JointLimit[] {
  const limitsOf = (limits: Partial<LegPose>, sign: 1 | -1): JointLimit[] =>
    LEG_ANGLES.flatMap((angle, offset) => {
      const at = limits[angle];
      if (at === undefined) return [];
      return [LEG_START.left, LEG_START.right].map((start) => ({ k: start + offset, sign, at }));
    });
  return [...limitsOf(lowerLimits, 1), ...limitsOf(upperLimits, -1)];
}

/** Index in `Body.joints` of a joint that the plan names by working and other leg. */
export function legJointIndex(joint: LegJoint, working: Side): number {
  const side = joint.startsWith('working') ? working : otherSide(working);
  const part = joint.endsWith('knee') ? 'knee' : joint.endsWith('ankle') ? 'ankle' : 'hip';
  return SIDE_JOINTS[side][part];
}

/** Indices among the 33 landmarks of joints that the plan names by working and other leg. */
const landmarksOf = (plan: MeasurementPlan, joints: readonly LegJoint[]): number[] =>
  joints.map((joint) => FITTED_LANDMARKS[legJointIndex(joint, leadingSide(plan.side))] ?? -1);

/** Landmarks of the joints that stay in place during the drill. */
export const plantedLandmarks = (plan: MeasurementPlan): number[] =>
  landmarksOf(
    plan,
    plan.motion.contacts.map(({ joint }) => joint),
  );

/** Landmarks of the joints that are held in the air at the start. */
export const unsupportedLandmarks = (plan: MeasurementPlan): number[] =>
  landmarksOf(plan, plan.motion.unsupportedJoints ?? []);

/**
 * Landmark of the other leg's knee, if that leg only rests on a planted foot: its knee can hardly move. Empty where
 * both legs work or the other foot is not planted.
 */
export function restingLandmarks(plan: MeasurementPlan): number[] {
  const rests = plan.side !== 'both' && plan.motion.contacts.some(({ joint }) => joint === 'other ankle');
  return rests ? landmarksOf(plan, ['other knee']) : [];
}

/** Median landmarks of a still stretch, with the size of their picture. */
export type StillLandmarks = FrameLandmarks & PictureSize;

/** The start posture fitted to a still picture: lens, bones, pose, and each landmark's offset from its joint. */
export interface ReferencePoseFit extends LensDirection {
  readonly lens: LensPlace;
  readonly camera: PinholeCamera;
  readonly bones: BoneLengths;
  readonly reference: ReferenceOrientations;
  /** Rotation vectors of pelvis and thorax are zero, because `reference` holds their fitted orientations. */
  readonly pose: Pose;
  readonly body: Body;
  /**
   * Landmark minus joint, metres, in the axes of the segment that the landmark is fixed to. In the order of `JOINT`.
   */
  readonly offsets: readonly Vec3[];
  /** Cost of the least-squares fit: large if the picture does not show the drill's start. */
  readonly cost: number;
  /** From the lens to the mid-hip. */
  readonly distance: Metres;
}

// Parameters of the fit: the pose vector, 4 bone scales (percent above average), then pitch (degrees), height (metres),
// roll (degrees) and log focal length (over the usual one) of the lens.
const CAMERA_SIZE = 4;
const BONES = POSE_SIZE;
const CAMERA = POSE_SIZE + 4;
const SIZE = CAMERA + CAMERA_SIZE;
/** Focal length over picture width of a usual webcam: 66° across. Laptops range from about 55 to 80°. */
const USUAL_FOCAL = 0.77;
/** Prior standard deviations: metres, degrees, percent (bones), natural logarithms (focal length, distance). */
const SD = {
  rootHeight: 0.06,
  pelvis: 8,
  flexion: 10,
  abduction: 8,
  rotation: 3,
  knee: 10,
  thorax: 6,
  bonePercent: 4,
  pitch: 12,
  lensHeight: 0.3,
  roll: 2.5,
  logFocal: 0.1,
  distance: 0.25,
  ankleHeight: 0.02,
} as const;
/** Weight of a landmark that is hardly visible; a fully visible one has 1. */
const MIN_WEIGHT = 0.15;
/** Longest offset of a landmark from its joint; longer ones are shortened. */
const LONGEST_OFFSET: Metres = 0.15;

/** Weights of the eight fitted landmarks. @param visibility 33 × 0…1 */
export const landmarkWeights = (visibility: ArrayLike<number>): number[] =>
  FITTED_LANDMARKS.map((l) => Math.min(1, Math.max(MIN_WEIGHT, visibility[l] ?? 0)));

export interface ReferencePoseOptions {
  /** Standard deviation of a landmark in pixels. */
  readonly pixelSd: Pixels;
  readonly iterations: number;
  /** Prior sd of leg rotation from the start. Absent: 3°, because the reference pose defines what zero rotation is. */
  readonly rotationSd?: Degrees;
  /** Height of both ankles above the floor. Null or absent: unknown. */
  readonly ankleHeight?: Metres | null;
}

/** Fits the drill's start posture to a still picture, starting with the lens at this azimuth. */
export function fitReferencePoseFrom(
  plan: MeasurementPlan,
  still: StillLandmarks,
  azimuth: Degrees,
  options: ReferencePoseOptions,
): ReferencePoseFit {
  const start = startPose(plan);
  const heading = rotationY(-azimuth);
  const reference: ReferenceOrientations = {
    pelvis: multiply(heading, start.pelvis),
    thorax: multiply(heading, start.thorax),
  };
  const prior = priorParameters(plan, still, start.pose, reference);
  const problem = referencePoseProblem(plan, still, reference, prior, options);
  return finish(plan, still, reference, minimise(problem, prior));
}

/** Length of the trunk in the picture if it lay across the line of sight. */
export const trunkIn = ({ camera, bones, distance }: Pick<ReferencePoseFit, 'camera' | 'bones' | 'distance'>): Pixels =>
  (camera.focalPixels / distance) * length(bones.waist) * 2.5;

/** Azimuth of the lens as in `ReferencePoseFit`. @param root mid-hip, room axes */
function azimuthOf(plan: MeasurementPlan, body: Body, root: Vec3): Degrees {
  const heading = multiply(body.pelvis, transpose(startPose(plan).pelvis));
  const turned = Math.atan2(heading[2], heading[8]);
  const towardsLens = Math.atan2(-root[0], -root[2]);
  return (((((towardsLens - turned) * 180) / Math.PI) % 360) + 360) % 360;
}

const bonesOf = (height: Metres, q: Float64Array): BoneLengths => {
  const s = (i: number): number => 1 + (q[BONES + i] ?? 0) / 100;
  const scales: BoneScales = [s(0), s(1), s(2), s(3)];
  return boneLengths(height, scales);
};

const lensOf = (q: Float64Array): LensPlace => ({
  pitch: q[CAMERA] ?? 0,
  height: q[CAMERA + 1] ?? 1,
  roll: q[CAMERA + 2] ?? 0,
  focal: USUAL_FOCAL * Math.exp(q[CAMERA + 3] ?? 0),
});

/** The body on the line of sight to its hips, at the recommended distance and the drill's height. */
function priorParameters(
  plan: MeasurementPlan,
  still: StillLandmarks,
  pose: Pose,
  reference: ReferenceOrientations,
): Float64Array {
  const q = new Float64Array(SIZE);
  q.set(pose);
  const bones = boneLengths(plan.subjectHeight);
  const { of, metres } = plan.posture.height;
  const joints = bodyOf(pose, reference, bones).joints;
  const lowest = Math.min(...joints.slice(4).map((j) => j[1]));
  const rootHeight = of === 'mid-hip' ? metres : metres - lowest;
  const { lensHeight, distance } = plan.view;
  const down = Math.asin(Math.max(-0.95, Math.min(0.95, (rootHeight - lensHeight) / distance)));
  const lens: LensPlace = { height: lensHeight, pitch: (down * 180) / Math.PI, roll: 0, focal: USUAL_FOCAL };
  const camera = pinholeCamera(lens, still.width, still.height);
  const ray = camera.ray(...midJoint(still.points, 'hip'));
  const k = distance / length(ray);
  const root = scale(ray, k);
  q.set([root[0], rootHeight, root[2]], 0);
  q.set([lens.pitch, lens.height, 0, 0], CAMERA);
  return q;
}

function parameterSd(rotation: Degrees = SD.rotation): Float64Array {
  const sd = new Float64Array(SIZE);
  sd.set([1, SD.rootHeight, 1], 0);
  sd.fill(SD.pelvis, PELVIS, PELVIS + 3);
  for (const k of [LEG_START.left, LEG_START.right]) sd.set([SD.flexion, SD.abduction, rotation, SD.knee], k);
  sd.fill(SD.thorax, THORAX, THORAX + 3);
  sd.fill(SD.bonePercent, BONES, BONES + 4);
  sd.set([SD.pitch, SD.lensHeight, SD.roll, SD.logFocal], CAMERA);
  return sd;
}

function referencePoseProblem(
  plan: MeasurementPlan,
  still: StillLandmarks,
  reference: ReferenceOrientations,
  prior: Float64Array,
  options: ReferencePoseOptions,
): Problem {
  const weights = landmarkWeights(still.visibility);
  const sd = parameterSd(options.rotationSd);
  const resting = options.ankleHeight ?? null;
  const count = 2 * JOINT_COUNT + SIZE + (resting === null ? 1 : 3);
  const residuals = (q: Float64Array, out: Float64Array): void => {
    const lens = lensOf(q);
    const camera = pinholeCamera(lens, still.width, still.height);
    const body = bodyOf(q, reference, bonesOf(plan.subjectHeight, q));
    let i = 0;
    for (let j = 0; j < JOINT_COUNT; j++) {
      const u = camera.project(body.joints[j] as Vec3);
      const l = 2 * (FITTED_LANDMARKS[j] ?? 0);
      const w = (weights[j] ?? 0) / options.pixelSd;
      out[i++] = (u[0] - (still.points[l] ?? 0)) * w;
      out[i++] = (u[1] - (still.points[l + 1] ?? 0)) * w;
    }
    for (let k = 0; k < SIZE; k++) out[i++] = ((q[k] ?? 0) - (prior[k] ?? 0)) / (sd[k] ?? 1);
    const away = Math.hypot(q[0] ?? 0, (q[1] ?? 0) - lens.height, q[2] ?? 0);
    out[i++] = Math.log(away / plan.view.distance) / SD.distance;
    if (resting === null) return;
    for (const j of [JOINT.leftAnkle, JOINT.rightAnkle])
      out[i++] = ((body.joints[j] as Vec3)[1] - resting) / SD.ankleHeight;
  };
  const steps = new Float64Array(SIZE).fill(0.02);
  steps.fill(1e-4, 0, 3);
  steps.set([0.02, 1e-4, 0.02, 1e-4], CAMERA);
  const limits = new Float64Array(SIZE).fill(25);
  limits.fill(0.2, 0, 3);
  limits.fill(5, BONES, BONES + 4);
  limits.set([6, 0.2, 3, 0.05], CAMERA);
  return { residuals, count, pairs: JOINT_COUNT, huber: 2, steps, limits, iterations: options.iterations };
}

function finish(
  plan: MeasurementPlan,
  still: StillLandmarks,
  reference: ReferenceOrientations,
  { parameters: q, cost }: Solution,
): ReferencePoseFit {
  const lens = lensOf(q);
  const camera = pinholeCamera(lens, still.width, still.height);
  const bones = bonesOf(plan.subjectHeight, q);
  const fitted = bodyOf(q, reference, bones);
  const offsets = fitted.joints.map((joint, j) => {
    const u = camera.project(joint);
    const l = 2 * (FITTED_LANDMARKS[j] ?? 0);
    const dx = (still.points[l] ?? 0) - u[0];
    const dy = (still.points[l + 1] ?? 0) - u[1];
    const d = camera.shift(dx, dy, u[2]);
    const shorter = Math.min(1, LONGEST_OFFSET / Math.max(length(d), 1e-9));
    return apply(transpose(fitted.segments[j] ?? fitted.pelvis), scale(d, shorter));
  });
  const pose = q.slice(0, POSE_SIZE);
  pose.fill(0, PELVIS, PELVIS + 3);
  pose.fill(0, THORAX, THORAX + 3);
  const zeroed: ReferenceOrientations = { pelvis: fitted.pelvis, thorax: fitted.thorax };
  const away = Math.hypot(q[0] ?? 0, (q[1] ?? 0) - lens.height, q[2] ?? 0);
  return {
    lens,
    camera,
    bones,
    reference: zeroed,
    pose,
    body: bodyOf(pose, zeroed, bones),
    offsets,
    cost,
    azimuth: azimuthOf(plan, fitted, [q[0] ?? 0, q[1] ?? 0, q[2] ?? 0]),
    lookingDown: (Math.asin(Math.max(-1, Math.min(1, (lens.height - (q[1] ?? 0)) / away))) * 180) / Math.PI,
    distance: away,
  };
}
