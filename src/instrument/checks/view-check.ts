import type { MeasurementPlan, ViewPlan } from '../input/measurement-plan.ts';
import type { ReferencePoseFit } from '../reference-pose/reference-pose-fit.ts';
import { type Degrees, leadingSide, angleDifference } from '../geometry/units.ts';

export type ViewGrade = 'good' | 'fair' | 'poor';

/** A view may look down by this much less than the drill asks for and is then still fair. */
const LOOKING_DOWN_SLACK: Degrees = 8;
/** Added to the drill's azimuth ranges: the azimuth is known to about 5°. */
const AZIMUTH_SLACK: Degrees = 5;
/** Azimuth in the plan's terms, 0…360: the plan is written for the left leg, so right-side work is mirrored. */
export const planAzimuth = (plan: Pick<MeasurementPlan, 'side'>, azimuth: Degrees): Degrees =>
  leadingSide(plan.side) === 'left' ? azimuth : (360 - azimuth) % 360;

/** Grades how well the drill's channels can be read from this direction of the lens. */
export function gradeView(
  plan: Pick<MeasurementPlan, 'side' | 'view'>,
  referencePose: Pick<ReferencePoseFit, 'azimuth' | 'lookingDown'>,
): ViewGrade {
  const azimuth = planAzimuth(plan, referencePose.azimuth);
  const { view } = plan;
  const steep = referencePose.lookingDown >= view.lookingDown;
  if (referencePose.lookingDown < view.lookingDown - LOOKING_DOWN_SLACK) return 'poor';
  if (within(view.good, azimuth)) return steep ? 'good' : 'fair';
  return within(view.fair, azimuth) ? 'fair' : 'poor';
}

/** Distance to the nearest recommended direction. */
export function degreesFromRecommended(view: ViewPlan, azimuth: Degrees): Degrees {
  const centres = view.good.map(([from, to]) => (from + to) / 2);
  return Math.min(...[view.recommended, ...centres].map((c) => angleDifference(azimuth, c)));
}

const within = (ranges: ViewPlan['good'], azimuth: Degrees): boolean =>
  ranges.some(([from, to]) => angleDifference(azimuth, (from + to) / 2) <= (to - from) / 2 + AZIMUTH_SLACK);
