import { JOINT_LANDMARKS } from '../input/landmarks.ts';
import type { MeasurementPlan } from '../input/measurement-plan.ts';
import type { ReferencePoseFit, StillLandmarks } from '../reference-pose/reference-pose-fit.ts';
import { blindPelvis, type PelvisEstimator, type PelvisObservation } from '../fit/pelvis-estimator.ts';
import type { Picture } from '../input/picture.ts';
import { median } from '../geometry/statistics.ts';
import { DEG } from '../geometry/rotation.ts';
import type { Degrees, Metres } from '../geometry/units.ts';
import { type GreyPicture, greyCrop } from '../checks/grey-picture.ts';
import type { Limb } from './surface-points.ts';
import type { SurfaceMotion, SurfaceTracker } from './surface-follower.ts';
import { armReach, surfaceTracker, trunkBox } from './surface-tracker.ts';

/** The twist is the median over this many frames, so that one or two wrong frames never trigger an alarm. */
const MEDIAN_FRAMES = 5;
/** The twist is unknown with fewer points found, a smaller share of agreeing ones, or a larger standard deviation. */
const MIN_SEEN = 20;
const MIN_AGREEMENT = 0.3;
const MAX_TWIST_SD: Degrees = 4;
/** From this lift on the twist is not judged, because a lift looks partly like a twist; `BACK_DOWN` ends it. */
const LIFTED: Metres = 0.02;
const BACK_DOWN: Metres = 0.012;
const ARM_VISIBILITY = 0.5;

/**
 * Pelvis estimator that tracks the surface of the lower trunk. Null: the drill does not use it, or there is too little
 * texture.
 */
export function surfacePelvis(
  plan: MeasurementPlan,
  referencePose: ReferencePoseFit,
  still: StillLandmarks,
  pictures: readonly Picture[],
): PelvisEstimator | null {
  const first = pictures[0];
  if (!plan.surface || !first) return null;
  const reach = armReach(referencePose.camera.focalPixels, referencePose.distance);
  const template = meanCrop(pictures, trunkBox(referencePose, first.width, first.height));
  const tracker = surfaceTracker(referencePose, plan, template, forearms(still, reach), first);
  return tracker && estimator(tracker, reach, pictures);
}

function estimator(tracker: SurfaceTracker, reach: number, pictures: readonly Picture[]): PelvisEstimator {
  const twistOf = (motion: SurfaceMotion): Degrees => motion.vector[1] * DEG;
  const rest = pictures.flatMap((picture) => {
    const motion = tracker.step(greyCrop(picture, tracker.box), [], 0);
    return motion ? [twistOf(motion)] : [];
  });
  const zero = median(rest) ?? 0;
  const recent: Degrees[] = [];
  let lifting = false;
  return {
    step(picture, landmarks, lift) {
      lifting = lift > (lifting ? BACK_DOWN : LIFTED);
      const arms = landmarks ? forearms(landmarks, reach) : [];
      const motion = tracker.step(greyCrop(picture, tracker.box), arms, lift);
      if (!motion) return blindPelvis('pelvis-lost');
      recent.push(twistOf(motion));
      if (recent.length > MEDIAN_FRAMES) recent.shift();
      return observationOf((median(recent) ?? 0) - zero, motion, lifting, tracker.pointCount);
    },
  };
}

function observationOf(twist: Degrees, motion: SurfaceMotion, lifting: boolean, pointCount: number): PelvisObservation {
  const sd = motion.sd[1] * DEG;
  const agreement = motion.agreeing / Math.max(1, motion.seen);
  const support = motion.agreeing / Math.max(1, pointCount);
  if (motion.seen < MIN_SEEN || agreement < MIN_AGREEMENT || sd >= MAX_TWIST_SD) {
    return { ...blindPelvis('pelvis-lost'), support };
  }
  return { twist: { value: twist, sd }, unseen: lifting ? 'other-pelvis-motion' : null, support };
}

/**
 * Forearms and hands that may cover the trunk. One of low visibility is probably behind the body and covers nothing.
 */
function forearms(landmarks: Pick<StillLandmarks, 'points' | 'visibility'>, reach: number): Limb[] {
  const at = (l: number): readonly [number, number] => [landmarks.points[2 * l] ?? 0, landmarks.points[2 * l + 1] ?? 0];
  return (['left', 'right'] as const).flatMap((side) => {
    const { elbow, wrist, index } = JOINT_LANDMARKS[side];
    if ((landmarks.visibility[wrist] ?? 0) < ARM_VISIBILITY) return [];
    return [
      { from: at(elbow), to: at(wrist), reach, start: -1 },
      { from: at(wrist), to: at(index), reach, start: -1 },
    ];
  });
}

/** Mean of the pictures of the reference pose: less noise than a single one. */
function meanCrop(pictures: readonly Picture[], box: Parameters<typeof greyCrop>[1]): GreyPicture {
  const crops = pictures.map((p) => greyCrop(p, box));
  const first = crops[0] as GreyPicture;
  const data = new Float32Array(first.data.length);
  for (const crop of crops)
    for (let i = 0; i < data.length; i++) data[i] = (data[i] as number) + (crop.data[i] as number);
  for (let i = 0; i < data.length; i++) data[i] = (data[i] as number) / crops.length;
  return { ...first, data };
}
