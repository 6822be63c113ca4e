import type { Degrees, Metres, Pixels, Seconds, Share, WorkingSide } from '../geometry/units.ts';
import type { Channel, FormChannel, StillChannel } from '../output/reading.ts';

/**
 * What the instrument needs to know of a drill. Plain data, sent to the worker once at the start of a set. It is
 * written for the LEFT leg working; for the right leg the instrument mirrors it. A field that is absent switches its
 * function off.
 */
export interface MeasurementPlan {
  readonly drill: string;
  readonly side: WorkingSide;
  /** Standing height. */
  readonly subjectHeight: Metres;

  // The start position and how a held reference pose is checked.
  readonly posture: StartPosture;
  /** Checks that a hold is the start and no place within the movement. Absent: it cannot be checked. */
  readonly startCheck?: StartCheck;
  /** Largest lean of the trunk from upright in the start, in the picture (standing hamstring). Absent: any. */
  readonly maxStartLean?: Degrees;
  /** True: the start is refused while the trunk bends forward, seen from in front (hip test). Absent: the fit alone decides. */
  readonly uprightStart?: true;

  /** True: the start is refused while the outline shows a rounded back (side check on hands and knees). Absent: any back. */
  readonly flatBackAtStart?: true;

  // The movement, and where it is filmed from.
  readonly motion: MotionModel;
  readonly view: ViewPlan;

  // How pelvis and back are observed besides the pose model's landmarks.
  /** Name of the network that measures the pelvis (`models/pelvis-NAME.json`). Absent: none. */
  readonly pelvisModel?: string;
  /** Absent: the outline does not show the back from the drill's view. */
  readonly outline?: OutlinePlan;
  /**
   * True: the line through the fitted hips shows the pelvis's twist (supine pulses). In other drills and views the
   * moving thighs drag the hip landmarks along, and it does not.
   */
  readonly useFittedTwist?: true;

  /** Parts that should stay in place, followed in the picture (`still/`). Absent: none. */
  readonly still?: readonly StillPlan[];
  /** Patches of the pelvis by whose shifts its turn is measured. Absent: none. */
  readonly pelvisPatches?: PelvisPatches;
  /**
   * How far the pelvis may have turned when the hips have shifted in the picture (`hips-shift`). In such a drill a turn of the pelvis
   * turns the thigh too, so one that is not known widens the band of the rotation. Absent: the shift says nothing about a turn.
   */
  readonly turnByShift?: TurnByShift;

  // Which channels the drill has.
  /** The angle that the drill works on. Absent: hip internal rotation. */
  readonly range?: Extract<Channel, 'hip-internal-rotation' | 'hip-flexion' | 'back-arch'>;
  /** Channels that most drills do not need and this one measures. Absent: none. */
  readonly optionalChannels?: readonly FormChannel[];
  /** Channels that the drill's view never shows. No rule reads one of them. */
  readonly neverSeen: readonly Channel[];
  /**
   * Channels that are read well enough to count movements, but not to tell a size: never shown, recorded or compared. Absent: none.
   */
  readonly untold?: readonly Extract<Channel, 'hip-internal-rotation'>[];
  /**
   * True: only the trunk is read (side check), so a frame with a hidden leg counts as long as the trunk is in place.
   */
  readonly trunkOnly?: true;
  /** True: other people are counted until the reference pose is held. On the placement screen only. */
  readonly countsPeople?: true;
  /**
   * True: nothing found in an earlier measurement is used. So a recording gives the same numbers, whatever was measured before it.
   */
  readonly startsAfresh?: true;
}

/** Angles of one leg; signs as in the pose vector (`skeleton.ts`). */
export interface LegPose {
  readonly flexion: Degrees;
  readonly abduction: Degrees;
  readonly internalRotation: Degrees;
  /** Knee flexion; 0 = straight. */
  readonly knee: Degrees;
}

/**
 * Orientation of a segment, seen from a lens at azimuth 0: `yaw` about the vertical, then `pitch` about the segment's
 * left axis, then `roll` about its front axis. All zero: upright, facing the lens. A person on the back has pitch −90.
 */
export interface SegmentPose {
  readonly yaw: Degrees;
  readonly pitch: Degrees;
  readonly roll: Degrees;
}

/** The drill's start position. */
export interface StartPosture {
  readonly pelvis: SegmentPose;
  readonly thorax: SegmentPose;
  readonly working: LegPose;
  readonly other: LegPose;
  /**
   * Height above the floor: of the mid-hip, or, if the hips are not on the floor, of the lowest knee or ankle centre.
   */
  readonly height: { readonly of: 'mid-hip' | 'lowest-joint'; readonly metres: Metres };
}

