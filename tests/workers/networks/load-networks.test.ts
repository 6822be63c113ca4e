import { afterEach, describe, expect, it, vi, beforeAll } from 'vitest';
import {
  fetchNetworksAhead,
  loadPelvisNetwork,
  halfFloats,
  PelvisNetwork,
} from '../../../workers/networks/load-networks.ts';
import { weightsOf, json, onWasm, tensorsThrough } from '../small-network.ts';
import { networkInput } from '../../../src/instrument/networks/network-input.ts';
import type { PelvisModel } from '../../../src/instrument/networks/network-pelvis.ts';

/** Serves the weight files of `models`; records their names. */
function serveWeights(): string[] {
  const served: string[] = [];
  vi.stubGlobal('fetch', (url: string) => {
    const file = url.replace(/\?.*$/, '').split('/').at(-1) ?? '';
    served.push(file);
    return Promise.resolve(new Response(weightsOf(file)));
  });
  return served;
}

afterEach(() => vi.unstubAllGlobals());

describe('loading the network of a drill', () => {
  it('finds the card and the weights of the drill', async () => {
    const served = serveWeights();
    const pelvis = await loadPelvisNetwork('ninety-ninety-stretch');
    expect(pelvis?.model.drill).toBe('ninety-ninety-stretch');
    expect(served).toEqual(['pelvis-ninety-ninety-stretch.bin']);
  });

  it('fetches weights once that were fetched ahead', async () => {
    const served = serveWeights();
    fetchNetworksAhead({ pelvisModel: 'ninety-ninety-stretch' });
    fetchNetworksAhead({ pelvisModel: 'no-such-drill' });
    expect(served).toEqual(['pelvis-ninety-ninety-stretch.bin']);
    expect((await loadPelvisNetwork('ninety-ninety-stretch'))?.model.drill).toBe('ninety-ninety-stretch');
    expect(served).toHaveLength(1);
  });

  it('fetches again what could not be fetched ahead', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new Error('no line')));
    fetchNetworksAhead({ pelvisModel: 'ninety-ninety-stretch' });
    const served = serveWeights();
    expect((await loadPelvisNetwork('ninety-ninety-stretch'))?.model.drill).toBe('ninety-ninety-stretch');
    expect(served).toEqual(['pelvis-ninety-ninety-stretch.bin']);
  });

  it('gives null for a drill without a network', async () => {
    serveWeights();
    expect(await loadPelvisNetwork('no-such-drill')).toBeNull();
  });

  it('rejects weights of another length', async () => {
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(new Uint8Array(3))));
    await expect(loadPelvisNetwork('ninety-ninety-stretch')).rejects.toMatchObject({ name: 'weights-corrupt' });
  });

  it('rejects weights of the right length that are not the ones on the card', async () => {
    const file = 'pelvis-ninety-ninety-stretch.bin';
    const broken = new Uint8Array(weightsOf(file).slice(0));
    broken[1000] = (broken[1000] ?? 0) ^ 1;
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(broken.slice())));
    await expect(loadPelvisNetwork('ninety-ninety-stretch')).rejects.toMatchObject({ name: 'weights-corrupt' });
  });

  it('asks the server again where the browser’s cache holds a broken copy', async () => {
    const asked: (RequestCache | undefined)[] = [];
    vi.stubGlobal('fetch', (_: string, { cache }: RequestInit) => {
      asked.push(cache);
      const whole = weightsOf('pelvis-ninety-ninety-stretch.bin');
      return Promise.resolve(new Response(cache === 'reload' ? whole : new Uint8Array(whole.byteLength)));
    });
    expect((await loadPelvisNetwork('ninety-ninety-stretch'))?.model.drill).toBe('ninety-ninety-stretch');
    expect(asked).toEqual(['default', 'reload']);
  });
});

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
