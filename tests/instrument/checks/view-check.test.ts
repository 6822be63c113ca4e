import { describe, expect, it } from 'vitest';
import type { MeasurementPlan } from '../../../src/instrument/input/measurement-plan.ts';
import {
  degreesFromRecommended,
  gradeView,
  planAzimuth,
  type ViewGrade,
} from '../../../src/instrument/reference-pose/reference-pose-search.ts';
import { planFor } from '../../../lab/made/truth-landmarks.ts';

const mirrorOf = (azimuth: number): number => (360 - azimuth) % 360;

function grade(drill: string, azimuth: number, lookingDown: number): ViewGrade {
  const left = gradeView(planFor(drill), { azimuth, lookingDown });
  const right = gradeView(planFor(drill, 1.72, 'in a mirror'), { azimuth: mirrorOf(azimuth), lookingDown });
  expect(right, 'the mirrored place must be graded the same for the right side').toBe(left);
  return left;
}

describe('the grade of a view', () => {
  // The ranges of the drills' plans, each widened by 5° because the azimuth is known to about 5°.
  it.each([
    ['supine-sleeper', 'good', [255, 236, 282]],
    ['supine-sleeper', 'fair', [229, 291, 201, 296]],
    ['supine-sleeper', 'poor', [189, 316, 45, 0]],
    // Its network was not trained from the side of the working leg.
    ['supine-sleeper-side', 'good', [270]],
    ['supine-sleeper-side', 'fair', [242]],
    ['supine-sleeper-side', 'poor', [90]],
    ['quadruped-band-ir-side', 'good', [90, 270]],
    ['quadruped-band-ir', 'good', [150]],
    ['quadruped-band-ir', 'fair', [130]],
    // The pelvis network was not trained from the side of the resting leg.
    ['quadruped-band-ir', 'poor', [210, 180, 0]],
    ['ninety-ninety-pails-rails', 'good', [0, 359, 336]],
    ['ninety-ninety-pails-rails', 'fair', [26, 334, 326, 64]],
    ['ninety-ninety-pails-rails', 'poor', [324, 66, 180]],
  ] as const)('of %s is %s from each of %j, and from the mirrored place for the other side too', (drill, is, from) => {
    for (const azimuth of from) expect(grade(drill, azimuth, planFor(drill).view.lookingDown), `${azimuth}`).toBe(is);
  });

  it('falls to fair just below the drill’s downward angle and to poor 8° below it', () => {
    const down = planFor('supine-sleeper').view.lookingDown;
    expect(grade('supine-sleeper', 255, down)).toBe('good');
    expect(grade('supine-sleeper', 255, down - 0.1)).toBe('fair');
    expect(grade('supine-sleeper', 255, down - 7.9)).toBe('fair');
    expect(grade('supine-sleeper', 255, down - 8.1)).toBe('poor');
    expect(grade('supine-sleeper', 200, 60)).toBe('fair');
  });

  it('of an unknown place is poor', () => {
    expect(gradeView(planFor('supine-sleeper'), { azimuth: NaN, lookingDown: NaN })).toBe('poor');
  });
});

describe('the plan’s azimuth', () => {
  it('is the lens’s azimuth for left-side and bilateral work, and its mirror image for right-side work', () => {
    const plan = planFor('supine-sleeper');
    const both: MeasurementPlan = { ...plan, side: 'both' };
    const right: MeasurementPlan = { ...plan, side: 'right' };
    expect(planAzimuth(plan, 255)).toBe(255);
    expect(planAzimuth(both, 255)).toBe(255);
    expect(planAzimuth(right, 255)).toBe(105);
    expect(planAzimuth(right, 0)).toBe(0);
  });
});

describe('the distance from the recommended direction', () => {
  it('is the angle to the nearest one, also across 0°', () => {
    const front = planFor('ninety-ninety-pails-rails').view;
    expect(degreesFromRecommended(front, 350)).toBeCloseTo(10, 9);
    expect(degreesFromRecommended(front, 10)).toBeCloseTo(10, 9);
    expect(degreesFromRecommended(front, 180)).toBeCloseTo(180, 9);
    const behind = planFor('quadruped-band-ir').view;
    expect(degreesFromRecommended(behind, 150)).toBe(0);
    expect(degreesFromRecommended(behind, 207.5)).toBeCloseTo(55, 9);
    expect(degreesFromRecommended(behind, 180)).toBeCloseTo(27.5, 9);
  });
});
