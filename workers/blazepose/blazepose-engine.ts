import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import { dispose, type Tensor, tensor4d } from '@tensorflow/tfjs-core';
import type { PictureBox } from '../../src/instrument/checks/person-check.ts';
import type { Pixels } from '../../src/instrument/geometry/units.ts';
import type { Landmarks } from '../../src/instrument/input/landmarks.ts';
import type { PersonMask } from '../../src/instrument/outline/trunk-contour.ts';
import {
  cropRegion,
  type CropSource,
  detectedRegions,
  DETECTOR_SIDE,
  type Region,
  squareAbout,
  type ValueRange,
  wholePicture,
  worthLookingAt,
} from './detection.ts';
import { decodeLandmarks, type FoundPerson, LANDMARK_SIDE, type LandmarkAnswer } from './landmark-decoding.ts';
import { codedError } from '../coded-error.ts';
import type { ModelSource } from '../engine/model-source.ts';
import type { PoseEstimator } from '../engine/orientation-search.ts';
import type { ModelSize } from '../pose.api.ts';

/** The two networks of BlazePose, with plain arrays as input and output. */
export interface Networks {
  /** @param input 224 × 224 × 3, −1…1. Resolves to 13 numbers per anchor, see `detectedRegions`. */
  detect(input: Float32Array): Promise<Float32Array>;
  /**
   * @param input 256 × 256 × 3, 0…1
   * @param withMask also run the network's segmentation branch, which costs a quarter more time
   */
  landmarks(input: Float32Array, withMask?: boolean): Promise<LandmarkAnswer>;
  dispose(): void;
}

const LANDMARK_OUTPUTS = ['ld_3d', 'output_poseflag', 'world_3d', 'activation_heatmap'];
const MASK_OUTPUT = 'activation_segmentation';

/** Loads the networks on the current TensorFlow.js backend. A call disposes of all its tensors, even if it throws. */
export const loadNetworks = async (size: ModelSize, source: ModelSource): Promise<Networks> => {
  const detector = await loadGraphModel(source.handler('detector'));
  const landmarker = await loadGraphModel(source.handler(size)).catch((error: unknown) => {
    detector.dispose();
    throw error;
  });
  return {
    detect: async (input) => {
      const [rows] = await answersOf(detector, input, DETECTOR_SIDE);
      return rows ?? noAnswer();
    },
    landmarks: async (input, withMask = false) => {
      const outputs = withMask ? [...LANDMARK_OUTPUTS, MASK_OUTPUT] : LANDMARK_OUTPUTS;
      const answers = await answersOf(landmarker, input, LANDMARK_SIDE, outputs);
      const [points, [score] = [], world, heatmap, mask = null] = answers;
      if (!points || score === undefined || !world || !heatmap) return noAnswer();
      return { points, score, world, heatmap, mask };
    },
    dispose: () => {
      detector.dispose();
      landmarker.dispose();
    },
  };
};

const answersOf = async (
  network: GraphModel,
  input: Float32Array,
  side: number,
  outputs?: string[],
): Promise<readonly Float32Array[]> => {
  const image = tensor4d(input, [1, side, side, 3]);
  let answers: Tensor[] = [];
  try {
    answers = [network.execute(image, outputs)].flat();
    return await Promise.all(answers.map((answer) => answer.data<'float32'>()));
  } finally {
    dispose(answers);
    image.dispose();
  }
};

const noAnswer = (): never => {
  throw codedError('unexpected', 'the pose model lacks an output');
};

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
    const [region] = detectedRegions(await this.#networks.detect(this.#detectorInput), whole, 1);
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
