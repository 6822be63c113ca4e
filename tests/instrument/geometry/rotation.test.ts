import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  angleBetween,
  apply,
  cross,
  dot,
  fromRotationVector,
  IDENTITY,
  length,
  type Mat3,
  mirrored,
  multiply,
  pelvisRotation,
  rotationX,
  rotationY,
  rotationZ,
  transpose,
  unit,
  type Vec3,
} from '../../../src/instrument/geometry/rotation.ts';

const angle = fc.double({ min: -179, max: 179, noNaN: true });
const vector = fc.tuple(angle, angle, angle);
const rotation: fc.Arbitrary<Mat3> = vector.map(([x, y, z]) => fromRotationVector(x, y, z));
const coordinate = fc.double({ min: -3, max: 3, noNaN: true });
const point: fc.Arbitrary<Vec3> = fc.tuple(coordinate, coordinate, coordinate);

/** Rounding of a dozen products of numbers up to 1. */
const ROUNDING = 1e-9;
const same = (a: readonly number[], b: readonly number[], within = ROUNDING) =>
  a.forEach((v, i) => expect(Math.abs(v - (b[i] ?? NaN))).toBeLessThan(within));

describe('rotations', () => {
  it('are undone by their transpose', () => {
    fc.assert(fc.property(rotation, (r) => same(multiply(r, transpose(r)), IDENTITY)));
  });

  it('compose: a product applies its right factor first', () => {
    fc.assert(
      fc.property(rotation, rotation, point, (a, b, v) => same(apply(multiply(a, b), v), apply(a, apply(b, v)))),
    );
  });

  it('keep lengths, angles and handedness', () => {
    fc.assert(
      fc.property(rotation, point, point, (r, a, b) => {
        expect(length(apply(r, a))).toBeCloseTo(length(a), 9);
        expect(dot(apply(r, a), apply(r, b))).toBeCloseTo(dot(a, b), 9);
        same(cross(apply(r, a), apply(r, b)), apply(r, cross(a, b)));
      }),
    );
  });

  it.each([
    [rotationX(90), [0, 1, 0], [0, 0, 1]],
    [rotationY(90), [0, 0, 1], [1, 0, 0]],
    [rotationZ(90), [1, 0, 0], [0, 1, 0]],
  ] as const)('turn right-handed about their axis', (r, from, to) => same(apply(r, from), to));

  it('about one axis agree with the rotation vector along it', () => {
    fc.assert(
      fc.property(angle, (a) => {
        same(fromRotationVector(a, 0, 0), rotationX(a));
        same(fromRotationVector(0, a, 0), rotationY(a));
        same(fromRotationVector(0, 0, a), rotationZ(a));
      }),
    );
  });

  it('are continuous at a vanishing rotation vector', () => {
    same(fromRotationVector(0, 0, 0), IDENTITY);
    same(fromRotationVector(1e-10, -1e-10, 1e-10), IDENTITY, 1e-11);
    same(fromRotationVector(9e-10, 0, 0), fromRotationVector(1.1e-9, 0, 0), 1e-11);
  });
});

describe('the rotation of the pelvis', () => {
  const small = fc.double({ min: -80, max: 80, noNaN: true });

  it('is recovered from Ry(twist) · Rx(tilt) · Rz(obliquity)', () => {
    fc.assert(
      fc.property(angle, small, small, (twist, tilt, obliquity) => {
        const r = multiply(multiply(rotationY(twist), rotationX(tilt)), rotationZ(obliquity));
        const read = pelvisRotation(r);
        expect(read.twist).toBeCloseTo(twist, 7);
        expect(read.tilt).toBeCloseTo(tilt, 7);
        expect(read.obliquity).toBeCloseTo(obliquity, 7);
      }),
    );
  });

  it('turns the front to the left for a positive twist and lifts the left hip for a positive obliquity', () => {
    expect(apply(rotationY(10), [0, 0, 1])[0]).toBeGreaterThan(0);
    expect(apply(rotationZ(10), [1, 0, 0])[1]).toBeGreaterThan(0);
    expect(pelvisRotation(rotationX(10)).tilt).toBeCloseTo(10, 9);
  });
});

describe('the mirrored orientation', () => {
  it('is that of the mirrored body', () => {
    const flip = (v: Vec3): Vec3 => [-v[0], v[1], v[2]];
    fc.assert(fc.property(rotation, point, (r, v) => same(apply(mirrored(r), flip(v)), flip(apply(r, v)))));
  });

  it('has the opposite twist and obliquity and the same tilt', () => {
    const r = multiply(multiply(rotationY(12), rotationX(-5)), rotationZ(7));
    const read = pelvisRotation(mirrored(r));
    same([read.twist, read.tilt, read.obliquity], [-12, -5, -7]);
  });
});

describe('directions', () => {
  it('have the angle between them in degrees, also if equal or opposite', () => {
    expect(angleBetween([2, 0, 0], [0, 0, 5])).toBeCloseTo(90, 9);
    expect(angleBetween([1, 2, 3], [2, 4, 6])).toBeCloseTo(0, 4);
    expect(angleBetween([1, 2, 3], [-1, -2, -3])).toBeCloseTo(180, 4);
  });

  it('of length 0 stay finite', () => {
    expect(unit([0, 0, 0])).toEqual([0, 0, 0]);
    expect(angleBetween([0, 0, 0], [1, 0, 0])).toBe(90);
  });
});
