import { describe, expect, it } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { networkPelvis, type PelvisModel } from '../../../src/instrument/networks/network-pelvis.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';

const scale = { gain: 1, spread: 1, leastSd: 0.1, mostSd: 5, trusted: true };
const MODEL: PelvisModel = {
  drill: 'ninety-ninety-stretch',
  version: 'test',
  window: { upright: false, unit: 'trunk', side: 1.15, above: 0.1 },
  outputs: [{ ...scale, name: 'twist', unit: 8 }],
  layers: [],
  weights: { file: '', bytes: 0, sha256: '' },
};
const PICTURE: Picture = { width: 400, height: 300, grey: new Uint8ClampedArray(400 * 300).fill(90) };

function lying(): Landmarks {
  const points = new Float32Array(66).fill(10);
  for (const l of [11, 12]) points.set([100, 150 + l], 2 * l);
  for (const l of [23, 24]) points.set([200, 140 + l], 2 * l);
  return { points, visibility: new Float32Array(33).fill(1), world: new Float32Array(99), score: 1 };
}

const pelvisOf = (model = MODEL, side: 'left' | 'right' = 'left') => {
  const pelvis = networkPelvis(model, side, { ...lying(), width: 400, height: 300 }, [PICTURE]);
  if (!pelvis) throw new Error('no pelvis');
  return pelvis;
};

describe('the pelvis estimator with a network', () => {
  it('gives the twist in the frame that the network answered', () => {
    const pelvis = pelvisOf();
    expect(pelvis.ask(PICTURE, lying())).toHaveLength(96 * 96 * 3);
    pelvis.answered(Float32Array.of(1, -2), 0);
    const { twist, unseen } = pelvis.step();
    expect(twist?.value).toBeCloseTo(8, 6);
    expect(unseen).toBeNull();
  });

  it('says lost, not still, in a frame without an answer', () => {
    const pelvis = pelvisOf();
    pelvis.answered(Float32Array.of(1, -2), 0);
    pelvis.step();
    expect(pelvis.step()).toEqual({
      twist: null,
      unseen: 'pelvis-lost',
      fitted: { twist: null, obliquity: null },
    });
  });

  it('says hidden when the network could not be asked', () => {
    const pelvis = pelvisOf();
    pelvis.answered(null, 0);
    expect(pelvis.step()).toMatchObject({ twist: null, unseen: 'pelvis-hidden' });
  });

  it('gives the arch with the same sign for both sides, or the reason why it is unknown', () => {
    const model: PelvisModel = { ...MODEL, outputs: [{ ...scale, name: 'arch', unit: 7, mostSd: 4 }] };
    for (const side of ['left', 'right'] as const) {
      const pelvis = pelvisOf(model, side);
      pelvis.answered(Float32Array.of(2, -2), 0);
      const seen = pelvis.step();
      expect(seen.arch?.value).toBeCloseTo(14, 6);
      expect(seen.archUnseen).toBeUndefined();
      pelvis.answered(null, 0);
      expect(pelvis.step()).toMatchObject({ arch: null, archUnseen: 'pelvis-hidden' });
      pelvis.answered(Float32Array.of(2, 1), 0);
      expect(pelvis.step()).toMatchObject({ arch: null, archUnseen: 'pelvis-lost' });
    }
    expect(pelvisOf().step()).not.toHaveProperty('arch');
  });

  it('gives no arch in clothes darker than the card allows, and the reason', () => {
    const arch = { ...scale, name: 'arch', unit: 7, mostSd: 4 } as const;
    const seenWith = (leastBright: number) => {
      const pelvis = pelvisOf({ ...MODEL, outputs: [{ ...arch, leastBright }] });
      pelvis.answered(Float32Array.of(2, -2), 0);
      return pelvis.step();
    };
    expect(seenWith(256)).toMatchObject({ arch: null, archUnseen: 'pelvis-too-dark' });
    expect(seenWith(1).arch?.value).toBeCloseTo(14, 6);
  });

  it('gives no twist in clothes darker than the card allows, and the reason', () => {
    const pelvis = pelvisOf({ ...MODEL, outputs: MODEL.outputs.map((one) => ({ ...one, leastBright: 256 })) });
    pelvis.answered(Float32Array.of(2, -2), 0);
    expect(pelvis.step()).toMatchObject({ twist: null, unseen: 'pelvis-too-dark' });
  });

  it('gives the rise of the sit bone if it was trained for it, and none while it is not sure', () => {
    const pelvis = pelvisOf({ ...MODEL, outputs: [...MODEL.outputs, { ...scale, name: 'sitBone', unit: 2 }] });
    pelvis.answered(Float32Array.of(0, 2, -2, -2), 0);
    expect(pelvis.step().lift?.value).toBeCloseTo(0.04, 6);
    for (const answer of [Float32Array.of(0, 2, -2, 2), null]) {
      pelvis.answered(null, 0);
      pelvis.answered(answer, 0);
      expect(pelvis.step().lift).toBeNull();
    }
  });

  it('does not start from a reference pose without a person', () => {
    const still = { points: new Float32Array(66), visibility: new Float32Array(33), width: 400, height: 300 };
    expect(networkPelvis(MODEL, 'left', still, [PICTURE])).toBeNull();
  });
});
