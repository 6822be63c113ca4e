import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { LegModel } from '../../../src/instrument/networks/leg-model.ts';
import { jointCentroids } from '../../../src/instrument/networks/leg-keypoints.ts';
import { root } from '../../../tools/shared/paths.mjs';
import { LegNetwork } from '../../../workers/networks/leg-network.ts';
import { json, onWasm, tensorsThrough, weightsOf } from '../small-network.ts';

/** Crops with PyTorch’s answers for the same weights: `tests/lab/pelvis-net/train/export_legs.py --fixture`. */
interface KnownCrops {
  readonly version: string;
  readonly known: readonly {
    /** Base64 bytes; 128 is 0, 16 steps are 1. */
    readonly input: string;
    readonly places: readonly (readonly [number, number])[];
    readonly spreads: readonly number[];
    /** Out-of-plane angles and the logs of their standard deviations; only of networks that have them. */
    readonly slants?: readonly number[];
  }[];
}

const DRILLS = readdirSync(join(root, 'models')).flatMap((file) => /^legs-(.+)\.json$/u.exec(file)?.[1] ?? []);
const inputOf = (text: string): Float32Array =>
  Float32Array.from(Buffer.from(text, 'base64'), (byte) => (byte - 128) / 16);

/** Rounding differs because the sums have another order: a thousandth of the crop’s side is a millimetre. */
const ARITHMETIC = 1e-3;
const SPREAD_ARITHMETIC = 0.02;

describe.each(DRILLS)('the leg network of %s', (drill) => {
  const model = json(`models/legs-${drill}.json`) as LegModel;
  const { version, known } = json(`tests/workers/legs-known-crops/${drill}.json`) as KnownCrops;
  const bytes = weightsOf(model.weights.file);

  beforeAll(onWasm);

  it('gives the same keypoints as PyTorch with the same weights', async () => {
    expect(version).toBe(model.version);
    const network = new LegNetwork(model, bytes);
    for (const { input, places, spreads, slants } of known) {
      const answer = await network.run(inputOf(input));
      const middles = jointCentroids(answer, model.joints.length, model.size / (model.rows ?? model.size));
      expect(middles).toHaveLength(places.length);
      for (const [j, [x, y]] of middles.entries()) {
        expect(Math.abs(x - (places[j]?.[0] ?? NaN))).toBeLessThan(ARITHMETIC);
        expect(Math.abs(y - (places[j]?.[1] ?? NaN))).toBeLessThan(ARITHMETIC);
        expect(Math.abs((answer.spreads[j] ?? NaN) - (spreads[j] ?? NaN))).toBeLessThan(SPREAD_ARITHMETIC);
      }
      expect(answer.slants?.length).toBe(slants?.length);
      expect(slants?.length).toBe(model.slants && 2 * model.slants.length);
      for (const [k, outOfPlaneAngle] of (slants ?? []).entries())
        expect(Math.abs((answer.slants?.[k] ?? NaN) - outOfPlaneAngle)).toBeLessThan(SPREAD_ARITHMETIC);
    }
    network.dispose();
  });

  it('keeps no tensor of a frame, and none at all after dispose', async () => {
    const input = inputOf(known[0]?.input ?? '');
    const [before, first, second, after] = await tensorsThrough(() => new LegNetwork(model, bytes), input);
    expect(second).toBe(first);
    expect(after).toBe(before);
  });

  it('rejects weights that were cut short', () => {
    expect(() => new LegNetwork(model, bytes.slice(2))).toThrow('leg model');
  });

  it('matches its card', () => {
    expect(bytes.byteLength).toBe(model.weights.bytes);
    expect(new Set(model.layers.map(({ name }) => name)).size).toBe(model.layers.length);
  });
});
