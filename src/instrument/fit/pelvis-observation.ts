import type { TurnByShift } from '../input/measurement-plan.ts';
import type { Reason } from '../output/reason.ts';
import type { Degrees, Estimate, Metres } from '../geometry/units.ts';
import type { PhonePelvis } from '../output/reading.ts';

/** Change of the pelvis since the reference pose, measured in the picture; null: not. Input to the frame fit. */
export interface PelvisMeasurement {
  readonly twist: Estimate<Degrees> | null;
  readonly obliquity: Estimate<Degrees> | null;
  /** Anterior tilt positive; only a phone shows it. Absent or null: not measured. */
  readonly tilt?: Estimate<Degrees> | null;
}

/** An estimator on the pelvis in one frame: changes since the reference pose, signs as in `PelvisAngles`. */
export interface PelvisObservation {
  /** Change about the pelvis's long axis; null: not known now. */
  readonly twist: Estimate<Degrees> | null;
  /** Why the twist is unknown; null: it is known. */
  readonly unseen: Reason | null;
  /**
   * Rise of a lying pelvis, or of the working side's sit bone in a seat; null: not known now. Absent: this estimator
   * does not measure it, and only the landmarks show it.
   */
  readonly lift?: Estimate<Metres> | null;
  /** A larger lift of the landmarks is their error (`PatchReading`). Absent: not known. */
  readonly mostLift?: Metres;
  /** Lumbar extension (arch positive); null: not known now. Absent: this estimator does not measure it. */
  readonly arch?: Estimate<Degrees> | null;
  /** Why `arch` is not known. Absent: `arch` is known or not measured. */
  readonly archUnseen?: Reason;
  /** What a network gave the fit of this frame, uncertain values included. Absent: there is none. */
  readonly fitted?: PelvisMeasurement;
  /** How far the pelvis can have turned since the start, by the shift of the hips (`turnBound`). Absent: not known. */
  readonly held?: PelvisMeasurement;
  /** What a phone shows of it, or why it does not. Absent: no phone is used. */
  readonly phone?: PhonePelvis | PhoneGap;
}

/** Why a phone that is used shows nothing now. */
export type PhoneGap = Extract<Reason, 'phone-silent' | 'phone-slid'>;

/** What is known of the turn: each part by the phone, else by the camera. */
export const withPhonePelvis = (
  camera: PelvisMeasurement | null,
  phone: PelvisObservation['phone'],
): PelvisMeasurement | null =>
  typeof phone !== 'object'
    ? camera
    : {
        twist: phone.twist ?? camera?.twist ?? null,
        obliquity: phone.obliquity ?? camera?.obliquity ?? null,
        tilt: phone.tilt,
      };

/** Standard deviation of a turn while the hips have not shifted at all. */
const HELD_SD: Degrees = 0.4;

/**
 * The less the hips have shifted, the less the pelvis can have turned: its turn is 0 with a standard deviation that grows with the
 * shift.
 * @param shift null: unknown; then no limit is known either
 */
export function turnBound(byShift: TurnByShift | undefined, shift: Estimate<Metres> | null): PelvisMeasurement | null {
  if (!byShift || !shift) return null;
  const within = (degreesPerMetre: number): Estimate<Degrees> => ({
    value: 0,
    sd: Math.hypot(HELD_SD + degreesPerMetre * shift.value, degreesPerMetre * shift.sd),
  });
  const { twist, obliquity } = byShift;
  return { twist: within(twist), obliquity: obliquity === undefined ? null : within(obliquity) };
}

export const blindPelvis = (reason: Reason): PelvisObservation => ({
  twist: null,
  unseen: reason,
});
