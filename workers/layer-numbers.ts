import type { LayerShape } from '../src/body/pelvis-net/pelvis-model.ts';
import { codedError } from './coded-error.ts';
import { halfFloats } from './pelvis-half-floats.ts';

/** A layer with its numbers. */
export interface LayerNumbers<Layer extends LayerShape> {
  readonly layer: Layer;
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

const product = (shape: readonly number[]): number => shape.reduce((a, b) => a * b, 1);

/**
 * Cuts the file of a small network into layers.
 * @throws `weights-corrupt` when it has another length
 */
export function layerNumbers<Layer extends LayerShape>(
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
