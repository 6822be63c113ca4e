import { describe, expect, it } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import { networkPelvis, type PelvisModel } from '../../../src/instrument/networks/network-pelvis.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';

const scale = { gain: 1, spread: 1, leastSd: 0.1, mostSd: 5, trusted: true };
const TWIST = { ...scale, name: 'twist', unit: 8 } as const;
const MODEL: PelvisModel = {
  drill: 'ninety-ninety-stretch',
  version: 'test',
  window: { upright: false, unit: 'trunk', side: 1.15, above: 0.1 },
  outputs: [TWIST, { ...scale, name: 'sitBone', unit: 2 }],
  layers: [],
  weights: { file: '', bytes: 0, sha256: '' },
};
const PICTURE: Picture = { width: 400, height: 300, grey: new Uint8ClampedArray(400 * 300).fill(90) };

/** A person lying across the picture, with the right wrist and finger at this place and the left ones far away. */
function lying(wrist: readonly [number, number] = [40, 290], visible = 1): Landmarks {
  const points = new Float32Array(66).fill(10);
  const put = (l: number, x: number, y: number) => points.set([x, y], 2 * l);
  for (const l of [11, 12]) put(l, 100, 150 + l);
  for (const l of [23, 24]) put(l, 200, 140 + l);
  for (const l of [14, 16, 20]) put(l, wrist[0], wrist[1]);
  const visibility = new Float32Array(33).fill(1);
  visibility[16] = visible;
  return { points, visibility, world: new Float32Array(99), score: 1 };
}

const pairOf = (side: Side, model = MODEL) => {
  const pair = networkPelvis(model, side, { ...lying(), width: 400, height: 300 }, [PICTURE]);
  if (!pair) throw new Error('no pair');
  return pair;
};
/** Twist and rise of the sit bone in units, then the logs of their standard deviations. */
const answer = (twist: number, lift: number, logSd = -1.5) => Float32Array.of(twist, lift, logSd, logSd);

