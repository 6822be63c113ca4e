import { CAMERA_IN_PLACE, type CameraState } from '../checks/camera-watch.ts';
import type { PersonCheck } from '../checks/person-check.ts';
import type { Measuring } from '../fit/set-measurement.ts';
import { isWithin, type Seconds } from '../geometry/units.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import { type Picture, type PictureSize, sizeChange } from '../input/picture.ts';
import type { ReferencePoseQuality, ReferencePoseState } from '../output/reading.ts';
import {
  type CanRead,
  type PlacementCheck,
  type HeldReferencePose,
  ReferencePoseCapture,
} from './reference-pose-capture.ts';
import type { RestOutsideRange } from './reference-pose-validator.ts';

/** A request for a new reference pose within this time after the validator's alarm counts as its consequence. */
const DOUBT_LASTS: Seconds = 3;

export interface ReferencePoseHooks {
  /** Whether the drill's angle can be read from where the lens stands. */
  readonly canRead: CanRead;
  readonly startMeasurement: (held: HeldReferencePose) => Measuring;
  /** Tells the outline stage of a reference pose just held; returns its noise for the back arch, degrees. Null: not watched. */
  readonly settleOutline: (held: HeldReferencePose) => number | null;
}

/**
 * The single owner of the reference pose: whether one is asked for, being held or set, and the measurement that counts from it.
 *
 * A new one may be asked for at any time. Until it is held, the previous one stays in use. If the request followed an
 * alarm of the validator, the new hold also decides whether the previous one was valid after all; then that one stays.
 */
export class ReferencePoseOwner {
  readonly #hooks: ReferencePoseHooks;
  readonly #capture: ReferencePoseCapture;
  #measurement: Measuring | null = null;
  #set: ReferencePoseState = { kind: 'none' };
  #isAsked = false;
  #camera: CameraState = CAMERA_IN_PLACE;
  #size: PictureSize | null = null;
  #doubted: Measuring | null = null;
  #now: Seconds = 0;

  constructor(plan: MeasurementPlan, hooks: ReferencePoseHooks) {
    this.#hooks = hooks;
    this.#capture = new ReferencePoseCapture(plan, hooks.canRead);
  }

  get state(): ReferencePoseState {
    return this.#isAsked ? this.#capture.state : this.#set;
  }

  /** The measurement that counts from the reference pose; null until the first one is held. */
  get measurement(): Measuring | null {
    return this.#measurement;
  }

  /** The live check of posture and view before the reference pose is held. */
  get glance(): PlacementCheck {
    return this.#capture.placement;
  }

  /** What has happened to camera and picture since the reference pose was held. */
  get camera(): CameraState {
    return this.#camera;
  }

  /** True while the working leg lies still where the drill never takes it: the reference pose was not the start position. */
  get isDoubted(): boolean {
    return !this.#isAsked && (this.#measurement?.outside?.isOutside ?? false);
  }

  /** Asks for a reference pose: the next still stretch in the start position becomes the zero of every channel. */
  ask(): void {
    this.#isAsked = true;
    const alarm = recentAlarm(this.#measurement, this.#now);
    if (alarm) this.#doubted = this.#measurement;
    this.#capture.begin(alarm?.still);
  }

  /**
   * Looks at the room of every frame, before `step` or `miss`.
   * @param person null: nobody is seen
   */
  watchCamera(picture: Picture, person: Landmarks | null, time: Seconds): void {
    const { width, height } = picture;
    // A hold that saw two sizes begins anew.
    if (this.#isAsked && this.#size && (this.#size.width !== width || this.#size.height !== height)) {
      this.#capture.begin();
    }
    this.#size = { width, height };
    const measurement = this.#measurement;
    if (!measurement) return;
    const resized = sizeChange(measurement.pictureSize, picture);
    this.#camera = resized
      ? { change: resized, suspected: resized, unsure: false }
      : measurement.camera.step(picture, person, time);
  }

  /** Takes a frame in which the person check accepted nobody. */
  miss(check: PersonCheck, time: Seconds): void {
    this.#now = time;
    this.#capture.personLost(check, time);
  }

  /**
   * Takes a frame with a person.
   * @returns null until the first reference pose is held. `isNew` in the frame that completed it: earlier results of that frame count
   * from the previous one
   */
  step(picture: Picture, landmarks: Landmarks, check: PersonCheck, time: Seconds) {
    this.#now = time;
    const held = this.#capture.step(picture, landmarks, check, time);
    if (held) this.#take(held);
    if (!this.#measurement) return null;
    return { measurement: this.#measurement, isNew: held !== null };
  }

  #take(held: HeldReferencePose): void {
    const doubted = this.#doubted;
    const upholdsLast = this.#camera.change === null && (doubted?.outside?.isConfirmedBy(held.still) ?? false);
    const measurement = upholdsLast && doubted ? doubted : this.#hooks.startMeasurement(held);
    const archNoise = this.#hooks.settleOutline(held);
    this.#measurement = measurement;
    this.#set = {
      kind: 'set',
      at: held.at,
      quality: withArchNoise(measurement.quality, archNoise),
      ...(doubted && { upholdsLast }),
    };
    this.#doubted = null;
    this.#isAsked = false;
    this.#camera = measurement.camera.state;
  }
}

const recentAlarm = (measurement: Measuring | null, now: Seconds): RestOutsideRange | null => {
  const alarm = measurement?.outside?.last ?? null;
  return alarm && isWithin(now - alarm.at, DOUBT_LASTS) ? alarm : null;
};

const withArchNoise = (quality: ReferencePoseQuality, archNoise: number | null): ReferencePoseQuality =>
  archNoise === null ? quality : { ...quality, noise: { ...quality.noise, 'back-arch': archNoise } };
