import type { Vec3 } from '../../../../src/instrument/geometry/rotation.ts';
import type { Side } from '../../../../src/instrument/geometry/units.ts';
import type { Chance } from '../../chance.ts';
import type { CameraPlace } from '../../contract.ts';
import type { JointName } from '../../kinematics/joint-landmarks.ts';
import type { Moment, Slip } from '../pose-contract.ts';

/** Random parts that the draws of several drills share. */

/** A moment without motion, from which draws start. */
export const STILL: Moment = {
  channels: {},
  breath: 0,
  kneeSway: 0,
  rollRadius: 0,
  leftArm: 0,
  rightArm: 0,
  shift: [0, 0, 0],
  slips: [],
  hands: [],
  pelvisMoves: false,
};

/** A normal random number, limited to 2.5 standard deviations. */
export const clippedNormal = (chance: Chance, sd: number): number =>
  sd * Math.max(-2.5, Math.min(2.5, chance.normal()));

/** A uniform random number in `share` of the cases, otherwise 0. */
export const sometimes = (chance: Chance, share: number, least: number, most: number): number =>
  chance.happens(share) ? chance.between(least, most) : 0;

/** The full range of an event, and in a third of the cases a small motion below the size of an event. */
export const smallOrWide = (chance: Chance, sd: number, least: number, most: number): number =>
  chance.happens(0.35) ? clippedNormal(chance, sd) : chance.between(least, most);

export const around = (chance: Chance, sd: number): Vec3 => [
  clippedNormal(chance, sd),
  clippedNormal(chance, sd),
  clippedNormal(chance, sd),
];

type SlippingJoint = readonly [JointName, Side];

export const BOTH_KNEES: readonly SlippingJoint[] = [
  ['knee', 'left'],
  ['knee', 'right'],
];
export const BOTH_ANKLES: readonly SlippingJoint[] = [
  ['ankle', 'left'],
  ['ankle', 'right'],
];

export const slips = (chance: Chance, sd: number, joints: readonly SlippingJoint[]): readonly Slip[] =>
  joints.map(([joint, side]) => ({ joint, side, by: around(chance, sd) }));

/**
 * Size of the random motion besides the pelvis: largest breath and roll radius, and standard deviation of the pelvic
 * shift.
 */
export interface SmallMotion {
  readonly breath: number;
  readonly rollRadius: number;
  readonly shift: Vec3;
}

/** Random motion of a lying person besides the pelvis, and a shift of the pelvis if it moves. */
export const smallMotion = (
  chance: Chance,
  pelvisMoves: boolean,
  { breath, rollRadius, shift: [x, y, z] }: SmallMotion,
): Pick<Moment, 'breath' | 'kneeSway' | 'rollRadius' | 'leftArm' | 'rightArm' | 'shift'> => ({
  breath: chance.between(-breath, breath),
  kneeSway: sometimes(chance, 0.7, -0.1, 0.1),
  rollRadius: chance.between(0, rollRadius),
  leftArm: clippedNormal(chance, 8),
  rightArm: clippedNormal(chance, 8),
  shift: pelvisMoves ? [clippedNormal(chance, x), clippedNormal(chance, y), clippedNormal(chance, z)] : [0, 0, 0],
});

export interface CameraRange {
  readonly azimuth: readonly [number, number];
  readonly height: readonly [number, number];
  readonly distance: readonly [number, number];
}

/** A uniform random camera place. A wider lens stands closer, so that the person appears equally large. */
export function drawPlace(chance: Chance, range: CameraRange): CameraPlace {
  const fieldOfView = 55 + 35 * ((chance.share() + chance.share()) / 2);
  const half = (angle: number): number => Math.tan((angle * Math.PI) / 360);
  const nearer = Math.sqrt(half(66) / half(fieldOfView));
  return {
    azimuth: chance.between(...range.azimuth),
    height: chance.between(...range.height),
    distance: Math.max(1.5, nearer * chance.between(...range.distance)),
    fieldOfView,
    placement: 'about the recommended one',
  };
}
