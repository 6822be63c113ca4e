import { landmarkPoint } from '../../src/instrument/fit/frame-fit.ts';
import { midpoint, type Vec3 } from '../../src/instrument/geometry/rotation.ts';
import { FITTED_LANDMARKS, JOINT, JOINT_COUNT } from '../../src/instrument/geometry/skeleton.ts';
import type { Degrees } from '../../src/instrument/geometry/units.ts';
import type { StillLandmarks } from '../../src/instrument/reference-pose/reference-pose-fit.ts';
import type { StartedPerson } from './left-positions.ts';

/** The same person in the start position, turned about the vertical through the hips before the same lens. */
export function seenFrom({ fit, still }: Pick<StartedPerson, 'fit' | 'still'>, by: Degrees): StillLandmarks {
  const joints = Array.from({ length: JOINT_COUNT }, (_, j) => landmarkPoint(fit.body, fit.offsets, j));
  const [x0, , z0] = midpoint(joints[JOINT.leftHip] as Vec3, joints[JOINT.rightHip] as Vec3);
  const [cos, sin] = [Math.cos((by * Math.PI) / 180), Math.sin((by * Math.PI) / 180)];
  const points = new Float64Array(66);
  for (const [j, [x, y, z]] of joints.entries()) {
    const turned: Vec3 = [x0 + (x - x0) * cos + (z - z0) * sin, y, z0 - (x - x0) * sin + (z - z0) * cos];
    const [u, v] = fit.camera.project(turned);
    points.set([u, v], 2 * (FITTED_LANDMARKS[j] ?? 0));
  }
  return { ...still, points };
}
