import { landmarkPoint } from './frame-fit.ts';
import type { Landmarks } from '../input/landmarks.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { ReferencePoseFit } from '../reference-pose/reference-pose-fit.ts';
import { FITTED_LANDMARKS, JOINT } from '../geometry/skeleton.ts';
import { legJointIndex } from '../reference-pose/start-pose.ts';
import { type Estimate, leadingSide, type Metres } from '../geometry/units.ts';

/** Standard deviation of a measured slide. */
const FOOT_SD: Metres = 0.015;

/** Index of the working ankle's joint; null: the drill does not plant that foot. */
export const plantedAnkle = (plan: MeasurementPlan): number | null =>
  plan.motion.contacts.some((c) => c.joint === 'working ankle')
    ? legJointIndex('working ankle', leadingSide(plan.side))
    : null;

/** The joint index of the ankle nearer to the lens: the other leg's knee cannot hide it. */
export function nearerAnkle({ body, offsets, camera }: ReferencePoseFit): number {
  const [left, right] = [JOINT.leftAnkle, JOINT.rightAnkle].map(
    (joint) => camera.project(landmarkPoint(body, offsets, joint))[2],
  );
  return (left ?? 0) <= (right ?? 0) ? JOINT.leftAnkle : JOINT.rightAnkle;
}

/** Distance of an ankle's landmark from its place in the reference pose, metres at the depth it had there. */
export function slideOf(referencePose: ReferencePoseFit, landmarks: Landmarks, joint: number): Estimate<Metres> {
  const [x, y, depth] = referencePose.camera.project(landmarkPoint(referencePose.body, referencePose.offsets, joint));
  const l = 2 * (FITTED_LANDMARKS[joint] ?? 0);
  const pixels = Math.hypot((landmarks.points[l] ?? 0) - x, (landmarks.points[l + 1] ?? 0) - y);
  return { value: (pixels * depth) / referencePose.camera.focalPixels, sd: FOOT_SD };
}
