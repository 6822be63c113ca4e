import type { MeasurementPlan } from '../input/measurement-plan.ts';
import { withLegsExchanged } from '../fit/swap-left-right.ts';
import { fitReferencePoseFrom, type ReferencePoseFit, type StillLandmarks } from './reference-pose-fit.ts';
import type { Reason } from '../output/reason.ts';
import type { Degrees, Pixels } from '../geometry/units.ts';
import { awayFromRecommended, gradeView, planAzimuth, type ViewGrade } from '../checks/view-check.ts';

/** A posture found in a still picture, or why the drill's start is not there. */
export interface PostureFinding {
  readonly fit: ReferencePoseFit;
  readonly posture: 'ok' | 'wrong';
  readonly view: ViewGrade;
  readonly problem: Extract<Reason, 'wrong-posture' | 'bad-view'> | null;
}

/** Standard deviation of a landmark's place, pixels in a picture 1280 wide. */
const LANDMARK_SD = 8;
/** Same, in pixels of this picture. */
export const pixelSdIn = (still: StillLandmarks): Pixels => (LANDMARK_SD * still.width) / 1280;
/**
 * Largest cost at which the picture shows the drill's start posture. On rendered clips the right drill costs 3–16, another
 * posture 20 (a near relative: knee-to-knee read as a sleeper) to 350, people standing or an invented skeleton 36 and more.
 */
const MOST_COST = 30;
/** People put the laptop roughly where they are told: breaks ties between azimuths, but cannot outvote the picture. */
const PLACEMENT_SD: Degrees = 15;
const PLACEMENT_CAP = 9;
const FINE_STEP: Degrees = 10;
const COARSE_STEP: Degrees = 30;
const FINE_ITERATIONS = 40;
const COARSE_ITERATIONS = 12;

/** The whole circle in fine steps: for the neutral itself (about 50 ms once). */
export const findReferencePose = (plan: MeasurementPlan, still: StillLandmarks): PostureFinding =>
  search(plan, still, FINE_STEP, FINE_ITERATIONS);

/** The whole circle in coarse steps: for the live check while the person is getting ready (a few ms). */
export function glancePosture(plan: MeasurementPlan, still: StillLandmarks): PostureFinding {
  return search(plan, still, COARSE_STEP, COARSE_ITERATIONS);
}

/**
 * Cost that exchanging the legs must save. BlazePose sometimes takes the left leg for the right one, from behind most of all, and
 * can stay at it: the leg that rests would be measured. In 34 rendered sets the legs as seen cost 2–11 and exchanged ones 7–220
 * more; in the one that the model had mixed up 28, and exchanged 14.
 */
const EXCHANGE_GAIN = 8;

/** What the picture shows; where it shows the legs crossed and exchanging them makes sense of it, they are. */
function search(plan: MeasurementPlan, still: StillLandmarks, step: Degrees, iterations: number): PostureFinding {
  const seen = bestAzimuth(plan, still, step, iterations);
  const crossed =
    seen.cost > EXCHANGE_GAIN ? bestAzimuth(plan, { ...still, ...withLegsExchanged(still) }, step, iterations) : seen;
  const fit = crossed.cost < seen.cost - EXCHANGE_GAIN ? crossed : seen;
  const posture = fit.cost <= MOST_COST ? 'ok' : 'wrong';
  const view = gradeView(plan, fit);
  const problem = posture === 'wrong' ? 'wrong-posture' : view === 'poor' ? 'bad-view' : null;
  return { fit, posture, view, problem };
}

function bestAzimuth(
  plan: MeasurementPlan,
  still: StillLandmarks,
  step: Degrees,
  iterations: number,
): ReferencePoseFit {
  const pixelSd = pixelSdIn(still);
  let best: ReferencePoseFit | null = null;
  let bestCost = Infinity;
  for (let azimuth = 0; azimuth < 360; azimuth += step) {
    const fit = fitReferencePoseFrom(plan, still, azimuth, { pixelSd, iterations });
    const away = awayFromRecommended(plan.view, planAzimuth(plan, fit.azimuth));
    const cost = fit.cost + Math.min(PLACEMENT_CAP, (away / PLACEMENT_SD) ** 2);
    if (cost >= bestCost) continue;
    best = fit;
    bestCost = cost;
  }
  return best as ReferencePoseFit;
}
