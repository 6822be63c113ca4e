import { describe, expect, it } from 'vitest';
import { bodyOf, KNEE, LEG_START, PELVIS, type Pose, THORAX } from '../../../src/instrument/geometry/skeleton.ts';
import { trunkThighBend, trunkThighSd } from '../../../src/instrument/geometry/trunk-line.ts';
import { fittedPerson } from '../fitted-person.ts';

const { referencePose: neutral } = fittedPerson('ninety-ninety-pails-rails-lean-front');

function bend(change: (pose: Pose) => void): number {
  const pose = neutral.pose.slice();
  change(pose);
  const now = bodyOf(pose, neutral.reference, neutral.bones);
  return trunkThighBend(now.joints, neutral.body.joints, 'left');
}

describe('the bend between trunk and thigh', () => {
  it('is nothing at neutral and does not ask what the knee does', () => {
    expect(bend(() => undefined)).toBe(0);
    expect(bend((pose) => void (pose[LEG_START.left + KNEE] = 40))).toBeCloseTo(0, 6);
  });

  it('grows as the trunk folds, whether the pelvis tips or the back rounds', () => {
    const tipped = bend((pose) => {
      pose[PELVIS] = 20;
      pose[THORAX] = 20;
      // The thigh stays where it is.
      pose[LEG_START.left] = (pose[LEG_START.left] ?? 0) + 20;
    });
    const rounded = bend((pose) => void (pose[THORAX] = 20));
    expect(rounded).toBeGreaterThan(5);
    expect(tipped).toBeGreaterThan(rounded);
  });

  it('is stated the less exactly the further away the person is and the worse the landmarks are', () => {
    const near = trunkThighSd(neutral, 'left', 6);
    expect(near).toBeGreaterThan(1);
    expect(trunkThighSd(neutral, 'left', 12)).toBeCloseTo(2 * near, 6);
    expect(trunkThighSd({ ...neutral, distance: 2 * neutral.distance }, 'left', 6)).toBeCloseTo(2 * near, 6);
  });
});
