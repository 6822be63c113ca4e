import { beforeAll, describe, expect, it } from 'vitest';
import { networkInput } from '../../../src/instrument/networks/network-input.ts';
import type { PelvisModel } from '../../../src/instrument/networks/network-pelvis.ts';
import { halfFloats, PelvisNetwork } from '../../../workers/networks/load-networks.ts';
import { json, onWasm, tensorsThrough, weightsOf } from '../small-network.ts';

/** Crops with PyTorch’s answers for the same weights, written when the network was exported (`models/README.md`). */
interface KnownPairs {
  readonly version: string;
  /** The reference crop first; grey, base64. */
  readonly crops: readonly string[];
  readonly answers: readonly (readonly number[])[];
}

const model = json('models/pelvis-ninety-ninety-stretch.json') as PelvisModel;
const known = json('tests/workers/pelvis-known-pairs.json') as KnownPairs;
const bytes = weightsOf(model.weights.file);
const crops = known.crops.map((text) => Float32Array.from(Buffer.from(text, 'base64')));
const inputs = crops.map((crop) => networkInput(crops[0] ?? crop, crop));

/** Rounding differs because the sums have another order. */
const ARITHMETIC = 1e-3;

describe('the pelvis network', () => {
  beforeAll(onWasm);

  it('gives the same output as PyTorch for the same crops and weights', async () => {
    expect(known.version).toBe(model.version);
    const network = new PelvisNetwork(model, bytes);
    for (const [i, input] of inputs.entries()) {
      const answer = await network.run(input);
      const expected = known.answers[i] ?? [];
      expect(answer).toHaveLength(expected.length);
      for (const [k, value] of answer.entries())
        expect(Math.abs(value - (expected[k] ?? NaN))).toBeLessThan(ARITHMETIC);
    }
  });

  it('keeps no tensor of a frame, and none at all after dispose', async () => {
    const [input] = inputs;
    if (!input) throw new Error('no input');
    const [before, first, second, after] = await tensorsThrough(() => new PelvisNetwork(model, bytes), input);
    expect(second).toBe(first);
    expect(after).toBe(before);
  });

  it('rejects weights that were cut short', () => {
    expect(() => new PelvisNetwork(model, bytes.slice(2))).toThrow('pelvis model');
  });
});

describe('half floats', () => {
  it('are decoded to ordinary numbers', () => {
    const bits = Uint16Array.of(0x3c00, 0xc000, 0x3555, 0x0001, 0x7c00, 0x0000);
    const numbers = halfFloats(bits.buffer);
    expect(Array.from(numbers.slice(0, 2))).toEqual([1, -2]);
    expect(numbers[2]).toBeCloseTo(1 / 3, 3);
    expect(numbers[3]).toBeCloseTo(2 ** -24, 12);
    expect(numbers[4]).toBe(Infinity);
    expect(numbers[5]).toBe(0);
  });
});
