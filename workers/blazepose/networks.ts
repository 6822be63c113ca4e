import { type GraphModel, loadGraphModel } from '@tensorflow/tfjs-converter';
import { dispose, type Tensor, tensor4d } from '@tensorflow/tfjs-core';
import { codedError } from '../coded-error.ts';
import type { ModelSource } from '../engine/model-source.ts';
import type { ModelSize } from '../pose.api.ts';
import { DETECTOR_SIDE } from './detection.ts';
import { LANDMARK_SIDE, type LandmarkAnswer } from './landmark-decoding.ts';

/** The two networks of BlazePose, with plain arrays as input and output. */
export interface Networks {
  /** @param input 224 × 224 × 3, −1…1. Resolves to 13 numbers per anchor, see `detectedRegion`. */
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
