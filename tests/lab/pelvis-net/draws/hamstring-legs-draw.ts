import type { Chance } from '../../chance.ts';
import { around, BOTH_ANKLES, drawPlace, slips, smallOrWide, sometimes, clippedNormal } from './draw-parts.ts';
import type { DrillDraw, Moment } from '../pose-contract.ts';

/** The trunk tips from the hips, rounds, or sinks with a long back. The knee bends independently of the trunk. */
function channels(chance: Chance): Moment['channels'] {
  const tilt = chance.happens(0.85) ? chance.between(-2, 38) : clippedNormal(chance, 2);
  return {
    tilt,
    arch: sometimes(chance, 0.5, 0, 8),
    round: sometimes(chance, 0.4, 4, 22),
    knee: smallOrWide(chance, 4, -8, 46),
    toes: chance.happens(0.5) ? chance.between(-38, 12) : clippedNormal(chance, 5),
    twist: sometimes(chance, 0.5, -8, 8),
    obliquity: sometimes(chance, 0.4, -6, 6),
    turn: clippedNormal(chance, 6),
    leanSide: clippedNormal(chance, 4),
  };
}

/** Place of a hand on the front thigh or beside the hip. */
const handOnLeg = (chance: Chance, outwards: 1 | -1): Moment['hands'][number] => ({
  side: outwards === 1 ? 'left' : 'right',
  to: [outwards * chance.between(0.02, 0.22), chance.between(-0.18, 0.14), chance.between(0, 0.46)],
});

const moment = (chance: Chance): Moment => ({
  channels: channels(chance),
  breath: chance.between(-1.4, 1.4),
  kneeSway: 0,
  rollRadius: 0,
  leftArm: chance.between(-30, 36),
  rightArm: chance.between(-30, 36),
  shift: around(chance, 0.015),
  slips: slips(chance, 0.01, BOTH_ANKLES),
  hands: ([1, -1] as const).filter(() => chance.happens(0.3)).map((outwards) => handOnLeg(chance, outwards)),
  pelvisMoves: true,
});

/** Standing hamstring stretch with one heel on a box, filmed from the side of that leg; the window shows both legs. */
export const hamstringLegsDraw: DrillDraw = {
  drill: 'standing-hamstring',
  name: 'standing-hamstring-legs',
  window: { upright: true, unit: 'trunk', side: 2.8, above: -0.9, aside: -0.75 },
  tile: { side: 416, wider: 1.2 },
  heldBack: ['male-tall', 'female-heavy'],
  start(_, referencePose, chance) {
    const pose = structuredClone(referencePose);
    // Boxes and chairs differ in height, and people differ from the recipe in knee flexion.
    pose.left.hipFlexion += chance.between(-18, 18);
    pose.left.kneeFlexion += chance.between(-5, 10);
    pose.left.hipAbduction += clippedNormal(chance, 2);
    pose.right.kneeFlexion += chance.between(-3, 8);
    pose.neck.flexion += chance.between(-5, 16);
    for (const side of ['left', 'right'] as const) {
      pose[side].shoulderFlexion += chance.between(-26, 30);
      pose[side].shoulderAbduction += chance.between(-8, 24);
      pose[side].elbowFlexion += chance.between(-45, 50);
    }
    return pose;
  },
  camera: (chance) => drawPlace(chance, { azimuth: [72, 108], height: [0.7, 1.4], distance: [2.3, 3.3] }),
  moment,
};
