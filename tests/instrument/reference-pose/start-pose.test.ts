import { describe, expect, it } from 'vitest';
import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import { bodyOf, boneLengths, JOINT, LEG_START } from '../../../src/instrument/geometry/skeleton.ts';
import { legJointIndex, startPose } from '../../../src/instrument/reference-pose/reference-pose-fit.ts';
import { WATCHED_DRILLS } from '../../../src/drills/index.ts';
import { planFor } from '../../../lab/made/truth-landmarks.ts';

const drills = WATCHED_DRILLS.map(({ id }) => id);

describe('a drill’s start pose', () => {
  it.each(drills)('of %s for the right side is the mirror image of the left side’s', (drill) => {
    const at = (seen: 'as filmed' | 'in a mirror') => {
      const start = startPose(planFor(drill, 1.72, seen));
      return { working: start.working, joints: bodyOf(start.pose, start, boneLengths(1.72)).joints };
    };
    const left = at('as filmed');
    const right = at('in a mirror');
    expect([left.working, right.working]).toEqual(['left', 'right']);
    left.joints.forEach(([x, y, z], j) => {
      const [mx, my, mz] = right.joints[j ^ 1] as Vec3;
      expect([mx, my, mz]).toEqual([expect.closeTo(-x, 9), expect.closeTo(y, 9), expect.closeTo(z, 9)]);
    });
  });

  it('gives the working leg’s angles to the working side', () => {
    const plan = planFor('ninety-ninety-pails-rails', 1.72, 'in a mirror');
    const { pose } = startPose(plan);
    const { working, other } = plan.posture;
    expect(Array.from(pose.slice(LEG_START.right, LEG_START.right + 4))).toEqual([
      working.flexion,
      working.abduction,
      working.internalRotation,
      working.knee,
    ]);
    expect(pose[LEG_START.left]).toBe(other.flexion);
  });
});

describe('a joint named by working and other leg', () => {
  it('is found on the right side of the body', () => {
    expect(legJointIndex('working knee', 'left')).toBe(JOINT.leftKnee);
    expect(legJointIndex('working knee', 'right')).toBe(JOINT.rightKnee);
    expect(legJointIndex('other ankle', 'left')).toBe(JOINT.rightAnkle);
    expect(legJointIndex('other hip', 'right')).toBe(JOINT.leftHip);
  });
});
