import type { Chance } from '../../chance.ts';
import { BOTH_ANKLES, drawPlace, slips, smallOrWide, sometimes, clippedNormal, smallMotion } from './draw-parts.ts';
import type { DrillDraw, Moment } from '../pose-contract.ts';
import { plantBothFeet } from '../../motion/drills/supine-sleeper.ts';

function moment(chance: Chance): Moment {
  const pelvisMoves = chance.happens(0.68);
  const arches = pelvisMoves && chance.happens(0.75);
  const turns = pelvisMoves && chance.happens(0.4);
  return {
    channels: {
      rotation: chance.between(-8, 40),
      otherRotation: clippedNormal(chance, 4),
      // The back arches or is pressed down.
      arch: arches ? smallOrWide(chance, 3.5, -9, 23) : clippedNormal(chance, 0.15),
      twist: turns ? clippedNormal(chance, 7) : clippedNormal(chance, 0.2),
      obliquity: pelvisMoves ? clippedNormal(chance, 2.5) : clippedNormal(chance, 0.2),
      lift: pelvisMoves ? sometimes(chance, 0.3, 0, 0.04) : 0,
      turn: clippedNormal(chance, 2.5),
      leanSide: clippedNormal(chance, 2),
    },
    // Motion that only looks like an arch: breath, and ribs that rise with the head.
    ...smallMotion(chance, pelvisMoves, { breath: 2.2, rollRadius: 0.06, shift: [0.006, 0.003, 0.008] }),
    slips: slips(chance, 0.01, [...BOTH_ANKLES, ['knee', 'right']]),
    hands: chance.happens(0.9) ? [] : [{ side: 'right', to: [-0.1, 0.2, chance.between(-0.3, 0)] }],
    pelvisMoves,
  };
}

/** The sleeper filmed low and square from the side of the still leg, for the arch of the back. */
export const sleeperSideDraw: DrillDraw = {
  drill: 'supine-sleeper-side',
  heldBack: ['female-average', 'male-older'],
  start(body, referencePose, chance) {
    const pose = structuredClone(referencePose);
    for (const side of ['left', 'right'] as const) {
      pose[side].hipAbduction += chance.between(-9, 9);
      pose[side].hipFlexion += chance.between(-7, 7);
      pose[side].shoulderAbduction += chance.between(-24, 24);
      pose[side].elbowFlexion += sometimes(chance, 0.5, 0, 50);
    }
    pose.pelvis.tilt += clippedNormal(chance, 2);
    return plantBothFeet(body, pose);
  },
  window: { upright: false, unit: 'trunk', side: 1.4, above: 0.22 },
  camera: (chance) => drawPlace(chance, { azimuth: [250, 290], height: [0.4, 0.85], distance: [1.7, 2.5] }),
  moment,
};
