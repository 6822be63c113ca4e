import { describe, expect, it } from 'vitest';
import { pelvisContributionToRotation } from '../../../src/instrument/fit/fitted-body.ts';
import { INTERNAL_ROTATION, LEG_START, PELVIS } from '../../../src/instrument/geometry/skeleton.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import { fittedPerson, inputOf } from '../../../lab/made/fitted-person.ts';

const seen = { value: 0, sd: 1 };
/** Marks both angles as measured; their values come from the fit. */
const MEASURED = { twist: seen, obliquity: seen };
const SIDES = ['left', 'right'] as const;
/** Index of the twist in the pelvis’s rotation vector; the obliquity follows. */
const LONG = PELVIS + 1;
const FRONT = PELVIS + 2;

describe('the pelvic contribution to a thigh’s rotation', () => {
  const supine = fittedPerson('supine-sleeper-clean-far');
  const pelvisContribution = (side: Side, change: Parameters<typeof inputOf>[1], person = supine) => {
    return pelvisContributionToRotation(inputOf(person, change).fit, MEASURED, side) ?? Number.NaN;
  };

  it.each(SIDES)('is zero while the pelvis stays, however far the hip rotates (%s)', (side) => {
    const turned = pelvisContribution(side, (pose) => {
      pose[LEG_START[side] + INTERNAL_ROTATION] = (pose[LEG_START[side] + INTERNAL_ROTATION] ?? 0) + 30;
    });
    expect(turned).toBeCloseTo(0, 9);
  });

  it('is null where the pelvis was not measured', () => {
    expect(pelvisContributionToRotation(inputOf(supine).fit, { twist: null, obliquity: null }, 'left')).toBeNull();
  });

  it('is positive for the right leg and negative for the left when the pelvis turns to the left', () => {
    const toTheRight = (pose: Float64Array) => {
      pose[LONG] = (pose[LONG] ?? 0) - 15;
    };
    expect(pelvisContribution('left', toTheRight)).toBeGreaterThan(5);
    expect(pelvisContribution('right', toTheRight)).toBeLessThan(-5);
  });

  it('equals the turn about the vertical when the thigh is upright, on hands and knees', () => {
    const kneeling = fittedPerson('quadruped-band-ir-clean-high');
    const yawed = pelvisContribution(
      'left',
      (pose) => {
        pose[FRONT] = (pose[FRONT] ?? 0) + 10;
      },
      kneeling,
    );
    // The thigh of this person leans by some degrees, which takes less than half a degree off ten.
    expect(Math.abs(yawed)).toBeGreaterThan(9.5);
    expect(Math.abs(yawed)).toBeLessThan(10.1);
  });
});
