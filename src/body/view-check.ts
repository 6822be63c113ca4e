import type { MeasurementPlan, ViewPlan } from './measurement-plan.ts';
import type { NeutralFit } from './neutral-fit.ts';
import { type Degrees, leadingSide, turnBetween } from './units.ts';

export type ViewGrade = 'good' | 'fair' | 'poor';

/** How far below the drill's downward angle a view is still readable. */
const LOOKING_DOWN_SLACK: Degrees = 8;
/** Azimuth is known to about 5°, so the edge of a range is not a cliff. */
const AZIMUTH_SLACK: Degrees = 5;

/** Azimuth as the plan counts it: written for left-side work, mirrored for the right. 0…360. */
export const planAzimuth = (plan: MeasurementPlan, azimuth: Degrees): Degrees =>
  leadingSide(plan.side) === 'left' ? azimuth : (360 - azimuth) % 360;

/** Whether the drill's channels can be read from where the lens stands. */
export function gradeView(
  plan: MeasurementPlan,
  neutral: Pick<NeutralFit, 'azimuth' | 'lookingDown'>,
): ViewGrade {
  const azimuth = planAzimuth(plan, neutral.azimuth);
  const { view } = plan;
  const steep = neutral.lookingDown >= view.lookingDown;
  if (neutral.lookingDown < view.lookingDown - LOOKING_DOWN_SLACK) return 'poor';
  if (within(view.good, azimuth)) return steep ? 'good' : 'fair';
  return within(view.fair, azimuth) ? 'fair' : 'poor';
}

/** Distance in degrees to the middle of the nearest recommended range. */
export function awayFromRecommended(view: ViewPlan, azimuth: Degrees): Degrees {
  const centres = view.good.map(([from, to]) => (from + to) / 2);
  return Math.min(...[view.recommended, ...centres].map((c) => turnBetween(azimuth, c)));
}

const within = (ranges: ViewPlan['good'], azimuth: Degrees): boolean =>
  ranges.some(([from, to]) => {
    const middle = (from + to) / 2;
    return turnBetween(azimuth, middle) <= (to - from) / 2 + AZIMUTH_SLACK;
  });
