import { describe, expect, it } from 'vitest';
import { pelvisContributionToRotation } from '../../../src/instrument/fit/pelvis-contribution.ts';
import { LEG_START, INTERNAL_ROTATION, PELVIS } from '../../../src/instrument/geometry/skeleton.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import { fittedPerson, inputOf } from '../fitted-person.ts';

const seen = { value: 0, sd: 1 };
/** Where it was measured; how far is in the fit. */
const MEASURED = { twist: seen, obliquity: seen };
const SIDES = ['left', 'right'] as const;
/** Index of the turn about the pelvis' long axis in its rotation vector; the one about front–back follows. */
const LONG = PELVIS + 1;
const FRONT = PELVIS + 2;

describe('what the pelvis lends to the turn of a thigh', () => {
  const supine = fittedPerson('supine-sleeper-clean-far');
  const pelvisContribution = (side: Side, change: Parameters<typeof inputOf>[1], person = supine) => {
    return pelvisContributionToRotation(inputOf(person, change).fit, MEASURED, side) ?? Number.NaN;
  };

  it.each(SIDES)('is nothing while the pelvis stays, however far the hip turns (%s)', (side) => {
    const turned = pelvisContribution(side, (pose) => {
      pose[LEG_START[side] + INTERNAL_ROTATION] = (pose[LEG_START[side] + INTERNAL_ROTATION] ?? 0) + 30;
    });
    expect(turned).toBeCloseTo(0, 9);
  });

  it('is not known where nobody has measured the pelvis', () => {
    expect(pelvisContributionToRotation(inputOf(supine).fit, { twist: null, obliquity: null }, 'left')).toBeNull();
  });

  it('is positive for the leg towards whose other side the front of the pelvis turns, and negative for the other leg', () => {
    const toTheRight = (pose: Float64Array) => {
      pose[LONG] = (pose[LONG] ?? 0) - 15;
    };
    expect(pelvisContribution('left', toTheRight)).toBeGreaterThan(5);
    expect(pelvisContribution('right', toTheRight)).toBeLessThan(-5);
  });

  it('is a turn about the vertical degree for degree when the thigh stands upright, on hands and knees', () => {
    const kneeling = fittedPerson('quadruped-band-ir-clean-high');
    const yawed = pelvisContribution(
      'left',
      (pose) => {
        pose[FRONT] = (pose[FRONT] ?? 0) + 10;
      },
      kneeling,
    );
    // The thigh of this person leans by some degrees: the cosine takes less than half a degree off ten.
    expect(Math.abs(yawed)).toBeGreaterThan(9.5);
    expect(Math.abs(yawed)).toBeLessThan(10.1);
  });
});
