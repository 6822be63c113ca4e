import type { FrameFit } from './frame-fit.ts';
import { frontAxis, longAxis, thighLine } from '../geometry/leg-plane.ts';
import type { PelvisMeasurement } from './pelvis-estimator.ts';
import { dot, unit } from '../geometry/rotation.ts';
import type { Degrees, Side } from '../geometry/units.ts';

/**
 * How far the pelvis' own turn since the neutral has turned a thigh about its length, positive inwards: what the shin shows in
 * the room is this and the hip's own rotation (identity of accuracy.md 2.2). Only what was measured counts: the landmarks alone
 * are blind to the pelvis. Null: nothing was.
 */
export function pelvisContributionToRotation(fit: FrameFit, measured: PelvisMeasurement, side: Side): Degrees | null {
  if (!measured.twist && !measured.obliquity) return null;
  const { body, pelvis } = fit;
  const femur = unit(thighLine(body, side));
  const turned =
    (measured.twist ? pelvis.twist * dot(longAxis(body), femur) : 0) +
    (measured.obliquity ? pelvis.obliquity * dot(frontAxis(body), femur) : 0);
  return side === 'left' ? turned : -turned;
}
