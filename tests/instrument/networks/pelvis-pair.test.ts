import { describe, expect, it } from 'vitest';
import type { Landmarks } from '../../../src/instrument/input/landmarks.ts';
import type { PelvisModel } from '../../../src/instrument/networks/pelvis-model.ts';
import { pelvisPair } from '../../../src/instrument/networks/pelvis-pair.ts';
import type { Picture } from '../../../src/instrument/input/picture.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';

const scale = { gain: 1, spread: 1, leastSd: 0.1, mostSd: 5, trusted: true };
const MODEL: PelvisModel = {
  drill: 'supine-sleeper',
  version: 'test',
  window: { upright: false, unit: 'trunk', side: 1.15, above: 0.1 },
  outputs: [
    { ...scale, name: 'twist', unit: 8 },
    { ...scale, name: 'lift', unit: 2 },
  ],
  layers: [],
  weights: { file: '', bytes: 0, sha256: '' },
};
const PICTURE: Picture = { width: 400, height: 300, rgba: new Uint8ClampedArray(4 * 400 * 300).fill(90) };

/** Somebody who lies across the picture; the right wrist and finger at a place, the left ones far away. */
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
  const pair = pelvisPair(model, side, { ...lying(), width: 400, height: 300 }, [PICTURE]);
  if (!pair) throw new Error('no pair');
  return pair;
};
/** Twist and lift in units, then the logs of their spreads. */
const answer = (twist: number, lift: number, logSd = -1.5) => Float32Array.of(twist, lift, logSd, logSd);

describe('what the network says', () => {
  it('becomes degrees and metres', () => {
    const { values, unseen } = pairOf('left').read(answer(0.5, 2), 0);
    expect(unseen).toBeNull();
    expect(values.twist?.value).toBeCloseTo(4, 6);
    expect(values.twist?.sd).toBeCloseTo(8 * Math.exp(-1.5), 6);
    expect(values.lift?.value).toBeCloseTo(0.04, 6);
  });

  it('turns the other way for right-side work, which the network sees in a mirror; a lift does not', () => {
    const { values } = pairOf('right').read(answer(0.5, 2), 0);
    expect(values.twist?.value).toBeCloseTo(-4, 6);
    expect(values.lift?.value).toBeCloseTo(0.04, 6);
  });

  it('turns the other way from across the mat where the crop is turned by what it shows, whichever leg works', () => {
    const alike: PelvisModel = { ...MODEL, window: { ...MODEL.window, alike: 'both-sides' } };
    const from = (still: Landmarks): number | undefined => {
      const pair = pelvisPair(alike, 'left', { ...still, width: 400, height: 300 }, [PICTURE]);
      return pair?.read(answer(0.5, 2), 0).values.twist?.value;
    };
    expect(from(lying())).toBeCloseTo(4, 6);
    const across = lying();
    for (let l = 0; l < 33; l++) across.points[2 * l] = 400 - (across.points[2 * l] ?? 0);
    expect(from(across)).toBeCloseTo(-4, 6);
  });

  it('is the median of three tenths of a second: at fifteen frames a second two wrong ones raise nothing', () => {
    const pair = pairOf('left');
    for (let i = 0; i < 4; i++) pair.read(answer(0.1, 0), i / 15);
    for (const i of [4, 5]) expect(pair.read(answer(3, 0), i / 15).values.twist?.value).toBeCloseTo(0.8, 5);
    expect(pair.read(answer(3, 0), 6 / 15).values.twist?.value).toBeCloseTo(24, 5);
  });

  it('forgets what it saw over a second and a half ago, and whatever is later than now', () => {
    for (const times of [
      [0, 0.1, 0.2, 30],
      [10, 10.1, 10.2, 3],
    ]) {
      const pair = pairOf('left');
      const [last = 0, ...before] = times.toReversed();
      for (const time of before.reverse()) pair.read(answer(0.1, 0), time);
      expect(pair.read(answer(3, 0), last).values.twist?.value).toBeCloseTo(24, 5);
    }
  });

  it('is the median of three frames where they come rarely: it lags by one of them, and one wrong one raises nothing', () => {
    const pair = pairOf('left');
    for (let i = 0; i < 4; i++) pair.read(answer(0.1, 0), i / 5);
    expect(pair.read(answer(3, 0), 4 / 5).values.twist?.value).toBeCloseTo(0.8, 5);
    expect(pair.read(answer(3, 0), 5 / 5).values.twist?.value).toBeCloseTo(24, 5);
  });

  it('goes to the fit with its spread even when nobody is to be judged by it', () => {
    const { unsure } = pairOf('left').read(answer(0.5, 2, 1), 0);
    expect(Object.keys(unsure)).toEqual(['twist', 'lift']);
    expect(unsure.twist?.value).toBeCloseTo(4, 5);
  });

  it('is kept back when its spread is too large, or when held-back bodies did not bear it out', () => {
    expect(pairOf('left').read(answer(0.5, 2, 1), 0)).toMatchObject({ values: {}, unseen: 'pelvis-lost' });
    const untrusted = { ...MODEL, outputs: MODEL.outputs.map((o) => ({ ...o, trusted: o.name === 'lift' })) };
    const { values } = pairOf('left', untrusted).read(answer(0.5, 2), 0);
    expect(Object.keys(values)).toEqual(['lift']);
  });
});

