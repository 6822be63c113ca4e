import type { Chance } from '../../chance.ts';
import { BOTH_ANKLES, BOTH_KNEES, around, drawPlace, slips, sometimes, clippedNormal } from './draw-parts.ts';
import type { DrillDraw, Moment } from '../pose-contract.ts';

/**
 * The trail leg is lifted in two of three moments, by internal rotation with random abduction, flexion and knee motion.
 */
function legBehind(chance: Chance): Moment['channels'] {
  const rotation = chance.happens(0.66) ? chance.between(0, 36) : clippedNormal(chance, 1.5);
  return {
    rotation,
    abduction: rotation * chance.between(0, 0.5) + clippedNormal(chance, 1.5),
    flexion: sometimes(chance, 0.4, -8, 8),
    knee: sometimes(chance, 0.5, -14, 14),
  };
}

/** The trunk is upright, on its way down, or folded over the front leg. */
function trunk(chance: Chance): Moment['channels'] {
  const fold = sometimes(chance, 0.55, 0, 34);
  const tilt = fold * chance.between(0.3, 1) + clippedNormal(chance, 2);
  return {
    tilt,
    leanForward: fold + clippedNormal(chance, 3),
    twist: sometimes(chance, 0.5, -10, 10),
    obliquity: sometimes(chance, 0.4, -3, 12),
    leanSide: sometimes(chance, 0.5, -16, 18),
    turn: clippedNormal(chance, 7),
  };
}

/** Place of a hand that props in front or lies on a thigh, where it hides parts of the legs. */
const handInFront = (chance: Chance, outwards: 1 | -1): Moment['hands'][number] => ({
  side: outwards === 1 ? 'left' : 'right',
  to: [outwards * chance.between(-0.05, 0.35), chance.between(-0.08, 0.2), chance.between(0.12, 0.5)],
});

const moment = (chance: Chance): Moment => ({
  channels: { ...legBehind(chance), ...trunk(chance) },
  breath: chance.between(-1.4, 1.4),
  kneeSway: 0,
  rollRadius: 0,
  leftArm: clippedNormal(chance, 8),
  rightArm: clippedNormal(chance, 8),
  shift: around(chance, 0.006),
  slips: slips(chance, 0.012, [...BOTH_KNEES, ...BOTH_ANKLES]),
  hands: ([1, -1] as const).filter(() => chance.happens(0.25)).map((outwards) => handInFront(chance, outwards)),
  pelvisMoves: true,
});

/** 90/90 lift-offs with and without the hinge; the window shows both legs. */
export const liftOffLegsDraw: DrillDraw = {
  drill: 'ninety-ninety-lift-off',
  name: 'ninety-ninety-lift-off-legs',
  window: { upright: true, unit: 'trunk', side: 3.0, above: -0.33, aside: 0.22 },
  tile: { side: 416, wider: 1.2 },
  heldBack: ['male-tall', 'female-heavy'],
  start(_, referencePose, chance) {
    const pose = structuredClone(referencePose);
    pose.neck.flexion += chance.between(-5, 20);
    // The shins lie a little further in or out than at a right angle.
    for (const side of ['left', 'right'] as const) pose[side].kneeFlexion += clippedNormal(chance, 5);
    return pose;
  },
  camera: (chance) => drawPlace(chance, { azimuth: [-22, 24], height: [0.45, 1.1], distance: [1.7, 2.6] }),
  moment,
};
