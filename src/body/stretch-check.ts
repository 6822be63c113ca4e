import type { MeasurementPlan } from './measurement-plan.ts';
import { fitNeutralFrom, type StillLandmarks } from './neutral-fit.ts';
import { pixelSdIn } from './neutral-search.ts';
import { midJoint } from './picture-points.ts';
import { DEG } from './rotation.ts';
import type { Degrees } from './units.ts';

/** Both postures are fitted with legs that may turn a little: the question is which of the two is nearer. */
const ROTATION_SD: Degrees = 6;
const ITERATIONS = 40;
/**
 * A stretch that fits worse than this explains little itself, and has to win by as much more: a start in black cloth cost 18, and
 * 14 as a stretch.
 */
const FITS_WELL = 10;

/** True when the trunk leans, in a drill that begins upright: that is plain to see, and holds for as long as it leans. */
export const isTippedOver = ({ uprightWithin = Infinity }: MeasurementPlan, still: StillLandmarks): boolean =>
  pictureLean(still) > uprightWithin;

/** How far the line from the hips to the shoulders leans from upright in the picture, either way. */
function pictureLean({ points }: StillLandmarks): Degrees {
  const [hip, shoulder] = [midJoint(points, 'hip'), midJoint(points, 'shoulder')];
  return Math.abs(DEG * Math.atan2(shoulder[0] - hip[0], hip[1] - shoulder[1]));
}

/**
 * True when a still picture that passes for the drill's start is explained clearly better by the working leg where the drill takes
 * it. The fit of the start alone cannot tell: it takes a sleeper's fallen knee for a narrower stance, a turned pelvis and displaced
 * landmarks. On rendered sleepers this found a third of the holds taken at 20° and two thirds of those at 30°, and refused one
 * start in forty, before a stretch that fits badly had to win by more; what it lets pass shows later, when the leg comes back to
 * the real start (`outside-watch.ts`).
 * @param azimuth where the lens was found
 */
export function looksStretched(plan: MeasurementPlan, still: StillLandmarks, azimuth: Degrees): boolean {
  const check = plan.startCheck;
  if (!check) return false;
  const stretched = { ...plan, posture: { ...plan.posture, working: check.stretched } };
  const options = {
    pixelSd: pixelSdIn(still),
    iterations: ITERATIONS,
    rotationSd: ROTATION_SD,
    ankleHeight: check.ankleHeight,
  };
  const costOf = (of: MeasurementPlan): number => fitNeutralFrom(of, still, azimuth, options).cost;
  const asStretched = costOf(stretched);
  const clearly = check.clearly + Math.max(0, asStretched - FITS_WELL);
  return costOf(plan) - asStretched > clearly;
}
