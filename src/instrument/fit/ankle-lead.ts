import { cross, length, RAD, scale, subtract, type Vec3 } from '../geometry/rotation.ts';
import { type Body, INTERNAL_ROTATION, JOINT, LEG_START, type Pose } from '../geometry/skeleton.ts';
import type { Share, Side } from '../geometry/units.ts';

/**
 * How far the ankle's landmark runs ahead of the ankle while the shin swings about the thigh's line, metres in the room. Seen
 * from behind, BlazePose puts it between the malleolus and the heel; as the foot swings out and shows its inner side, the point
 * wanders over it in the direction of the swing (11 % of the shin at 31°, 7–17 % on nine bodies), which the offset learnt in the
 * neutral, turning with the shin, does not hold. The share also takes up what hips and shoulders seen too low in the neutral add.
 * @param share of the way that the ankle has come since the neutral
 * @param pose, neutral of the fit: only the change of the rotation counts, so that a neutral is left as it is
 */
export function ankleLead(body: Body, side: Side, share: Share, pose: Pose, referencePose: Pose): Vec3 {
  const [hip, knee, ankle] = JOINTS[side].map((joint) => body.joints[joint] as Vec3) as [Vec3, Vec3, Vec3];
  const thigh = subtract(knee, hip);
  const k = LEG_START[side] + INTERNAL_ROTATION;
  const turned = ((pose[k] ?? 0) - (referencePose[k] ?? 0)) * RAD;
  // Internal rotation turns the left thigh one way about its line, and the right one the other.
  const way = side === 'left' ? 1 : -1;
  return scale(cross(thigh, subtract(ankle, knee)), (way * share * turned) / length(thigh));
}

const JOINTS: Readonly<Record<Side, readonly number[]>> = {
  left: [JOINT.leftHip, JOINT.leftKnee, JOINT.leftAnkle],
  right: [JOINT.rightHip, JOINT.rightKnee, JOINT.rightAnkle],
};
