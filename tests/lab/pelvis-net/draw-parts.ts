import type { Vec3 } from '../../../src/instrument/geometry/rotation.ts';
import type { Side } from '../../../src/instrument/geometry/units.ts';
import type { Chance } from '../chance.ts';
import type { CameraPlace } from '../contract.ts';
import type { JointName } from '../kinematics/joint-landmarks.ts';
import type { Moment, Slip } from './pose-contract.ts';

/** Small pieces that the drills' draws share. */

/** Nothing moves: what a draw of moments starts from. */
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

/** A normal number that stays within two and a half standard deviations. */
export const spread = (chance: Chance, sd: number): number => sd * Math.max(-2.5, Math.min(2.5, chance.normal()));

/** Nothing in so many of all cases, else even between two numbers. */
export const sometimes = (chance: Chance, share: number, least: number, most: number): number =>
  chance.happens(share) ? chance.between(least, most) : 0;

/** An event's whole range, and in a third of all cases the small moves that lie between none and an event. */
export const smallOrWide = (chance: Chance, sd: number, least: number, most: number): number =>
  chance.happens(0.35) ? spread(chance, sd) : chance.between(least, most);

export const around = (chance: Chance, sd: number): Vec3 => [
  spread(chance, sd),
  spread(chance, sd),
  spread(chance, sd),
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

/** How much somebody who lies may stir: breath and roll to either side of nothing, the pelvis' shift in standard deviations. */
export interface Stirring {
  readonly breath: number;
  readonly rollRadius: number;
  readonly shift: Vec3;
}

/** What stirs beside the pelvis of somebody who lies, and its own shift where it moves. */
export const stirring = (
  chance: Chance,
  pelvisMoves: boolean,
  { breath, rollRadius, shift: [x, y, z] }: Stirring,
): Pick<Moment, 'breath' | 'kneeSway' | 'rollRadius' | 'leftArm' | 'rightArm' | 'shift'> => ({
  breath: chance.between(-breath, breath),
  kneeSway: sometimes(chance, 0.7, -0.1, 0.1),
  rollRadius: chance.between(0, rollRadius),
  leftArm: spread(chance, 8),
  rightArm: spread(chance, 8),
  shift: pelvisMoves ? [spread(chance, x), spread(chance, y), spread(chance, z)] : [0, 0, 0],
});

export interface CameraRange {
  readonly azimuth: readonly [number, number];
  readonly height: readonly [number, number];
  readonly distance: readonly [number, number];
}

/** Even over the whole range of places; a wider lens stands nearer, so that the person stays as large. */
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