describe('cloth that is too dark', () => {
  const dark = { ...PICTURE, rgba: new Uint8ClampedArray(4 * 400 * 300).fill(9) };
  const outputs = MODEL.outputs.map((o) => (o.name === 'lift' ? { ...o, leastLight: 15 } : o));
  const pairIn = (picture: Picture) =>
    pelvisPair({ ...MODEL, outputs }, 'left', { ...lying(), width: 400, height: 300 }, [picture]);

  it('hides what the model cannot tell in black, and leaves the rest', () => {
    const observation = pairIn(dark)?.read(answer(0.5, 2), 0);
    expect(Object.keys(observation?.values ?? {})).toEqual(['twist']);
    // The fit still weighs it, with its spread.
    expect(Object.keys(observation?.unsure ?? {})).toEqual(['twist', 'lift']);
    expect([pairIn(dark)?.isTooDarkFor('lift'), pairIn(dark)?.isTooDarkFor('twist')]).toEqual([true, false]);
  });

  it('is not black cloth with light dots, where a model asks for the lightest tenth', () => {
    const asked = MODEL.outputs.map((o) => (o.name === 'lift' ? { ...o, leastBright: 40 } : o));
    const isTooDark = (lightEvery: number) => {
      const rgba = new Uint8ClampedArray(4 * 400 * 300).fill(9);
      // Stripes: a light row among so many.
      for (let row = 0; row < 300; row += lightEvery) rgba.fill(200, 4 * 400 * row, 4 * 400 * (row + 1));
      const still = { ...lying(), width: 400, height: 300 };
      const pair = pelvisPair({ ...MODEL, outputs: asked }, 'left', still, [{ ...PICTURE, rgba }]);
      return pair?.isTooDarkFor('lift');
    };
    expect(isTooDark(3)).toBe(false);
    expect(isTooDark(60)).toBe(true);
  });

  it('is no matter where the cloth is lighter', () => {
    expect(Object.keys(pairIn(PICTURE)?.read(answer(0.5, 2), 0).values ?? {})).toEqual(['twist', 'lift']);
    expect(pairIn(PICTURE)?.isTooDarkFor('lift')).toBe(false);
  });
});

describe('an arm before the pelvis', () => {
  it('keeps the network from being asked', () => {
    const pair = pairOf('left');
    expect(pair.look(PICTURE, lying())).not.toBeNull();
    expect(pair.look(PICTURE, lying([195, 162]))).toBeNull();
    expect(pair.read(null, 0)).toEqual({ values: {}, unsure: {}, unseen: 'pelvis-hidden' });
  });

  it('does not when it is only guessed, behind the body', () => {
    expect(pairOf('left').look(PICTURE, lying([195, 162], 0.2))).not.toBeNull();
  });

  it('does not when it lay there at the neutral', () => {
    const there = lying([195, 162]);
    const pair = pelvisPair(MODEL, 'left', { ...there, width: 400, height: 300 }, [PICTURE]);
    expect(pair?.look(PICTURE, there)).not.toBeNull();
  });

  it('does not when it lay beside it and has hardly moved, however near the line', () => {
    const beside = lying([195, 192]);
    const pair = pelvisPair(MODEL, 'left', { ...beside, width: 400, height: 300 }, [PICTURE]);
    expect(pair?.look(PICTURE, lying([195, 186]))).not.toBeNull();
    expect(pair?.look(PICTURE, lying([195, 172]))).toBeNull();
  });

  it('ends the median: what was seen before it is no witness afterwards', () => {
    const pair = pairOf('left');
    for (let i = 0; i < 5; i++) pair.read(answer(1, 0), i / 15);
    pair.read(null, 5 / 15);
    expect(pair.read(answer(0, 0), 6 / 15).values.twist?.value).toBeCloseTo(0, 6);
  });
});
