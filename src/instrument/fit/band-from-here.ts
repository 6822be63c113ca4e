import type { MeasurementPlan } from '../input/measurement-plan.ts';
import {
  bodyOf,
  FITTED_LANDMARKS,
  FLEXION,
  INTERNAL_ROTATION,
  JOINT_COUNT,
  KNEE,
  LEG_START,
} from '../geometry/skeleton.ts';
import { band90, type Degrees, type Seconds, type Side, sidesOf, WIDEST_BAND } from '../geometry/units.ts';
import type { StillLandmarks } from '../reference-pose/reference-pose-fit.ts';
import type { PostureFinding } from '../reference-pose/reference-pose-search.ts';
import { fittedBody } from './fitted-body.ts';
import { FrameFitter, landmarkPoint } from './frame-fit.ts';
import type { PelvisObservation } from './pelvis-observation.ts';

/** Factor on the standard deviations in a view that is readable but not recommended. */
export const FAIR_WIDENING = 2;

/** Points of the movement at which the band is computed, in degrees from the start. */
const ALONG = { 'hip-internal-rotation': [0, 15, 30], 'hip-flexion': [0, 45, 85] } as const;
/** A pelvis that is seen and has not moved: nothing widens the band. */
const STILL_PELVIS: PelvisObservation = { twist: { value: 0, sd: 0 }, unseen: null };
const STEP: Seconds = 1 / 12;

/**
 * The narrowest 90 % band that the drill's angle can have from this place, at the start or in the movement. It is the band of
 * landmarks that fit exactly and of a pelvis that is seen; a real picture only makes it wider. Null: the angle is never given
 * from here, or is none of a leg.
 */
export function narrowestBand(
  plan: MeasurementPlan,
  { fit: start, view }: Pick<PostureFinding, 'fit' | 'view'>,
  still: Pick<StillLandmarks, 'visibility' | 'width'>,
): Degrees | null {
  const channel = plan.range ?? 'hip-internal-rotation';
  if (channel === 'back-arch') return null;
  const fitter = new FrameFitter(plan, start, still.width);
  const widening = view === 'good' ? 1 : FAIR_WIDENING;
  const bandAt = (side: Side, by: Degrees): Degrees[] => {
    const k = LEG_START[side];
    const pose = start.pose.slice();
    const turned = channel === 'hip-flexion' ? FLEXION : INTERNAL_ROTATION;
    pose[k + turned] = (pose[k + turned] ?? 0) + by;
    if (turned === FLEXION && plan.motion.shinHangSd !== undefined) pose[k + KNEE] = (pose[k + KNEE] ?? 0) + by;
    const body = bodyOf(pose, start.reference, start.bones);
    const points = new Float64Array(66);
    for (let j = 0; j < JOINT_COUNT; j++) {
      const [x, y] = start.camera.project(landmarkPoint(body, start.offsets, j));
      points.set([x, y], 2 * (FITTED_LANDMARKS[j] ?? 0));
    }
    const fit = fitter.fit({ points, visibility: still.visibility }, pose, STEP);
    const parts = { plan, referencePose: start, fit, pelvis: STILL_PELVIS, widening, footSlide: null };
    const { leg } = fittedBody({ ...parts, reasons: [], valid: true });
    const angle = channel === 'hip-flexion' ? leg[side].flexion : leg[side].internalRotation;
    return angle === null ? [] : [band90(angle.sd)];
  };
  const bands = sidesOf(plan.side).flatMap((side) => ALONG[channel].flatMap((by) => bandAt(side, by)));
  return bands.length === 0 ? null : Math.min(...bands);
}

/** Whether the drill's angle can have a useful band from here. True of a drill that reads no leg. */
export function isReadable(...seen: Parameters<typeof narrowestBand>): boolean {
  const band = narrowestBand(...seen);
  return seen[0].range === 'back-arch' || (band !== null && band <= WIDEST_BAND);
}
