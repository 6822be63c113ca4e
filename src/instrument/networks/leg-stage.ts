import { isWithin, leadingSide, type Pixels, type Seconds, type Side } from '../geometry/units.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { Picture } from '../input/picture.ts';
import { cropScale } from './crop-window.ts';
import { KeypointSourceSelector } from './keypoint-source-selector.ts';
import { type LegLook, cropLegs, jointsInPicture, legWindow, locateLegs, trunkInPicture } from './leg-keypoints.ts';
import type { LegAnswer, LegModel } from './leg-model.ts';
import { poseModelLegSd } from './leg-sd.ts';
import { NetworkGuard } from './network-guard.ts';
import { CROP_VARIANTS, PictureFamiliarity } from './picture-familiarity.ts';

/** A loaded leg network. */
export interface RunningLegNetwork {
  readonly model: LegModel;
  /** @param input of `LegCrop` */
  run(input: Float32Array): Promise<LegAnswer>;
  /** The same on a thread of its own, with the cutting of the crop. Absent: there is none at the moment. */
  readonly runAside?: ((look: LegLook) => Promise<LegAnswer>) | undefined;
}

/** An answer that does not wait for the pose model: asked for beside it, or kept from an earlier frame. */
interface EarlyLook {
  readonly look: LegLook;
  readonly answer: LegAnswer | null | Promise<LegAnswer | null>;
}

/** Landmarks of an earlier frame tell where the legs are in this one, if it is at most so old. */
const FOLLOWED_FOR: Seconds = 0.3;

/**
 * Replaces hips, knees and ankles by the keypoints of the drill's leg network, where the selector accepts it and the picture is
 * familiar to it. A network that is missing or fails leaves the pose model's landmarks as they are.
 */
export class LegStage {
  readonly #model: LegModel | null;
  readonly #guard: NetworkGuard<Float32Array, LegAnswer> | null;
  readonly #side: Side;
  readonly #selector: KeypointSourceSelector;
  readonly #cropScale = new CropScaleFilter();
  readonly #familiarity = new PictureFamiliarity();
  readonly #network: RunningLegNetwork | null;
  #followed: { readonly landmarks: Landmarks; readonly time: Seconds } | null = null;
  #early: EarlyLook | null = null;
  /** The last answer that was asked for. */
  #kept: (EarlyLook & { readonly time: Seconds }) | null = null;

  constructor(network: RunningLegNetwork | null, { side }: Pick<MeasurementPlan, 'side'>) {
    this.#network = network;
    this.#model = network?.model ?? null;
    this.#guard = network && new NetworkGuard((input) => network.run(input), numbersOf);
    this.#side = leadingSide(side);
    this.#selector = new KeypointSourceSelector(network?.model.patience);
  }

  /** The model in use; null: there is none, or it failed too often. */
  get model(): LegModel | null {
    return this.isOut ? null : this.#model;
  }

  /** True: the network failed too often and is not asked any more. */
  get isOut(): boolean {
    return this.#guard?.isOut ?? false;
  }

