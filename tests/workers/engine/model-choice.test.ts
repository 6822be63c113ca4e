import { describe, expect, it } from 'vitest';
import { holdsRate, sizeAfterFull, smallerModel } from '../../../workers/engine/engine-loader.ts';

const frames = (count: number, each: number): number[] => Array.from({ length: count }, () => each);

describe('the model size at start', () => {
  it('is full if full leaves time for the fit at the target rate', () => {
    expect(sizeAfterFull(45, { targetRate: 12 })).toBe('full');
  });

  it('is lite if full alone takes most of a frame', () => {
    expect(sizeAfterFull(70, { targetRate: 12 })).toBe('lite');
  });

  it('may be heavy only if full is so fast that heavy could hold the rate', () => {
    expect(sizeAfterFull(8, { targetRate: 12 })).toBe('try-heavy');
    expect(sizeAfterFull(25, { targetRate: 12 })).toBe('full');
  });

  it('is never heavy in a first set, which would wait for 26 MB', () => {
    expect(sizeAfterFull(8, { targetRate: 12, heavy: false })).toBe('full');
  });

  it('needs a faster model for a higher target rate', () => {
    expect(holdsRate(40, 12)).toBe(true);
    expect(holdsRate(40, 30)).toBe(false);
  });
});

describe('changing to a smaller size during a measurement', () => {
  const slow = { size: 'full', targetRate: 12, referencePoseHeld: false } as const;

  it('happens when the rate stays below four fifths of the target', () => {
    expect(smallerModel({ ...slow, frameTimes: frames(96, 110) })).toBe('lite');
    expect(smallerModel({ ...slow, size: 'heavy', frameTimes: frames(96, 110) })).toBe('full');
  });

  it('does not happen when the rate is slightly below the target', () => {
    expect(smallerModel({ ...slow, frameTimes: frames(96, 95) })).toBeNull();
  });

  it('does not happen after a short delay', () => {
    expect(smallerModel({ ...slow, frameTimes: [...frames(60, 50), ...frames(36, 900)] })).toBeNull();
  });

  it('waits for eight seconds of frames', () => {
    expect(smallerModel({ ...slow, frameTimes: frames(95, 500) })).toBeNull();
  });

  it('happens after the reference pose only below half of the target rate', () => {
    expect(smallerModel({ ...slow, referencePoseHeld: true, frameTimes: frames(96, 150) })).toBeNull();
    expect(smallerModel({ ...slow, referencePoseHeld: true, frameTimes: frames(96, 180) })).toBe('lite');
  });

  it('does not happen from lite', () => {
    expect(smallerModel({ ...slow, size: 'lite', frameTimes: frames(96, 1000) })).toBeNull();
  });
});
