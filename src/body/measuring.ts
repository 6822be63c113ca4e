import { mean } from './mean.ts';
import { type DrillModels, NO_MODELS } from './drill-models.ts';
import { fittedBody } from './fitted-body.ts';
import { FloorRest } from './floor-rest.ts';
import { againstPerson, againstTrunk } from './frame-reasons.ts';
import { type FrameFit, type FrameFitter, frameFitter, landmarkPoint } from './frame-fit.ts';
import { JumpGate } from './jump-gate.ts';
import type { Landmarks } from './landmarks.ts';
import { sharpPlan } from './leg-net/sharp-plan.ts';
import type { MeasurementPlan } from './measurement-plan.ts';
import type { NeutralFit, StillLandmarks } from './neutral-fit.ts';
import type { HeldNeutral } from './neutral-keeper.ts';
import { blindPelvis, type PelvisEstimator, type PelvisSighting, unseenPelvis } from './pelvis-estimator.ts';
import { type OutsideWatch, outsideWatch } from './outside-watch.ts';
import { networkAtPlace, type PlacedNetwork } from './pelvis-net/network-at-place.ts';
import type { NetworkPelvis } from './pelvis-net/network-pelvis.ts';
import type { PersonCheck } from './person-check.ts';
import { nearerAnkle, plantedAnkle, slideOf } from './planted-feet.ts';
import type { Picture } from './picture.ts';
import type { Channel, FittedBody, NeutralQuality } from './reading.ts';
import { isArmRaised } from './raised-arm.ts';
import type { Reason } from './reason.ts';
import { roomShift } from './room-shift.ts';
import { type Slants, slantZero } from './segment-slants.ts';
import { INTERNAL_ROTATION, JOINT_COUNT, LEG_START, PELVIS, type Pose, ROOT } from './skeleton.ts';
import { legJointIndex } from './start-pose.ts';
import { backgroundWatch } from './surface/background-watch.ts';
import { surfacePelvis } from './surface/surface-pelvis.ts';
import { type Degrees, leadingSide, type Seconds, sidesOf } from './units.ts';

/** One frame after neutral. */
export interface Measured {
  readonly body: FittedBody;
  /** Fitted joints in the picture: x, y per joint. */
  readonly skeleton: Float32Array;
  readonly armRaised: boolean;
}

/** Everything that starts with a neutral and ends with the next one. */
export interface Measuring {
  readonly quality: NeutralQuality;
  /** Its zero was taken by legs that the drill's own network saw: others are no measure of it. */
  readonly sharpLegs: boolean;
  /** The leg beyond its neutral: whether that was the start. Null: the drill sets it no limit. */
  readonly outside: OutsideWatch | null;
  /** To be asked and answered before the `step` of the same frame; null: the surface is followed. */
  readonly network: NetworkPelvis | null;
  step(picture: Picture, landmarks: Landmarks, check: PersonCheck, time: Seconds): Measured;
  /** Looks at the room now and then; true once it has shifted for good. */
  cameraMoved(picture: Picture, time: Seconds): boolean;
  readonly surfaceMilliseconds: number;
}

/** Picture residuals beyond this mean that the body in the picture is not the one that was fitted at neutral. */
const MOST_STRAIN = 1.9;
/** After so long without the person the fit starts again from neutral. */
const FORGET_AFTER: Seconds = 1.5;
const FAIR_WIDENING = 2;

export const startMeasuring = (
  plan: MeasurementPlan,
  held: HeldNeutral,
  clock: () => number,
  models: DrillModels = NO_MODELS,
): Measuring => new AfterNeutral(plan, held, clock, models);

class AfterNeutral implements Measuring {
  readonly quality: NeutralQuality;
  readonly sharpLegs: boolean;
  readonly outside: OutsideWatch | null;
  readonly cameraMoved: Measuring['cameraMoved'];
  surfaceMilliseconds = 0;
  readonly #plan: MeasurementPlan;
  readonly #neutral: NeutralFit;
  readonly #still: StillLandmarks;
  readonly #fitter: FrameFitter;
  readonly #fromZero: (told: Slants) => Slants;
  readonly #pelvis: PelvisEstimator | null;
  readonly network: NetworkPelvis | null;
  readonly #clock: () => number;
  readonly #widening: number;
  readonly #placed: PlacedNetwork;
  readonly #planted: number | null;
  readonly #nearFoot: number | null;
  readonly #rest: FloorRest | null;
  readonly #jumps = { left: new JumpGate(), right: new JumpGate() };
  #last: Pose;
  #lastTime: Seconds;

