import type { LegJoint, LegPose, MeasurementPlan, SegmentPose } from '../input/measurement-plan.ts';
import { type Mat3, mirrored, multiply, rotationX, rotationY, rotationZ } from '../geometry/rotation.ts';
import { FITTED_LANDMARKS, JOINT, LEG_START, POSE_SIZE, type Pose } from '../geometry/skeleton.ts';
import { leadingSide, otherSide, type Side } from '../geometry/units.ts';

/** A drill's start for the side that works: the plan is written for the left, the right is its mirror image. */
export interface StartPose {
  readonly working: Side;
  /** Orientations with the lens at azimuth 0 (front or feet). */
  readonly pelvis: Mat3;
  readonly thorax: Mat3;
  /** Legs only; root and rotation vectors zero. */
  readonly pose: Pose;
}

const segment = ({ yaw, pitch, roll }: SegmentPose): Mat3 =>
  multiply(multiply(rotationY(yaw), rotationX(pitch)), rotationZ(roll));

export function startPose(plan: MeasurementPlan): StartPose {
  const working = leadingSide(plan.side);
  const turn = working === 'left' ? (m: Mat3) => m : mirrored;
  const pose = new Float64Array(POSE_SIZE);
  pose.set(legParameters(plan.posture.working), LEG_START[working]);
  pose.set(legParameters(plan.posture.other), LEG_START[otherSide(working)]);
  return {
    working,
    pelvis: turn(segment(plan.posture.pelvis)),
    thorax: turn(segment(plan.posture.thorax)),
    pose,
  };
}

/** The names of a leg's four numbers in the order of the pose vector. */
export const LEG_PARTS = ['flexion', 'abduction', 'internalRotation', 'knee'] as const;

/** A leg's four numbers in the order of the pose vector. */
export const legParameters = (leg: LegPose): readonly [number, number, number, number] => [
  leg.flexion,
  leg.abduction,
  leg.internalRotation,
  leg.knee,
];

/** Index of a named joint among the eight, for the side that works. */
export function legJointIndex(joint: LegJoint, working: Side): number {
  const side = joint.startsWith('working') ? working : otherSide(working);
  const left = { hip: JOINT.leftHip, knee: JOINT.leftKnee, ankle: JOINT.leftAnkle };
  const right = { hip: JOINT.rightHip, knee: JOINT.rightKnee, ankle: JOINT.rightAnkle };
  const part = joint.endsWith('knee') ? 'knee' : joint.endsWith('ankle') ? 'ankle' : 'hip';
  return (side === 'left' ? left : right)[part];
}

/** The landmark of a named joint, for the side that works. */
export const legLandmark = (joint: LegJoint, working: Side): number =>
  FITTED_LANDMARKS[legJointIndex(joint, working)] ?? -1;

const landmarksOf = (plan: MeasurementPlan, joints: readonly LegJoint[]): number[] =>
  joints.map((joint) => legLandmark(joint, leadingSide(plan.side)));

/** Landmarks of the joints that the drill keeps in place. */
export const plantedLandmarks = (plan: MeasurementPlan): number[] =>
  landmarksOf(
    plan,
    plan.motion.contacts.map(({ joint }) => joint),
  );

/** Landmarks of the joints that are held in the air. */
export const unsupportedLandmarks = (plan: MeasurementPlan): number[] =>
  landmarksOf(plan, plan.motion.unsupportedJoints ?? []);

/** Landmarks of the leg that only rests over a planted foot: its knee can hardly go anywhere. None where both legs work. */
export function restingLandmarks(plan: MeasurementPlan): number[] {
  const rests = plan.side !== 'both' && plan.motion.contacts.some(({ joint }) => joint === 'other ankle');
  return rests ? landmarksOf(plan, ['other knee']) : [];
}
