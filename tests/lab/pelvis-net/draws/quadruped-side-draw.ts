import type { Chance } from '../../chance.ts';
import { around, BOTH_KNEES, drawPlace, slips, smallOrWide, sometimes, clippedNormal } from './draw-parts.ts';
import type { DrillDraw, Moment } from '../pose-contract.ts';

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
    breath: chance.between(-1.8, 1.8),
    kneeSway: 0,
    rollRadius: 0,
    leftArm: 0,
    rightArm: 0,
    shift: pelvisMoves ? around(chance, 0.008) : [0, 0, 0],
    slips: slips(chance, 0.006, [...BOTH_KNEES, ['ankle', 'right'], ['wrist', 'left'], ['wrist', 'right']]),
    hands: [],
    pelvisMoves,
  };
}

type Range = readonly [number, number];
const FROM: readonly [Range, Range] = [
  [68, 112],
  [248, 292],
];

/** Hands and knees filmed square from either side, for the arch of the back. */
export const quadrupedSideDraw: DrillDraw = {
  drill: 'quadruped-band-ir-side',
  heldBack: ['male-average', 'female-older'],
  start(_, referencePose, chance) {
    const pose = structuredClone(referencePose);
    const wider = chance.between(-3, 6);
    for (const side of ['left', 'right'] as const) {
      pose[side].hipAbduction += wider;
      pose[side].ankleDorsiflexion += chance.between(-10, 30);
    }
    pose.lumbar.extension += clippedNormal(chance, 4);
    pose.neck.flexion += chance.between(-10, 30);
    return pose;
  },
  window: { upright: false, unit: 'trunk', side: 1.4, above: 0.35, alike: 'both-sides' },
  camera: (chance) => drawPlace(chance, { azimuth: chance.pick(FROM), height: [0.55, 0.95], distance: [1.7, 2.5] }),
  moment,
};
