import { describe, expect, it } from 'vitest';
import { minimumJerk, valueAt } from './minimum-jerk.ts';

describe('movement between keys', () => {
  it('starts and ends at rest and is fastest in the middle', () => {
    const speed = (share: number): number => (minimumJerk(share + 1e-4) - minimumJerk(share - 1e-4)) / 2e-4;
    // The peak speed of a minimum-jerk movement is 1.875 times its mean speed; finite differences of 1e-4.
    expect(speed(0.5)).toBeCloseTo(1.875, 4);
    expect(speed(0.001)).toBeLessThan(0.001);
    expect(speed(0.999)).toBeLessThan(0.001);
  });

  it('holds the first value before the first key and the last one after the last key', () => {
    const keys = [
      [2, 5],
      [4, 9],
    ] as const;
    expect([0, 2, 3, 4, 9].map((time) => valueAt(keys, time))).toEqual([5, 5, 7, 9, 9]);
  });

  it('is zero for a channel without keys', () => {
    expect(valueAt(undefined, 3)).toBe(0);
    expect(valueAt([], 3)).toBe(0);
  });
});
