import { describe, expect, it } from 'vitest';
import { holdsRate, RateWindow, sizeAfterFull, smallerModel } from '../../../workers/engine/model-choice.ts';

const frames = (count: number, each: number): number[] => Array.from({ length: count }, () => each);

describe('the size at start', () => {
  it('is full where full leaves time for the fit at the target rate', () => {
    expect(sizeAfterFull(45, 12)).toBe('full');
  });

  it('is lite where full alone takes most of a frame', () => {
    expect(sizeAfterFull(70, 12)).toBe('lite');
  });

  it('may be heavy only where full is so fast that heavy could hold the rate', () => {
    expect(sizeAfterFull(8, 12)).toBe('try-heavy');
    expect(sizeAfterFull(25, 12)).toBe('full');
  });

  it('asks more of a model when more frames a second are wanted', () => {
    expect(holdsRate(40, 12)).toBe(true);
    expect(holdsRate(40, 30)).toBe(false);
  });
});

describe('stepping down while it runs', () => {
  const slow = { size: 'full', targetRate: 12, referencePoseHeld: false } as const;

  it('takes the next smaller size when the rate stays under four fifths of the target', () => {
    expect(smallerModel({ ...slow, frameTimes: frames(96, 110) })).toBe('lite');
    expect(smallerModel({ ...slow, size: 'heavy', frameTimes: frames(96, 110) })).toBe('full');
  });

  it('stays while the rate is a little under the target', () => {
    expect(smallerModel({ ...slow, frameTimes: frames(96, 95) })).toBeNull();
  });

  it('is not moved by a short hitch', () => {
    expect(smallerModel({ ...slow, frameTimes: [...frames(60, 50), ...frames(36, 900)] })).toBeNull();
  });

  it('waits for eight seconds of frames before it judges', () => {
    expect(smallerModel({ ...slow, frameTimes: frames(95, 500) })).toBeNull();
  });

  it('keeps the size after neutral unless the rate falls under half the target', () => {
    expect(smallerModel({ ...slow, referencePoseHeld: true, frameTimes: frames(96, 150) })).toBeNull();
    expect(smallerModel({ ...slow, referencePoseHeld: true, frameTimes: frames(96, 180) })).toBe('lite');
  });

  it('has nothing below lite', () => {
    expect(smallerModel({ ...slow, size: 'lite', frameTimes: frames(96, 1000) })).toBeNull();
  });

  it('judges only frames of the current size', () => {
    const window = new RateWindow();
    for (let i = 0; i < 200; i++) window.add(500);
    expect(window.times).toHaveLength(96);
    window.clear();
    expect(window.times).toHaveLength(0);
  });
});
