import { median } from './median.ts';
import type { PinholeCamera } from './pinhole-camera.ts';
import { dot, midpoint, subtract, unit, type Vec3 } from './rotation.ts';
import { type Body, JOINT } from './skeleton.ts';
import type { Estimate, Side } from './units.ts';

/** Segments whose slant can be told; the hips' line goes from the other hip to the working one. */
export const SLANTED = ['working thigh', 'working shin', 'hips'] as const;
export type Segment = (typeof SLANTED)[number];

/**
 * How far a segment points away from the lens: the cosine between it and the line of sight to its middle. 1 points straight away,
 * −1 straight at the lens, 0 lies across the view; near there .1 is 6°. Where a joint is in the picture says nothing of it but
 * by the segment's length, and not the sign.
 */
export type Slant = number;

/** In the order of `SLANTED`; null: not known now. */
export type Slants = readonly (Estimate<Slant> | null)[];

/** Medians of what was told in these frames; null: in none of them. */
export function middleSlants(frames: readonly Slants[]): Slants | null {
  if (frames.length === 0) return null;
  return SLANTED.map((_, k) => {
    const told = frames.flatMap((slants) => slants[k] ?? []);
    const [value, sd] = [median(told.map((one) => one.value)), median(told.map((one) => one.sd))];
    return value === null || sd === null ? null : { value, sd };
  });
}

/** Writes how far each slant is off what was told, over its spread, from `at` on; as many as `SLANTED` has. */
export type SlantResiduals = (body: Body, told: Slants | undefined, out: Float64Array, at: number) => void;

export function slantResiduals(working: Side, { place }: Pick<PinholeCamera, 'place'>): SlantResiduals {
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
export function slantZero(
  working: Side,
  { body, camera }: { readonly body: Body; readonly camera: Pick<PinholeCamera, 'place'> },
  still: Slants | undefined,
): (told: Slants) => Slants {
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

const between = ({ joints }: Body, from: number, to: number, eye: Vec3): Slant =>
  slantOf(joints[from] as Vec3, joints[to] as Vec3, eye);

export function slantOf(from: Vec3, to: Vec3, eye: Vec3): Slant {
  return dot(unit(subtract(to, from)), unit(subtract(midpoint(from, to), eye)));
}
