import {
  cross,
  dot,
  type Mat3,
  rotationX,
  rotationY,
  rotationZ,
  scale,
  subtract,
  unit,
  type Vec3,
} from '../../../src/instrument/geometry/rotation.ts';
import type { Degrees, Side } from '../../../src/instrument/geometry/units.ts';
import type { SolvedPose } from '../contract.ts';
import { clamp, DEGREES, product } from '../vectors.ts';
import { jointOf } from './joint-landmarks.ts';

export interface HipAngles {
  readonly flexion: Degrees;
  readonly abduction: Degrees;
  readonly internalRotation: Degrees;
}

const sign = (side: Side): 1 | -1 => (side === 'left' ? 1 : -1);

/**
 * Rotation of the thigh relative to the pelvis, in the order of the hip's joint coordinate system: flexion, abduction,
 * rotation.
 */
export function hipRotation(side: Side, { flexion, abduction, internalRotation }: HipAngles): Mat3 {
  const s = sign(side);
  return product(rotationX(-flexion), rotationZ(s * abduction), rotationY(-s * internalRotation));
}

/** Inverse of `hipRotation`; not defined at 90° of abduction. */
export function hipAnglesOf(side: Side, m: Mat3): HipAngles {
  const s = sign(side);
  return {
    flexion: -Math.atan2(m[7], m[4]) * DEGREES,
    abduction: s * Math.asin(clamp(-m[1], -1, 1)) * DEGREES,
    internalRotation: -s * Math.atan2(m[2], m[0]) * DEGREES,
  };
}

/**
 * Hip and knee angles from joint centres and pelvis axes only; the shank shows the rotation of the thigh.
 * With a straight knee the rotation is not defined.
 */
export function hipFromCentres(solved: SolvedPose, side: Side): HipAngles & { readonly knee: Degrees } {
  const hip = jointOf(solved, 'hip', side);
  const knee = jointOf(solved, 'knee', side);
  const hipLine = unit(subtract(jointOf(solved, 'hip', 'left'), jointOf(solved, 'hip', 'right')));
  const femur = unit(subtract(knee, hip));
  const shank = subtract(jointOf(solved, 'ankle', side), knee);
  const kneeAxis = unit(cross(femur, shank));
  const reference = unit(subtract(hipLine, scale(femur, dot(hipLine, femur))));
  const turn = Math.atan2(dot(femur, cross(reference, kneeAxis)), dot(reference, kneeAxis));
  const p = solved.pelvis;
  const up: Vec3 = [p[1], p[4], p[7]];
  const front: Vec3 = [p[2], p[5], p[8]];
  return {
    flexion: Math.atan2(dot(femur, front), -dot(femur, up)) * DEGREES,
    abduction: Math.asin(clamp(sign(side) * dot(femur, hipLine), -1, 1)) * DEGREES,
    internalRotation: sign(side) * turn * DEGREES,
    knee: Math.acos(clamp(dot(femur, unit(shank)), -1, 1)) * DEGREES,
  };
}
