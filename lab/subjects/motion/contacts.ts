import {
  type Mat3,
  multiply,
  scale,
  subtract,
  transpose,
  type Vec3,
} from '../../../src/instrument/geometry/rotation.ts';
import type { BySide, Side } from '../../../src/instrument/geometry/units.ts';
import type { SolvedPose, SubjectBody, SubjectPose } from '../contract.ts';
import { jointOf, midpointOf, type JointName } from '../kinematics/joint-landmarks.ts';
import { solvePose } from '../kinematics/solve-pose.ts';
import { rotationVector } from '../vectors.ts';
import { fitPose, limbAngle, lumbarAngle, type Parameter, type Residual } from './fit-pose.ts';

/** Positions of landmarks and feet in the drill's reference pose. */
export interface ReferencePosePlaces {
  readonly solved: SolvedPose;
  readonly hipMiddle: Vec3;
  readonly foot: BySide<Mat3>;
  at(joint: JointName, side: Side): Vec3;
}

/** @throws {Error} when the body has no foot bone. */
function footRotation(body: SubjectBody, solved: SolvedPose, side: Side): Mat3 {
  const bone = solved.bones[body.boneNames.indexOf(side === 'left' ? 'foot.L' : 'foot.R')];
  if (!bone) throw new Error(`The body "${body.id}" has no ${side} foot.`);
  return bone.rotation;
}

export function placesOf(body: SubjectBody, pose: SubjectPose): ReferencePosePlaces {
  const solved = solvePose(body, pose);
  return {
    solved,
    hipMiddle: midpointOf(solved, 'hip'),
    foot: {
      left: footRotation(body, solved, 'left'),
      right: footRotation(body, solved, 'right'),
    },
    at: (joint, side) => jointOf(solved, joint, side),
  };
}

/** Residual that keeps a joint at a place. With weight 100 a residual of 1 is one centimetre. */
export const stays =
  (joint: JointName, side: Side, place: Vec3, weight = 100): Residual =>
  (solved) =>
    scale(subtract(jointOf(solved, joint, side), place), weight);

export const together =
  (...residuals: readonly Residual[]): Residual =>
  (solved, pose) =>
    residuals.flatMap((residual) => residual(solved, pose));

export const kneePlacing = (side: Side): Parameter[] => [
  limbAngle(side, 'hipFlexion'),
  limbAngle(side, 'hipAbduction'),
  limbAngle(side, 'kneeFlexion'),
];

export const wholeLeg = (side: Side): Parameter[] => [...kneePlacing(side), limbAngle(side, 'hipInternalRotation')];

export const wholeArm = (side: Side): Parameter[] => [
  limbAngle(side, 'shoulderFlexion'),
  limbAngle(side, 'shoulderAbduction'),
  limbAngle(side, 'elbowFlexion'),
];

const LUMBAR = [lumbarAngle('extension'), lumbarAngle('side'), lumbarAngle('rotation')];

/** Bends the lumbar spine until the thorax has the target orientation in the room. */
export const holdThorax = (body: SubjectBody, pose: SubjectPose, target: Mat3): SubjectPose =>
  fitPose(body, pose, LUMBAR, (solved) => scale(rotationVector(multiply(transpose(target), solved.thorax)), 0.5));

/** A planted foot keeps a share of the orientation it has in the reference pose. */
export function plantFoot(pose: SubjectPose, side: Side, places: ReferencePosePlaces, keep = 0.7): void {
  pose[side].footKeep = keep;
  pose[side].footRotation = places.foot[side];
}

export const BOTH: readonly Side[] = ['left', 'right'];
