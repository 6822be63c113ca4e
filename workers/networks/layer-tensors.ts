import { fused, getBackend, reshape, type Tensor, tensor, type Tensor4D } from '@tensorflow/tfjs-core';
import type { LayerShape } from '../../src/instrument/networks/pelvis-model.ts';
import { codedError } from '../coded-error.ts';

interface LayerNumbers<Layer extends LayerShape> {
  readonly layer: Layer;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** A layer whose weights are on the current backend. */
export interface LoadedLayer<Layer extends LayerShape = LayerShape> {
  readonly layer: Layer;
  readonly weights: Tensor;
  readonly bias: Tensor;
}

const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/** Cuts a weight file into layers. Throws `weights-corrupt` if its length is wrong. */
function numbersOf<Layer extends LayerShape>(
  name: string,
  layers: readonly Layer[],
  bytes: ArrayBuffer,
): readonly LayerNumbers<Layer>[] {
  const all = halfFloats(bytes);
  let at = 0;
  const next = (count: number): Float32Array => all.subarray(at, (at += count));
  const cut = layers.map((layer) => {
    const weights = next(product(layer.shape));
    return { layer, weights, bias: next(layer.shape.at(-1) ?? 0) };
  });
  if (at !== all.length) throw codedError('weights-corrupt', `${name}: ${all.length} numbers`);
  return cut;
}

/** The weights of a small network, on whichever TensorFlow.js backend is current. */
export class LayerTensors<Layer extends LayerShape = LayerShape> {
  readonly #numbers: readonly LayerNumbers<Layer>[];
  #layers: readonly LoadedLayer<Layer>[] = [];
  #backend = '';

  /** @throws `weights-corrupt` if the length of the file is wrong */
  constructor(name: string, layers: readonly Layer[], bytes: ArrayBuffer) {
    this.#numbers = numbersOf(name, layers, bytes);
  }

  /**
   * In the order of the layers. Uploaded again after a change of backend, because a removed backend loses its tensors.
   */
  get layers(): readonly LoadedLayer<Layer>[] {
    if (this.#backend !== getBackend()) {
      this.#backend = getBackend();
      this.#layers = this.#numbers.map(({ layer, weights, bias }) => ({
        layer,
        weights: tensor(weights, [...layer.shape]),
        bias: tensor(bias),
      }));
    }
    return this.#layers;
  }

  dispose(): void {
    for (const { weights, bias } of this.#layers) {
      weights.dispose();
      bias.dispose();
    }
    this.#layers = [];
    this.#backend = '';
  }
}

export function applyLayer(x: Tensor, { layer, weights, bias }: LoadedLayer): Tensor {
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
