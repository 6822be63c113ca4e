import type { Reason } from '../output/reason.ts';
import type { Degrees, Estimate, Metres } from '../geometry/units.ts';

/**
 * Change of the pelvis since the reference pose, as measured in the picture; null: not measured. Input to the frame
 * fit.
 */
export interface PelvisMeasurement {
  readonly twist: Estimate<Degrees> | null;
  readonly obliquity: Estimate<Degrees> | null;
}

/**
 * What an estimator says about the pelvis in one frame. Changes count from the reference pose; signs as in
 * `PelvisAngles`.
 */
export interface PelvisObservation {
  /** Change about the pelvis's long axis; null: not known now. */
  readonly twist: Estimate<Degrees> | null;
  /** Why the twist is unknown; null: it is known. */
  readonly unseen: Reason | null;
  /** Why the obliquity must not be judged. Absent: it may be judged. */
  readonly obliquityUnseen?: Reason;
  /**
   * Rise of a lying pelvis, or of the working side's sit bone in a seat; null: not known now. Absent: this estimator
   * does not measure it, and only the landmarks show it.
   */
  readonly lift?: Estimate<Metres> | null;
  /** Lumbar extension (arch positive); null: not known now. Absent: this estimator does not measure it. */
  readonly arch?: Estimate<Degrees> | null;
  /** Why `arch` is not known. Absent: `arch` is known or not measured. */
  readonly archUnseen?: Reason;
  /** What the fit of this frame was given, uncertain values included. Absent: the fit used landmarks only. */
  readonly fitted?: PelvisMeasurement;
}

/** Twist unknown for this reason. */
export const blindPelvis = (reason: Reason): PelvisObservation => ({
  twist: null,
  unseen: reason,
});

/** Twist and obliquity unknown for this reason. */
export const unseenPelvis = (reason: Reason): PelvisObservation => ({
  ...blindPelvis(reason),
  obliquityUnseen: reason,
});
