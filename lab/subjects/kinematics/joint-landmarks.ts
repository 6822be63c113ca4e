import { midpoint, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import type { SolvedPose } from '../contract.ts';

/** BlazePose's landmark number of each left joint; the right joint has the next number. */
const LEFT_LANDMARK = {
  shoulder: 11,
  elbow: 13,
  wrist: 15,
  hip: 23,
  knee: 25,
  ankle: 27,
  heel: 29,
  toe: 31,
} as const;

export type JointName = keyof typeof LEFT_LANDMARK;

export const landmarkIndex = (joint: JointName, side: Side): number => LEFT_LANDMARK[joint] + (side === 'left' ? 0 : 1);

/** @throws {Error} when the pose has fewer than 33 landmarks. */
export function jointOf(solved: Pick<SolvedPose, 'landmarks'>, joint: JointName, side: Side): Vec3 {
  const place = solved.landmarks[landmarkIndex(joint, side)];
  if (!place) throw new Error(`The pose has no ${side} ${joint}.`);
  return place;
}

/** The point midway between the left and the right joint. */
export const midpointOf = (solved: Pick<SolvedPose, 'landmarks'>, joint: JointName): Vec3 =>
  midpoint(jointOf(solved, joint, 'left'), jointOf(solved, joint, 'right'));
