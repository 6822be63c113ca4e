import type { Chance } from '../../chance.ts';
import { drawPlace, smallOrWide, sometimes, clippedNormal } from './draw-parts.ts';
import type { DrillDraw, Moment } from '../pose-contract.ts';
import { onHandsAndKnees, quadrupedDraw } from './quadruped-draw.ts';

function moment(chance: Chance): Moment {
  const pelvisMoves = chance.happens(0.68);
  const arches = pelvisMoves && chance.happens(0.8);
  const turns = pelvisMoves && chance.happens(0.35);
  return {
    channels: {
      rotation: chance.between(-25, 36),
      knee: clippedNormal(chance, 5),
      // The back sags or rounds.
      arch: arches ? smallOrWide(chance, 4, -21, 23) : clippedNormal(chance, 0.15),
      twist: turns ? clippedNormal(chance, 6) : clippedNormal(chance, 0.2),
      obliquity: turns ? clippedNormal(chance, 5) : clippedNormal(chance, 0.2),
      shift: pelvisMoves ? clippedNormal(chance, 0.015) : 0,
      turn: clippedNormal(chance, 2.5),
      leanSide: clippedNormal(chance, 2),
      // Chest and shoulders move independently, which bends the back over a still pelvis.
      leanForward: sometimes(chance, 0.6, -4, 4),
    },
    ...onHandsAndKnees(chance, pelvisMoves, { breath: 1.8, shift: 0.008 }),
  };
}

type Range = readonly [number, number];
const FROM: readonly [Range, Range] = [
  [68, 112],
  [248, 292],
];

/** Hands and knees filmed square from either side, for the arch of the back. */
export const quadrupedSideDraw: DrillDraw = {
  ...quadrupedDraw,
  drill: 'quadruped-band-ir-side',
  window: { upright: false, unit: 'trunk', side: 1.4, above: 0.35, alike: 'both-sides' },
  camera: (chance) => drawPlace(chance, { azimuth: chance.pick(FROM), height: [0.55, 0.95], distance: [1.7, 2.5] }),
  moment,
};
