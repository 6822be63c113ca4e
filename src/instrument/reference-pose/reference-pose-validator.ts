import { FrameFitter } from '../fit/frame-fit.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { PictureSize } from '../input/picture.ts';
import { plantedLandmarks, type ReferencePoseFit, type StillLandmarks } from './reference-pose-fit.ts';
import { INTERNAL_ROTATION, LEG_START } from '../geometry/skeleton.ts';
import { stillnessWindow, type StillnessWindow } from './stillness.ts';
import { type Degrees, isWithin, leadingSide, type Seconds, type Share } from '../geometry/units.ts';

/** A position in which the working leg lay still where the drill never takes it. */
export interface RestOutsideRange {
  readonly still: StillLandmarks;
  readonly at: Seconds;
}

/**
 * Share of the limit from which the leg is watched. Less than 1, because the frame fit penalises rotation below its
 * floor and so reads too little of it.
 */
const WATCHED_FROM: Share = 0.5;
/** Share of the limit within which two holds of the same start differ. */
const SAME_SHARE: Share = 0.6;
/** Largest normalised residual RMS of a fit; above it the picture shows something else. */
const MAX_RESIDUAL_RMS = 1.9;
/** Time between two checks of a still leg. */
const CHECK_EVERY: Seconds = 0.5;
/** Fits in a row, each with this time step, that reach a posture 30° from the reference pose. */
const STEPS = 6;
const STEP: Seconds = 0.5;

/**
 * Checks the reference pose during the set. If the working leg lies still beyond the start, where the drill never takes
 * it, then the reference pose was taken within the movement, and every range counts from a wrong zero.
 */
export class ReferencePoseValidator {
  /** Change of internal rotation, negative. */
  readonly #limit: Degrees;
  readonly #referencePose: ReferencePoseFit;
  readonly #fitter: FrameFitter;
  /** Index of the working hip's internal rotation in the pose vector. */
  readonly #rotation: number;
  readonly #window: StillnessWindow;
  readonly #size: PictureSize;
  #checkedAt: Seconds = -Infinity;
  #now: RestOutsideRange | null = null;
  #last: RestOutsideRange | null = null;

  constructor(plan: MeasurementPlan, referencePose: ReferencePoseFit, size: PictureSize, limit: Degrees) {
    // Without the rotation floor, because this fit looks for a leg beyond it.
    const free = { ...plan, motion: { ...plan.motion, internalRotationFloor: -Infinity } };
    this.#limit = limit;
    this.#referencePose = referencePose;
    this.#fitter = new FrameFitter(free, referencePose, size.width);
    this.#rotation = LEG_START[leadingSide(plan.side)] + INTERNAL_ROTATION;
    this.#window = stillnessWindow({ width: size.width, planted: plantedLandmarks(plan) });
    this.#size = size;
  }

  /** True while the leg lies outside and has been still for the time of a hold. */
  get isOutside(): boolean {
    return this.#now !== null;
  }

  /** The last position in which the leg lay outside; null: never. */
  get last(): RestOutsideRange | null {
    return this.#last;
  }

  /**
   * @param rotation change of the working hip's internal rotation in the frame's fit; null: the frame cannot be used
   */
  step(landmarks: Landmarks, rotation: Degrees | null, time: Seconds): void {
    if (rotation === null) {
      // The position is unknown in this frame; the stillness so far remains.
      this.#now = null;
      return;
    }
    if (rotation > WATCHED_FROM * this.#limit) {
      this.#window.clear();
      this.#now = null;
      return;
    }
    this.#window.add(landmarks, time);
    if (this.#window.progress < 1) {
      this.#now = null;
      return;
    }
    if (isWithin(time - this.#checkedAt, CHECK_EVERY)) return;
    this.#checkedAt = time;
    const still = this.#window.still(this.#size.width, this.#size.height);
    this.#now = this.#rotationIn(still) <= this.#limit ? { still, at: time } : null;
    this.#last = this.#now ?? this.#last;
  }

  /** True if a hold taken later confirms this reference pose: the leg does not lie outside in it. */
  isConfirmedBy(still: StillLandmarks): boolean {
    return this.#rotationIn(still) > SAME_SHARE * this.#limit;
  }

  /** Change of internal rotation in a still picture, fitted without the floor; NaN if the fit is poor. */
  #rotationIn(still: StillLandmarks): Degrees {
    let pose = this.#referencePose.pose;
    let normalisedResidualRms = Infinity;
    for (let i = 0; i < STEPS; i++) ({ pose, normalisedResidualRms } = this.#fitter.fit(still, pose, STEP));
    const rotation = (pose[this.#rotation] ?? 0) - (this.#referencePose.pose[this.#rotation] ?? 0);
    return normalisedResidualRms <= MAX_RESIDUAL_RMS ? rotation : Number.NaN;
  }
}

/** @returns null if the drill sets no limit */
export function referencePoseValidator(
  plan: MeasurementPlan,
  referencePose: ReferencePoseFit,
  size: PictureSize,
): ReferencePoseValidator | null {
  const limit = plan.startCheck?.neverRestsBelow ?? null;
  return limit === null ? null : new ReferencePoseValidator(plan, referencePose, size, limit);
}
