import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kneeRoll, twistIntoRoll, twistIntoRotation } from '../../../src/instrument/geometry/leg-plane.ts';
import { rotationX, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import { type Body, JOINT } from '../../../src/instrument/geometry/skeleton.ts';
import { bodyOf, boneLengths } from '../../../src/instrument/geometry/skeleton.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import { poseOf } from '../book-angles.ts';

const SIDES = ['left', 'right'] as const;
const SUPINE = rotationX(-90);

/** A supine leg: hip and ankle on the floor half a metre apart, the knee 30 cm off the line, rolled inwards by an angle. */
function legRolledInwards(side: Side, degrees: number): Body {
  const out = side === 'left' ? 1 : -1;
  const roll = (degrees * Math.PI) / 180;
  const joints: Vec3[] = Array.from({ length: 8 }, () => [0, 0, 0]);
  joints[JOINT[`${side}Hip`]] = [out * 0.1, 0.1, 0];
  joints[JOINT[`${side}Ankle`]] = [out * 0.1, 0.1, 0.5];
  joints[JOINT[`${side}Knee`]] = [out * (0.1 - 0.3 * Math.sin(roll)), 0.1 + 0.3 * Math.cos(roll), 0.25];
  return { joints, segments: [], pelvis: SUPINE, thorax: SUPINE };
}

describe('the roll of the leg’s plane', () => {
  it.each(SIDES)('is zero when the knee stands straight above the line from hip to ankle (%s)', (side) => {
    expect(kneeRoll(legRolledInwards(side, 0), side)).toBeCloseTo(0, 9);
  });

  it.each(SIDES)('grows when the knee drops towards the other leg, degree for degree (%s)', (side) => {
    fc.assert(
      fc.property(fc.double({ min: -89, max: 120, noNaN: true }), (degrees) => {
        expect(kneeRoll(legRolledInwards(side, degrees), side)).toBeCloseTo(degrees, 7);
      }),
    );
  });

  it.each(SIDES)('goes with internal rotation of a planted supine leg (%s)', (side) => {
    const leg = { flexion: 45, abduction: 20, knee: 100 };
    const at = (internalRotation: number) => {
      const pose = poseOf(side, { ...leg, internalRotation });
      return kneeRoll(bodyOf(pose, { pelvis: SUPINE, thorax: SUPINE }, boneLengths(1.72)), side);
    };
    expect(at(10)).toBeGreaterThan(at(0));
    expect(at(0)).toBeGreaterThan(at(-10));
  });
});

describe('the share of a pelvis twist', () => {
  const body = (side: Side, flexion: number) => {
    const pose = poseOf(side, { flexion, abduction: 0, internalRotation: 0, knee: 90 });
    return bodyOf(pose, { pelvis: SUPINE, thorax: SUPINE }, boneLengths(1.72));
  };

  it.each(SIDES)('that the landmarks book as hip rotation is the cosine of hip flexion (%s)', (side) => {
    for (const flexion of [0, 30, 45, 60, 90])
      expect(twistIntoRotation(body(side, flexion), side)).toBeCloseTo(Math.cos((flexion * Math.PI) / 180), 9);
  });

  it.each(SIDES)('that rolls the leg’s plane is whole when hip and ankle lie along the trunk (%s)', (side) => {
    expect(twistIntoRoll(legRolledInwards(side, 20), side)).toBeCloseTo(1, 9);
  });

  it.each(SIDES)('is between none and all (%s)', (side) => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 120, noNaN: true }), (flexion) => {
        for (const share of [twistIntoRotation(body(side, flexion), side), twistIntoRoll(body(side, flexion), side)]) {
          expect(share).toBeGreaterThanOrEqual(0);
          expect(share).toBeLessThanOrEqual(1 + 1e-12);
        }
      }),
    );
  });
});
