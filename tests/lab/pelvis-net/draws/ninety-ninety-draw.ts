import type { Chance } from '../../chance.ts';
import { BOTH_ANKLES, BOTH_KNEES, around, drawPlace, slips, sometimes, clippedNormal } from './draw-parts.ts';
import type { DrillDraw, Moment } from '../pose-contract.ts';

function moment(chance: Chance): Moment {
  const pelvisMoves = chance.happens(0.72);
  const lifts = pelvisMoves && chance.happens(0.65);
  const turns = pelvisMoves && (!lifts || chance.happens(0.4));
  return {
    channels: {
      rotation: pelvisMoves ? chance.between(-4, 24) : clippedNormal(chance, 0.2),
      twist: turns ? chance.between(-12, 12) : clippedNormal(chance, 0.2),
      obliquity: lifts ? chance.between(-3, 14) : clippedNormal(chance, 0.2),
      tilt: pelvisMoves ? clippedNormal(chance, 3) : clippedNormal(chance, 0.2),
      turn: chance.happens(0.5) ? chance.between(-12, 24) : clippedNormal(chance, 2),
      leanSide: sometimes(chance, 0.5, -16, 16),
      leanForward: clippedNormal(chance, 4),
    },
    breath: chance.between(-1.4, 1.4),
    kneeSway: 0,
    rollRadius: 0,
    leftArm: clippedNormal(chance, 5),
    rightArm: clippedNormal(chance, 5),
    shift: pelvisMoves ? around(chance, 0.006) : [0, 0, 0],
    slips: slips(chance, 0.008, [...BOTH_KNEES, ...BOTH_ANKLES]),
    hands: [],
    pelvisMoves,
  };
}

export const ninetyNinetyDraw: DrillDraw = {
  drill: 'ninety-ninety-pails-rails',
  window: { upright: true, unit: 'trunk', side: 1.35, above: 0.1 },
  heldBack: ['male-tall', 'female-heavy'],
  start: (_, referencePose, chance) => {
    const pose = structuredClone(referencePose);
    pose.neck.flexion += chance.between(-5, 15);
    return pose;
  },
  camera: (chance) => drawPlace(chance, { azimuth: [-12, 16], height: [0.5, 1.0], distance: [1.8, 2.5] }),
  moment,
};

/** Moments of the 90/90 seat; the window shows both legs. */
export const ninetyNinetyWideDraw: DrillDraw = {
  ...ninetyNinetyDraw,
  name: 'ninety-ninety-pails-rails-wide',
  window: { upright: true, unit: 'trunk', side: 2.8, above: -0.33, aside: 0.18 },
  tile: { side: 416, wider: 1.2 },
  camera: (chance) => drawPlace(chance, { azimuth: [-20, 24], height: [0.45, 1.1], distance: [1.7, 2.6] }),
};