describe('the answer of the pelvis network', () => {
  it('is converted to degrees and metres', () => {
    const { confident, unseen } = pairOf('left').read(answer(0.5, 2), 0);
    expect(unseen).toBeNull();
    expect(confident.twist?.value).toBeCloseTo(4, 6);
    expect(confident.twist?.sd).toBeCloseTo(8 * Math.exp(-1.5), 6);
    expect(confident.sitBone?.value).toBeCloseTo(0.04, 6);
  });

  it('says nothing and does not stay in the median where a number is not finite', () => {
    const pair = pairOf('left');
    for (const bad of [Number.NaN, Infinity]) {
      expect(pair.read(answer(bad, 2), 0)).toEqual({ confident: {}, all: {}, unseen: 'pelvis-lost' });
      expect(pair.read(answer(0.5, 2, bad), 0)).toEqual({ confident: {}, all: {}, unseen: 'pelvis-lost' });
    }
    expect(pair.read(answer(0.5, 2), 0.1).confident.twist?.value).toBeCloseTo(4, 6);
  });

  it('counts once where it is kept for frames in which nothing has moved', () => {
    const pair = pairOf('left');
    const kept = answer(0.5, 2);
    for (const time of [0, 0.05, 0.1]) expect(pair.read(kept, time).confident.twist?.value).toBeCloseTo(4, 6);
    pair.read(answer(1, 2), 0.15);
    // The median of three answers, not of five.
    expect(pair.read(answer(1, 2), 0.2).confident.twist?.value).toBeCloseTo(8, 6);
  });

  it('changes the sign of turns, but not of lifts, for right-side work, whose crop is mirrored', () => {
    const { confident } = pairOf('right').read(answer(0.5, 2), 0);
    expect(confident.twist?.value).toBeCloseTo(-4, 6);
    expect(confident.sitBone?.value).toBeCloseTo(0.04, 6);
  });

  it('changes the sign of turns wherever the crop is mirrored, whichever leg works', () => {
    const alike: PelvisModel = { ...MODEL, window: { ...MODEL.window, alike: 'both-sides' } };
    const from = (still: Landmarks): number | undefined => {
      const pair = networkPelvis(alike, 'left', { ...still, width: 400, height: 300 }, [PICTURE]);
      return pair?.read(answer(0.5, 2), 0).confident.twist?.value;
    };
    expect(from(lying())).toBeCloseTo(4, 6);
    const across = lying();
    for (let l = 0; l < 33; l++) across.points[2 * l] = 400 - (across.points[2 * l] ?? 0);
    expect(from(across)).toBeCloseTo(-4, 6);
  });

  it('is the median over 0.3 s, so that two wrong frames of fifteen per second trigger nothing', () => {
    const pair = pairOf('left');
    for (let i = 0; i < 4; i++) pair.read(answer(0.1, 0), i / 15);
    for (const i of [4, 5]) expect(pair.read(answer(3, 0), i / 15).confident.twist?.value).toBeCloseTo(0.8, 5);
    expect(pair.read(answer(3, 0), 6 / 15).confident.twist?.value).toBeCloseTo(24, 5);
  });

  it('forgets answers older than 1.5 s, and later ones if the clock was set back', () => {
    for (const times of [
      [0, 0.1, 0.2, 30],
      [10, 10.1, 10.2, 3],
    ]) {
      const pair = pairOf('left');
      const [last = 0, ...before] = times.toReversed();
      for (const time of before.reverse()) pair.read(answer(0.1, 0), time);
      expect(pair.read(answer(3, 0), last).confident.twist?.value).toBeCloseTo(24, 5);
    }
  });

  it('is the median of three frames at a low rate, so that one wrong frame triggers nothing', () => {
    const pair = pairOf('left');
    for (let i = 0; i < 4; i++) pair.read(answer(0.1, 0), i / 5);
    expect(pair.read(answer(3, 0), 4 / 5).confident.twist?.value).toBeCloseTo(0.8, 5);
    expect(pair.read(answer(3, 0), 5 / 5).confident.twist?.value).toBeCloseTo(24, 5);
  });

  it('goes to the fit with its standard deviation even if it is too uncertain to judge by', () => {
    const { all } = pairOf('left').read(answer(0.5, 2, 1), 0);
    expect(Object.keys(all)).toEqual(['twist', 'sitBone']);
    expect(all.twist?.value).toBeCloseTo(4, 5);
  });

  it('is not confident if its standard deviation is too large or its output is not trusted', () => {
    expect(pairOf('left').read(answer(0.5, 2, 1), 0)).toMatchObject({ confident: {}, unseen: 'pelvis-lost' });
    const untrusted = { ...MODEL, outputs: MODEL.outputs.map((o) => ({ ...o, trusted: o.name === 'sitBone' })) };
    const { confident } = pairOf('left', untrusted).read(answer(0.5, 2), 0);
    expect(Object.keys(confident)).toEqual(['sitBone']);
  });
});

describe('clothes that are too dark', () => {
  const dark = { ...PICTURE, grey: new Uint8ClampedArray(400 * 300).fill(9) };
  const outputs = MODEL.outputs.map((o) => (o.name === 'sitBone' ? { ...o, leastBright: 15 } : o));
  const pairIn = (picture: Picture) =>
    networkPelvis({ ...MODEL, outputs }, 'left', { ...lying(), width: 400, height: 300 }, [picture]);

  it('make an output that needs light unconfident and leave the others', () => {
    const observation = pairIn(dark)?.read(answer(0.5, 2), 0);
    expect(Object.keys(observation?.confident ?? {})).toEqual(['twist']);
    // The fit still weighs it by its standard deviation.
    expect(Object.keys(observation?.all ?? {})).toEqual(['twist', 'sitBone']);
    expect([pairIn(dark)?.isTooDarkFor('sitBone'), pairIn(dark)?.isTooDarkFor('twist')]).toEqual([true, false]);
  });

  it('are not assumed for black cloth with light dots, if the card has a limit for the lightest tenth', () => {
    const asked = MODEL.outputs.map((o) => (o.name === 'sitBone' ? { ...o, leastBright: 40 } : o));
    const isTooDark = (lightEvery: number) => {
      const grey = new Uint8ClampedArray(400 * 300).fill(9);
      // Stripes: one light row among several.
      for (let row = 0; row < 300; row += lightEvery) grey.fill(200, 400 * row, 400 * (row + 1));
      const still = { ...lying(), width: 400, height: 300 };
      const pair = networkPelvis({ ...MODEL, outputs: asked }, 'left', still, [{ ...PICTURE, grey }]);
      return pair?.isTooDarkFor('sitBone');
    };
    expect(isTooDark(3)).toBe(false);
    expect(isTooDark(60)).toBe(true);
  });

  it('do not apply to lighter clothes', () => {
    expect(Object.keys(pairIn(PICTURE)?.read(answer(0.5, 2), 0).confident ?? {})).toEqual(['twist', 'sitBone']);
    expect(pairIn(PICTURE)?.isTooDarkFor('sitBone')).toBe(false);
  });
});

