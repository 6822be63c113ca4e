import { landmarkPoint } from '../fit/frame-fit.ts';
import { JOINT_LANDMARKS } from '../input/landmarks.ts';
import type { ReferencePoseFit } from '../reference-pose/reference-pose-fit.ts';
import { add, apply, midpoint, multiply, rotationY, subtract, transpose, type Vec3 } from '../geometry/rotation.ts';
import { JOINT } from '../geometry/skeleton.ts';
import type { Degrees } from '../geometry/units.ts';

/** Half the turn over which the slope of the hip line is taken. */
const STEP: Degrees = 5;
/** Pixels per degree, squared, below which the view does not show a twist in the hip line. */
const LEAST_SLOPE_SQUARED = 0.01;

/**
 * The second witness of the pelvis's twist: the line between the two hip landmarks, against the reference pose. With the
 * leg network's hips it shows 0.4 to 0.5 of a twist, and a turn of the thigh shows in it as well (n = 2 rendered people, one
 * of each renderer). So it is no measurement; a change of it contradicts a pelvis that is said to lie still.
 * @param still landmarks of the reference pose, x, y in pixels
 * @returns a function from the landmarks of a frame to the twist, signs as `PelvisAngles.twist`; null: the view does not show it
 */
export function hipLineTwist(
  referencePose: ReferencePoseFit,
  still: ArrayLike<number>,
): ((points: ArrayLike<number>) => Degrees) | null {
  const { body, offsets, camera } = referencePose;
  const hips = [JOINT.leftHip, JOINT.rightHip] as const;
  const centre = midpoint(body.joints[JOINT.leftHip] as Vec3, body.joints[JOINT.rightHip] as Vec3);
  const lineAt = (twist: Degrees): readonly [number, number] => {
    const turn = multiply(multiply(body.pelvis, rotationY(twist)), transpose(body.pelvis));
    const [left, right] = hips.map((joint) =>
      camera.project(add(centre, apply(turn, subtract(landmarkPoint(body, offsets, joint), centre)))),
    );
    return [(left?.[0] ?? 0) - (right?.[0] ?? 0), (left?.[1] ?? 0) - (right?.[1] ?? 0)];
  };
  const [plus, minus] = [lineAt(STEP), lineAt(-STEP)];
  const slope = [(plus[0] - minus[0]) / (2 * STEP), (plus[1] - minus[1]) / (2 * STEP)] as const;
  const size = slope[0] ** 2 + slope[1] ** 2;
  if (!(size > LEAST_SLOPE_SQUARED)) return null;
  const [x, y] = hipLine(still);
  return (points) => {
    const now = hipLine(points);
    return ((now[0] - x) * slope[0] + (now[1] - y) * slope[1]) / size;
  };
}

function hipLine(points: ArrayLike<number>): readonly [number, number] {
  const { left, right } = JOINT_LANDMARKS;
  const at = (axis: 0 | 1): number => (points[2 * left.hip + axis] ?? 0) - (points[2 * right.hip + axis] ?? 0);
  return [at(0), at(1)];
}
