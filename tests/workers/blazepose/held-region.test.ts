import { describe, expect, it } from 'vitest';
import { followClosely, HeldRegion } from '../../../workers/blazepose/held-region.ts';
import type { Region } from '../../../workers/blazepose/region.ts';

const START: Region = { x: 300, y: 200, size: 100, rotation: 0 };
const about = (change: Partial<Region>): Region => ({ ...START, ...change });

/** A guide whose track has settled at the start. */
const settled = (start = START) => {
  const guide = new HeldRegion();
  for (let i = 0; i < 4; i++) guide.towards(start);
  return guide;
};

describe('the crop', () => {
  it('follows the first answers: the detector finds a person only roughly', () => {
    const guide = new HeldRegion();
    expect(guide.towards(START)).toEqual(START);
    expect(guide.towards(about({ x: 305 }))).toEqual(about({ x: 305 }));
  });

  it('rests while the region that is asked for stays within its slack', () => {
    const guide = settled();
    for (const trembling of [{ x: 307 }, { y: 193 }, { size: 107 }, { rotation: -0.15 }]) {
      expect(guide.towards(about(trembling))).toEqual(START);
    }
  });

  it('is drawn along by what goes beyond the slack, without a jump', () => {
    const guide = settled();
    expect(guide.towards(about({ x: 310 })).x).toBeCloseTo(302, 6);
    expect(guide.towards(about({ x: 311 })).x).toBeCloseTo(303, 6);
  });

  it('turns the short way round', () => {
    const guide = settled(about({ rotation: 3.1 }));
    const { rotation } = guide.towards(about({ rotation: -3.0 }));
    expect(rotation).toBeGreaterThan(3.1);
    expect(rotation).toBeLessThan(2 * Math.PI - 3.0);
  });

  it('goes wherever the next person is once released', () => {
    const guide = settled();
    guide.release();
    expect(guide.towards(about({ x: 20 })).x).toBe(20);
  });

  it('can follow closely instead', () => {
    followClosely.towards(START);
    expect(followClosely.towards(about({ x: 301 })).x).toBe(301);
  });
});
