import type { Chance } from '../chance.ts';
import { drawPlace, sometimes, spread } from './draw-parts.ts';
import type { DrillDraw, Moment } from './pose-contract.ts';

/** How far the pelvis tips over the thigh; the back rounds, hollows a little, or stays long, whatever the pelvis does. */
function moment(chance: Chance): Moment {
  const bends = chance.happens(0.7);
  const backMoves = chance.happens(0.62);
  const rounds = backMoves && chance.happens(0.65);
  const hollows = backMoves && !rounds;
  return {
    channels: {
      tilt: bends ? chance.between(-4, 36) : spread(chance, 0.4),
      round: rounds ? (chance.happens(0.3) ? chance.between(0, 7) : chance.between(4, 23)) : 0,
      arch: hollows ? chance.between(-5, 10) : spread(chance, 0.15),
      knee: sometimes(chance, 0.4, -3, 16),
      toes: sometimes(chance, 0.5, -25, 12),
      twist: sometimes(chance, 0.3, -6, 6),
      obliquity: sometimes(chance, 0.3, -4, 4),
      turn: sometimes(chance, 0.3, -9, 9),
      leanSide: spread(chance, 2),
    },
    breath: chance.between(-1, 1),
    kneeSway: 0,
    rollRadius: 0,
    leftArm: spread(chance, 10),
    rightArm: spread(chance, 10),
    shift: [0, 0, 0],
    slips: [],
    hands: [],
    pelvisMoves: backMoves,
  };
}

type Range = readonly [number, number];
const FROM: readonly [Range, Range] = [
  [76, 104],
  [256, 300],
];

/** Upright before a box, the heel on it, filmed square from either side: for the back that rounds over the thigh. */
export const hamstringDraw: DrillDraw = {
  drill: 'standing-hamstring',
  window: { upright: true, unit: 'trunk', side: 1.6, above: 0.4, alike: 'both-sides' },
  heldBack: ['female-average', 'male-older'],
  start(_, neutral, chance) {
    const pose = structuredClone(neutral);
    const raised = spread(chance, 5);
    for (const side of ['left', 'right'] as const) {
      pose[side].shoulderFlexion += chance.between(-20, 35);
      pose[side].shoulderAbduction += chance.between(-8, 14);
      pose[side].elbowFlexion += chance.between(-45, 40);
    }
    pose.left.hipFlexion += raised;
    pose.neck.flexion += chance.between(-5, 20);
    pose.lumbar.extension += spread(chance, 3);
    return pose;
  },
  camera: (chance) =>
    drawPlace(chance, { azimuth: chance.pick(FROM), height: [0.8, 1.25], distance: [2.3, 3.2] }),
  moment,
};
