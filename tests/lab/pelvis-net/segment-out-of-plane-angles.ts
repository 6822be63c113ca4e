import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import { type OutOfPlaneAngle, outOfPlaneAngleOf } from '../../../src/instrument/geometry/out-of-plane-angles.ts';
import { otherSide, type Side } from '../../../src/instrument/geometry/units.ts';
import { type JointName, landmarkIndex } from '../kinematics/joint-landmarks.ts';

/** Start and end joint of each segment, in the order of the labels (`train/leg_crops.py`). */
const SEGMENTS: readonly (readonly [whose: 'working' | 'other', from: JointName, to: JointName])[] = [
  ['working', 'hip', 'knee'],
  ['other', 'hip', 'knee'],
  ['working', 'knee', 'ankle'],
  ['other', 'knee', 'ankle'],
];

/** Out-of-plane angles of both thighs, both shins, and the line from the other hip to the working hip. */
export function segmentOutOfPlaneAngles(landmarks: readonly Vec3[], eye: Vec3, side: Side): readonly OutOfPlaneAngle[] {
  const sides = { working: side, other: otherSide(side) };
  const at = (joint: JointName, of: Side): Vec3 => landmarks[landmarkIndex(joint, of)] as Vec3;
  const legs = SEGMENTS.map(([whose, from, to]) =>
    outOfPlaneAngleOf(at(from, sides[whose]), at(to, sides[whose]), eye),
  );
  return [...legs, outOfPlaneAngleOf(at('hip', sides.other), at('hip', side), eye)];
}
