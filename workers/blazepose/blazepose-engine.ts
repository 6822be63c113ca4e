import type { PictureBox } from '../../src/instrument/checks/body-box.ts';
import type { Landmarks } from '../../src/instrument/input/landmarks.ts';
import type { PersonMask } from '../../src/instrument/outline/person-mask.ts';
import type { Pixels } from '../../src/instrument/geometry/units.ts';
import { codedError } from '../coded-error.ts';
import type { ModelSource } from '../engine/model-source.ts';
import type { ModelSize } from '../pose.api.ts';
import type { PoseEstimator } from '../engine/orientation-search.ts';
import { DETECTOR_SIDE } from './anchors.ts';
import { type CropSource, cropRegion, type ValueRange } from './crop.ts';
import { detectedRegion, detectedRegions } from './detection.ts';
import { decodeLandmarks, type FoundPerson, LANDMARK_SIDE } from './landmark-decoding.ts';
import { loadNetworks, type Networks } from './networks.ts';
import { type Region, squareAbout, wholePicture, worthLookingAt } from './region.ts';

const DETECTOR_RANGE: ValueRange = { black: -1, white: 1 };
const LANDMARK_RANGE: ValueRange = { black: 0, white: 1 };
/** Bodies that are looked at besides the one that is followed. */
const MOST_LOOKED_AT = 2;

/**
 * BlazePose with our own hands around its networks: the detector finds a person, from then on the landmark model follows, and
 * each crop lies where the last answer asks for: one that rests while the person stays about where they are was tried on 47
 * rendered clips, and knew no more. One estimate at a time. The pose-detection package around the same weights is `PoseEngine`; a
 * test holds the two together.
 */
export class BlazePoseEngine implements PoseEstimator {
  readonly size: ModelSize;
  readonly #networks: Networks;
  readonly #detectorInput = new Float32Array(DETECTOR_SIDE * DETECTOR_SIDE * 3);
  readonly #landmarkInput = new Float32Array(LANDMARK_SIDE * LANDMARK_SIDE * 3);
  /** Where the person is expected; null: nobody is followed. */
  #followed: Region | null = null;
  #mask: PersonMask | null = null;

  constructor(size: ModelSize, networks: Networks) {
    this.size = size;
    this.#networks = networks;
  }

  static async create(size: ModelSize, source: ModelSource): Promise<BlazePoseEngine> {
    return new BlazePoseEngine(size, await loadNetworks(size, source));
  }

  /** Where it will look in the next picture; null: it follows nobody. */
  get followed(): Region | null {
    return this.#followed;
  }

  get mask(): PersonMask | null {
    return this.#mask;
  }

  /** The person in the picture, null when there is none. A person who is lost is looked for anew in the same picture. */
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

  /** Looks at no more than two bodies that are `worth` it: this is paid for in frames. Whom it follows is left alone. */
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

  /** Forgets the person it follows. */
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

/** A broken backend answers NaN without any error (tensorflow/tfjs#8180). */
const checked = (landmarks: Landmarks): Landmarks => {
  const all = [landmarks.points, landmarks.visibility, landmarks.world];
  if (all.every((numbers) => numbers.every(Number.isFinite))) return landmarks;
  throw codedError('unexpected', 'the pose model gave numbers that are not finite');
};