/**
 * A part of the body that can be followed in the picture. "Other" is the leg that does not work (the right one where both do), "near" the
 * side that is nearer to the lens in the start. `near-waist`: the side of the trunk next to that hip, where the cloth does not turn with the thigh.
 */
export type StillPart =
  | 'other-hip'
  | 'working-hip'
  | 'between-hips'
  | 'waist'
  | 'near-hip'
  | 'near-waist'
  | 'other-knee'
  | 'other-foot';

/** A part that should stay where it is. */
export interface StillPlan {
  readonly channel: StillChannel;
  readonly part: StillPart;
  /**
   * Its support, whose own shift is subtracted: a sway of the whole body, or a nudged laptop. Absent: no other part stays, and the
   * shift of the room is subtracted where it is known.
   */
  readonly against?: StillPart;
  /** True: the support may slide, so the shift against the room counts where it is less. Absent: the support alone. */
  readonly orRoom?: true;
}

/** Parts on one lying pelvis, and their support (`still/pelvis-turn.ts`). */
export interface PelvisPatches {
  readonly parts: readonly StillPart[];
  readonly against: StillPart;
}

/** Standard deviation of the pelvis's turn since the start, degrees for each metre by which the hips have shifted. */
export interface TurnByShift {
  /** About its long axis. */
  readonly twist: number;
  /** About its front axis. Absent: the drill's position does not allow it. */
  readonly obliquity?: number;
}

export type LegJoint = 'working knee' | 'working ankle' | 'working hip' | 'other knee' | 'other ankle' | 'other hip';

/** A joint that stays where it was in the reference pose. */
export interface Contact {
  readonly joint: LegJoint;
  /** Standard deviation of its place. */
  readonly sd: Metres;
  /**
   * Factor on the standard deviation of the joint's landmark. Above 1 for a foot half hidden behind the other knee
   * (supine sleeper): the foot stands, but its landmark wanders by 5 % of the picture. Absent: 1.
   */
  readonly landmarkSdScale?: number;
}

/** What moves, how far, and how well it is seen. "Sd": standard deviation; priors count from the reference pose. */
export interface MotionModel {
  // Priors of the fit: every drill has them.
  readonly contacts: readonly Contact[];
  readonly workingSd: LegPose;
  readonly otherSd: LegPose;
  /** Of each component of the pelvis's rotation. */
  readonly pelvisSd: Degrees;
  /** Of the place of the mid-hip. */
  readonly rootSd: Metres;
  /** Of each component of the thorax's rotation. */
  readonly thoraxSd: Degrees;
  /** Soft lower limit of the change of internal rotation. */
  readonly internalRotationFloor: Degrees;
  /** Of the error of a landmark's displacement, pixels in a picture 1280 wide. */
  readonly landmarkSd: Pixels;

  // Refinements of the priors, for single drills.
  /** Joints held in the air at the start (supine pulses): they tremble, so they may move more. Absent: none. */
  readonly unsupportedJoints?: readonly LegJoint[];
  /**
   * Prior of the pelvis's tilt about the hip line, where it must be narrower than `pelvisSd` (hip movement sequence):
   * otherwise the fit explains part of a rising thigh by a pelvis that tips back. Absent: `pelvisSd`.
   */
  readonly pelvisTiltSd?: Degrees;
  /** `landmarkSd` of the hip points (ninety-ninety), if it is not that of other landmarks. */
  readonly hipLandmarkSd?: Pixels;
  /**
   * Soft joint limits of both legs (standing drills), where the picture alone is ambiguous: noise would bend a straight
   * knee backwards, and a thigh may point towards the lens or away from it. Absent: none.
   */
  readonly lowerLimits?: Partial<LegPose>;
  readonly upperLimits?: Partial<LegPose>;
  /**
   * Further poses of the working leg from which each frame's fit is started (hip movement sequence). The leg swings so
   * far that the last frame's pose can lead to a wrong minimum. Absent: only the last pose.
   */
  readonly initialGuesses?: readonly LegPose[];
  /**
   * Prior that the shin hangs down while the thigh rises, so that the knee bends as much as the hip (hip movement
   * sequence): the standard deviation of the difference of both changes. It tells a foot that swings in from a knee
   * that straightens. Absent: no prior.
   */
  readonly shinHangSd?: Degrees;

  // Known bias of the pose model's landmarks (`frame-fit.ts`), set only where all rendered bodies showed the same.
  // Absent: none.
  /**
   * How far the working ankle's landmark runs ahead of the ankle while the shin swings, share of the swing (quadruped).
   */
  readonly ankleLead?: Share;
  /**
   * How far the ankle's landmark stays behind while the hip turns out, share of the swing (seated hip test). Only outwards:
   * inwards the landmarks show the shin as it is.
   */
  readonly ankleLagOutwards?: Share;
  /** How far knee landmarks stay behind, share of the knees' way since the reference pose (knee-to-knee). */
  readonly kneeLag?: Share;
  /** How far the working hip's landmark stays behind, share of the hip's rise (ninety-ninety, seated hip test). */
  readonly hipLag?: Share;

