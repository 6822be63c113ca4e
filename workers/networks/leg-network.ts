import { add, image, mean, relu, type Tensor, tensor, type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import type { LegAnswer, LegLayer, LegModel } from '../../src/instrument/networks/leg-model.ts';
import { codedError } from '../coded-error.ts';
import { applyLayer, LayerTensors } from './layer-tensors.ts';

type Weighted = Extract<LegLayer, { readonly shape: readonly number[] }>;

const NONE = new Float32Array();

const isWeighted = (layer: LegLayer): layer is Weighted => 'shape' in layer;

/** A leg network on the current TensorFlow.js backend. One run at a time. */
export class LegNetwork {
  readonly model: LegModel;
  readonly #tensors: LayerTensors<Weighted>;

  constructor(model: LegModel, bytes: ArrayBuffer) {
    this.model = model;
    this.#tensors = new LayerTensors(`leg model ${model.drill}`, model.layers.filter(isWeighted), bytes);
  }

  /** @param input the crop, row by row, as `legInput` makes it */
  async run(input: Float32Array): Promise<LegAnswer> {
    const { answers, size, rows = size } = this.model;
    const weighted = new Map(this.#tensors.layers.map((loaded) => [loaded.layer.name, loaded]));
    const outputs = [answers.maps, answers.spreads, answers.slants].filter((name) => name !== undefined);
    const tensors = tidy(() => {
      const done = new Map<string, Tensor>([['input', tensor(input, [1, rows, size, 1])]]);
      const stepOf = (name: string): Tensor => found(done, name);
      for (const layer of this.model.layers) {
        const step = isWeighted(layer)
          ? applyLayer(stepOf(layer.of), found(weighted, layer.name))
          : combined(layer, stepOf);
        done.set(layer.name, step);
      }
      return outputs.map(stepOf);
    });
    try {
      const numbers = tensors.map(async (step) => Float32Array.from(await step.data()));
      const [maps = NONE, spreads = NONE, outOfPlaneAngles] = await Promise.all(numbers);
      return outOfPlaneAngles ? { maps, spreads, slants: outOfPlaneAngles } : { maps, spreads };
    } finally {
      for (const step of tensors) step.dispose();
    }
  }

  dispose(): void {
    this.#tensors.dispose();
  }
}

/** The output of a step without weights. */
function combined(layer: Exclude<LegLayer, Weighted>, stepOf: (name: string) => Tensor): Tensor {
  if (layer.kind === 'mean') return mean(stepOf(layer.of), [1, 2]);
  const [coarse, fine] = [stepOf(layer.of[0]) as Tensor4D, stepOf(layer.of[1]) as Tensor4D];
  const [, rows, columns] = fine.shape;
  return relu(add(image.resizeNearestNeighbor(coarse, [rows, columns]), fine));
}

function found<Step>(steps: ReadonlyMap<string, Step>, name: string): Step {
  const step = steps.get(name);
  if (step === undefined) throw codedError('unexpected', `the leg model has no step ${name}`);
  return step;
}
