import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import type { Degrees, Metres, Side } from '../../../src/instrument/geometry/units.ts';
import type { WindowPlan } from '../../../src/instrument/networks/crop-window.ts';
import type { Chance } from '../chance.ts';
import type { CameraPlace, SubjectBody, SubjectPose } from '../contract.ts';
import type { JointName } from '../kinematics/joint-landmarks.ts';
import type { Channels } from '../motion/channels.ts';

/** Displacement of a planted joint, metres. */
export interface Slip {
  readonly joint: JointName;
  readonly side: Side;
  readonly by: Vec3;
}

/** One random moment. All other parts vary independently of the pelvis, so that they give no hint of its motion. */
export interface Moment {
  /** Channels of pelvis, hips and thorax; absent channels are 0. */
  readonly channels: Partial<Channels>;
  readonly breath: Degrees;
  readonly kneeSway: Metres;
  readonly rollRadius: Metres;
  readonly leftArm: Degrees;
  readonly rightArm: Degrees;
  /** Displacement of the whole pelvis, metres; contacts stay. */
  readonly shift: Vec3;
  readonly slips: readonly Slip[];
  /** Target places of wrists, from the mid-hip, metres. */
  readonly hands: readonly { readonly side: Side; readonly to: Vec3 }[];
  /** False: the pelvis stays in place and only other parts move. */
  readonly pelvisMoves: boolean;
}

/** How scenes of one drill are drawn, for work of the left side. */
export interface DrillDraw {
  readonly drill: string;
  /** Variant of the drill. Absent: the drill itself. */
  readonly variant?: string;
  /** Name of the scenes. Absent: the drill. */
  readonly name?: string;
  readonly window: WindowPlan;
  /** Side of a crop on the sheet, pixels, and its size relative to the window. Absent: that of `render-scenes.ts`. */
  readonly tile?: { readonly side: number; readonly wider: number };
  /** Held-out bodies: no training scene shows them. */
  readonly heldBack: readonly string[];
  /** The start posture of one person, with random differences from the reference pose. */
  start(body: SubjectBody, referencePose: SubjectPose, chance: Chance): SubjectPose;
  camera(chance: Chance): CameraPlace;
  moment(chance: Chance): Moment;
}