  /**
   * Asks the network aside, while the pose model looks at the same frame: the legs are near where they were a frame ago. Only
   * while a reference pose is set; before, the window must lie where the pose model sees the legs.
   * @param isDue false: nothing has moved since the last answer, so it is kept
   */
  begin(picture: Picture, time: Seconds, isReferenceSet: boolean, isDue = true): void {
    this.#early = null;
    const [model, guard, followed, kept] = [this.#model, this.#guard, this.#followed, this.#kept];
    const runAside = this.#network?.runAside;
    if (!model || !guard || guard.isOut || !isReferenceSet) return;
    if (!isDue && kept && isWithin(time - kept.time, FOLLOWED_FOR)) {
      this.#early = kept;
      return;
    }
    if (!runAside || !followed) return;
    if (!isWithin(time - followed.time, FOLLOWED_FOR)) return;
    const { landmarks } = followed;
    const window = legWindow(model, this.#side, landmarks, this.#unit(model, landmarks, time, isReferenceSet));
    if (!window) return;
    const look = { window, picture };
    this.#early = { look, answer: guard.judge(runAside(look)) };
  }

  /**
   * @param landmarks of the pose model, in pixels of `picture`
   * @param referenceUsesLegNetwork see `ReferencePoseOwner.usesLegNetwork`
   */
  async locate(
    picture: Picture,
    landmarks: Landmarks | null,
    time: Seconds,
    referenceUsesLegNetwork: boolean | null,
  ): Promise<Landmarks | null> {
    const [model, guard, early] = [this.#model, this.#guard, this.#early];
    this.#early = null;
    const isFirst = this.#followed === null;
    this.#followed = landmarks && { landmarks, time };
    if (!landmarks) this.#kept = null;
    if (!model || !guard || !landmarks) return landmarks;
    const isReferenceSet = referenceUsesLegNetwork !== null;
    const unit = this.#unit(model, landmarks, time, isReferenceSet);
    const crop = early ? null : cropLegs(model, this.#side, picture, landmarks, unit);
    const look = early?.look ?? crop;
    const answer = early ? await early.answer : crop && (await guard.ask(crop.input));
    if (!early || early !== this.#kept) this.#kept = look && answer && { look, answer, time };
    if (!look || !answer) return landmarks;
    const located = locateLegs(model, this.#side, look, answer, landmarks, this.#familiarity.spreads);
    if (!located) return landmarks;
    const isAccepted = this.#selector.step(located.distance, time, referenceUsesLegNetwork);
    // Whether the picture is familiar is decided in the hold: a measurement never changes its source.
    // Not in the first frame, so that its reading comes sooner; the next frame looks.
    if (!isReferenceSet && isAccepted && !isFirst)
      await this.#lookAtVariants(model, look, answer, landmarks, unit, time);
    if (!isReferenceSet && !isAccepted) this.#familiarity.clear();
    const isUsed = isAccepted && (isReferenceSet || this.#familiarity.isFamiliar);
    const { kneeWitness } = located;
    if (isUsed) return { ...located.landmarks, kneeWitness };
    const isConfirmed = isAccepted && !this.#familiarity.isFamiliar;
    const legSd = poseModelLegSd(landmarks.visibility);
    return { ...landmarks, legSd, kneeWitness, ...(isConfirmed && { postureConfirmed: true }) };
  }

  #unit(model: LegModel, landmarks: Landmarks, time: Seconds, isReferenceSet: boolean): Pixels {
    const now = cropScale(landmarks.points, model.window);
    return model.sizedBy === 'neutral' ? this.#cropScale.step(now, time, isReferenceSet) : now;
  }

  /** Asks the network about altered crops of the same picture. */
  async #lookAtVariants(
    model: LegModel,
    look: LegLook,
    answer: LegAnswer,
    landmarks: Landmarks,
    unit: Pixels,
    time: Seconds,
  ): Promise<void> {
    const joints = jointsInPicture(model, look.window, answer);
    for (const k of this.#familiarity.wantedAt(time)) {
      const altered = cropLegs(model, this.#side, look.picture, landmarks, unit, CROP_VARIANTS[k]);
      const other = altered && (await this.#guard?.ask(altered.input));
      if (!altered || !other) continue;
      const places = jointsInPicture(model, altered.window, other);
      if (!places.flat().every(Number.isFinite)) continue;
      this.#familiarity.add(k, joints, places, trunkInPicture(model, look.window));
    }
  }
}

const numbersOf = ({ maps, spreads, slants }: LegAnswer): readonly Float32Array[] =>
  slants ? [maps, spreads, slants] : [maps, spreads];

/** Time constant of the running mean of the crop's unit. One frame's trunk length is off by a few per cent. */
const MEAN_OVER: Seconds = 0.7;

/**
 * The unit that sizes the crop, for drills in which the trunk folds towards the lens. A folding trunk looks shorter (about 0.6 of its
 * length at 45°), while the legs keep their size. So while a reference pose is set, the unit stays what it was in the hold.
 */
export class CropScaleFilter {
  #mean: Pixels | null = null;
  #at: Seconds = 0;

  /**
   * @param now length of the crop's unit in this frame
   * @returns length of the unit with which to cut the crop
   */
  step(now: Pixels, time: Seconds, isReferenceSet: boolean): Pixels {
    if (isReferenceSet && this.#mean !== null) return this.#mean;
    const share = this.#mean === null ? 1 : 1 - Math.exp(-Math.max(0, time - this.#at) / MEAN_OVER);
    this.#mean = (this.#mean ?? 0) + share * (now - (this.#mean ?? 0));
    this.#at = time;
    return now;
  }
}
