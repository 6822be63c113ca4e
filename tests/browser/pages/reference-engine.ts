import { createDetector, type PoseDetector, SupportedModels } from '@tensorflow-models/pose-detection';
import { engine } from '@tensorflow/tfjs-core';
import { LANDMARK_COUNT, type Landmarks } from '../../../src/instrument/input/landmarks.ts';
import type { ModelSource } from '../../../workers/engine/model-source.ts';
import type { ModelSize } from '../../../workers/pose.api.ts';

/**
 * BlazePose through the pose-detection package, on the current TensorFlow.js backend: what our own engine is compared with. One
 * estimate at a time.
 */
export class ReferenceEngine {
  readonly #detector: PoseDetector;

  private constructor(detector: PoseDetector) {
    this.#detector = detector;
  }

  static async create(size: ModelSize, source: ModelSource): Promise<ReferenceEngine> {
    const detector = await createDetector(SupportedModels.BlazePose, {
      runtime: 'tfjs',
      modelType: size,
      // The package's smoothing lags and steps one of its filters twice a frame; the skeleton fit smooths instead.
      enableSmoothing: false,
      enableSegmentation: false,
      smoothSegmentation: false,
      detectorModelUrl: source.handler('detector'),
      landmarkModelUrl: source.handler(size),
    });
    return new ReferenceEngine(detector);
  }

  /**
   * Resolves to the person in the picture; null: there is none. The scope disposes of all tensors of the frame, even if
   * pose-detection throws half-way (it disposes by hand, without `finally`).
   */
  async estimate(picture: ImageData): Promise<Landmarks | null> {
    engine().startScope();
    try {
      const [pose] = await this.#detector.estimatePoses(picture, { maxPoses: 1, flipHorizontal: false });
      if (!pose) return null;
      return landmarksFrom(pose.keypoints, pose.keypoints3D ?? [], pose.score ?? 0);
    } finally {
      engine().endScope();
    }
  }

  /** Forgets the person being followed. */
  reset(): void {
    this.#detector.reset();
  }
}

interface ModelPoint {
  readonly x: number;
  readonly y: number;
  readonly z?: number;
  readonly score?: number;
}

const landmarksFrom = (image: readonly ModelPoint[], world: readonly ModelPoint[], score: number): Landmarks => {
  if (image.length !== LANDMARK_COUNT || world.length !== LANDMARK_COUNT) {
    throw new Error(`the pose model gave ${image.length} and ${world.length} landmarks`);
  }
  return {
    points: Float32Array.from(image.flatMap(({ x, y }) => [x, y])),
    visibility: Float32Array.from(image, (point) => point.score ?? 0),
    world: Float32Array.from(world.flatMap(({ x, y, z }) => [x, y, z ?? Number.NaN])),
    score,
  };
};
