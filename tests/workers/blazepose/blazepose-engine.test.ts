import { beforeEach, describe, expect, it } from 'vitest';
import { BlazePoseEngine } from '../../../workers/blazepose/blazepose-engine.ts';
import type { LandmarkAnswer } from '../../../workers/blazepose/landmark-decoding.ts';
import type { Networks } from '../../../workers/blazepose/networks.ts';
import { emptyImage } from '../fixtures.ts';

const PICTURE = emptyImage(640, 360);

/** The detector's rows when somebody stands in the middle, or when there is nobody. */
const rowsWith = (person: boolean): Float32Array => rowsAt(person ? [784] : []);

/** Somebody at each of these anchors. */
const rowsAt = (anchors: readonly number[]): Float32Array => {
  const rows = new Float32Array(2254 * 13).fill(-20);
  // The anchor of row 784 lies near the middle; hips and rim 60 pixels apart.
  for (const row of anchors) rows.set([5, 0, 0, 20, 20, 0, 0, 0, -60, 0, 0, 0, 0], 13 * row);
  return rows;
};

const answerWith = (score: number): LandmarkAnswer => {
  const points = new Float32Array(39 * 5).fill(128);
  points.set([128, 28], 34 * 5);
  return { points, score, world: new Float32Array(39 * 3), heatmap: new Float32Array(64 * 64 * 39) };
};

describe('the engine', () => {
  let asked: string[];
  let somebody: boolean;
  let rows: () => Float32Array;
  /** Scores of the landmark model, in the order they are asked for; then 0.9 for ever. */
  let scores: number[];
  let answer: (score: number) => LandmarkAnswer;
  let engine: BlazePoseEngine;

  beforeEach(() => {
    asked = [];
    somebody = true;
    rows = () => rowsWith(somebody);
    scores = [];
    answer = answerWith;
    const networks: Networks = {
      detect: async () => {
        asked.push('detect');
        return rows();
      },
      landmarks: async () => {
        asked.push('landmarks');
        return answer(scores.shift() ?? 0.9);
      },
      dispose: () => asked.push('dispose'),
    };
    engine = new BlazePoseEngine('full', networks);
  });

  it('looks for a person once and then follows', async () => {
    for (let i = 0; i < 3; i++) expect(await engine.estimate(PICTURE)).not.toBeNull();
    expect(asked).toEqual(['detect', 'landmarks', 'landmarks', 'landmarks']);
    expect(engine.followed).not.toBeNull();
  });

  it('finds nobody in an empty room, and asks the landmark model nothing', async () => {
    somebody = false;
    expect(await engine.estimate(PICTURE)).toBeNull();
    expect(asked).toEqual(['detect']);
  });

  it('looks anew in the same picture when the followed person is lost', async () => {
    await engine.estimate(PICTURE);
    scores = [0.2];
    expect(await engine.estimate(PICTURE)).not.toBeNull();
    expect(asked.slice(2)).toEqual(['landmarks', 'detect', 'landmarks']);
  });

  it('believes the landmark model when it doubts what the detector found', async () => {
    scores = [0.2];
    expect(await engine.estimate(PICTURE)).toBeNull();
    expect(engine.followed).toBeNull();
  });

  it('starts from the detector after a reset', async () => {
    await engine.estimate(PICTURE);
    engine.reset();
    await engine.estimate(PICTURE);
    expect(asked).toEqual(['detect', 'landmarks', 'detect', 'landmarks']);
  });

  it('does not follow into nowhere: a region that collapses is looked for anew', async () => {
    answer = (score) => ({ ...answerWith(score), points: new Float32Array(39 * 5).fill(128) });
    await engine.estimate(PICTURE);
    expect(engine.followed).toBeNull();
  });

  it('refuses numbers that are not finite, and does not follow them', async () => {
    answer = (score) => ({ ...answerWith(score), points: new Float32Array(39 * 5).fill(Number.NaN) });
    await expect(engine.estimate(PICTURE)).rejects.toMatchObject({ name: 'unexpected' });
    expect(engine.followed).toBeNull();
  });

  it('forgets the person when the networks fail, and finds them with the next picture', async () => {
    await engine.estimate(PICTURE);
    answer = () => {
      throw new Error('the GPU is gone');
    };
    await expect(engine.estimate(PICTURE)).rejects.toThrow('the GPU is gone');
    answer = answerWith;
    expect(await engine.estimate(PICTURE)).not.toBeNull();
    expect(asked.slice(-2)).toEqual(['detect', 'landmarks']);
  });

  it('looks round for other people without leaving the one it follows', async () => {
    await engine.estimate(PICTURE);
    const { followed } = engine;
    const whole = { left: 140, right: 500, top: 0, bottom: 360 };
    expect(await engine.peopleIn(PICTURE, whole, () => true)).toHaveLength(1);
    expect(engine.followed).toBe(followed);
    expect(asked.slice(2)).toEqual(['detect', 'landmarks']);
  });

  it('asks about no more than two bodies a look: each is paid for with a frame', async () => {
    const part = { left: 140, right: 500, top: 0, bottom: 360 };
    rows = () => rowsAt([784, 764, 804]);
    expect(await engine.peopleIn(PICTURE, part, () => true)).toHaveLength(2);
    expect(asked).toEqual(['detect', 'landmarks', 'landmarks']);
  });

  it('asks the landmark model nothing about bodies that are not worth it, and believes its doubt', async () => {
    const part = { left: 0, right: 360, top: 0, bottom: 360 };
    expect(await engine.peopleIn(PICTURE, part, () => false)).toEqual([]);
    expect(asked).toEqual(['detect']);
    scores = [0.2];
    expect(await engine.peopleIn(PICTURE, part, () => true)).toEqual([]);
  });
});
