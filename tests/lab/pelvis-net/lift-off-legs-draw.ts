import type { Chance } from '../chance.ts';
import { BOTH_ANKLES, BOTH_KNEES, around, drawPlace, slips, sometimes, spread } from './draw-parts.ts';
import type { DrillDraw, Moment } from './pose-contract.ts';

/** The leg behind is up in two of three, in nearly any way that one can rise: not all of them turn the hip alone. */
function legBehind(chance: Chance): Moment['channels'] {
  const rotation = chance.happens(0.66) ? chance.between(0, 36) : spread(chance, 1.5);
  return {
    rotation,
    abduction: rotation * chance.between(0, 0.5) + spread(chance, 1.5),
    flexion: sometimes(chance, 0.4, -8, 8),
    knee: sometimes(chance, 0.5, -14, 14),
  };
}

/** Upright, on the way down, or folded over the front leg. */
function trunk(chance: Chance): Moment['channels'] {
  const fold = sometimes(chance, 0.55, 0, 34);
  const tilt = fold * chance.between(0.3, 1) + spread(chance, 2);
  return {
    tilt,
    leanForward: fold + spread(chance, 3),
    twist: sometimes(chance, 0.5, -10, 10),
    obliquity: sometimes(chance, 0.4, -3, 12),
    leanSide: sometimes(chance, 0.5, -16, 18),
    turn: spread(chance, 7),
  };
}

/** A hand that props in front or lies on a thigh, and hides what is behind it. */
const handInFront = (chance: Chance, outwards: 1 | -1): Moment['hands'][number] => ({
  side: outwards === 1 ? 'left' : 'right',
  to: [outwards * chance.between(-0.05, 0.35), chance.between(-0.08, 0.2), chance.between(0.12, 0.5)],
});

const moment = (chance: Chance): Moment => ({
  channels: { ...legBehind(chance), ...trunk(chance) },
  breath: chance.between(-1.4, 1.4),
  kneeSway: 0,
  rollRadius: 0,
  leftArm: spread(chance, 8),
  rightArm: spread(chance, 8),
  shift: around(chance, 0.006),
  slips: slips(chance, 0.012, [...BOTH_KNEES, ...BOTH_ANKLES]),
  hands: ([1, -1] as const).filter(() => chance.happens(0.25)).map((outwards) => handInFront(chance, outwards)),
  pelvisMoves: true,
});

/** Both lift-offs of the 90/90 seat, with the hinge and without it: both legs in the window. */
export const liftOffLegsDraw: DrillDraw = {
  drill: 'ninety-ninety-lift-off',
  name: 'ninety-ninety-lift-off-legs',
  window: { upright: true, unit: 'trunk', side: 3.0, above: -0.33, aside: 0.22 },
  tile: { side: 416, wider: 1.2 },
  heldBack: ['male-tall', 'female-heavy'],
  start(_, referencePose, chance) {
    const pose = structuredClone(referencePose);
    pose.neck.flexion += chance.between(-5, 20);
    // Shins that lie further in or out than a right angle.
    for (const side of ['left', 'right'] as const) pose[side].kneeFlexion += spread(chance, 5);
    return pose;
  },
  camera: (chance) => drawPlace(chance, { azimuth: [-22, 24], height: [0.45, 1.1], distance: [1.7, 2.6] }),
  moment,
};
