import { describe, expect, it } from 'vitest';
import { fromRotationVector, multiply, rotationX } from '../../src/instrument/geometry/rotation.ts';
import { hashText, mixRotations, product, randomFrom, rotationVector, wrapDegrees } from './vectors.ts';

describe('vectors and rotations of the laboratory', () => {
  it('recovers the rotation vector from which a rotation was made', () => {
    const found = rotationVector(fromRotationVector(20, -35, 60));
    // Double precision after a sine and an arc cosine.
    [20, -35, 60].forEach((value, axis) => expect(found[axis]).toBeCloseTo(value, 9));
  });

  it('interpolates two rotations along the shortest path', () => {
    const half = mixRotations(rotationX(10), rotationX(50), 0.5);
    rotationX(30).forEach((value, index) => expect(half[index]).toBeCloseTo(value, 12));
  });

  it('multiplies rotations in the given order', () => {
    const [a, b] = [fromRotationVector(10, 20, 30), fromRotationVector(-5, 0, 40)];
    expect(product(a, b)).toEqual(multiply(a, b));
  });

  it('keeps an angle between −180 and 180 degrees', () => {
    expect([190, -190, 540, 10].map(wrapDegrees)).toEqual([-170, 170, -180, 10]);
  });

  it('draws the same numbers for the same seed and others for another', () => {
    const draw = (seed: number): number[] => Array.from({ length: 5 }, randomFrom(seed));
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
    expect(Math.min(...draw(7))).toBeGreaterThanOrEqual(0);
    expect(Math.max(...draw(7))).toBeLessThan(1);
  });

  it('hashes two texts to different numbers', () => {
    expect(hashText('supine#1')).not.toBe(hashText('supine#2'));
  });
});
