import type { MotionModel } from '../input/measurement-plan.ts';
import type { ReferencePoseFit } from '../reference-pose/reference-pose-fit.ts';
import { cross, length, RAD, scale, subtract, type Vec3 } from '../geometry/rotation.ts';
import { type Body, INTERNAL_ROTATION, JOINT, LEG_START, type Pose } from '../geometry/skeleton.ts';
import { legJointIndex } from '../reference-pose/start-pose.ts';
import type { Share, Side } from '../geometry/units.ts';

/**
 * Systematic error of BlazePose's landmarks. In some movements a landmark runs ahead of its joint, or stays behind, by
 * about the same share in every person. The fit adds this bias to the place where it expects the landmark. Only a
 * change since the reference pose counts; the constant part of the error is in the offsets learnt there.
 *
 * A function of this type gives the bias of one joint's landmark, metres in the room; null: none.
 */
export type LandmarkBias = (joint: number, body: Body, pose: Pose) => Vec3 | null;

/** The biases that the drill's plan names. */
export function landmarkBias(motion: MotionModel, working: Side, referencePose: ReferencePoseFit): LandmarkBias {
  const { ankleLead: inwards = 0, ankleLagOutwards = 0, hipLag: hipShare = 0, kneeLag: kneeShare = 0 } = motion;
  const outwards = ankleLagOutwards === 0 ? inwards : -ankleLagOutwards;
  const turn = LEG_START[working] + INTERNAL_ROTATION;
  const { pose: start, body: rest } = referencePose;
  const ankle = legJointIndex('working ankle', working);
  const hip = legJointIndex('working hip', working);
  return (joint, body, pose) => {
    const ankleShare = (pose[turn] ?? 0) < (start[turn] ?? 0) ? outwards : inwards;
    if (joint === ankle && ankleShare !== 0) return ankleLead(body, working, ankleShare, pose, start);
    if (joint === hip && hipShare !== 0) return hipLag(body, rest, joint, hipShare);
    return kneeShare !== 0 && isKnee(joint) ? kneeLag(body, rest, joint, kneeShare) : null;
  };
}

const isKnee = (joint: number): boolean => joint === JOINT.leftKnee || joint === JOINT.rightKnee;

const LEG_JOINTS: Readonly<Record<Side, readonly number[]>> = {
  left: [JOINT.leftHip, JOINT.leftKnee, JOINT.leftAnkle],
  right: [JOINT.rightHip, JOINT.rightKnee, JOINT.rightAnkle],
};

/**
 * Lead of the ankle's landmark while the shin swings about the thigh's axis, metres in the room. Seen from behind,
 * BlazePose puts the ankle between malleolus and heel. As the foot swings out and shows its inner side, that point
 * slides in the direction of the swing (11 % of the shin at 31°; 7–17 %, n = 9 rendered people).
 * @param share of the ankle's movement since the reference pose. It also absorbs hips and shoulders that BlazePose sees
 * too low.
 * @param pose, referencePose their difference in internal rotation gives the swing
 */
export function ankleLead(body: Body, side: Side, share: Share, pose: Pose, referencePose: Pose): Vec3 {
  const [hip, knee, ankle] = LEG_JOINTS[side].map((joint) => body.joints[joint] as Vec3) as [Vec3, Vec3, Vec3];
  const thigh = subtract(knee, hip);
  const k = LEG_START[side] + INTERNAL_ROTATION;
  const rotated = ((pose[k] ?? 0) - (referencePose[k] ?? 0)) * RAD;
  // Internal rotation turns the left thigh one way about its axis, and the right thigh the other way.
  const sign = side === 'left' ? 1 : -1;
  return scale(cross(thigh, subtract(ankle, knee)), (sign * share * rotated) / length(thigh));
}

/**
 * Lag of the working hip's landmark, metres in the room; up and down only. When the pelvis rolls over a thigh that lies
 * on the floor, the hip joint rises inside the buttock. BlazePose's landmark follows about half of that rise
 * (0.37–0.65, n = 9 rendered people in the 90/90 seat). The sideways movement is too small to measure.
 * @param share of the hip's rise since the reference pose
 * @param rest the body in the reference pose
 */
export function hipLag(body: Body, rest: Body, joint: number, share: Share): Vec3 {
  const [, risen] = subtract(body.joints[joint] as Vec3, rest.joints[joint] as Vec3);
  return [0, -share * risen, 0];
}

/**
 * Lag of a knee's landmark, metres in the room. BlazePose locates a knee that points up better than one that has fallen
 * inwards: there its landmark stays behind and shows 0.92 ± 0.07 of the hip rotation with the feet on a wall (n = 9
 * rendered people) and 0.90 ± 0.10 with the feet on the floor (n = 5). Knees that fall outwards were not examined.
 * @param share of the knee's movement since the reference pose
 * @param rest the body in the reference pose
 */
export function kneeLag(body: Body, rest: Body, joint: number, share: Share): Vec3 {
  return scale(subtract(body.joints[joint] as Vec3, rest.joints[joint] as Vec3), -share);
}
