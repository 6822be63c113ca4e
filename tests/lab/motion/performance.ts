import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import type { BySide, Degrees, Metres, Pixels, Seconds, Side } from '../../../src/instrument/geometry/units.ts';
import type { Recipe, SolvedPose, SubjectBody, SubjectPose } from '../contract.ts';
import type { HipAngles } from '../kinematics/hip-angles.ts';
import type { Channels } from './channels.ts';
import type { Liveliness } from './liveliness.ts';

/** A pinhole camera in the room: x right and y down in the picture, the floor at height 0. */
export interface CameraView {
  readonly eye: Vec3;
  /** Point one metre before the lens. */
  readonly target: Vec3;
  readonly yaw: Degrees;
  readonly pitch: Degrees;
  readonly focalLength: Pixels;
  readonly width: Pixels;
  readonly height: Pixels;
}

/** What the truth file tells of a frame, and what the events are read from. Right-side work is mirrored already. */
export interface FrameTruth {
  readonly hip: BySide<HipAngles>;
  readonly knee: BySide<Degrees>;
  /** Against the neutral, right-handed about the pelvis' own axes. */
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
  /** Roll of the working leg's plane beyond what the same rotation gives over a still pelvis; 0 where not asked for. */
  readonly chase: Degrees;
  /** Trunk line against its neutral, and how far of it goes to the person's left. */
  readonly lean: Degrees;
  readonly leanLeft: Degrees;
  /** Trail hip above where it lies at the same moment with an untilted pelvis. */
  readonly sitBone: Metres;
  /** Adduction of both thighs together, against neutral. */
  readonly grip: Degrees;
  /** Toes towards the shin, against neutral. */
  readonly dorsiflexion: BySide<Degrees>;
  /** How far both shins together have sunk at the foot, against neutral: the mean of their slopes. */
  readonly shinDrop: Degrees;
  /** Of the foot that has gone further: how far its ankle is from where it stood. */
  readonly footShift: Metres;
}

export interface PerformedFrame {
  readonly time: Seconds;
  readonly pose: SubjectPose;
  /** In the room of the pose: add `floorLift` to heights for the room whose floor is at 0. */
  readonly solved: SolvedPose;
  /** What was keyed, without tremor. */
  readonly asked: Channels;
  readonly truth: FrameTruth;
  /** How far the worst of the drill's contacts has left its place. */
  readonly slip: Metres;
}

/** Things that stand in the room, floor at 0. */
export interface RoomProps {
  /** A yoga block between the knees. */
  readonly block: boolean;
  /** A wall across the room at this z, before the feet. */
  readonly wall: Metres | null;
  /** Under the heel, top at this height. */
  readonly box: Vec3 | null;
  readonly band: { readonly ankle: Side; readonly anchor: Vec3 } | null;
}

/** A person who has done a drill: one pose a frame and what is true of it. */
export interface Performance {
  readonly recipe: Recipe;
  readonly body: SubjectBody;
  readonly seed: number;
  readonly liveliness: Liveliness;
  /** The side the truth calls working: left for bilateral work. */
  readonly workingSide: Side;
  readonly referencePosePose: SubjectPose;
  readonly referencePose: SolvedPose;
  /** To be added to every height so that the floor lies at 0. */
  readonly floorLift: Metres;
  readonly frames: readonly PerformedFrame[];
  readonly props: RoomProps;
  /** Farthest that a contact of the drill was from its place. */
  readonly worstSlip: Metres;
  /** Largest difference between an angle put in and the same angle recomputed from the joint centres. */
  readonly worstDifference: Degrees;
}