describe('an arm in front of the pelvis', () => {
  it('means that the network is not asked', () => {
    const pair = pairOf('left');
    expect(pair.ask(PICTURE, lying())).not.toBeNull();
    expect(pair.ask(PICTURE, lying([195, 162]))).toBeNull();
    expect(pair.read(null, 0)).toEqual({ confident: {}, all: {}, unseen: 'pelvis-hidden' });
  });

  it('is ignored if its visibility is low, which means that it is behind the body', () => {
    expect(pairOf('left').ask(PICTURE, lying([195, 162], 0.2))).not.toBeNull();
  });

  it('is ignored if it was there in the reference pose', () => {
    const there = lying([195, 162]);
    const pair = networkPelvis(MODEL, 'left', { ...there, width: 400, height: 300 }, [PICTURE]);
    expect(pair?.ask(PICTURE, there)).not.toBeNull();
  });

  it('is ignored if it lay beside the pelvis and has hardly moved', () => {
    const beside = lying([195, 192]);
    const pair = networkPelvis(MODEL, 'left', { ...beside, width: 400, height: 300 }, [PICTURE]);
    expect(pair?.ask(PICTURE, lying([195, 186]))).not.toBeNull();
    expect(pair?.ask(PICTURE, lying([195, 172]))).toBeNull();
  });

  it('clears the answers before it from the median', () => {
    const pair = pairOf('left');
    for (let i = 0; i < 5; i++) pair.read(answer(1, 0), i / 15);
    pair.read(null, 5 / 15);
    expect(pair.read(answer(0, 0), 6 / 15).confident.twist?.value).toBeCloseTo(0, 6);
  });
});

const pelvisOf = (model: PelvisModel = { ...MODEL, outputs: [TWIST] }, side: 'left' | 'right' = 'left') => {
  const pelvis = networkPelvis(model, side, { ...lying(), width: 400, height: 300 }, [PICTURE]);
  if (!pelvis) throw new Error('no pelvis');
  return pelvis;
};

describe('the pelvis estimator with a network', () => {
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
    const pelvis = pelvisOf({ ...MODEL, outputs: [{ ...TWIST, leastBright: 256 }] });
    pelvis.answered(Float32Array.of(2, -2), 0);
    expect(pelvis.step()).toMatchObject({ twist: null, unseen: 'pelvis-too-dark' });
  });

  it('gives the rise of the sit bone if it was trained for it, and none while it is not sure', () => {
    const pelvis = pelvisOf(MODEL);
    pelvis.answered(Float32Array.of(0, 2, -2, -2), 0);
    expect(pelvis.step().lift?.value).toBeCloseTo(0.04, 6);
    for (const unsure of [Float32Array.of(0, 2, -2, 2), null]) {
      pelvis.answered(null, 0);
      pelvis.answered(unsure, 0);
      expect(pelvis.step().lift).toBeNull();
    }
  });

  it('does not start from a reference pose without a person', () => {
    const still = { points: new Float32Array(66), visibility: new Float32Array(33), width: 400, height: 300 };
    expect(networkPelvis(MODEL, 'left', still, [PICTURE])).toBeNull();
  });
});
