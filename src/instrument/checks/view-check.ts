import type { MeasurementPlan, ViewPlan } from '../input/measurement-plan.ts';
import type { ReferencePoseFit } from '../reference-pose/reference-pose-fit.ts';
import { type Degrees, leadingSide, turnBetween } from '../geometry/units.ts';

export type ViewGrade = 'good' | 'fair' | 'poor';

/** How far below the drill's downward angle a view is still readable. */
const LOOKING_DOWN_SLACK: Degrees = 8;
/** Azimuth is known to about 5°, so the edge of a range is not a cliff. */
const AZIMUTH_SLACK: Degrees = 5;
const EDGE_SLACK: Degrees = 10;

/** Azimuth as the plan counts it: written for left-side work, mirrored for the right. 0…360. */
export const planAzimuth = (plan: MeasurementPlan, azimuth: Degrees): Degrees =>
  leadingSide(plan.side) === 'left' ? azimuth : (360 - azimuth) % 360;

/** Whether the drill's channels can be read from where the lens stands. */
export function gradeView(
  plan: MeasurementPlan,
  referencePose: Pick<ReferencePoseFit, 'azimuth' | 'lookingDown'>,
): ViewGrade {
  const azimuth = planAzimuth(plan, referencePose.azimuth);
  const { view } = plan;
  const steep = referencePose.lookingDown >= view.lookingDown;
  if (referencePose.lookingDown < view.lookingDown - LOOKING_DOWN_SLACK) return 'poor';
  if (within(view.good, azimuth)) return steep ? 'good' : 'fair';
  return within(view.fair, azimuth) ? 'fair' : 'poor';
}

/** Distance in degrees to the middle of the nearest recommended range. */
export function awayFromRecommended(view: ViewPlan, azimuth: Degrees): Degrees {
  const centres = view.good.map(([from, to]) => (from + to) / 2);
  return Math.min(...[view.recommended, ...centres].map((c) => turnBetween(azimuth, c)));
}

/**
 * Whether a network whose scenes were filmed from these azimuths (as the plan counts them) knows this place. Towards the edge the
 * lens is found up to 10° off: eleven rendered people on hands and knees 1 to 10° too far to the side.
 */
export const isKnownPlace = (
  plan: MeasurementPlan,
  trained: readonly [Degrees, Degrees],
  { azimuth }: Pick<ReferencePoseFit, 'azimuth'>,
): boolean => within([trained], planAzimuth(plan, azimuth), EDGE_SLACK);

const within = (ranges: ViewPlan['good'], azimuth: Degrees, slack: Degrees = AZIMUTH_SLACK): boolean =>
  ranges.some(([from, to]) => turnBetween(azimuth, (from + to) / 2) <= (to - from) / 2 + slack);
