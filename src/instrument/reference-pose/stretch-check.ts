import type { MeasurementPlan, StartPosture } from '../input/measurement-plan.ts';
import { fitReferencePoseFrom, type StillLandmarks } from './reference-pose-fit.ts';
import { pixelSdIn } from './reference-pose-search.ts';
import { midJoint } from '../geometry/picture-points.ts';
import { DEG } from '../geometry/rotation.ts';
import { INTERNAL_ROTATION, LEG_START } from '../geometry/skeleton.ts';
import { startPose } from './start-pose.ts';
import { type Degrees, leadingSide, otherSide, type Side } from '../geometry/units.ts';

/** Both postures are fitted with legs that may turn a little: the question is which of the two is nearer. */
const ROTATION_SD: Degrees = 6;
const ITERATIONS = 40;
/** A chest folds further forward than the pelvis under it. */
const CHEST_FOLDS = 1.7;
/** For legs that may lie anywhere: the question is where the working one does. */
const FREE_SD: Degrees = 30;
/** A leg that moves does so without the other: held 29° out on hands and knees 17 and more further than that, in starts up to 15. */
const BY_ITSELF: Degrees = 12;
/**
 * A stretch that fits worse than this explains little itself, and has to win by as much more: a start in black cloth cost 18, and
 * 14 as a stretch.
 */
const FITS_WELL = 10;

/** True when the trunk leans, in a drill that begins upright: that is plain to see, and holds for as long as it leans. */
export const isTippedOver = ({ uprightWithin = Infinity }: MeasurementPlan, still: StillLandmarks): boolean =>
  pictureLean(still) > uprightWithin;

/**
 * True when legs that the drill's own network saw show the working one far into its movement already: plain to see also where a fit of
 * the start looks well, because the pelvis lists with the leg. Shins that both stand out are a start. The pose model's legs are no
 * measure of it.
 */
export function isFarTurned(plan: MeasurementPlan, still: StillLandmarks, azimuth: Degrees): boolean {
  const from = plan.startCheck?.turnedFrom;
  if (from === undefined) return false;
  const options = { pixelSd: pixelSdIn(still), iterations: ITERATIONS, rotationSd: FREE_SD };
  const { pose } = fitReferencePoseFrom(plan, still, azimuth, options);
  const start = startPose(plan).pose;
  const working = leadingSide(plan.side);
  const turned = (side: Side): Degrees => {
    const at = LEG_START[side] + INTERNAL_ROTATION;
    return (pose[at] ?? 0) - (start[at] ?? 0);
  };
  return turned(working) > from && turned(working) - turned(otherSide(working)) > BY_ITSELF;
}

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
  const stretched = { ...plan.posture, working: check.stretched };
  const options = {
    pixelSd: pixelSdIn(still),
    iterations: ITERATIONS,
    rotationSd: ROTATION_SD,
    ankleHeight: check.ankleHeight,
  };
  const costOf = (posture: StartPosture): number =>
    fitReferencePoseFrom({ ...plan, posture }, still, azimuth, options).cost;
  const asStart = costOf(plan.posture);
  const { folded } = check;
  if (folded) {
    const asFolded = costOf(foldedBy(folded.by, plan.posture));
    // A trunk that folds hides a leg that is up from the upright postures; with the leg down it is no stretch yet.
    if (asFolded < asStart + check.clearly) return asFolded - costOf(foldedBy(folded.by, stretched)) > folded.clearly;
  }
  const asStretched = costOf(stretched);
  const clearly = check.clearly + Math.max(0, asStretched - FITS_WELL);
  return asStart - asStretched > clearly;
}

/** The trunk folded forward over legs that stay where they are: the pelvis by so much, the chest further. */
function foldedBy(degrees: Degrees, posture: StartPosture): StartPosture {
  const { pelvis, thorax, working, other } = posture;
  return {
    ...posture,
    pelvis: { ...pelvis, pitch: pelvis.pitch + degrees },
    thorax: { ...thorax, pitch: thorax.pitch + CHEST_FOLDS * degrees },
    working: { ...working, flexion: working.flexion + degrees },
    other: { ...other, flexion: other.flexion + degrees },
  };
}
