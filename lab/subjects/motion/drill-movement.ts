import {
  add,
  type Mat3,
  multiply,
  rotationX,
  rotationY,
  rotationZ,
} from '../../../src/instrument/geometry/rotation.ts';
import type { Metres, Side } from '../../../src/instrument/geometry/units.ts';
import type { SubjectBody, SubjectPose } from '../contract.ts';
import type { JointName } from '../kinematics/joint-landmarks.ts';
import { DEGREES, product } from '../vectors.ts';
import type { Channels } from './channels.ts';
import type { ReferencePosePlaces } from './contacts.ts';
import type { OwnMotion } from './liveliness.ts';

/** One person in one drill. */
export interface Scene {
  readonly body: SubjectBody;
  readonly start: SubjectPose;
  readonly places: ReferencePosePlaces;
}

/** Props that the drill needs. */
export interface DrillProps {
  readonly block: boolean;
  readonly band: boolean;
  readonly wall: boolean;
  readonly box: boolean;
  /** A seat without a back, under the hips. */
  readonly seat: boolean;
  /** A strap round the working foot; each hand holds an end. */
  readonly strap: boolean;
}

/** A joint that the drill keeps on the floor, the wall or the box. */
export interface Contact {
  readonly joint: JointName;
  readonly side: Side;
}

export const contacts = (joint: JointName, ...sides: readonly Side[]): Contact[] =>
  sides.map((side) => ({ joint, side }));

/** The start posture of a drill and its movement by channels, for work of the LEFT side. */
export interface DrillMovement {
  readonly props: DrillProps;
  /** Joints that stay at their place in the reference pose while the person is in the drill. */
  readonly contacts: readonly Contact[];
  referencePose(body: SubjectBody): SubjectPose;
  move(scene: Scene, channels: Channels, own: OwnMotion): SubjectPose;
  /** Height of the floor in the coordinates of the reference pose; null: at the lowest point of the skin. */
  floor(body: SubjectBody, start: SubjectPose): Metres | null;
}

export const NO_PROPS: DrillProps = { block: false, band: false, wall: false, box: false, seat: false, strap: false };

/**
 * Orientation of the thorax in the room: that of the reference pose, turned about its own long axis, leant sideways and
 * forward, lifted by the breath.
 */
export function thoraxTarget(scene: Scene, channels: Channels, own: OwnMotion): Mat3 {
  const turn = channels.turn + own.thoraxFollows * channels.twist;
  return product(
    scene.places.solved.thorax,
    rotationY(turn),
    rotationX(channels.leanForward - own.breath),
    rotationZ(channels.leanSide),
  );
}

/** Moves the whole person along the heading. */
export function travel(pose: SubjectPose, { gone, heading }: Channels): SubjectPose {
  const [x, y, z] = add(
    [pose.base.x, pose.base.y, pose.base.z],
    [gone * Math.sin(heading / DEGREES), 0, gone * Math.cos(heading / DEGREES)],
  );
  pose.base.x = x;
  pose.base.y = y;
  pose.base.z = z;
  return pose;
}

/** Rotation of the pelvis about its own axes. */
export const pelvisTurn = (twist: number, tilt: number, obliquity: number): Mat3 =>
  multiply(rotationY(twist), multiply(rotationX(tilt), rotationZ(obliquity)));
