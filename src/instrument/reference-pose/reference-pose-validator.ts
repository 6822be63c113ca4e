import { type FrameFitter, frameFitter } from '../fit/frame-fit.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { ReferencePoseFit, StillLandmarks } from './reference-pose-fit.ts';
import { INTERNAL_ROTATION, LEG_START } from '../geometry/skeleton.ts';
import { plantedLandmarks } from './start-pose.ts';
import { stillnessWindow, type StillnessWindow } from './stillness.ts';
import { type Degrees, isWithin, leadingSide, type Pixels, type Seconds, type Share } from '../geometry/units.ts';

/** A posture in which the working leg lay still, far on the other side of its neutral. */
export interface Outside {
  readonly still: StillLandmarks;
  readonly at: Seconds;
}

/** From this share of the limit on the leg is watched; the frames' own fit is held back near its floor and reads no further. */
const WATCHED_FROM: Share = 0.5;
/** Two holds of the same start differ by less than this share of the limit. */
const SAME_SHARE: Share = 0.6;
/** A picture that strains the fit more than this shows something else. */
const MAX_RESIDUAL_RMS = 1.9;
const LOOK_EVERY: Seconds = 0.5;
/** Steps of the fit from the neutral to a posture 30° away. */
const STEPS = 6;
const STEP: Seconds = 0.5;

/**
 * Watches for a working leg that lies still where the drill never takes it: outside its neutral. Then the neutral was not the
 * start but a place in the movement, and every range counts from the wrong zero.
 */
export class ReferencePoseValidator {
  readonly #limit: Degrees;
  readonly #referencePose: ReferencePoseFit;
  readonly #fitter: FrameFitter;
  readonly #rotation: number;
  readonly #window: StillnessWindow;
  readonly #size: readonly [Pixels, Pixels];
  #looked: Seconds = -Infinity;
  #now: Outside | null = null;
  #last: Outside | null = null;

  constructor(
    plan: MeasurementPlan,
    referencePose: ReferencePoseFit,
    [width, height]: readonly [Pixels, Pixels],
    limit: Degrees,
  ) {
    // A leg beyond the floor is the very thing that is looked for.
    const free = { ...plan, motion: { ...plan.motion, internalRotationFloor: -Infinity } };
    this.#limit = limit;
    this.#referencePose = referencePose;
    this.#fitter = frameFitter(free, referencePose, width);
    this.#rotation = LEG_START[leadingSide(plan.side)] + INTERNAL_ROTATION;
    this.#window = stillnessWindow({ width, planted: plantedLandmarks(plan) });
    this.#size = [width, height];
  }

  /** True while the leg lies outside and has done so for as long as a neutral is held. */
  get isOutside(): boolean {
    return this.#now !== null;
  }

  /** Where it last lay outside. */
  get last(): Outside | null {
    return this.#last;
  }

  /** @param rotation the working hip as the frame's fit has it, change from neutral; null when the frame cannot be used */
  step(landmarks: Landmarks, rotation: Degrees | null, time: Seconds): void {
    if (rotation === null) {
      // Where it lies is not known now; the stillness so far stands.
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
    if (isWithin(time - this.#looked, LOOK_EVERY)) return;
    this.#looked = time;
    const still = this.#window.still(...this.#size);
    this.#now = this.#turned(still) <= this.#limit ? { still, at: time } : null;
    this.#last = this.#now ?? this.#last;
  }

  /** Whether a start that was held later speaks for this neutral: the leg does not lie outside in it. */
  isUpheldBy(still: StillLandmarks): boolean {
    return this.#turned(still) > SAME_SHARE * this.#limit;
  }

  /** Change of rotation in a still picture, without the floor; not a number where the picture shows something else. */
  #turned(still: StillLandmarks): Degrees {
    let pose = this.#referencePose.pose;
    let normalisedResidualRms = Infinity;
    for (let i = 0; i < STEPS; i++) ({ pose, normalisedResidualRms } = this.#fitter.fit(still, pose, STEP));
    const turned = (pose[this.#rotation] ?? 0) - (this.#referencePose.pose[this.#rotation] ?? 0);
    return normalisedResidualRms <= MAX_RESIDUAL_RMS ? turned : Number.NaN;
  }
}

/** Null for a drill that sets no limit: it would fit every hold for nothing. */
export function referencePoseValidator(
  plan: MeasurementPlan,
  referencePose: ReferencePoseFit,
  width: Pixels,
  height: Pixels,
): ReferencePoseValidator | null {
  const limit = plan.startCheck?.outside ?? null;
  return limit === null ? null : new ReferencePoseValidator(plan, referencePose, [width, height], limit);
}
