import type { LensPlace } from './pinhole-camera.ts';
import { angleBetween, DEG, dot, length, midpoint, subtract, unit, type Vec3 } from './rotation.ts';
import { type Body, JOINT } from './skeleton.ts';
import type { Degrees, Metres, Pixels, Side } from './units.ts';

type Joints = Body['joints'];

/** Vector from hip to knee, metres, room axes. */
export function thighLine({ joints }: Pick<Body, 'joints'>, side: Side): Vec3 {
  const [hip, knee] = legJoints(joints, side);
  return subtract(knee, hip);
}

/** Vector from mid-hip to mid-shoulder, metres, room axes. */
export const trunkLine = (joints: Joints): Vec3 =>
  subtract(
    midpoint(joints[JOINT.leftShoulder] as Vec3, joints[JOINT.rightShoulder] as Vec3),
    midpoint(joints[JOINT.leftHip] as Vec3, joints[JOINT.rightHip] as Vec3),
  );

/** Unit vector of the pelvis's long axis, towards the head, room axes. */
export const longAxis = ({ pelvis }: Body): Vec3 => [pelvis[1], pelvis[4], pelvis[7]];

/** Unit vector of the pelvis's front axis, room axes. */
export const frontAxis = ({ pelvis }: Body): Vec3 => [pelvis[2], pelvis[5], pelvis[8]];

/**
 * Degrees of apparent hip rotation for one degree of unseen pelvis twist, 0…1: the cosine between the pelvis's long
 * axis and the femur. A turn of the thigh in the room is the hip's rotation plus the part of the pelvis's rotation that
 * lies about the femur.
 */
export function twistIntoRotation(body: Body, side: Side): number {
  return Math.abs(dot(unit(thighLine(body, side)), longAxis(body)));
}

/**
 * Decrease of the angle between trunk and thigh since the reference pose: positive when the hip bends further. It
 * contains a pelvis that tips forward and a back that rounds; the landmarks cannot tell the two apart.
 */
export function trunkThighBend(now: Joints, start: Joints, side: Side): Degrees {
  const between = (joints: Joints): Degrees => angleBetween(trunkLine(joints), thighLine({ joints }, side));
  return between(start) - between(now);
}

/**
 * Standard deviation of `trunkThighBend` that a landmark error causes: two landmarks end the thigh, two pairs end the
 * trunk.
 * @param landmarkSd pixels in a picture 1280 wide
 */
export function trunkThighSd(
  { body, lens, distance }: { readonly body: Body; readonly lens: LensPlace; readonly distance: Metres },
  side: Side,
  landmarkSd: Pixels,
): Degrees {
  const metres = (landmarkSd / (1280 * lens.focal)) * distance;
  const thigh = (Math.SQRT2 * metres) / length(thighLine(body, side));
  const trunk = metres / length(trunkLine(body.joints));
  return Math.hypot(thigh, trunk) * DEG;
}

function legJoints(joints: Joints, side: Side): readonly [Vec3, Vec3, Vec3] {
  const [hip, knee, ankle] =
    side === 'left'
      ? [JOINT.leftHip, JOINT.leftKnee, JOINT.leftAnkle]
      : [JOINT.rightHip, JOINT.rightKnee, JOINT.rightAnkle];
  return [joints[hip] as Vec3, joints[knee] as Vec3, joints[ankle] as Vec3];
}
