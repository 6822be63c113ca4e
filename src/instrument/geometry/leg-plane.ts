import { cross, DEG, dot, scale, subtract, unit, type Vec3 } from './rotation.ts';
import { type Body, JOINT } from './skeleton.ts';
import type { Degrees, Side } from './units.ts';

/**
 * How far the plane hip–knee–ankle has rolled inwards about the line from hip to ankle, against the vertical: the drop of the
 * knee in the sleeper as an angle. Positive when the knee falls towards the other side; 0 when the knee stands above the line.
 */
export function kneeRoll(body: Body, side: Side): Degrees {
  const [hip, knee, ankle] = legJoints(body, side);
  const axis = unit(subtract(ankle, hip));
  const toKnee = subtract(knee, hip);
  const out = subtract(toKnee, scale(axis, dot(toKnee, axis)));
  const up = subtract([0, 1, 0], scale(axis, axis[1]));
  const roll = Math.atan2(dot(cross(up, out), axis), dot(up, out)) * DEG;
  return side === 'left' ? roll : -roll;
}

/** Cosine between the pelvis' long axis and the line hip–ankle: the share of a pelvis twist that rolls the leg's plane. */
export function twistIntoRoll(body: Body, side: Side): number {
  const [hip, , ankle] = legJoints(body, side);
  return Math.abs(dot(unit(subtract(ankle, hip)), longAxis(body)));
}

/**
 * Cosine between the pelvis' long axis and the femur: the share of an unseen pelvis twist that the landmarks book as hip rotation
 * (identity of accuracy.md 2.2: apparent rotation = hip + pelvis · femur axis).
 */
export function twistIntoRotation(body: Body, side: Side): number {
  return Math.abs(dot(unit(thighLine(body, side)), longAxis(body)));
}

/** Hip to knee, metres in the room. */
export function thighLine(body: Pick<Body, 'joints'>, side: Side): Vec3 {
  const [hip, knee] = legJoints(body, side);
  return subtract(knee, hip);
}

/** The pelvis' own up: towards the head. */
export const longAxis = ({ pelvis }: Body): Vec3 => [pelvis[1], pelvis[4], pelvis[7]];

/** The pelvis' own forward. */
export const frontAxis = ({ pelvis }: Body): Vec3 => [pelvis[2], pelvis[5], pelvis[8]];

function legJoints({ joints }: Pick<Body, 'joints'>, side: Side): readonly [Vec3, Vec3, Vec3] {
  const [hip, knee, ankle] =
    side === 'left'
      ? [JOINT.leftHip, JOINT.leftKnee, JOINT.leftAnkle]
      : [JOINT.rightHip, JOINT.rightKnee, JOINT.rightAnkle];
  return [joints[hip] as Vec3, joints[knee] as Vec3, joints[ankle] as Vec3];
}
