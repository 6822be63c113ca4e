import { beforeEach, describe, expect, it } from 'vitest';
import { BlazePoseEngine, type Networks } from '../../../workers/blazepose/blazepose-engine.ts';
import type { LandmarkAnswer } from '../../../workers/blazepose/landmark-decoding.ts';
import { emptyImage } from '../fixtures.ts';

const PICTURE = emptyImage(640, 360);

/** Output of the detector with a person in the middle, or with nobody. */
const rowsWith = (person: boolean): Float32Array => rowsAt(person ? [784] : []);

/** Output with a person at each of these anchors. */
const rowsAt = (anchors: readonly number[]): Float32Array => {
  const rows = new Float32Array(2254 * 13).fill(-20);
  // The anchor of row 784 lies near the middle; mid-hip and circle point are 60 pixels apart.
  for (const row of anchors) rows.set([5, 0, 0, 20, 20, 0, 0, 0, -60, 0, 0, 0, 0], 13 * row);
  return rows;
};

const answerWith = (score: number): LandmarkAnswer => {
  const points = new Float32Array(39 * 5).fill(128);
  points.set([128, 28], 34 * 5);
  return { points, score, world: new Float32Array(39 * 3), heatmap: new Float32Array(64 * 64 * 39) };
};

describe('the BlazePose engine', () => {
  let asked: string[];
  let somebody: boolean;
  let rows: () => Float32Array;
  /** Scores of the landmark model, in the order of the calls; later ones are 0.9. */
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

  it('detects a person once and then follows', async () => {
    for (let i = 0; i < 3; i++) expect(await engine.estimate(PICTURE)).not.toBeNull();
    expect(asked).toEqual(['detect', 'landmarks', 'landmarks', 'landmarks']);
    expect(engine.followed).not.toBeNull();
  });

  it('finds nobody in an empty room and does not run the landmark model', async () => {
    somebody = false;
    expect(await engine.estimate(PICTURE)).toBeNull();
    expect(asked).toEqual(['detect']);
  });

  it('detects again in the same picture when the followed person is lost', async () => {
    await engine.estimate(PICTURE);
    scores = [0.2];
    expect(await engine.estimate(PICTURE)).not.toBeNull();
    expect(asked.slice(2)).toEqual(['landmarks', 'detect', 'landmarks']);
  });

  it('finds nobody when the landmark model rejects what was detected', async () => {
    scores = [0.2];
    expect(await engine.estimate(PICTURE)).toBeNull();
    expect(engine.followed).toBeNull();
  });

  it('starts with the detector after a reset', async () => {
    await engine.estimate(PICTURE);
    engine.reset();
    await engine.estimate(PICTURE);
    expect(asked).toEqual(['detect', 'landmarks', 'detect', 'landmarks']);
  });

  it('detects again when the next region collapses', async () => {
    answer = (score) => ({ ...answerWith(score), points: new Float32Array(39 * 5).fill(128) });
    await engine.estimate(PICTURE);
    expect(engine.followed).toBeNull();
  });

  it('rejects when a landmark is not a finite number, and follows nobody afterwards', async () => {
    answer = (score) => ({ ...answerWith(score), points: new Float32Array(39 * 5).fill(Number.NaN) });
    await expect(engine.estimate(PICTURE)).rejects.toMatchObject({ name: 'unexpected' });
    expect(engine.followed).toBeNull();
  });

  it('forgets the person when a network fails and finds the person in the next picture', async () => {
    await engine.estimate(PICTURE);
    answer = () => {
      throw new Error('the GPU is gone');
    };
    await expect(engine.estimate(PICTURE)).rejects.toThrow('the GPU is gone');
    answer = answerWith;
    expect(await engine.estimate(PICTURE)).not.toBeNull();
    expect(asked.slice(-2)).toEqual(['detect', 'landmarks']);
  });

  it('searches for other people without losing the one being followed', async () => {
    await engine.estimate(PICTURE);
    const { followed } = engine;
    const whole = { left: 140, right: 500, top: 0, bottom: 360 };
    expect(await engine.peopleIn(PICTURE, whole, () => true)).toHaveLength(1);
    expect(engine.followed).toBe(followed);
    expect(asked.slice(2)).toEqual(['detect', 'landmarks']);
  });

  it('examines at most two bodies per search, since each takes as long as a frame', async () => {
    const part = { left: 140, right: 500, top: 0, bottom: 360 };
    rows = () => rowsAt([784, 764, 804]);
    expect(await engine.peopleIn(PICTURE, part, () => true)).toHaveLength(2);
    expect(asked).toEqual(['detect', 'landmarks', 'landmarks']);
  });

  it('examines only the bodies that the caller wants, and drops those that the landmark model rejects', async () => {
    const part = { left: 0, right: 360, top: 0, bottom: 360 };
    expect(await engine.peopleIn(PICTURE, part, () => false)).toEqual([]);
    expect(asked).toEqual(['detect']);
    scores = [0.2];
    expect(await engine.peopleIn(PICTURE, part, () => true)).toEqual([]);
  });
});
