import { median } from './median.ts';
import type { PinholeCamera } from './pinhole-camera.ts';
import { dot, midpoint, subtract, unit, type Vec3 } from './rotation.ts';
import { type Body, JOINT } from './skeleton.ts';
import type { Estimate, Side } from './units.ts';

/** Segments whose slant can be told; the hips' line goes from the other hip to the working one. */
export const OUT_OF_PLANE_SEGMENTS = ['working thigh', 'working shin', 'hips'] as const;
export type Segment = (typeof OUT_OF_PLANE_SEGMENTS)[number];

/**
 * How far a segment points away from the lens: the cosine between it and the line of sight to its middle. 1 points straight away,
 * −1 straight at the lens, 0 lies across the view; near there .1 is 6°. Where a joint is in the picture says nothing of it but
 * by the segment's length, and not the sign.
 */
export type OutOfPlaneAngle = number;

/** In the order of `SLANTED`; null: not known now. */
export type OutOfPlaneAngles = readonly (Estimate<OutOfPlaneAngle> | null)[];

/** Medians of what was told in these frames; null: in none of them. */
export function medianOutOfPlaneAngles(frames: readonly OutOfPlaneAngles[]): OutOfPlaneAngles | null {
  if (frames.length === 0) return null;
  return OUT_OF_PLANE_SEGMENTS.map((_, k) => {
    const told = frames.flatMap((outOfPlaneAngles) => outOfPlaneAngles[k] ?? []);
    const [value, sd] = [median(told.map((one) => one.value)), median(told.map((one) => one.sd))];
    return value === null || sd === null ? null : { value, sd };
  });
}

/** Writes how far each slant is off what was told, over its spread, from `at` on; as many as `SLANTED` has. */
export type OutOfPlaneResiduals = (
  body: Body,
  told: OutOfPlaneAngles | undefined,
  out: Float64Array,
  at: number,
) => void;

export function outOfPlaneResiduals(working: Side, { place }: Pick<PinholeCamera, 'place'>): OutOfPlaneResiduals {
  const ends = endsOf(working);
  return (body, told, out, at) => {
    for (const [k, [from, to]] of ends.entries()) {
      const said = told?.[k];
      out[at + k] = said ? (between(body, from, to, place) - said.value) / said.sd : 0;
    }
  };
}

/**
 * Takes off what was told of the neutral beyond what was fitted there: a network is wrong of one person in one place by much the
 * same from frame to frame.
 * @param still of the hold; absent: nothing was told then, and nothing is taken off
 */
export function outOfPlaneZero(
  working: Side,
  { body, camera }: { readonly body: Body; readonly camera: Pick<PinholeCamera, 'place'> },
  still: OutOfPlaneAngles | undefined,
): (told: OutOfPlaneAngles) => OutOfPlaneAngles {
  const off = endsOf(working).map(([from, to], k) => {
    const said = still?.[k];
    return said ? said.value - between(body, from, to, camera.place) : 0;
  });
  return (told) => told.map((said, k) => said && { ...said, value: said.value - (off[k] ?? 0) });
}

/** Numbers of the joints from which and to which each of `SLANTED` goes. Plain: `legJointIndex` would bring the start poses into the page. */
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

export function outOfPlaneAngleOf(from: Vec3, to: Vec3, eye: Vec3): OutOfPlaneAngle {
  return dot(unit(subtract(to, from)), unit(subtract(midpoint(from, to), eye)));
}
