import { add, multiply, rotationX, rotationY, rotationZ } from '../../../src/instrument/geometry/rotation.ts';
import type { Mat3 } from '../../../src/instrument/geometry/rotation.ts';
import type { Metres, Side } from '../../../src/instrument/geometry/units.ts';
import type { SubjectBody, SubjectPose } from '../contract.ts';
import type { JointName } from '../kinematics/joint-landmarks.ts';
import { DEGREES, product } from '../vectors.ts';
import type { Channels } from './channels.ts';
import type { ReferencePosePlaces } from './contacts.ts';
import type { Own } from './liveliness.ts';

/** One moment of one person in one drill. */
export interface Scene {
  readonly body: SubjectBody;
  readonly start: SubjectPose;
  readonly places: ReferencePosePlaces;
}

/** What stands in the room because the drill needs it. */
export interface DrillProps {
  readonly block: boolean;
  readonly band: boolean;
  readonly wall: boolean;
  readonly box: boolean;
}

/** What the drill keeps on the floor, the wall or the box. */
export interface Contact {
  readonly joint: JointName;
  readonly side: Side;
}

export const contacts = (joint: JointName, ...sides: readonly Side[]): Contact[] =>
  sides.map((side) => ({ joint, side }));

/** How a posture is taken and how the channels move it, as if the LEFT side worked. */
export interface DrillMovement {
  readonly props: DrillProps;
  /** What stays where it is in neutral while the person is in the drill. */
  readonly contacts: readonly Contact[];
  referencePose(body: SubjectBody): SubjectPose;
  move(scene: Scene, channels: Channels, own: Own): SubjectPose;
  /** Height of the floor in the neutral pose's own coordinates; null: under the lowest point of the skin. */
  floor(body: SubjectBody, start: SubjectPose): Metres | null;
}

export const NO_PROPS: DrillProps = { block: false, band: false, wall: false, box: false };

/** Thorax in the room: neutral, turned about its own long axis, leant sideways and forward, lifted by the breath. */
export function thoraxTarget(scene: Scene, channels: Channels, own: Own): Mat3 {
  const turn = channels.turn + own.thoraxFollows * channels.twist;
  return product(
    scene.places.solved.thorax,
    rotationY(turn),
    rotationX(channels.leanForward - own.breath),
    rotationZ(channels.leanSide),
  );
}

/** Rigid travel of the whole person along the heading. */
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

/** Turn of the pelvis about its own axes. */
export const pelvisTurn = (twist: number, tilt: number, obliquity: number): Mat3 =>
  multiply(rotationY(twist), multiply(rotationX(tilt), rotationZ(obliquity)));
