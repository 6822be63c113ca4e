import { reshape, type Tensor, tensor, tidy } from '@tensorflow/tfjs-core';
import { CROP_SIZE } from '../../src/instrument/networks/crop-pixels.ts';
import { INPUT_CHANNELS, type NetworkInput } from '../../src/instrument/networks/network-input.ts';
import type { PelvisModel } from '../../src/instrument/networks/pelvis-model.ts';
import { applyLayer, LayerTensors } from './layer-tensors.ts';

/** A pelvis network on the current TensorFlow.js backend. One run at a time. */
export class PelvisNetwork {
  readonly model: PelvisModel;
  readonly #tensors: LayerTensors;

  constructor(model: PelvisModel, bytes: ArrayBuffer) {
    this.model = model;
    this.#tensors = new LayerTensors(`pelvis model ${model.drill}`, model.layers, bytes);
  }

  /** Resolves to the values, then the logs of their standard deviations, in units of the model (`OutputScale.unit`). */
  async run(input: NetworkInput): Promise<Float32Array> {
    const { layers } = this.#tensors;
    const answer = tidy(() => {
      const picture = tensor(input, [1, CROP_SIZE, CROP_SIZE, INPUT_CHANNELS]);
      return reshape(layers.reduce<Tensor>(applyLayer, picture), [-1]);
    });
    try {
      return Float32Array.from(await answer.data());
    } finally {
      answer.dispose();
    }
  }

  dispose(): void {
    this.#tensors.dispose();
  }
}