  // Stated uncertainty of the hip's angles.
  /**
   * Factor on the fit's own sd of the hip's angles, which treats all landmark errors as independent. Chosen so that 90
   * % of the true values of rendered people lie in the 90 % band (`npm run accuracy`), rounded up because real people
   * are harder.
   */
  readonly hipSdScale: number;
  /** Further factor for internal rotation, where the view shows it better or worse than the other angles. Absent: 1. */
  readonly rotationSdScale?: number;
  /**
   * Additional sd of hip flexion, as a share of the flexion (hip movement sequence): errors from the pelvis's tilt and
   * the lens's height grow with it. Absent: none.
   */
  readonly flexionSdShare?: Share;
  /**
   * Visibility from which a knee is read without further evidence (supine sleeper, where the near thigh hides the far
   * one). Below it `KneeSight` decides. Set only where the pose model's visibility was seen to drop on a guessed knee;
   * elsewhere it reports 0.9 for guesses. Absent: 0.
   */
  readonly minKneeVisibility?: Share;

  // How trunk and hip are read.
  /**
   * True: the rotation is also given while the thigh points at the lens (seated hip test), because the shin that hangs
   * from it swings in the plane of the picture. Absent: it is not.
   */
  readonly thighMayPointAtLens?: true;
  /** Trunk lean from which no hip angle is given: the trunk drags the hip landmarks. Null: no limit. */
  readonly leanLimit: Degrees | null;
  /**
   * Directions in which the trunk's lean counts. `sideways`: only sideways, because the drill folds the trunk forward.
   * `sideways-first`: a lean towards a lens in front shows only as a shorter trunk, so it counts only when large.
   * Absent: any direction.
   */
  readonly leanDirection?: 'sideways' | 'sideways-first';
  /**
   * What hip flexion is measured against. `trunk`: the line mid-hip to mid-shoulder, in views that do not show the
   * pelvis's tilt (standing hamstring); a back that rounds is then part of it. Absent: the fitted pelvis.
   */
  readonly flexionReference?: 'trunk';
  /**
   * True: between repetitions the working leg lies on the floor again, as at the start, while the trunk folds over it
   * (ninety-ninety lift-off). The rotation read there is an error and is subtracted (`set-measurement.ts`). Absent: only the
   * reference pose is zero.
   */
  readonly restsOnFloor?: true;
}

/** Where the lens may stand. Azimuth: 0 in front or at the feet, 90 at the person's left, 180 behind or at the head. */
export interface ViewPlan {
  readonly recommended: Degrees;
  /** Azimuth ranges (from, to), ascending; may pass 360. */
  readonly good: readonly (readonly [Degrees, Degrees])[];
  readonly fair: readonly (readonly [Degrees, Degrees])[];
  readonly lensHeight: Metres;
  readonly distance: Metres;
  /** Least angle by which the lens looks down to the hips in a good view; negative: it may look up. */
  readonly lookingDown: Degrees;
}

/** Checks of a held reference pose. */
export interface StartCheck {
  /** The working leg stretched or lifted. A hold that this explains clearly better than the start is refused. */
  readonly stretched: LegPose;
  /** By how much its cost must be lower. Large values refuse less: a refused start is worse than a missed stretch. */
  readonly costMargin: number;
  /**
   * Present where the drill folds the trunk (ninety-ninety lift-off): if the trunk folded by so many degrees explains
   * the picture, start and stretch are compared in the fold, with this margin.
   */
  readonly folded?: { readonly by: Degrees; readonly costMargin: number };
  /** Ankle centres above the floor with both feet on it: a fallen knee or a wider stance. Null: unknown. */
  readonly ankleHeight: Metres | null;
  /**
   * Change of internal rotation (negative) beyond which the working leg never lies still in a working phase. If it
   * does, the reference pose was not the start. Null: the drill goes there on purpose, or the view cannot show it.
   */
  readonly neverRestsBelow: Degrees | null;
}

/** How the arch of the lower back is read from the person's outline. */
export interface OutlinePlan {
  /** Lower end of the part of the contour that is read: share of the way from the shoulders to the hips. */
  readonly lowerEnd: Share;
  /** Degrees of the contour for one of lumbar extension (rendered people); a loose shirt may turn further. */
  readonly contourPerExtension: number;
  readonly sd: Degrees;
  readonly averagingTime: Seconds;
}