  constructor(plan: MeasurementPlan, held: HeldNeutral, clock: () => number, { pelvis, legs }: DrillModels) {
    const neutral = held.finding.fit;
    const newest = held.pictures.at(-1);
    this.sharpLegs = held.sharpLegs;
    const sharp = held.sharpLegs ? legs : null;
    this.#plan = sharp ? sharpPlan(plan, sharp, held.finding.view) : plan;
    this.#neutral = neutral;
    this.#still = held.still;
    this.#clock = clock;
    this.#fitter = frameFitter(this.#plan, neutral, held.still.width);
    this.#fromZero = slantZero(leadingSide(plan.side), neutral, held.still.slants);
    this.#widening = held.finding.view === 'good' ? 1 : FAIR_WIDENING;
    this.#placed = networkAtPlace(plan, held, pelvis, this.#widening);
    const { network, isBlind } = this.#placed;
    this.network = network;
    this.#pelvis = network ?? (isBlind ? null : surfacePelvis(plan, neutral, held.still, held.pictures));
    this.#planted = plantedAnkle(plan);
    this.#nearFoot = plan.form?.includes('foot-shift') ? nearerAnkle(neutral) : null;
    this.#rest = plan.motion.restsOnFloor ? new FloorRest(neutral.bones.shank) : null;
    this.outside = outsideWatch(plan, neutral, held.still.width, held.still.height);
    this.#last = neutral.pose;
    this.#lastTime = held.at;
    const versions = [this.network && pelvis, sharp].flatMap((m) => m?.version ?? []);
    const learnt = qualityOf(held, this.#pelvis);
    this.quality = versions.length > 0 ? { ...learnt, pelvisModel: versions.join('+') } : learnt;
    this.cameraMoved = roomShift(
      newest ? backgroundWatch(newest, landmarksOf(held)) : null,
      held.still.width,
      held.pictures,
    );
  }

  step(picture: Picture, landmarks: Landmarks, check: PersonCheck, time: Seconds): Measured {
    const gap = time - this.#lastTime;
    const from = gap > FORGET_AFTER ? this.#neutral.pose : this.#last;
    const seen = this.network?.step(picture, landmarks, 0) ?? null;
    const { slants } = landmarks;
    const asked = slants ? { ...landmarks, slants: this.#fromZero(slants) } : landmarks;
    const fit = this.#fitter.fit(asked, from, Math.min(gap, FORGET_AFTER), seen?.fitted);
    if (!this.#isOtherLegs(landmarks)) this.#last = fit.pose;
    this.#lastTime = time;
    const before = this.#clock();
    const pelvis = seen ?? this.#look(picture, landmarks, fit);
    this.surfaceMilliseconds = this.#clock() - before;
    const reasons = this.#reasonsAgainst(fit, landmarks, check, time);
    const body = fittedBody({
      plan: this.#plan,
      neutral: this.#neutral,
      fit,
      pelvis,
      widening: this.#widening,
      pelvisWidening: this.#placed.widening,
      footSlide: this.#planted === null ? null : slideOf(this.#neutral, landmarks, this.#planted),
      footShift: this.#nearFoot === null ? null : slideOf(this.#neutral, landmarks, this.#nearFoot),
      visibility: landmarks.visibility,
      drift: reasons.length === 0 ? this.#driftOf(fit, landmarks, time) : 0,
      reasons,
      valid: reasons.length === 0,
    });
    const { internalRotation } = body.leg[leadingSide(this.#plan.side)];
    this.outside?.step(landmarks, body.valid ? (internalRotation?.value ?? null) : null, time);
    const armRaised = isArmRaised(landmarks, this.#neutral.camera, fit.body, picture.width);
    return { body, skeleton: projected(this.#neutral, fit), armRaised };
  }

  /** Network and pose model place the legs' points apart by centimetres: those of the one are no change since a zero of the other. */
  #isOtherLegs({ sharpLegs = false }: Landmarks): boolean {
    return sharpLegs !== this.sharpLegs;
  }

  #driftOf(fit: FrameFit, landmarks: Landmarks, time: Seconds): Degrees {
    if (this.#rest === null) return 0;
    const side = leadingSide(this.#plan.side);
    const at = LEG_START[side] + INTERNAL_ROTATION;
    const turned = (fit.pose[at] ?? 0) - (this.#neutral.pose[at] ?? 0);
    const slide = slideOf(this.#neutral, landmarks, legJointIndex('working ankle', side));
    return this.#rest.step(turned, slide.value, time);
  }

  #reasonsAgainst(fit: FrameFit, landmarks: Landmarks, check: PersonCheck, time: Seconds): Reason[] {
    if (this.#plan.trunkAlone && check.problem === 'out-of-frame')
      return againstTrunk(check, landmarks, this.#still);
    const reasons = againstPerson(check);
    if (fit.strain > MOST_STRAIN) reasons.push(fit.swapped ? 'left-right-mixed' : 'poor-fit');
    if (this.#hasJumped(fit, time) && reasons.length === 0) reasons.push('poor-fit');
    if (this.#isOtherLegs(landmarks) && reasons.length === 0) reasons.push('joints-hidden');
    return reasons;
  }

  /** The gate of every working leg sees every frame, so that none compares with one long past. */
  #hasJumped(fit: FrameFit, time: Seconds): boolean {
    const jumped = sidesOf(this.#plan.side).filter((side) =>
      this.#jumps[side].isJump(fit.pose[LEG_START[side] + INTERNAL_ROTATION] ?? null, time),
    );
    return jumped.length > 0;
  }

  #look(picture: Picture, landmarks: Landmarks, fit: FrameFit): PelvisSighting {
    if (this.#plan.hipLineTwist) return hipLineSighting(fit);
    if (this.#placed.isBlind) return unseenPelvis('not-seen-from-here');
    if (!this.#plan.surface) return blindPelvis('not-seen-from-here');
    if (!this.#pelvis) return blindPelvis('pelvis-hidden');
    const risen = (fit.pose[ROOT + 1] ?? 0) - (this.#neutral.pose[ROOT + 1] ?? 0);
    return this.#pelvis.step(
      picture,
      landmarks,
      this.#plan.surface.shouldersOnFloor ? Math.max(0, risen) : 0,
    );
  }
}

/** The twist that the fit itself has found. */
const hipLineSighting = (fit: FrameFit): PelvisSighting => ({
  twist: { value: fit.pelvis.twist, sd: fit.sd[PELVIS + 1] ?? Infinity },
  unseen: null,
  support: 1,
});

function projected(neutral: NeutralFit, fit: FrameFit): Float32Array {
  const out = new Float32Array(2 * JOINT_COUNT);
  for (let j = 0; j < JOINT_COUNT; j++) {
    const [x, y] = neutral.camera.project(landmarkPoint(fit.body, neutral.offsets, j));
    out.set([x, y], 2 * j);
  }
  return out;
}

function landmarksOf({ still }: HeldNeutral): Landmarks {
  return {
    points: Float32Array.from(still.points),
    visibility: Float32Array.from(still.visibility),
    world: new Float32Array(99),
    score: 1,
  };
}

/** What the hold taught: place of the lens, grade of the view, and the twist's noise in a person lying still. */
function qualityOf(held: HeldNeutral, pelvis: PelvisEstimator | null): NeutralQuality {
  const { fit, view } = held.finding;
  const noise: Partial<Record<Channel, number>> = {};
  const twists: number[] = [];
  for (const picture of pelvis ? held.pictures : []) {
    const sighting = pelvis?.step(picture, null, 0);
    if (sighting?.twist) twists.push(sighting.twist.value);
  }
  if (twists.length > 2) noise['pelvis-twist'] = scatter(twists);
  return {
    azimuth: fit.azimuth,
    lookingDown: fit.lookingDown,
    lensHeight: fit.lens.height,
    distance: fit.distance,
    noise,
    view,
  };
}

function scatter(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, v) => sum + (v - middle) ** 2, 0) / (values.length - 1));
}
