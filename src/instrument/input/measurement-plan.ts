import type { Channel, FormChannel } from '../output/reading.ts';
import type { Degrees, Metres, Pixels, Seconds, Share, WorkingSide } from '../geometry/units.ts';

/** Joint angles of one leg in degrees; hip JCS of the clips' format. */
export interface LegPose {
  readonly flexion: Degrees;
  readonly abduction: Degrees;
  readonly internalRotation: Degrees;
  readonly knee: Degrees;
}

/** Orientation of a segment: `yaw` about the vertical, then `pitch` about its left axis, then `roll` about its front axis. */
export interface SegmentPose {
  readonly yaw: Degrees;
  readonly pitch: Degrees;
  readonly roll: Degrees;
}

/** The drill's start, written for the LEFT side working; the right is its mirror image. */
export interface StartPosture {
  readonly pelvis: SegmentPose;
  readonly thorax: SegmentPose;
  readonly working: LegPose;
  readonly other: LegPose;
  /** Height of the mid-hip above the floor, or of the lowest knee or ankle centre when the hips are not on the floor. */
  readonly height: { readonly of: 'mid-hip' | 'lowest-joint'; readonly metres: Metres };
}

export type LegJoint = 'working knee' | 'working ankle' | 'working hip' | 'other knee' | 'other ankle' | 'other hip';

export interface Contact {
  readonly joint: LegJoint;
  readonly sd: Metres;
  /**
   * So many times the usual spread has its landmark: that the joint stays is known, and a foot half hidden behind the other knee
   * is seen to wander by 5 % of the picture while it stands. Absent: 1.
   */
  readonly landmarkSdScale?: number;
}

/** What stays where it was at neutral while the drill runs, and how far everything else may go (standard deviations). */
export interface MotionModel {
  readonly contacts: readonly Contact[];
  /** Joints that are held in the air at the start, where nobody is quite still. Absent: none. */
  readonly unsupportedJoints?: readonly LegJoint[];
  readonly workingSd: LegPose;
  readonly otherSd: LegPose;
  readonly pelvisSd: Degrees;
  /**
   * The same about the line of the hips. A thigh that comes up is explained as well by a pelvis that tips back a little: a prior as wide as
   * for its other turns gives the pelvis a part of every bend. Absent: as wide.
   */
  readonly pelvisTiltSd?: Degrees;
  /**
   * How wrong a bend of the hip may be beyond what its fit says, as a share of it (standard deviation): what a tilting pelvis and a lens
   * that stands higher or lower than thought take or give grows with the bend. Absent: nothing.
   */
  readonly bendSd?: Share;
  readonly rootSd: Metres;
  readonly thoraxSd: Degrees;
  /** Standard deviation of a landmark's movement since neutral, pixels in a picture 1280 wide. */
  readonly landmarkSd: Pixels;
  /** The same of the hip points, where they follow the pelvis worse or better than the other joints do theirs. Absent: the same. */
  readonly hipLandmarkSd?: Pixels;
  /**
   * How far the working ankle's landmark runs ahead of the ankle while the shin swings, a share of the swing (`ankle-lead.ts`).
   * Set only where every body showed the same. Absent: it stays with the ankle.
   */
  readonly ankleLead?: Share;
  /** How far the knees' landmarks stay behind the knees, a share of their way since the neutral (`knee-lag.ts`). Absent: they do not. */
  readonly kneeLag?: Share;
  /** How far the working hip's landmark stays behind the hip as it rises or sinks, a share of its way (`hip-lag.ts`). Absent: it does not. */
  readonly hipLag?: Share;
  /**
   * Stated spread of the hip's angles over the fit's own, which takes every landmark error for independent. From `npm run
   * accuracy` (share of truth inside the 90 % band), rounded up because rendered people are easier than real ones.
   */
  readonly spread: number;
  /** On top of that for the rotation, where the view shows it better or worse than the hip's other angles. Absent: 1. */
  readonly rotationSpread?: number;
  /**
   * Visibility of the knee below which the pose model guesses it, and no rotation is given. It says .9 and more of guesses elsewhere, so
   * this is set only where it was seen to tell. Absent: whatever it says.
   */
  readonly minKneeVisibility?: Share;
  /** From here on a leaning trunk drags the hip landmarks along and the hip's angle is not given; null: it does not matter. */
  readonly leanLimit: Degrees | null;
  /**
   * Which way of leaving its line counts as a lean of the trunk: `sideways` only, where the drill folds it; `sideways-first` where
   * the lens stands in front, so that a lean towards it shows as nothing but a shorter trunk. Absent: any.
   */
  readonly leanCounts?: 'sideways' | 'sideways-first';
  /**
   * What hip flexion is read against: the trunk's line, in views that show nothing of the pelvis' pitch. A back that rounds then
   * stands in it. Absent: the fitted pelvis.
   */
  readonly flexionFrom?: 'trunk';
  /**
   * Soft joint limits of both legs, where the picture alone leaves a choice: a straight knee that noise would bend backwards, a
   * thigh that may point towards the lens or away from it. Absent: none.
   */
  readonly least?: Partial<LegPose>;
  readonly most?: Partial<LegPose>;
  /** Other poses of the working leg to look from, where it swings so far that the last one leads astray. Absent: none. */
  readonly seeds?: readonly LegPose[];
  /**
   * Between two repetitions the working leg lies again where it lay at the start, while the trunk folds over it: what is read of
   * its turn there is not the hip's, and is taken off (`floor-rest.ts`). Absent: the start alone is zero.
   */
  readonly restsOnFloor?: true;
  /**
   * How far the working knee's change may differ from the hip flexion's (standard deviation): a shin hangs down while the thigh
   * rises (`shin-hang.ts`). A foot that swings in and a knee that straightens look alike from half in front. Absent: nothing hangs.
   */
  readonly shinHangs?: Degrees;
  /** The network of the legs tells slants (`segment-slants.ts`). Absent: nobody does. */
  readonly meanOutOfPlaneAngles?: true;
  /** Soft lower limit of the change of internal rotation. */
  readonly internalRotationFloor: Degrees;
  /**
   * What of this is otherwise where the legs are the network's: the pose model's points of legs that overlap need to be held by what is
   * known of the drill, good ones need not. Absent: nothing.
   */
  readonly sharp?: Partial<Pick<MotionModel, 'contacts' | 'workingSd' | 'landmarkSd'>>;
}

