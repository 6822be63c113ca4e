import {
  angleBetween,
  cross,
  dot,
  length,
  type Mat3,
  multiply,
  pelvisRotation,
  scale,
  subtract,
  transpose,
  unit,
  type Vec3,
} from '../../../src/instrument/geometry/rotation.ts';
import type { Degrees, Metres, Side } from '../../../src/instrument/geometry/units.ts';
import type { SolvedPose, SubjectPose } from '../contract.ts';
import { hipFromCentres, type HipAngles } from '../kinematics/hip-angles.ts';
import { jointOf, midpointOf } from '../kinematics/joint-landmarks.ts';
import { clamp, DEGREES, wrapDegrees } from '../vectors.ts';
import { BOTH } from './contacts.ts';
import type { FrameTruth } from './performance.ts';

/** Smallest knee flexion at which the shank shows the rotation of the thigh. */
const POINTING_KNEE: Degrees = 25;

interface LumbarAngles {
  readonly extension: Degrees;
  readonly sideBend: Degrees;
  readonly rotation: Degrees;
}

/** Angles of R = Rx(−extension) · Rz(side bend) · Ry(rotation). */
const lumbarOf = (r: Mat3): LumbarAngles => ({
  extension: -Math.atan2(r[7], r[4]) * DEGREES,
  sideBend: Math.asin(clamp(-r[1], -1, 1)) * DEGREES,
  rotation: Math.atan2(r[2], r[0]) * DEGREES,
});

const lumbar = ({ pelvis, thorax }: SolvedPose): LumbarAngles => lumbarOf(multiply(transpose(pelvis), thorax));

const hipOf = (pose: SubjectPose, side: Side): HipAngles => ({
  flexion: pose[side].hipFlexion,
  abduction: pose[side].hipAbduction,
  internalRotation: pose[side].hipInternalRotation,
});

const trunkLine = (solved: SolvedPose): Vec3 =>
  unit(subtract(midpointOf(solved, 'shoulder'), midpointOf(solved, 'hip')));

/** Angle of the trunk line out of the mid-plane of the reference pose, positive to the left. */
function leanLeft(solved: SolvedPose, referencePose: SolvedPose): Degrees {
  const n = referencePose.thorax;
  const left: Vec3 = [n[0], n[3], n[6]];
  const away = (line: Vec3): Degrees => Math.asin(clamp(dot(line, left), -1, 1)) * DEGREES;
  return away(trunkLine(solved)) - away(trunkLine(referencePose));
}

/** Slope of the shin against the horizontal, positive when the foot is lower. */
function shinSlope(solved: SolvedPose, side: Side): Degrees {
  const shin = unit(subtract(jointOf(solved, 'ankle', side), jointOf(solved, 'knee', side)));
  return -Math.asin(clamp(shin[1], -1, 1)) * DEGREES;
}

const shinDrop = (solved: SolvedPose, referencePose: SolvedPose): Degrees =>
  BOTH.reduce((sum, side) => sum + shinSlope(solved, side) - shinSlope(referencePose, side), 0) / BOTH.length;

const footShift = (solved: SolvedPose, referencePose: SolvedPose): Metres =>
  Math.max(
    ...BOTH.map((side) => length(subtract(jointOf(solved, 'ankle', side), jointOf(referencePose, 'ankle', side)))),
  );

/** Angle of the leg's plane about the line from hip to ankle, against the vertical: the drop of the knee. */
export function kneeRoll(solved: SolvedPose, side: Side): Degrees {
  const hip = jointOf(solved, 'hip', side);
  const axis = unit(subtract(jointOf(solved, 'ankle', side), hip));
  const toKnee = subtract(jointOf(solved, 'knee', side), hip);
  const across = subtract(toKnee, scale(axis, dot(toKnee, axis)));
  const up = subtract([0, 1, 0], scale(axis, axis[1]));
  return Math.atan2(dot(cross(up, across), axis), dot(up, across)) * DEGREES;
}

/**
 * The true values of a frame, from its joint angles and joint centres.
 * @param borrowed values that need a second, compared pose: knee chase and raised sit bone
 */
export function measureFrame(
  pose: SubjectPose,
  solved: SolvedPose,
  referenceAngles: SubjectPose,
  referencePose: SolvedPose,
  borrowed: Pick<FrameTruth, 'chase' | 'sitBone'>,
): FrameTruth {
  const turn = pelvisRotation(multiply(transpose(referencePose.pelvis), solved.pelvis));
  const [spine, spineBefore] = [lumbar(solved), lumbar(referencePose)];
  const adduction = (side: Side): Degrees => referenceAngles[side].hipAbduction - pose[side].hipAbduction;
  const dorsiflexion = (side: Side): Degrees => pose[side].ankleDorsiflexion - referenceAngles[side].ankleDorsiflexion;
  return {
    hip: { left: hipOf(pose, 'left'), right: hipOf(pose, 'right') },
    knee: { left: pose.left.kneeFlexion, right: pose.right.kneeFlexion },
    pelvis: { ...turn, lift: midpointOf(solved, 'hip')[1] - midpointOf(referencePose, 'hip')[1] },
    lumbar: {
      extension: spine.extension - spineBefore.extension,
      sideBend: spine.sideBend - spineBefore.sideBend,
      rotation: wrapDegrees(spine.rotation - spineBefore.rotation),
    },
    ...borrowed,
    lean: angleBetween(trunkLine(solved), trunkLine(referencePose)),
    leanLeft: leanLeft(solved, referencePose),
    grip: adduction('left') + adduction('right'),
    dorsiflexion: { left: dorsiflexion('left'), right: dorsiflexion('right') },
    shinDrop: shinDrop(solved, referencePose),
    footShift: footShift(solved, referencePose),
  };
}

/** Largest difference between the input angles and those recomputed from the joint centres. */
export function recomputedDifference(pose: SubjectPose, solved: SolvedPose): Degrees {
  const differences = BOTH.flatMap((side) => {
    const given = hipOf(pose, side);
    const found = hipFromCentres(solved, side);
    const knee = pose[side].kneeFlexion;
    const rotation = wrapDegrees(found.internalRotation - given.internalRotation);
    return [
      wrapDegrees(found.flexion - given.flexion),
      found.abduction - given.abduction,
      found.knee - Math.abs(knee),
      knee > POINTING_KNEE ? rotation : 0,
    ];
  });
  return Math.max(...differences.map(Math.abs));
}
