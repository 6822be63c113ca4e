import {
  add,
  cross,
  dot,
  length,
  multiply,
  rotationX,
  rotationY,
  scale,
  subtract,
  transpose,
  unit,
  type Vec3,
} from '../../../../src/instrument/geometry/rotation.ts';
import type { Degrees, Metres, Side } from '../../../../src/instrument/geometry/units.ts';
import type { SolvedPose, SubjectBody, SubjectPose } from '../../contract.ts';
import { hipAnglesOf } from '../../kinematics/hip-angles.ts';
import { jointOf } from '../../kinematics/joint-landmarks.ts';
import { createPose } from '../../kinematics/pose.ts';
import { solvePose } from '../../kinematics/solve-pose.ts';
import { DEGREES, fromAxes } from '../../vectors.ts';
import { BOTH, holdThorax, wholeArm } from '../contacts.ts';
import { fitPose, type Residual } from '../fit-pose.ts';

/** Height of the front hip's centre above the floor, with compressed soft tissue. */
const HIP_ABOVE_FLOOR: Metres = 0.105;
/**
 * For a person 1.72 m tall: height of the wrist with a flat palm, wrist to fingertip, half the thickness of a finger.
 */
const WRIST_HEIGHT: Metres = 0.05;
const HAND_LENGTH: Metres = 0.175;
const FINGER: Metres = 0.012;
/** Wrist extension of a hand that reaches the floor with its longest finger only. */
const HANGING_HAND: Degrees = 10;
/** Smallest elbow flexion: a straight arm could not follow the breathing. */
const SOFT_ELBOW: Degrees = 10;

/**
 * A leg on the floor: directions of thigh and shank, from straight ahead towards the leg's side, and heights of its
 * joints.
 */
interface SeatedLeg {
  readonly side: Side;
  readonly thigh: Degrees;
  readonly shank: Degrees;
  readonly knee: Metres;
  readonly ankle: Metres;
}

const LEGS: readonly SeatedLeg[] = [
  { side: 'left', thigh: 56, shank: 146, knee: 0.055, ankle: 0.06 },
  { side: 'right', thigh: 38, shank: -62, knee: 0.06, ankle: 0.05 },
];

export const floorUnder = (body: SubjectBody, pose: SubjectPose): Metres =>
  jointOf(solvePose(body, pose), 'hip', 'right')[1] - HIP_ABOVE_FLOOR;

/** Sets hip angles and knee flexion exactly, so that knee and ankle lie at two places. */
function reachWithLeg(solved: SolvedPose, pose: SubjectPose, side: Side, knee: Vec3, ankle: Vec3): void {
  const femur = unit(subtract(knee, jointOf(solved, 'hip', side)));
  const shank = unit(subtract(ankle, knee));
  const y = scale(femur, -1);
  const x = unit(cross(femur, shank));
  const frame = fromAxes(x, y, cross(x, y));
  const hip = hipAnglesOf(side, multiply(transpose(solved.pelvis), frame));
  pose[side].hipFlexion = hip.flexion;
  pose[side].hipAbduction = hip.abduction;
  pose[side].hipInternalRotation = hip.internalRotation;
  pose[side].kneeFlexion = Math.acos(dot(femur, shank)) * DEGREES;
}

/** Lays knee and ankle of a leg on the floor. */
function layLeg(body: SubjectBody, pose: SubjectPose, leg: SeatedLeg, floor: Metres): void {
  const { side } = leg;
  const solved = solvePose(body, pose);
  const [hip, knee, ankle] = (['hip', 'knee', 'ankle'] as const).map((joint) => jointOf(solved, joint, side));
  if (!hip || !knee || !ankle) return;
  const outwards = side === 'left' ? 1 : -1;
  const towards = (heading: Degrees, rise: number): Vec3 => {
    const level = Math.sqrt(1 - rise * rise);
    const angle = heading / DEGREES;
    return [outwards * Math.sin(angle) * level, rise, Math.cos(angle) * level];
  };
  const thigh = length(subtract(knee, hip));
  const shank = length(subtract(ankle, knee));
  const kneeAt = add(hip, scale(towards(leg.thigh, (floor + leg.knee - hip[1]) / thigh), thigh));
  const ankleRise = (floor + leg.ankle - kneeAt[1]) / shank;
  const ankleAt = add(kneeAt, scale(towards(leg.shank, ankleRise), shank));
  reachWithLeg(solved, pose, side, kneeAt, ankleAt);
}

/** Distances of the hand to the side and back that are tried, as shares of the farthest reach. */
const REACHES = [1, 0.85, 0.7, 0.55, 0.4] as const;

/** Tries to put the wrist at a height; false when the arm is too short. */
function reachWithHand(body: SubjectBody, pose: SubjectPose, side: Side, height: Metres, reach: number): boolean {
  const outwards = side === 'left' ? 1 : -1;
  const target: Vec3 = [outwards * (0.14 + 0.16 * reach), height, -0.22 * reach];
  Object.assign(pose[side], {
    shoulderFlexion: -20 * reach,
    shoulderAbduction: 25 * reach,
    elbowFlexion: 2 * SOFT_ELBOW,
  });
  const residual: Residual = (solved, now) => {
    const [x, y, z] = subtract(jointOf(solved, 'wrist', side), target);
    return [y * 100, x * 60, z * 60, (now[side].shoulderAbduction - 30 * reach) * 0.02];
  };
  fitPose(body, pose, wholeArm(side), residual, 20);
  const miss = Math.abs(jointOf(solvePose(body, pose), 'wrist', side)[1] - height);
  return miss < 0.006 && pose[side].elbowFlexion >= SOFT_ELBOW;
}

/**
 * Puts a hand on the floor beside the hip, as far out and back as the arm reaches with a bent elbow: on the palm, or on
 * the fingertips if the palm does not reach the floor.
 */
function layHand(body: SubjectBody, pose: SubjectPose, side: Side, floor: Metres): void {
  const size = body.height / 1.72;
  for (let above = WRIST_HEIGHT; above < HAND_LENGTH; above += 0.01) {
    const reached = REACHES.some((reach) => reachWithHand(body, pose, side, floor + above * size, reach));
    if (!reached) continue;
    pose[side].wristExtension = Math.acos((above - FINGER) / HAND_LENGTH) * DEGREES;
    return;
  }
  pose[side].wristExtension = HANGING_HAND;
}

/** The 90/90 seat: left leg behind (internally rotated), right leg in front. */
export function seatedPose(body: SubjectBody): SubjectPose {
  const arm = { shoulderFlexion: -20, shoulderAbduction: 25, elbowFlexion: 8, wristExtension: 78 };
  const pose = createPose({
    base: { rx: -4 },
    pelvis: { tilt: 2, obliquity: 11, twist: -10 },
    neck: { flexion: 4 },
    right: arm,
    left: { ankleDorsiflexion: -15, ...arm },
  });
  const floor = floorUnder(body, pose);
  for (const leg of LEGS) layLeg(body, pose, leg, floor);
  holdThorax(body, pose, multiply(rotationY(-6), rotationX(-1)));
  for (const side of BOTH) layHand(body, pose, side, floor);
  return pose;
}

/** Direction from the trail hip to its knee. */
export const trailThigh = (solved: SolvedPose): Vec3 =>
  unit(subtract(jointOf(solved, 'knee', 'left'), jointOf(solved, 'hip', 'left')));
