import type { LegPose } from '../../src/instrument/input/measurement-plan.ts';
import {
  apply,
  cross,
  dot,
  multiply,
  subtract,
  transpose,
  unit,
  type Vec3,
} from '../../src/instrument/geometry/rotation.ts';
import { type Body, JOINT, LEG_START, type Pose, POSE_SIZE } from '../../src/instrument/geometry/skeleton.ts';
import type { Side } from '../../src/instrument/geometry/units.ts';

const DEG = 180 / Math.PI;

/** A pose with the angles of one leg and all other values zero. */
export function poseOf(side: Side, leg: LegPose): Pose {
  const pose = new Float64Array(POSE_SIZE);
  pose.set([leg.flexion, leg.abduction, leg.internalRotation, leg.knee], LEG_START[side]);
  return pose;
}

function legOf(body: Body, side: Side): { femur: Vec3; shank: Vec3 } {
  const at = (part: 'Hip' | 'Knee' | 'Ankle'): Vec3 => body.joints[JOINT[`${side}${part}`]] as Vec3;
  return { femur: unit(subtract(at('Knee'), at('Hip'))), shank: unit(subtract(at('Ankle'), at('Knee'))) };
}

/**
 * The four angles of a leg from joint centres only, as a check of the skeleton's rotations. Hip rotation is the angle
 * between the hip line, projected onto the cross-section of the femur, and the knee axis: γ = atan2(f·(p×n), p·n) (Wu
 * et al. 2002, Grood & Suntay 1983). Degrees; internal rotation, abduction and flexion are positive.
 */
export function bookAngles(body: Body, side: Side): LegPose {
  const outwards = side === 'left' ? 1 : -1;
  const { femur: f, shank: s } = legOf(body, side);
  const hipLine = unit(subtract(body.joints[JOINT.leftHip] as Vec3, body.joints[JOINT.rightHip] as Vec3));
  const n = unit(cross(f, s));
  const across = dot(hipLine, f);
  const p = unit(subtract(hipLine, [f[0] * across, f[1] * across, f[2] * across]));
  const [lateral, cranial, anterior] = apply(transpose(body.pelvis), f);
  return {
    internalRotation: outwards * Math.atan2(dot(f, cross(p, n)), dot(p, n)) * DEG,
    abduction: Math.asin(outwards * lateral) * DEG,
    flexion: Math.atan2(anterior, -cranial) * DEG,
    knee: Math.acos(Math.max(-1, Math.min(1, dot(f, s)))) * DEG,
  };
}

/**
 * Rotation of the thigh about its long axis by swing–twist decomposition from standing, degrees; same sign for both
 * sides.
 */
export function swingTwist(body: Body, side: Side): number {
  const thigh = body.segments[JOINT[`${side}Knee`]];
  if (!thigh) throw new Error('no thigh');
  const r = multiply(transpose(body.pelvis), thigh);
  const w = Math.sqrt(Math.max(0, 1 + r[0] + r[4] + r[8])) / 2;
  return 2 * Math.atan2((r[6] - r[2]) / (4 * w), w) * DEG;
}
