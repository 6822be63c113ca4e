import { describe, expect, it } from 'vitest';
import { LANDMARK_COUNT } from '../../../src/instrument/input/landmarks.ts';
import {
  disagreement,
  LARGEST_TOLERANCE,
  MEAN_TOLERANCE,
  transferReading,
} from '../../../workers/engine/pose-and-networks.ts';
import knownAnswer from '../../../workers/known-person.json';
import { landmarksAt } from '../fixtures.ts';
import type { Reading } from '../../../src/instrument/output/reading.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';

const expected = Array.from({ length: 2 * LANDMARK_COUNT }, () => 100);

describe('agreement with the known answer', () => {
  it('holds for a deviation of a fraction of a pixel', () => {
    expect(disagreement(landmarksAt(100.4, 99.7), expected)).toBeNull();
  });

  it('fails when all landmarks are off by more than rounding', () => {
    const off = 100 + 1.01 * MEAN_TOLERANCE;
    expect(disagreement(landmarksAt(off, 100), expected)).toMatch(/off the known answer by 2\.0 px/);
  });

  it('fails when a single landmark is far off', () => {
    const found = landmarksAt(100, 100);
    found.points[40] = 100 + LARGEST_TOLERANCE + 1;
    expect(disagreement(found, expected)).toMatch(/9\.0 px at most/);
  });

  it('fails when nobody is found', () => {
    expect(disagreement(null, expected)).toMatch(/did not find/);
  });

  it('fails when a number is not finite', () => {
    const found = landmarksAt(100, 100);
    found.points[7] = Number.NaN;
    expect(disagreement(found, expected)).toMatch(/not finite/);
  });

  it('is tested against 33 points inside the picture for every size', () => {
    for (const points of Object.values(knownAnswer.points)) {
      expect(points).toHaveLength(2 * LANDMARK_COUNT);
      points.forEach((value, i) => {
        expect(value).toBeGreaterThan(0);
        expect(value).toBeLessThan(i % 2 === 0 ? knownAnswer.width : knownAnswer.height);
      });
    }
  });
});

describe('a reading for transfer', () => {
  it('has its own arrays, so that the instrument keeps those it uses', () => {
    const landmarks = landmarksAt(3, 4);
    const skeleton = Float32Array.of(1, 2);
    const handed = transferReading({ landmarks, skeleton } as Reading);
    expect(handed).toEqual({ landmarks, skeleton });
    // What a transfer does to an array.
    structuredClone(handed.landmarks?.points, { transfer: [handed.landmarks?.points.buffer as ArrayBuffer] });
    structuredClone(handed.skeleton, { transfer: [handed.skeleton?.buffer as ArrayBuffer] });
    expect(handed.landmarks?.points).toHaveLength(0);
    expect(landmarks.points).toHaveLength(66);
    expect(skeleton).toHaveLength(2);
  });

  it('carries no number that is not finite out of the worker', () => {
    const reading = makeReading({ time: 1, internalRotation: Number.NaN });
    expect(transferReading(reading).body?.leg.left.internalRotation).toBeNull();
    expect(() => transferReading({ ...reading, time: Number.NaN })).toThrow(/not finite/);
  });
});
