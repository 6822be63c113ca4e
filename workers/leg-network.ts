import {
  add,
  conv2d,
  getBackend,
  image,
  matMul,
  mean,
  relu,
  type Tensor,
  tensor,
  type Tensor2D,
  type Tensor4D,
  tidy,
} from '@tensorflow/tfjs-core';
import type { LegAnswer, LegLayer, LegModel } from '../src/body/leg-net/leg-model.ts';
import { codedError } from './coded-error.ts';
import { type LayerNumbers, layerNumbers } from './layer-numbers.ts';

type Weighted = Extract<LegLayer, { readonly shape: readonly number[] }>;

interface Weights {
  readonly weights: Tensor;
  readonly bias: Tensor;
}

const isWeighted = (layer: LegLayer): layer is Weighted => 'shape' in layer;

/** The model of the legs on the current TensorFlow.js backend. One run at a time. */
export class LegNetwork {
  readonly model: LegModel;
  readonly #numbers: readonly LayerNumbers<Weighted>[];
  #weights = new Map<string, Weights>();
  #backend = '';

  constructor(model: LegModel, bytes: ArrayBuffer) {
    this.model = model;
    this.#numbers = layerNumbers(`leg model ${model.drill}`, model.layers.filter(isWeighted), bytes);
  }

  /** @param input the crop, row by row, as `legInput` makes it */
  async run(input: Float32Array): Promise<LegAnswer> {
    this.#useBackend();
    const { answers, size } = this.model;
    const [maps, spreads] = tidy(() => {
      const done = new Map<string, Tensor>([['input', tensor(input, [1, size, size, 1])]]);
      for (const layer of this.model.layers) done.set(layer.name, this.#step(layer, done));
      return [stepOf(done, answers.maps), stepOf(done, answers.spreads)] as const;
    });
    try {
      return {
        maps: Float32Array.from(await maps.data()),
        spreads: Float32Array.from(await spreads.data()),
      };
    } finally {
      maps.dispose();
      spreads.dispose();
    }
  }

  dispose(): void {
    for (const { weights, bias } of this.#weights.values()) {
      weights.dispose();
      bias.dispose();
    }
    this.#weights.clear();
    this.#backend = '';
  }

  #step(layer: LegLayer, done: ReadonlyMap<string, Tensor>): Tensor {
    if (layer.kind === 'joined') {
      const [coarse, fine] = layer.of.map((name) => stepOf(done, name) as Tensor4D);
      if (!coarse || !fine) throw codedError('unexpected', `${layer.name} joins nothing`);
      const [, rows, columns] = fine.shape;
      return relu(add(image.resizeNearestNeighbor(coarse, [rows, columns]), fine));
    }
    const x = stepOf(done, layer.of);
    if (layer.kind === 'mean') return mean(x, [1, 2]);
    const own = this.#weights.get(layer.name);
    if (!own) throw codedError('unexpected', `${layer.name} has no weights`);
    const y =
      layer.kind === 'convolution'
        ? conv2d(x as Tensor4D, own.weights as Tensor4D, layer.stride, layer.padding)
        : matMul(x as Tensor2D, own.weights as Tensor2D);
    const shifted = add(y, own.bias);
    return layer.relu ? relu(shifted) : shifted;
  }

  /** Tensors of a backend that was given up are gone with it. */
  #useBackend(): void {
    if (this.#backend === getBackend()) return;
    this.#backend = getBackend();
    this.#weights = new Map(
      this.#numbers.map(({ layer, weights, bias }) => [
        layer.name,
        { weights: tensor(weights, [...layer.shape]), bias: tensor(bias) },
      ]),
    );
  }
}

function stepOf(done: ReadonlyMap<string, Tensor>, name: string): Tensor {
  const step = done.get(name);
  if (!step) throw codedError('unexpected', `the leg model has no step ${name}`);
  return step;
}
