import type { PictureBox } from '../../src/instrument/checks/body-box.ts';
import type { Landmarks } from '../../src/instrument/input/landmarks.ts';
import type { PersonMask } from '../../src/instrument/outline/person-mask.ts';
import type { Pixels } from '../../src/instrument/geometry/units.ts';
import { codedError } from '../coded-error.ts';
import type { ModelSource } from '../engine/model-source.ts';
import type { ModelSize } from '../pose.api.ts';
import type { PoseEstimator } from '../engine/orientation-search.ts';
import { DETECTOR_SIDE, detectedRegion, detectedRegions } from './detection.ts';
import { type CropSource, cropRegion, type ValueRange } from './crop.ts';
import { decodeLandmarks, type FoundPerson, LANDMARK_SIDE } from './landmark-decoding.ts';
import { loadNetworks, type Networks } from './networks.ts';
import { type Region, squareAbout, wholePicture, worthLookingAt } from './region.ts';

const DETECTOR_RANGE: ValueRange = { black: -1, white: 1 };
const LANDMARK_RANGE: ValueRange = { black: 0, white: 1 };
/** Most bodies that `peopleIn` examines in one call. */
const MOST_LOOKED_AT = 2;

/**
 * Runs BlazePose: the detector finds a person, then the landmark model follows the person from frame to frame, each
 * time in the region that its last answer gives. One estimate at a time. A browser test checks that it agrees with
 * the pose-detection package around the same weights.
 */
export class BlazePoseEngine implements PoseEstimator {
  readonly size: ModelSize;
  readonly #networks: Networks;
  readonly #detectorInput = new Float32Array(DETECTOR_SIDE * DETECTOR_SIDE * 3);
  readonly #landmarkInput = new Float32Array(LANDMARK_SIDE * LANDMARK_SIDE * 3);
  /** Where the person is expected in the next picture; null: nobody is being followed. */
  #followed: Region | null = null;
  #mask: PersonMask | null = null;

  constructor(size: ModelSize, networks: Networks) {
    this.size = size;
    this.#networks = networks;
  }

  static async create(size: ModelSize, source: ModelSource): Promise<BlazePoseEngine> {
    return new BlazePoseEngine(size, await loadNetworks(size, source));
  }

  /** Where the person is expected in the next picture; null: nobody is being followed. */
  get followed(): Region | null {
    return this.#followed;
  }

  get mask(): PersonMask | null {
    return this.#mask;
  }

  /** The person in the picture; null: none. A person who is lost is searched for again in the same picture. */
  async estimate(picture: CropSource, withMask = false): Promise<Landmarks | null> {
    const expected = this.#followed;
    this.#followed = null;
    this.#mask = null;
    const found =
      (expected && (await this.#look(picture, expected, withMask))) ?? (await this.#search(picture, withMask));
    if (!found) return null;
    const landmarks = checked(found.landmarks);
    if (worthLookingAt(found.next, picture)) this.#followed = found.next;
    return landmarks;
  }

  /**
   * People in a part of the picture, at most two, because each takes as long as a frame. The person being followed
   * stays the same.
   * @param worth whether a body with its hips at this place is to be examined
   */
  async peopleIn(
    picture: CropSource,
    part: PictureBox,
    worth: (x: Pixels, y: Pixels) => boolean,
  ): Promise<readonly Landmarks[]> {
    const seen = squareAbout(part);
    cropRegion(picture, seen, DETECTOR_SIDE, DETECTOR_RANGE, this.#detectorInput);
    const regions = detectedRegions(await this.#networks.detect(this.#detectorInput), seen)
      .filter((region) => worthLookingAt(region, picture) && worth(region.x, region.y))
      .slice(0, MOST_LOOKED_AT);
    const people: Landmarks[] = [];
    for (const region of regions) {
      cropRegion(picture, region, LANDMARK_SIDE, LANDMARK_RANGE, this.#landmarkInput);
      const found = decodeLandmarks(await this.#networks.landmarks(this.#landmarkInput), region);
      if (found) people.push(checked(found.landmarks));
    }
    return people;
  }

  reset(): void {
    this.#followed = null;
  }

  dispose(): void {
    this.#networks.dispose();
  }

  async #search(picture: CropSource, withMask: boolean): Promise<FoundPerson | null> {
    const whole = wholePicture(picture);
    cropRegion(picture, whole, DETECTOR_SIDE, DETECTOR_RANGE, this.#detectorInput);
    const region = detectedRegion(await this.#networks.detect(this.#detectorInput), whole);
    return region && worthLookingAt(region, picture) ? this.#look(picture, region, withMask) : null;
  }

  async #look(picture: CropSource, region: Region, withMask: boolean): Promise<FoundPerson | null> {
    cropRegion(picture, region, LANDMARK_SIDE, LANDMARK_RANGE, this.#landmarkInput);
    const answer = await this.#networks.landmarks(this.#landmarkInput, withMask);
    const found = decodeLandmarks(answer, region);
    if (found && answer.mask) this.#mask = { ...region, values: answer.mask, side: LANDMARK_SIDE };
    return found;
  }
}

/** A broken backend gives NaN without an error (tensorflow/tfjs#8180). */
const checked = (landmarks: Landmarks): Landmarks => {
  const all = [landmarks.points, landmarks.visibility, landmarks.world];
  if (all.every((numbers) => numbers.every(Number.isFinite))) return landmarks;
  throw codedError('unexpected', 'the pose model gave numbers that are not finite');
};
