import { median } from './statistics.ts';
import type { PinholeCamera } from './pinhole-camera.ts';
import { dot, midpoint, subtract, unit, type Vec3 } from './rotation.ts';
import { type Body, JOINT } from './skeleton.ts';
import type { Estimate, Side } from './units.ts';

/**
 * The segments whose out-of-plane angle the leg network can measure. `hips` goes from the other hip to the working one.
 */
export const OUT_OF_PLANE_SEGMENTS = ['working thigh', 'working shin', 'hips'] as const;
export type Segment = (typeof OUT_OF_PLANE_SEGMENTS)[number];

/**
 * How far a segment points out of the picture plane: the cosine between the segment and the line of sight to its
 * mid-point. 1 points straight away from the lens, −1 straight at it, 0 lies across the view; near 0, a step of 0.1 is
 * 6°. Landmarks alone show only its size, through the segment's apparent length, and never its sign.
 */
export type OutOfPlaneAngle = number;

/** In the order of `OUT_OF_PLANE_SEGMENTS`; null: not known in this frame. */
export type OutOfPlaneAngles = readonly (Estimate<OutOfPlaneAngle> | null)[];

/** Medians over several frames; null for no frame. */
export function medianOutOfPlaneAngles(frames: readonly OutOfPlaneAngles[]): OutOfPlaneAngles | null {
  if (frames.length === 0) return null;
  return OUT_OF_PLANE_SEGMENTS.map((_, k) => {
    const measured = frames.flatMap((angles) => angles[k] ?? []);
    const [value, sd] = [median(measured.map((one) => one.value)), median(measured.map((one) => one.sd))];
    return value === null || sd === null ? null : { value, sd };
  });
}

/**
 * Writes the residuals (fitted minus measured, over the sd) into `out` from index `at` on: one per segment, 0 where not
 * measured.
 */
export type OutOfPlaneResiduals = (
  body: Body,
  measured: OutOfPlaneAngles | undefined,
  out: Float64Array,
  at: number,
) => void;

export function outOfPlaneResiduals(working: Side, { place }: Pick<PinholeCamera, 'place'>): OutOfPlaneResiduals {
  const ends = endsOf(working);
  return (body, measured, out, at) => {
    for (const [k, [from, to]] of ends.entries()) {
      const angle = measured?.[k];
      out[at + k] = angle ? (between(body, from, to, place) - angle.value) / angle.sd : 0;
    }
  };
}

/**
 * Removes the network's constant error: for one person in one place it is nearly the same in every frame, so the
 * difference between measured and fitted angle in the reference pose is subtracted from later measurements.
 * @param still measured in the reference pose; absent: nothing is subtracted
 */
export function outOfPlaneCorrection(
  working: Side,
  { body, camera }: { readonly body: Body; readonly camera: Pick<PinholeCamera, 'place'> },
  still: OutOfPlaneAngles | undefined,
): (measured: OutOfPlaneAngles) => OutOfPlaneAngles {
  const errors = endsOf(working).map(([from, to], k) => {
    const angle = still?.[k];
    return angle ? angle.value - between(body, from, to, camera.place) : 0;
  });
  return (measured) => measured.map((angle, k) => angle && { ...angle, value: angle.value - (errors[k] ?? 0) });
}

/**
 * Indices in `Body.joints` of the two ends of each segment. Not by `legJointIndex`, which would pull the start poses
 * into the page's bundle.
 */
function endsOf(working: Side): readonly (readonly [from: number, to: number])[] {
  const { leftHip, rightHip, leftKnee, rightKnee, leftAnkle, rightAnkle } = JOINT;
  return working === 'left'
    ? [
        [leftHip, leftKnee],
        [leftKnee, leftAnkle],
        [rightHip, leftHip],
      ]
    : [
        [rightHip, rightKnee],
        [rightKnee, rightAnkle],
        [leftHip, rightHip],
      ];
}

const between = ({ joints }: Body, from: number, to: number, eye: Vec3): OutOfPlaneAngle =>
  outOfPlaneAngleOf(joints[from] as Vec3, joints[to] as Vec3, eye);

/** @param eye place of the lens, room axes */
export function outOfPlaneAngleOf(from: Vec3, to: Vec3, eye: Vec3): OutOfPlaneAngle {
  return dot(unit(subtract(to, from)), unit(subtract(midpoint(from, to), eye)));
}
