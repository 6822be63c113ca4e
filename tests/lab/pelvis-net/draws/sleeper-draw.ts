import type { Side } from '../../../../src/instrument/geometry/units.ts';
import type { Chance } from '../../chance.ts';
import { plantBothFeet } from '../../motion/drills/supine-sleeper.ts';
import {
  around,
  BOTH_ANKLES,
  drawPlace,
  slips,
  smallOrWide,
  sometimes,
  clippedNormal,
  type SmallMotion,
  smallMotion,
} from './draw-parts.ts';
import type { DrillDraw, Moment } from '../pose-contract.ts';

const ARMS: readonly Side[] = ['left', 'right'];

/** Hands on belly or hip, or holding the working thigh. */
function hands(chance: Chance): Moment['hands'] {
  return ARMS.flatMap((side) => {
    if (!chance.happens(0.07)) return [];
    return [{ side, to: [chance.between(-0.18, 0.18), chance.between(0.1, 0.24), chance.between(-0.42, 0.05)] }];
  });
}

/** Random motion of a person who lies with planted feet. */
const ON_MAT: SmallMotion = { breath: 1.4, rollRadius: 0.09, shift: [0.009, 0.002, 0.008] };

/** Arch and lift of a pelvis that moves, and random rotation and lean of the trunk. */
const trunkOnMat = (chance: Chance, pelvisMoves: boolean, lifts: boolean): Moment['channels'] => ({
  arch: pelvisMoves ? sometimes(chance, 0.3, 0, 14) : 0,
  lift: lifts ? chance.between(-0.004, 0.065) : 0,
  turn: clippedNormal(chance, 2.5),
  leanSide: clippedNormal(chance, 2),
  leanForward: clippedNormal(chance, 1),
});

function moment(chance: Chance): Moment {
  const pelvisMoves = chance.happens(0.68);
  const turns = pelvisMoves && chance.happens(0.75);
  const lifts = pelvisMoves && (!turns || chance.happens(0.35));
  return {
    channels: {
      rotation: chance.between(-10, 45),
      otherRotation: clippedNormal(chance, 5),
      twist: turns ? smallOrWide(chance, 4, -22, 18) : clippedNormal(chance, 0.2),
      obliquity: pelvisMoves ? clippedNormal(chance, 2.5) : clippedNormal(chance, 0.2),
      tilt: pelvisMoves ? clippedNormal(chance, 2.5) : clippedNormal(chance, 0.2),
      ...trunkOnMat(chance, pelvisMoves, lifts),
    },
    ...smallMotion(chance, pelvisMoves, ON_MAT),
    slips: [...slips(chance, 0.007, BOTH_ANKLES), { joint: 'knee', side: 'right', by: around(chance, 0.012) }],
    hands: hands(chance),
    pelvisMoves,
  };
}

export const sleeperDraw: DrillDraw = {
  drill: 'supine-sleeper',
  window: { upright: false, unit: 'trunk', side: 1.15, above: 0.1 },
  heldBack: ['female-average', 'male-older'],
  start(body, referencePose, chance) {
    const pose = structuredClone(referencePose);
    for (const side of ARMS) {
      pose[side].hipAbduction += chance.between(-9, 9);
      pose[side].hipFlexion += chance.between(-7, 7);
      pose[side].shoulderAbduction += chance.between(-24, 24);
      pose[side].elbowFlexion += sometimes(chance, 0.5, 0, 50);
    }
    pose.pelvis.tilt += clippedNormal(chance, 2);
    return plantBothFeet(body, pose);
  },
  camera: (chance) => drawPlace(chance, { azimuth: [238, 287], height: [1.05, 1.65], distance: [1.9, 2.8] }),
  moment,
};
