import { thighLine } from './leg-plane.ts';
import type { ReferencePoseFit } from '../reference-pose/reference-pose-fit.ts';
import { angleBetween, DEG, length, midpoint, subtract, type Vec3 } from './rotation.ts';
import { type Body, JOINT } from './skeleton.ts';
import type { Degrees, Pixels, Side } from './units.ts';

type Joints = Body['joints'];

/** Mid-hip to mid-shoulder. */
export const trunkLine = (joints: Joints): Vec3 =>
  subtract(
    midpoint(joints[JOINT.leftShoulder] as Vec3, joints[JOINT.rightShoulder] as Vec3),
    midpoint(joints[JOINT.leftHip] as Vec3, joints[JOINT.rightHip] as Vec3),
  );

/**
 * How far the trunk has closed on the thigh since neutral (positive: more bend). A pelvis that tips forward under a long back
 * shows in it nearly whole; so does a back that rounds, which no landmark tells from it.
 */
export function trunkThighBend(now: Joints, start: Joints, side: Side): Degrees {
  const between = (joints: Joints): Degrees => angleBetween(trunkLine(joints), thighLine({ joints }, side));
  return between(start) - between(now);
}

/** What an error of the landmarks (pixels of a picture 1280 wide) makes of it: the thigh's two ends, the trunk's two pairs. */
export function trunkThighSd({ body, lens, distance }: ReferencePoseFit, side: Side, landmarkSd: Pixels): Degrees {
  const metres = (landmarkSd / (1280 * lens.focal)) * distance;
  const thigh = (Math.SQRT2 * metres) / length(thighLine(body, side));
  const trunk = metres / length(trunkLine(body.joints));
  return Math.hypot(thigh, trunk) * DEG;
}
