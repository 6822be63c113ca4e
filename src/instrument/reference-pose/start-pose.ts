import type { LegJoint, LegPose, MeasurementPlan, SegmentPose } from '../input/measurement-plan.ts';
import { type Mat3, mirrored, multiply, rotationX, rotationY, rotationZ } from '../geometry/rotation.ts';
import { FITTED_LANDMARKS, JOINT, LEG_START, POSE_SIZE, type Pose } from '../geometry/skeleton.ts';
import { type Degrees, leadingSide, otherSide, type Side } from '../geometry/units.ts';

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
  const left = { hip: JOINT.leftHip, knee: JOINT.leftKnee, ankle: JOINT.leftAnkle };
  const right = { hip: JOINT.rightHip, knee: JOINT.rightKnee, ankle: JOINT.rightAnkle };
  const part = joint.endsWith('knee') ? 'knee' : joint.endsWith('ankle') ? 'ankle' : 'hip';
  return (side === 'left' ? left : right)[part];
}

/** Index among the 33 landmarks of a joint that the plan names by working and other leg. */
const legLandmark = (joint: LegJoint, working: Side): number => FITTED_LANDMARKS[legJointIndex(joint, working)] ?? -1;

const landmarksOf = (plan: MeasurementPlan, joints: readonly LegJoint[]): number[] =>
  joints.map((joint) => legLandmark(joint, leadingSide(plan.side)));

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
