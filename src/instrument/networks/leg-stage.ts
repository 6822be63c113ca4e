import { leadingSide, type Pixels, type Seconds, type Side } from '../geometry/units.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { Picture } from '../input/picture.ts';
import { cropScale } from './crop-window.ts';
import { KeypointSourceSelector } from './keypoint-source-selector.ts';
import { type LegCrop, cropLegs, locateLegs } from './leg-keypoints.ts';
import type { LegAnswer, LegModel } from './leg-model.ts';

/** A loaded leg network. `run` takes the crop of `LegLook.input`. */
export interface RunningLegNetwork {
  readonly model: LegModel;
  run(input: Float32Array): Promise<LegAnswer>;
}

/**
 * Replaces hips, knees and ankles by the keypoints of the drill's leg network, in frames in which the selector accepts it. A network
 * that is missing or fails leaves the pose model's landmarks as they are.
 */
export class LegStage {
  readonly #network: RunningLegNetwork | null;
  readonly #side: Side;
  readonly #selector: KeypointSourceSelector;
  readonly #cropScale = new CropScaleFilter();

  constructor(network: RunningLegNetwork | null, { side }: Pick<MeasurementPlan, 'side'>) {
    this.#network = network;
    this.#side = leadingSide(side);
    this.#selector = new KeypointSourceSelector(network?.model.patience);
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
    const network = this.#network;
    const isReferenceSet = referenceUsesLegNetwork !== null;
    const crop = network && landmarks && this.#crop(network.model, picture, landmarks, time, isReferenceSet);
    if (!crop) return landmarks;
    const answer = await network.run(crop.input).catch(() => null);
    const located = answer && locateLegs(network.model, this.#side, crop, answer, landmarks);
    if (!located) return landmarks;
    const isUsed = this.#selector.step(located.distance, time, referenceUsesLegNetwork);
    return { ...(isUsed ? located.landmarks : landmarks), kneesApart: located.kneesApart };
  }

  #crop(
    model: LegModel,
    picture: Picture,
    landmarks: Landmarks,
    time: Seconds,
    isReferenceSet: boolean,
  ): LegCrop | null {
    const now = cropScale(landmarks.points, model.window);
    const unit = model.sizedBy === 'neutral' ? this.#cropScale.step(now, time, isReferenceSet) : now;
    return cropLegs(model, this.#side, picture, landmarks, unit);
  }
}

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
