import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trunkThighBend, trunkThighSd, twistIntoRotation } from '../../../src/instrument/fit/fitted-body.ts';
import { rotationX } from '../../../src/instrument/geometry/rotation.ts';
import {
  bodyOf,
  boneLengths,
  KNEE,
  LEG_START,
  PELVIS,
  type Pose,
  THORAX,
} from '../../../src/instrument/geometry/skeleton.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import { poseOf } from '../../../lab/made/book-angles.ts';
import { fittedPerson } from '../../../lab/made/fitted-person.ts';

const SIDES = ['left', 'right'] as const;
const SUPINE = rotationX(-90);

describe('the share of a pelvis twist', () => {
  const body = (side: Side, flexion: number) => {
    const pose = poseOf(side, { flexion, abduction: 0, internalRotation: 0, knee: 90 });
    return bodyOf(pose, { pelvis: SUPINE, thorax: SUPINE }, boneLengths(1.72));
  };

  it.each(SIDES)('that appears as hip rotation is the cosine of hip flexion (%s)', (side) => {
    for (const flexion of [0, 30, 45, 60, 90])
      expect(twistIntoRotation(body(side, flexion), side)).toBeCloseTo(Math.cos((flexion * Math.PI) / 180), 9);
  });

  it.each(SIDES)('lies between 0 and 1 (%s)', (side) => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 120, noNaN: true }), (flexion) => {
        const share = twistIntoRotation(body(side, flexion), side);
        expect(share).toBeGreaterThanOrEqual(0);
        expect(share).toBeLessThanOrEqual(1 + 1e-12);
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
