import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import type { Degrees, Metres, Share, Side } from '../../../src/instrument/geometry/units.ts';
import type { WindowPlan } from '../../../src/instrument/networks/crop-window.ts';
import type { Chance } from '../chance.ts';
import type { SubjectBody, SubjectPose } from '../contract.ts';
import type { JointName } from '../kinematics/joint-landmarks.ts';
import type { CameraPlace } from '../contract.ts';
import type { Channels } from '../motion/channels.ts';

/** A joint that is off its planted place, metres. */
export interface Slip {
  readonly joint: JointName;
  readonly side: Side;
  readonly by: Vec3;
}

/** One random moment; everything that could tell of the pelvis by accident varies without it. */
export interface Moment {
  /** What the pelvis, the hips and the thorax do; the others are 0. */
  readonly channels: Partial<Channels>;
  readonly breath: Degrees;
  readonly kneeSway: Metres;
  readonly rollRadius: Metres;
  readonly leftArm: Degrees;
  readonly rightArm: Degrees;
  /** The whole pelvis beside its place, metres; contacts stay. */
  readonly shift: Vec3;
  readonly slips: readonly Slip[];
  /** Wrists that go to a place of their own, from the mid-hip, metres. */
  readonly hands: readonly { readonly side: Side; readonly to: Vec3 }[];
  /** False: the pelvis keeps its place, only others move. */
  readonly pelvisMoves: boolean;
}

/** How many garments have a colour of their own, and how many of those a dark one. */
export interface Dye {
  readonly share: Share;
  readonly dark: Share;
}

/** How scenes of one drill are drawn. Everything as if the left side worked. */
export interface DrillDraw {
  readonly drill: string;
  /** Which way of doing it. Absent: the drill's own. */
  readonly variant?: string;
  /** What the scenes are called, where that is not the drill. */
  readonly name?: string;
  readonly window: WindowPlan;
  /** Side of a crop on the sheet, pixels, and how many times the window it shows; else as the pelvis' are. */
  readonly tile?: { readonly side: number; readonly wider: number };
  /** Absent: as usual (`draw-look.ts`). */
  readonly dyed?: Dye;
  /** Bodies that no training scene shows. */
  readonly heldBack: readonly string[];
  /** The start posture of one person: no two lie alike. */
  start(body: SubjectBody, referencePose: SubjectPose, chance: Chance): SubjectPose;
  camera(chance: Chance): CameraPlace;
  moment(chance: Chance): Moment;
}
