import { describe, expect, it } from 'vitest';
import type { Reading } from '../../../src/instrument/output/reading.ts';
import { transferReading } from '../../../workers/engine/pose-and-networks.ts';
import { makeReading } from '../../../lab/made/make-reading.ts';
import { landmarksAt } from '../fixtures.ts';

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

  it('may have no landmarks and no skeleton', () => {
    expect(transferReading({ landmarks: null, skeleton: null } as Reading)).toEqual({
      landmarks: null,
      skeleton: null,
    });
  });
});
