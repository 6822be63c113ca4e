import type { Landmarks } from '../input/landmarks.ts';
import type { Picture } from '../input/picture.ts';
import type { Reason } from '../output/reason.ts';
import type { Degrees, Estimate, Metres, Share } from '../geometry/units.ts';

/** The pelvis measured in the picture, against its neutral, for the fit of a whole frame: each angle with its own spread. */
export interface PelvisMeasurement {
  readonly twist: Estimate<Degrees> | null;
  readonly obliquity: Estimate<Degrees> | null;
}

/** What an estimator of the pelvis says of one frame. */
export interface PelvisObservation {
  /** Change from neutral about the pelvis' long axis; null when it cannot be known now. */
  readonly twist: Estimate<Degrees> | null;
  /** Why the twist is not known, or not to be judged; null when it may be believed. */
  readonly unseen: Reason | null;
  /** Why the obliquity is not to be judged. Absent: nothing hides it. */
  readonly obliquityUnseen?: Reason;
  /** Share of the followed spots that agree with the motion. */
  readonly support: Share;
  /**
   * How far a lying pelvis, or the sit bone of a sitting one's working side, has risen; null: not known now. Absent: nobody looks
   * at it but the landmarks.
   */
  readonly lift?: Estimate<Metres> | null;
  /** Lumbar extension (arch positive); null: not known now. Absent: nobody looks at it. */
  readonly arch?: Estimate<Degrees> | null;
  /** Why it is not known. Absent: nothing hides it. */
  readonly archUnseen?: Reason;
  /** What the fit of this frame was told, unsure ones as well; absent: the fit knows the landmarks only. */
  readonly fitted?: PelvisMeasurement;
}

/**
 * The pelvis' own eyes. BlazePose's hip points stay put when the pelvis twists under a planted leg, so the twist is measured
 * from the picture, against the neutral. One instance lives from one neutral to the next.
 */
export interface PelvisEstimator {
  /** `lift`: how far the landmarks see the mid-hip off its place; a lift looks a little like a twist. */
  step(picture: Picture, landmarks: Landmarks | null, lift: Metres): PelvisObservation;
}

export const blindPelvis = (reason: Reason): PelvisObservation => ({
  twist: null,
  unseen: reason,
  support: 0,
});

/** Nor whether it turns about its front–back axis. */
export const unseenPelvis = (reason: Reason): PelvisObservation => ({
  ...blindPelvis(reason),
  obliquityUnseen: reason,
});
