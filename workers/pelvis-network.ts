import {
  add,
  conv2d,
  getBackend,
  matMul,
  type Rank,
  relu,
  reshape,
  type Tensor,
  tensor,
  type Tensor2D,
  type Tensor4D,
  tidy,
} from '@tensorflow/tfjs-core';
import { CROP_SIZE } from '../src/body/pelvis-net/crop-pixels.ts';
import { INPUT_CHANNELS, type NetworkInput } from '../src/body/pelvis-net/network-input.ts';
import type { LayerShape, PelvisModel } from '../src/body/pelvis-net/pelvis-model.ts';
import { type LayerNumbers, layerNumbers } from './layer-numbers.ts';

interface Loaded {
  readonly layer: LayerShape;
  readonly weights: Tensor;
  readonly bias: Tensor;
}

/** The pelvis model on the current TensorFlow.js backend. One run at a time. */
export class PelvisNetwork {
  readonly model: PelvisModel;
  readonly #numbers: readonly LayerNumbers<LayerShape>[];
  #layers: readonly Loaded[] = [];
  #backend = '';

  constructor(model: PelvisModel, bytes: ArrayBuffer) {
    this.model = model;
    this.#numbers = layerNumbers(`pelvis model ${model.drill}`, model.layers, bytes);
  }

  /** What the network says of a pair: the values, then the logs of their spreads, in units of the model. */
  async run(input: NetworkInput): Promise<Float32Array> {
    this.#useBackend();
    const answer = tidy(() => {
      const picture = tensor(input, [1, CROP_SIZE, CROP_SIZE, INPUT_CHANNELS]);
      return reshape(this.#layers.reduce<Tensor>(apply, picture), [-1]);
    });
    try {
      return Float32Array.from(await answer.data());
    } finally {
      answer.dispose();
    }
  }

  dispose(): void {
    for (const { weights, bias } of this.#layers) {
      weights.dispose();
      bias.dispose();
    }
    this.#layers = [];
    this.#backend = '';
  }

  /** Tensors of a backend that was given up are gone with it. */
  #useBackend(): void {
    if (this.#backend === getBackend()) return;
    this.#backend = getBackend();
    this.#layers = this.#numbers.map(({ layer, weights, bias }) => ({
      layer,
      weights: tensor(weights, [...layer.shape]),
      bias: tensor(bias),
    }));
  }
}

function apply(x: Tensor, { layer, weights, bias }: Loaded): Tensor {
  const y =
    layer.kind === 'convolution'
      ? conv2d(x as Tensor4D, weights as Tensor4D, layer.stride, layer.padding)
      : matMul(reshape<Rank.R2>(x, [1, -1]), weights as Tensor2D);
  const shifted = add(y, bias);
  return layer.relu ? relu(shifted) : shifted;
}
