import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import type { BySide, Degrees, Metres, Pixels, Seconds, Side } from '../../../src/instrument/geometry/units.ts';
import type { Recipe, SolvedPose, SubjectBody, SubjectPose } from '../contract.ts';
import type { HipAngles } from '../kinematics/hip-angles.ts';
import type { Channels } from './channels.ts';
import type { Liveliness } from './liveliness.ts';

/** A pinhole camera in a room with the floor at height 0. Picture axes: x right, y down. */
export interface CameraView {
  readonly eye: Vec3;
  /** Point one metre in front of the lens. */
  readonly target: Vec3;
  readonly yaw: Degrees;
  readonly pitch: Degrees;
  readonly focalLength: Pixels;
  readonly width: Pixels;
  readonly height: Pixels;
}

/** True values of a frame, for the truth file and the events. Right-side work is already mirrored. */
export interface FrameTruth {
  readonly hip: BySide<HipAngles>;
  readonly knee: BySide<Degrees>;
  /** Change since the reference pose, right-handed about the pelvis' own axes. */
  readonly pelvis: {
    readonly twist: Degrees;
    readonly obliquity: Degrees;
    readonly tilt: Degrees;
    readonly lift: Metres;
  };
  readonly lumbar: {
    readonly extension: Degrees;
    readonly sideBend: Degrees;
    readonly rotation: Degrees;
  };
  /** Drop of the working knee beyond that of the same rotation with a still pelvis; 0 where not computed. */
  readonly chase: Degrees;
  /** Change of the trunk line since the reference pose, and its part to the person's left. */
  readonly lean: Degrees;
  readonly leanLeft: Degrees;
  /** Rise of the trail hip, compared with the same moment without pelvic tilt. */
  readonly sitBone: Metres;
  /** Sum of the adduction of both thighs since the reference pose. */
  readonly grip: Degrees;
  /** Ankle dorsiflexion since the reference pose. */
  readonly dorsiflexion: BySide<Degrees>;
  /** Mean change of slope of both shins since the reference pose; positive when the feet sink. */
  readonly shinDrop: Degrees;
  /** Displacement of the ankle since the reference pose, of the foot that moved further. */
  readonly footShift: Metres;
}

export interface PerformedFrame {
  readonly time: Seconds;
  readonly pose: SubjectPose;
  /** In the coordinates of the pose; add `floorLift` to heights for a room with the floor at 0. */
  readonly solved: SolvedPose;
  /** Channel values of the recipe, without tremor. */
  readonly asked: Channels;
  readonly truth: FrameTruth;
  /** Largest displacement of the drill's contacts. */
  readonly slip: Metres;
}

/** Props in a room with the floor at 0. */
export interface RoomProps {
  /** A yoga block between the knees. */
  readonly block: boolean;
  /** z of a wall at the feet; null: no wall. */
  readonly wall: Metres | null;
  /** Centre of the top of the box under the heel; null: no box. */
  readonly box: Vec3 | null;
  readonly band: { readonly ankle: Side; readonly anchor: Vec3 } | null;
  /** The foot that a strap lies round; null: no strap. */
  readonly strap: Side | null;
}

/** A performed recipe: one pose per frame with its true values. */
export interface Performance {
  readonly recipe: Recipe;
  readonly body: SubjectBody;
  readonly seed: number;
  readonly liveliness: Liveliness;
  /** Working side in the truth file; left for bilateral work. */
  readonly workingSide: Side;
  readonly referenceAngles: SubjectPose;
  readonly referencePose: SolvedPose;
  /** Added to every height, so that the floor lies at 0. */
  readonly floorLift: Metres;
  readonly frames: readonly PerformedFrame[];
  readonly props: RoomProps;
  /** Largest displacement of a contact over all frames. */
  readonly worstSlip: Metres;
  /** Largest difference between an input angle and the same angle recomputed from the joint centres. */
  readonly worstDifference: Degrees;
}