/** Where the lens may stand, in degrees of azimuth for LEFT-side work (0 feet/front, 90 the person's left, 180 head/behind). */
export interface ViewPlan {
  readonly recommended: Degrees;
  /** Ranges (from, to), going up; may pass 360. */
  readonly good: readonly (readonly [Degrees, Degrees])[];
  readonly fair: readonly (readonly [Degrees, Degrees])[];
  readonly lensHeight: Metres;
  readonly distance: Metres;
  /** Smallest downward angle at which the view is good. */
  readonly lookingDown: Degrees;
}

/** How the surface of the lower trunk is followed for this drill. Null: this drill's pelvis cannot be followed. */
export interface SurfacePlan {
  /** Prior standard deviations of the pelvis' motion. */
  readonly twistSd: Degrees;
  readonly tiltSd: Degrees;
  readonly obliquitySd: Degrees;
  /** Supine: the shoulders stay on the floor, so a lift of the hips tilts the trunk about them. */
  readonly shouldersOnFloor: boolean;
  readonly shiftSd: { readonly head: Metres; readonly left: Metres; readonly front: Metres };
}

/** How the arch of the lower back is read from the person's outline. */
export interface OutlinePlan {
  /** How far down from the shoulders to the hips the edge is read. */
  readonly until: Share;
  /** Degrees that the contour turns for one of lumbar extension (by the truth of rendered people); a shirt may turn further. */
  readonly response: number;
  /** Standard deviation of a reading. */
  readonly sd: Degrees;
  /** Masks of so long are averaged. */
  readonly averagedOver: Seconds;
}

/** What gives away a neutral that was not the drill's start. */
export interface StartCheck {
  /** The working leg stretched or lifted, as the drill has it: a hold that this explains clearly better than the start is refused. */
  readonly stretched: LegPose;
  /**
   * The trunk folded so far, pelvis and legs together, where the drill folds it: then start and stretch are compared in the fold, and
   * the stretch has to be better by so much. Absent: the drill does not.
   */
  readonly folded?: { readonly by: Degrees; readonly clearly: number };
  /** How much better, in the fit's cost. A start that is refused is worse than another place that is taken. */
  readonly clearly: number;
  /** Ankle centres above the floor where both feet stand on it: tells a knee that fell in from a foot set wider; else null. */
  readonly ankleHeight: Metres | null;
  /**
   * Internal rotation of the working hip, as the drill's own network shows it against the start in the plan, from which a hold is
   * plainly none, for as long as it lasts. Absent: no network sees the legs, or it does not show.
   */
  readonly turnedFrom?: Degrees;
  /**
   * Change of internal rotation at which the working leg never lies still in a working phase (negative): there, the neutral
   * was not the start. Null: the drill goes there on purpose, or this view cannot tell.
   */
  readonly outside: Degrees | null;
}

/** All the worker needs to know of a drill. Plain data, sent once at the start. */
export interface MeasurementPlan {
  readonly drill: string;
  readonly side: WorkingSide;
  readonly subjectHeight: Metres;
  readonly posture: StartPosture;
  readonly motion: MotionModel;
  readonly view: ViewPlan;
  readonly surface: SurfacePlan | null;
  /** Absent: nothing of this kind can be told in this drill. */
  readonly startCheck?: StartCheck;
  /** A trunk that leans further from upright in the picture of a hold is on its way already. Absent: it may lie or lean as it likes. */
  readonly uprightWithin?: Degrees;
  /**
   * True: the thighs do not drag the hip points round in this drill and view, so the fitted hip line itself shows the pelvis'
   * twist. Absent: it does not.
   */
  readonly useFittedTwist?: true;
  /** Absent: the outline shows nothing of the back from the drill's place. */
  readonly outline?: OutlinePlan;
  /** The pelvis model of this name (`models/pelvis-NAME.json`) watches the pelvis instead of the surface. Absent: none does. */
  readonly pelvisModel?: string;
  /**
   * The model of this name (`models/legs-NAME.json`) says where hips, knees and ankles are, instead of the pose model. Absent: none does.
   */
  readonly legsModel?: string;
  /** Channels to be measured that most drills have no use for. Absent: none of them. */
  readonly form?: readonly FormChannel[];
  /**
   * True: nothing is read of the legs after the neutral, so a frame in which one is out of sight counts where the trunk is in its place.
   * Absent: they carry what is read.
   */
  readonly trunkAlone?: true;
  /** Channels that this drill's view never shows. */
  readonly neverSeen: readonly Channel[];
  /** True before a set: until the neutral it is counted who else is in the picture. A set has no use for that. Absent: false. */
  readonly countsPeople?: true;
}
