import type { MeasurementPlan, StartPosture } from '../input/measurement-plan.ts';
import { swapLeftRight } from '../fit/swap-left-right.ts';
import { JOINT_LANDMARKS } from '../input/landmarks.ts';
import { fitReferencePoseFrom, type StillLandmarks } from './reference-pose-fit.ts';
import { pixelSdIn } from './reference-pose-search.ts';
import { landmarkAt, midJoint, type PicturePoint, pixelDistance, rightToLeft } from '../geometry/picture-points.ts';
import { DEG } from '../geometry/rotation.ts';
import { similarity } from '../geometry/similarity.ts';
import type { Degrees, Share } from '../geometry/units.ts';

const ITERATIONS = 40;
/**
 * Prior of leg rotation while start and stretch are compared: both postures may turn a little, and the nearer one wins.
 */
const ROTATION_SD: Degrees = 6;
/** Thorax fold over pelvis fold: a chest folds further forward than the pelvis under it. */
const CHEST_FOLD_RATIO = 1.7;
/**
 * A stretch whose fit costs more than this explains the picture badly, so the excess is added to the margin by which it
 * must beat the start. Example: a true start in black cloth cost 18 as start and 14 as stretch.
 */
const GOOD_STRETCH_COST = 10;

/** True when the trunk leans in the picture, in a drill that starts upright. */
export const isTrunkTipped = ({ maxStartLean = Infinity }: MeasurementPlan, still: StillLandmarks): boolean =>
  pictureLean(still) > maxStartLean;

/** Angle in the picture between the line mid-hip to mid-shoulder and the vertical, ≥ 0. */
function pictureLean({ points }: StillLandmarks): Degrees {
  const [hip, shoulder] = [midJoint(points, 'hip'), midJoint(points, 'shoulder')];
  return Math.abs(DEG * Math.atan2(shoulder[0] - hip[0], hip[1] - shoulder[1]));
}

/**
 * True when the working leg in its stretched position explains a still picture clearly better than the drill's start
 * does. The fit of the start alone cannot tell: it explains a sleeper's fallen knee by a narrower stance, a turned
 * pelvis and displaced landmarks. On rendered sleepers this found a third of the holds taken at 20° and two thirds of
 * those at 30°. What it misses is found later by `ReferencePoseValidator`, when the leg comes back to the real start.
 * @param azimuth of the lens, from the search
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
    // A folded trunk explains a lifted leg away in the upright postures, so both are compared folded. With the leg down
    // it is no stretch.
    if (asFolded < asStart + check.costMargin)
      return asFolded - costOf(foldedBy(folded.by, stretched)) > folded.costMargin;
  }
  const asStretched = costOf(stretched);
  const margin = check.costMargin + Math.max(0, asStretched - GOOD_STRETCH_COST);
  return asStart - asStretched > margin;
}

/** The trunk folded forward over legs that stay: the pelvis by so many degrees, the chest further. */
function foldedBy(degrees: Degrees, posture: StartPosture): StartPosture {
  const { pelvis, thorax, working, other } = posture;
  return {
    ...posture,
    pelvis: { ...pelvis, pitch: pelvis.pitch + degrees },
    thorax: { ...thorax, pitch: thorax.pitch + CHEST_FOLD_RATIO * degrees },
    working: { ...working, flexion: working.flexion + degrees },
    other: { ...other, flexion: other.flexion + degrees },
  };
}

/** `legDisplacement` up to which the legs are in the same position: a leg that has fallen in by 15° gives 0.15. */
export const SAME_LEG_POSITION: Share = 0.15;

/**
 * How far the legs have moved against each other between two still pictures of one person, as a share of the trunk's
 * length: the larger change of two vectors, right to left knee and right to left ankle. The pictures are first aligned
 * at shoulders and hips, so that a small push of the laptop changes little. A leg that has fallen in by 20° gives 0.2
 * or more. The same posture after a push of the laptop gives less than 0.1. Infinity if the trunk has no length.
 */
export function legDisplacement(then: StillLandmarks, now: StillLandmarks): Share {
  const alignment = similarity(trunkOf(then), trunkOf(now));
  const length = pixelDistance(midJoint(then.points, 'hip'), midJoint(then.points, 'shoulder'));
  if (!alignment || length === 0) return Infinity;
  return Math.max(
    ...(['knee', 'ankle'] as const).map((joint) => {
      const [x, y] = rightToLeft(then.points, joint);
      const [u, v] = rightToLeft(now.points, joint);
      const { a, b } = alignment;
      // The earlier vector, rotated and scaled into the later picture, minus the later vector.
      return Math.hypot(a * x - b * y - u, b * x + a * y - v) / (length * Math.hypot(a, b));
    }),
  );
}

/** Share of the trunk's length by which shoulders or hips of a person who stays are off in one picture at most. */
const TRUNK_STAYS: Share = 0.15;
/** `legDisplacement` above which legs have moved, in one picture: a hidden knee is off by half of that. */
const LEGS_MOVED = 2 * SAME_LEG_POSITION;

/** Whether a single picture shows the person elsewhere, or in another position. The pose model may have mixed up the legs. */
export function hasLeft(then: StillLandmarks, now: StillLandmarks): boolean {
  const length = pixelDistance(midJoint(then.points, 'hip'), midJoint(then.points, 'shoulder'));
  const shift = (part: 'hip' | 'shoulder') => pixelDistance(midJoint(then.points, part), midJoint(now.points, part));
  if (Math.max(shift('hip'), shift('shoulder')) > TRUNK_STAYS * length) return true;
  return [now, { ...now, ...swapLeftRight(now) }].every((seen) => legDisplacement(then, seen) > LEGS_MOVED);
}

const trunkOf = ({ points }: StillLandmarks): readonly PicturePoint[] =>
  (['left', 'right'] as const).flatMap((side) => [
    landmarkAt(points, JOINT_LANDMARKS[side].shoulder),
    landmarkAt(points, JOINT_LANDMARKS[side].hip),
  ]);
