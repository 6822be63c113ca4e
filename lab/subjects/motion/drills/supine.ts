import { multiply, rotationX } from '../../../../src/instrument/geometry/rotation.ts';
import type { SubjectBody, SubjectPose } from '../../contract.ts';
import { clonePose, createPose, type PosePatch } from '../../kinematics/pose.ts';
import { jointOf } from '../../kinematics/joint-landmarks.ts';
import { clamp, DEGREES } from '../../vectors.ts';
import type { Channels } from '../channels.ts';
import { BOTH, holdThorax } from '../contacts.ts';
import { type Scene, thoraxTarget } from '../drill-movement.ts';
import { fitPose, limbAngle } from '../fit-pose.ts';
import type { OwnMotion } from '../liveliness.ts';

const ARMS = { shoulderFlexion: -9, shoulderAbduction: 38, shoulderRotation: 0, elbowFlexion: 10 };

/** Metres from the mid-hip to the shoulders, about which the trunk pitches when the pelvis lifts. */
const TRUNK_LENGTH = 0.46;

/** Rise of a rolling pelvis over the edge of the sacrum, as a share of its sideways motion. */
const CLIMB = 0.3;

/** Lying on the back, arms beside the body. */
export const lyingPose = ({ left, right, ...patch }: PosePatch): SubjectPose =>
  createPose({
    neck: { flexion: 12 },
    ...patch,
    base: { rx: -90 },
    left: { ...ARMS, ...left },
    right: { ...ARMS, ...right },
  });

/** Height of the mat under a supine person whose mid-hip is at the origin. */
export const matUnder = (body: SubjectBody): number => -body.dorsal;

/** Lowers both hands to the mat. */
export function restHands(body: SubjectBody, pose: SubjectPose): SubjectPose {
  for (const side of BOTH) {
    fitPose(body, pose, [limbAngle(side, 'shoulderFlexion')], (solved) => [
      (jointOf(solved, 'wrist', side)[1] - (matUnder(body) + 0.05)) * 100,
    ]);
  }
  return pose;
}

/** Moves the mid-hip sideways by radius times angle, towards the side that the pelvis turns to, and up a little. */
function rollOnMat(pose: SubjectPose, twist: number, radius: number): void {
  const angle = twist / DEGREES;
  pose.base.x += radius * angle;
  pose.base.y += CLIMB * radius * (Math.hypot(Math.sin(angle), 0.02) - 0.02);
}

/**
 * Trunk of a supine person: the pelvis rotates and rolls, a lift pitches the whole trunk about the shoulders, an arch
 * tilts only the pelvis. The thorax stays on the mat.
 */
export function supineTrunk(scene: Scene, channels: Channels, own: OwnMotion): SubjectPose {
  const { body } = scene;
  const pose = clonePose(scene.start);
  const pitch = Math.asin(clamp(channels.lift / TRUNK_LENGTH, 0, 0.3)) * DEGREES;
  pose.pelvis.twist += channels.twist;
  pose.pelvis.obliquity += channels.obliquity;
  pose.pelvis.tilt += channels.tilt + channels.arch - pitch;
  pose.base.y += channels.lift;
  rollOnMat(pose, channels.twist, own.rollRadius);
  pose.neck.flexion += pitch;
  pose.left.shoulderAbduction += own.leftArm;
  pose.right.shoulderAbduction += own.rightArm;
  return holdThorax(body, pose, multiply(thoraxTarget(scene, channels, own), rotationX(-pitch)));
}
