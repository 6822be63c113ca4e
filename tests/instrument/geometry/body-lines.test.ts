import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  kneeRoll,
  trunkThighBend,
  trunkThighSd,
  twistIntoRoll,
  twistIntoRotation,
} from '../../../src/instrument/geometry/body-lines.ts';
import { rotationX, type Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import {
  type Body,
  bodyOf,
  boneLengths,
  JOINT,
  KNEE,
  LEG_START,
  PELVIS,
  type Pose,
  THORAX,
} from '../../../src/instrument/geometry/skeleton.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import { poseOf } from '../support/book-angles.ts';
import { fittedPerson } from '../support/fitted-person.ts';

const SIDES = ['left', 'right'] as const;
const SUPINE = rotationX(-90);

/** A supine leg: hip and ankle on the floor, 50 cm apart; the knee 30 cm off their line, rolled inwards by an angle. */
function legRolledInwards(side: Side, degrees: number): Body {
  const out = side === 'left' ? 1 : -1;
  const roll = (degrees * Math.PI) / 180;
  const joints: Vec3[] = Array.from({ length: 8 }, () => [0, 0, 0]);
  joints[JOINT[`${side}Hip`]] = [out * 0.1, 0.1, 0];
  joints[JOINT[`${side}Ankle`]] = [out * 0.1, 0.1, 0.5];
  joints[JOINT[`${side}Knee`]] = [out * (0.1 - 0.3 * Math.sin(roll)), 0.1 + 0.3 * Math.cos(roll), 0.25];
  return { joints, segments: [], pelvis: SUPINE, thorax: SUPINE };
}

describe('the roll of the knee', () => {
  it.each(SIDES)('is 0 if the knee is straight above the line from hip to ankle (%s)', (side) => {
    expect(kneeRoll(legRolledInwards(side, 0), side)).toBeCloseTo(0, 9);
  });

  it.each(SIDES)('is the angle by which the knee has dropped towards the other leg (%s)', (side) => {
    fc.assert(
      fc.property(fc.double({ min: -89, max: 120, noNaN: true }), (degrees) => {
        expect(kneeRoll(legRolledInwards(side, degrees), side)).toBeCloseTo(degrees, 7);
      }),
    );
  });

  it.each(SIDES)('grows with internal rotation of a planted supine leg (%s)', (side) => {
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

  it.each(SIDES)('that appears as hip rotation is the cosine of hip flexion (%s)', (side) => {
    for (const flexion of [0, 30, 45, 60, 90])
      expect(twistIntoRotation(body(side, flexion), side)).toBeCloseTo(Math.cos((flexion * Math.PI) / 180), 9);
  });

  it.each(SIDES)('that appears as knee roll is 1 if hip and ankle lie along the trunk (%s)', (side) => {
    expect(twistIntoRoll(legRolledInwards(side, 20), side)).toBeCloseTo(1, 9);
  });

  it.each(SIDES)('lies between 0 and 1 (%s)', (side) => {
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

const { referencePose } = fittedPerson('ninety-ninety-pails-rails-lean-front');

function bend(change: (pose: Pose) => void): number {
  const pose = referencePose.pose.slice();
  change(pose);
  const now = bodyOf(pose, referencePose.reference, referencePose.bones);
  return trunkThighBend(now.joints, referencePose.body.joints, 'left');
}

describe('the bend between trunk and thigh', () => {
  it('is 0 in the reference pose and does not depend on the knee', () => {
    expect(bend(() => undefined)).toBe(0);
    expect(bend((pose) => void (pose[LEG_START.left + KNEE] = 40))).toBeCloseTo(0, 6);
  });

  it('grows when the pelvis tips and when the back rounds', () => {
    const tipped = bend((pose) => {
      pose[PELVIS] = 20;
      pose[THORAX] = 20;
      // Keeps the thigh in place.
      pose[LEG_START.left] = (pose[LEG_START.left] ?? 0) + 20;
    });
    const rounded = bend((pose) => void (pose[THORAX] = 20));
    expect(rounded).toBeGreaterThan(5);
    expect(tipped).toBeGreaterThan(rounded);
  });

  it('is less certain for a more distant person and for less accurate landmarks', () => {
    const near = trunkThighSd(referencePose, 'left', 6);
    expect(near).toBeGreaterThan(1);
    expect(trunkThighSd(referencePose, 'left', 12)).toBeCloseTo(2 * near, 6);
    expect(trunkThighSd({ ...referencePose, distance: 2 * referencePose.distance }, 'left', 6)).toBeCloseTo(
      2 * near,
      6,
    );
  });
});
