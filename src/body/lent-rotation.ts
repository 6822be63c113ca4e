import type { FrameFit } from './frame-fit.ts';
import type { PelvisMeasurement } from './pelvis-estimator.ts';
import { dot, subtract, unit, type Vec3 } from './rotation.ts';
import { JOINT } from './skeleton.ts';
import type { Degrees, Side } from './units.ts';

/**
 * How far the pelvis' own turn since the neutral has turned a thigh about its length, positive inwards: what the shin shows in the
 * room is this and the hip's own rotation (identity of accuracy.md 2.2). Only what was measured counts: the landmarks alone are
 * blind to the pelvis. Null: nothing was.
 */
export function lentRotation(fit: FrameFit, measured: PelvisMeasurement, side: Side): Degrees | null {
  const { joints, pelvis } = fit.body;
  if (!measured.twist && !measured.obliquity) return null;
  const [hip, knee] = side === 'left' ? [JOINT.leftHip, JOINT.leftKnee] : [JOINT.rightHip, JOINT.rightKnee];
  const femur = unit(subtract(joints[knee] as Vec3, joints[hip] as Vec3));
  const long: Vec3 = [pelvis[1], pelvis[4], pelvis[7]];
  const front: Vec3 = [pelvis[2], pelvis[5], pelvis[8]];
  const turned =
    (measured.twist ? fit.pelvis.twist * dot(long, femur) : 0) +
    (measured.obliquity ? fit.pelvis.obliquity * dot(front, femur) : 0);
  return side === 'left' ? turned : -turned;
}
