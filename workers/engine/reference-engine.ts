import { createDetector, type PoseDetector, SupportedModels } from '@tensorflow-models/pose-detection';
import { engine, memory } from '@tensorflow/tfjs-core';
import { LANDMARK_COUNT, type Landmarks } from '../../src/instrument/input/landmarks.ts';
import type { PersonMask } from '../../src/instrument/outline/person-mask.ts';
import { codedError } from '../coded-error.ts';
import { maskFrom } from '../pictures/mask-from-picture.ts';
import type { ModelSource } from './model-source.ts';
import type { ModelSize } from '../pose.api.ts';
import type { PoseEstimator } from './orientation-search.ts';

/**
 * BlazePose through the pose-detection package, on the current TensorFlow.js backend. Used as fallback and to check our
 * own engine. One estimate at a time.
 */
export class ReferenceEngine implements PoseEstimator {
  readonly size: ModelSize;
  readonly #detector: PoseDetector;
  #mask: PersonMask | null = null;

  private constructor(size: ModelSize, detector: PoseDetector) {
    this.size = size;
    this.#detector = detector;
  }

  static async create(size: ModelSize, source: ModelSource): Promise<ReferenceEngine> {
    const detector = await createDetector(SupportedModels.BlazePose, {
      runtime: 'tfjs',
      modelType: size,
      // The package's smoothing lags and steps one of its filters twice a frame; the skeleton fit smooths instead.
      enableSmoothing: false,
      // Switched on for single pictures, see `estimate`.
      enableSegmentation: false,
      smoothSegmentation: false,
      detectorModelUrl: source.handler('detector'),
      landmarkModelUrl: source.handler(size),
    });
    return new ReferenceEngine(size, detector);
  }

  get mask(): PersonMask | null {
    return this.#mask;
  }

  /**
   * Resolves to the person in the picture; null: there is none. The scope disposes of all tensors of the frame, even if
   * pose-detection throws half-way (it disposes by hand, without `finally`).
   */
  async estimate(picture: ImageData, withMask = false): Promise<Landmarks | null> {
    this.#mask = null;
    engine().startScope();
    this.#switchMasks(withMask);
    try {
      const [pose] = await this.#detector.estimatePoses(picture, { maxPoses: 1, flipHorizontal: false });
      if (!pose) return null;
      const rgba = await pose.segmentation?.mask.toTensor();
      if (rgba) this.#mask = maskFrom(await rgba.data(), picture);
      return landmarksFrom(pose.keypoints, pose.keypoints3D ?? [], pose.score ?? 0);
    } finally {
      this.#switchMasks(false);
      engine().endScope();
    }
  }

  /** The package reads this option anew for every picture. It is not always on, because a mask takes time. */
  #switchMasks(enableSegmentation: boolean): void {
    Object.assign(this.#detector, { enableSegmentation });
  }

  /** Forgets the person being followed. */
  reset(): void {
    this.#detector.reset();
  }

  dispose(): void {
    this.#detector.dispose();
  }
}

/** Number of live tensors; must not grow from frame to frame. */
export const tensorCount = (): number => memory().numTensors;

interface ModelPoint {
  readonly x: number;
  readonly y: number;
  readonly z?: number;
  readonly score?: number;
}

const landmarksFrom = (image: readonly ModelPoint[], world: readonly ModelPoint[], score: number): Landmarks => {
  if (image.length !== LANDMARK_COUNT || world.length !== LANDMARK_COUNT) {
    throw codedError('unexpected', `the pose model gave ${image.length} and ${world.length} landmarks`);
  }
  const landmarks = {
    points: Float32Array.from(image.flatMap(({ x, y }) => [x, y])),
    visibility: Float32Array.from(image, (point) => point.score ?? 0),
    world: Float32Array.from(world.flatMap(({ x, y, z }) => [x, y, z ?? Number.NaN])),
    score,
  };
  // A broken backend gives NaN without an error (tensorflow/tfjs#8180).
  const finite = [landmarks.points, landmarks.visibility, landmarks.world].every((all) => all.every(Number.isFinite));
  if (!finite) throw codedError('unexpected', 'the pose model gave numbers that are not finite');
  return landmarks;
};
