import { fused, getBackend, reshape, tensor, type Tensor, type Tensor4D, tidy } from '@tensorflow/tfjs-core';
import { CROP_SIZE, INPUT_CHANNELS, type NetworkInput } from '../../src/instrument/networks/network-input.ts';
import type { LayerShape, PelvisModel } from '../../src/instrument/networks/network-pelvis.ts';
import { codedError } from '../coded-error.ts';
import { pinnedContent, type WeightFile } from '../engine/model-source.ts';
import type { LoadOptions } from '../pose.api.ts';

/** A layer with its weights: numbers of the file, or tensors on the current backend. */
interface Layer<Weights> {
  readonly layer: LayerShape;
  readonly weights: Weights;
  readonly bias: Weights;
}

/** Cuts a weight file into layers. Throws `weights-corrupt` if its length is wrong. */
function numbersOf({ drill, layers }: PelvisModel, bytes: ArrayBuffer): readonly Layer<Float32Array>[] {
  const all = halfFloats(bytes);
  let at = 0;
  const next = (count: number): Float32Array => all.subarray(at, (at += count));
  const cut = layers.map((layer) => {
    const weights = next(layer.shape.reduce((a, b) => a * b, 1));
    return { layer, weights, bias: next(layer.shape.at(-1) ?? 0) };
  });
  if (at !== all.length) throw codedError('weights-corrupt', `pelvis model ${drill}: ${all.length} numbers`);
  return cut;
}

function applyLayer(x: Tensor, { layer, weights, bias }: Layer<Tensor>): Tensor {
  const { relu } = layer;
  // In one step: bias and ReLU need no pass of their own over the numbers.
  const last = { bias, activation: relu ? ('relu' as const) : ('linear' as const) };
  if (layer.kind !== 'convolution') return fused.matMul({ a: reshape(x, [1, -1]), b: weights, ...last });
  const { stride: strides, padding: pad } = layer;
  return fused.conv2d({ x: x as Tensor4D, filter: weights as Tensor4D, strides, pad, ...last });
}

const FRACTION = 1024;
const SMALLEST = 2 ** -24;

function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & (FRACTION - 1);
  if (exponent === 0) return sign * fraction * SMALLEST;
  if (exponent === 31) return fraction ? Number.NaN : sign * Infinity;
  return sign * 2 ** (exponent - 15) * (1 + fraction / FRACTION);
}

/** Decodes little-endian half floats. */
export function halfFloats(bytes: ArrayBuffer): Float32Array {
  const view = new DataView(bytes);
  return Float32Array.from({ length: bytes.byteLength >> 1 }, (_, i) => halfFloat(view.getUint16(2 * i, true)));
}

/** A pelvis network on the current TensorFlow.js backend. One run at a time. */
export class PelvisNetwork {
  readonly model: PelvisModel;
  readonly #numbers: readonly Layer<Float32Array>[];
  #tensors: readonly Layer<Tensor>[] = [];
  #backend = '';

  /** @throws `weights-corrupt` if the length of the file is wrong */
  constructor(model: PelvisModel, bytes: ArrayBuffer) {
    this.model = model;
    this.#numbers = numbersOf(model, bytes);
  }

  /** In the order of the layers. Uploaded again after a change of backend, because a removed backend loses its tensors. */
  get #layers(): readonly Layer<Tensor>[] {
    if (this.#backend !== getBackend()) {
      this.#backend = getBackend();
      this.#tensors = this.#numbers.map(({ layer, weights, bias }) => ({
        layer,
        weights: tensor(weights, [...layer.shape]),
        bias: tensor(bias),
      }));
    }
    return this.#tensors;
  }

  /** Resolves to the values, then the logs of their standard deviations, in units of the model (`OutputScale.unit`). */
  async run(input: NetworkInput): Promise<Float32Array> {
    const layers = this.#layers;
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
    for (const { weights, bias } of this.#tensors) {
      weights.dispose();
      bias.dispose();
    }
    this.#tensors = [];
    this.#backend = '';
  }
}

/** The model cards `models/pelvis-NAME.json`, by path. */
const pelvisCards: Readonly<Record<string, PelvisModel>> = import.meta.glob('../../models/pelvis-*.json', {
  import: 'default',
  eager: true,
});
/** Addresses of the weight files, by path. */
const weightUrls: Readonly<Record<string, string>> = import.meta.glob('../../models/pelvis-*.bin', {
  query: '?url',
  import: 'default',
  eager: true,
});

/** Loads the pelvis network of this drill; null: none has an output that is good enough. */
export async function loadPelvisNetwork(drill: string): Promise<PelvisNetwork | null> {
  const model = pelvisCardOf(drill);
  return model ? new PelvisNetwork(model, await fetchWeights(model.weights)) : null;
}

const pelvisCardOf = (drill: string | undefined) =>
  Object.values(pelvisCards).find((card) => card.drill === drill && card.outputs.some(({ trusted }) => trusted));

/** Weights that were fetched before their network was asked for. */
const fetchedAhead = new Map<string, Promise<ArrayBuffer>>();

/** Fetches the weights of the network that a drill will ask for. What fails is fetched again then. */
export function fetchNetworksAhead({ pelvisModel }: NonNullable<LoadOptions['networks']>): void {
  const model = pelvisCardOf(pelvisModel);
  if (!model || fetchedAhead.has(model.weights.file)) return;
  const content = fetchPinned(model.weights);
  content.catch(() => undefined);
  fetchedAhead.set(model.weights.file, content);
}

/** @throws `weights-missing`, `weights-corrupt` */
async function fetchWeights(row: WeightFile): Promise<ArrayBuffer> {
  const ahead = fetchedAhead.get(row.file);
  fetchedAhead.delete(row.file);
  return (await ahead?.catch(() => null)) ?? fetchPinned(row);
}

function fetchPinned(row: WeightFile): Promise<ArrayBuffer> {
  const url = weightUrls[`../../models/${row.file}`];
  if (!url) throw codedError('weights-missing', `${row.file} is not part of this build`);
  return pinnedContent(row, async (cache) => {
    const response = await fetch(url, { cache });
    if (!response.ok) throw codedError('weights-missing', `${row.file}: ${response.status}`);
    return response.arrayBuffer();
  });
}
