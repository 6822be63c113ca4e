import { describe, expect, it } from 'vitest';
import { comparedPairs, gainsOf } from '../../../src/training/self-check/compared-pairs.ts';
import { makePosition } from './make-check.ts';

describe('a typed angle', () => {
  it('is the turn of the leg itself where the thigh stays', () => {
    const [pair] = comparedPairs([makePosition(20, 18)], 'inclinometer', 'total');
    expect(pair?.app).toBe(20);
    expect(pair?.own).toBeCloseTo(18, 9);
  });

  it('is divided by the gain of the phone where the whole leg rolls', () => {
    const held = makePosition(20, 33, { expected: 30 });
    const [pair] = comparedPairs([held], 'inclinometer', 'total');
    expect(gainsOf([held], 'inclinometer')).toEqual([1.5]);
    expect(pair?.own).toBeCloseTo(22, 9);
  });

  it('is compared with hip and pelvis together, and with the hip alone', () => {
    const held = makePosition(20, 26, { pelvis: 5, expected: 25 });
    expect(comparedPairs([held], 'inclinometer', 'total')[0]).toMatchObject({ app: 25, own: 26 });
    expect(comparedPairs([held], 'inclinometer', 'hip')[0]).toMatchObject({ app: 20, own: 26 });
  });

  it('of a goniometer is taken as it is', () => {
    const held = makePosition(20, 22, { expected: 30 });
    expect(comparedPairs([held], 'goniometer', 'total')[0]).toMatchObject({ app: 20, own: 22 });
  });

  it('near the start takes the gain of the other positions, because a share of small angles is noise', () => {
    const positions = [
      makePosition(1, 3, { expected: -0.5 }),
      makePosition(20, 30, { expected: 30 }),
      makePosition(10, 15, { expected: 15 }),
    ];
    expect(gainsOf(positions, 'inclinometer')[0]).toBeCloseTo(1.5, 9);
    expect(comparedPairs(positions, 'inclinometer', 'total')[0]?.own).toBeCloseTo(2, 9);
  });

  it('that is missing leaves its position out, and the band is the 90 % band of the app', () => {
    const pairs = comparedPairs([makePosition(10, null), makePosition(20, 21, { statedSd: 3 })], 'goniometer', 'total');
    expect(pairs).toHaveLength(1);
    expect(pairs[0]?.band).toBeCloseTo(4.935, 6);
  });
});
