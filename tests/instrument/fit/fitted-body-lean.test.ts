import { describe, expect, it } from 'vitest';
import { fittedBody } from '../../../src/instrument/fit/fitted-body.ts';
import { type Pose, THORAX } from '../../../src/instrument/geometry/skeleton.ts';
import { type FittedPerson, fittedPerson, inputOf } from '../../../lab/made/fitted-person.ts';

const seated = fittedPerson('ninety-ninety-pails-rails-lean-front');
const hinge: FittedPerson = {
  ...seated,
  plan: { ...seated.plan, motion: { ...seated.plan.motion, leanDirection: 'sideways' } },
};
const folded = (degrees: number) => (pose: Pose) => void (pose[THORAX] = degrees);
const leaning = (degrees: number) => (pose: Pose) => void (pose[THORAX + 2] = degrees);
const lean = (person: FittedPerson, change: (pose: Pose) => void) =>
  fittedBody(inputOf(person, change)).trunkLean?.value ?? NaN;

describe('the lean of a trunk facing the lens', () => {
  it('has the same size to either side', () => {
    // The thorax leans by 15°, the line from hips to shoulders by less.
    expect(lean(seated, leaning(15))).toBeGreaterThan(8);
    expect(lean(seated, leaning(-15))).toBeCloseTo(lean(seated, leaning(15)), 0);
  });

  it('towards the lens counts only when the trunk is visibly shorter', () => {
    expect(lean(seated, folded(8))).toBeLessThan(2);
    expect(lean(seated, folded(25))).toBeGreaterThan(8);
    expect(lean(seated, folded(25))).toBeLessThan(25 - 6);
  });
});

describe('the lean of a trunk that the drill folds forward', () => {
  it('does not grow with the fold', () => {
    expect(lean(seated, folded(25))).toBeGreaterThan(8);
    // The pelvis is rotated a little in this seat, so folding and leaning are not exactly perpendicular.
    expect(lean(hinge, folded(25))).toBeLessThan(2);
  });

  it('has the same size to either side', () => {
    // Tolerance 0.5°: an angle to a plane is compared with an angle to a line that is not exactly upright.
    expect(lean(hinge, leaning(20))).toBeCloseTo(lean(seated, leaning(20)), 0);
    expect(lean(hinge, leaning(-20))).toBeCloseTo(lean(hinge, leaning(20)), 0);
  });

  it('still makes the reading invalid when it is large', () => {
    const body = fittedBody(inputOf(hinge, leaning(25)));
    expect(body.unseen['hip-internal-rotation']).toBe('trunk-leans');
    expect(fittedBody(inputOf(hinge, folded(25))).unseen['hip-internal-rotation']).toBeUndefined();
  });
});
