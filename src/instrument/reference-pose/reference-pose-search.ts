import type { MeasurementPlan } from '../input/measurement-plan.ts';
import { swapLeftRight } from '../fit/swap-left-right.ts';
import { fitReferencePoseFrom, type ReferencePoseFit, type StillLandmarks, trunkIn } from './reference-pose-fit.ts';
import type { Reason } from '../output/reason.ts';
import type { Degrees, Pixels, Share } from '../geometry/units.ts';
import { contradictsStart } from './start-contradiction.ts';
import { degreesFromRecommended, gradeView, planAzimuth, type ViewGrade } from '../checks/view-check.ts';

/** The best fit of the drill's start to a still picture, and whether the picture shows that start. */
export interface PostureFinding {
  readonly fit: ReferencePoseFit;
  readonly posture: 'ok' | 'wrong';
  readonly view: ViewGrade;
  /** Null: the start posture from a usable view. */
  readonly problem: Extract<Reason, 'wrong-posture' | 'bad-view'> | null;
}

/** Standard deviation of a landmark's position, pixels in a picture 1280 wide. */
const LANDMARK_SD = 8;
/** The same in pixels of this picture. */
export const pixelSdIn = (still: StillLandmarks): Pixels => (LANDMARK_SD * still.width) / 1280;
/**
 * Standard deviation of a BlazePose joint on real people, share of the trunk's length (`lab/real/page/leg-sd.ts`). Whether a picture shows the
 * start is judged by it. The fit itself keeps `LANDMARK_SD`, because most of this error is the same in all frames of a set.
 */
const PEOPLE_SD: Share = 0.055;
/**
 * Largest cost, with `PEOPLE_SD`, at which the picture shows the drill's start: 95 % of a chi-square with 17 degrees of freedom (42
 * residuals less 25 parameters). In photographs of real people at the start or near it: 5–24 (41 of 43 pictures × drills); held as a bridge,
 * with the feet on a bench or the trunk half up: 27 and more. Other postures cost up to some hundreds.
 */
const MAX_COST = 27.6;
/**
 * Penalty on azimuths away from the recommended one, because people put the laptop roughly where they are told: sd, and
 * upper limit. The limit lets it break ties, but not outweigh the picture.
 */
const PLACEMENT_SD: Degrees = 15;
const PLACEMENT_CAP = 9;
/** Steps of the azimuth and iterations of each fit, for the reference pose and for the live check. */
const FINE_STEP: Degrees = 10;
const FINE_ITERATIONS = 40;
const COARSE_STEP: Degrees = 30;
const COARSE_ITERATIONS = 12;

/** Searches all azimuths in fine steps: for the reference pose itself (about 50 ms). */
export const findReferencePose = (plan: MeasurementPlan, still: StillLandmarks): PostureFinding =>
  search(plan, still, FINE_STEP, FINE_ITERATIONS);

/** Searches all azimuths in coarse steps: for the live check while the person gets ready (a few ms). */
export function findPostureCoarsely(plan: MeasurementPlan, still: StillLandmarks): PostureFinding {
  return search(plan, still, COARSE_STEP, COARSE_ITERATIONS);
}

/** Whether the picture shows the start once it is turned by half a turn, as that of a camera that hangs from its top. */
export const isUpsideDown = (plan: MeasurementPlan, still: StillLandmarks): boolean =>
  findPostureCoarsely(plan, turnedByHalf(still)).problem === null;

const turnedByHalf = (still: StillLandmarks): StillLandmarks => ({
  ...still,
  points: Float64Array.from(still.points, (at, c) => (c % 2 === 0 ? still.width : still.height) - 1 - at),
});

/** Cost of the coarse fit of a start to a still picture, as the pose model names the legs. */
export const coarseCost = (plan: MeasurementPlan, still: StillLandmarks): number =>
  bestAzimuth(plan, still, COARSE_STEP, COARSE_ITERATIONS).cost;

/**
 * Cost that swapping the legs must save. BlazePose sometimes swaps left and right, mostly seen from behind, and may
 * keep them swapped: the resting leg would be measured. Correct legs cost 2–11, and 7–220 more when swapped; legs that
 * the model had swapped cost 28, and 14 when swapped back (n = 35 rendered sets).
 */
const SWAP_GAIN = 8;

/** Fits the picture as seen, and with the legs swapped if that explains it clearly better. */
function search(plan: MeasurementPlan, still: StillLandmarks, step: Degrees, iterations: number): PostureFinding {
  const seen = bestAzimuth(plan, still, step, iterations);
  const swappedStill = { ...still, ...swapLeftRight(still) };
  const swapped = seen.cost > SWAP_GAIN ? bestAzimuth(plan, swappedStill, step, iterations) : seen;
  const isSwapped = swapped.cost < seen.cost - SWAP_GAIN;
  const fit = isSwapped ? swapped : seen;
  const fits = () => costOnPeople(plan, isSwapped ? swappedStill : still, fit) <= MAX_COST;
  const posture = !contradictsStart(plan, still) && fits() ? 'ok' : 'wrong';
  const view = gradeView(plan, fit);
  const problem = posture === 'wrong' ? 'wrong-posture' : view === 'poor' ? 'bad-view' : null;
  return { fit, posture, view, problem };
}

/** Cost of the start if the joints are as exact as BlazePose's on real people; the live check and the hold then agree. */
function costOnPeople(plan: MeasurementPlan, still: StillLandmarks, fit: ReferencePoseFit): number {
  const pixelSd = PEOPLE_SD * trunkIn(fit);
  return fitReferencePoseFrom(plan, still, fit.azimuth, { pixelSd, iterations: FINE_ITERATIONS }).cost;
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
    const away = degreesFromRecommended(plan.view, planAzimuth(plan, fit.azimuth));
    const cost = fit.cost + Math.min(PLACEMENT_CAP, (away / PLACEMENT_SD) ** 2);
    if (cost >= bestCost) continue;
    best = fit;
    bestCost = cost;
  }
  return best as ReferencePoseFit;
}
