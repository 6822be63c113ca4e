import type { Degrees } from '../../../src/instrument/geometry/units.ts';
import type { Chance } from '../chance.ts';
import { around, BOTH_KNEES, drawPlace, slips, sometimes, spread } from './draw-parts.ts';
import type { DrillDraw, Moment } from './pose-contract.ts';

/** What stirs beside the channels: breath to either side, hands and knees that creep, and the pelvis' own shift where it moves. */
export const onHandsAndKnees = (
  chance: Chance,
  pelvisMoves: boolean,
  most: { readonly breath: number; readonly shift: number },
): Omit<Moment, 'channels'> => ({
  breath: chance.between(-most.breath, most.breath),
  kneeSway: 0,
  rollRadius: 0,
  leftArm: 0,
  rightArm: 0,
  shift: pelvisMoves ? around(chance, most.shift) : [0, 0, 0],
  slips: slips(chance, 0.006, [...BOTH_KNEES, ['ankle', 'right'], ['wrist', 'left'], ['wrist', 'right']]),
  hands: [],
  pelvisMoves,
});

/** How far the pelvis goes in a moment: each drawn in its turn. List is the twist of this posture, yaw its obliquity, about the vertical. */
interface PelvisDraw {
  readonly moves: boolean;
  list(): Degrees;
  yaw(): Degrees;
}

/** A moment of the drill: the foot anywhere between both ends, the pelvis as it is told, and all that stirs beside it. */
export function crawlingMoment(chance: Chance, { moves, list, yaw }: PelvisDraw): Moment {
  return {
    channels: {
      rotation: chance.between(-25, 36),
      knee: spread(chance, 5),
      twist: list(),
      obliquity: yaw(),
      tilt: spread(chance, moves ? 2.5 : 0.2),
      arch: moves ? sometimes(chance, 0.3, -8, 14) : 0,
      shift: moves ? spread(chance, 0.012) : 0,
      turn: spread(chance, 2.5),
      leanSide: spread(chance, 2),
      leanForward: spread(chance, 1.5),
    },
    ...onHandsAndKnees(chance, moves, { breath: 1.4, shift: 0.006 }),
  };
}

function moment(chance: Chance): Moment {
  const moves = chance.happens(0.68);
  const lists = moves && chance.happens(0.65);
  const yaws = moves && (!lists || chance.happens(0.35));
  return crawlingMoment(chance, {
    moves,
    list: () => (lists ? chance.between(-18, 18) : spread(chance, 0.2)),
    yaw: () => (yaws ? chance.between(-14, 14) : spread(chance, 0.2)),
  });
}

export const quadrupedDraw: DrillDraw = {
  drill: 'quadruped-band-ir',
  window: { upright: true, unit: 'thigh', side: 1.45, above: 0.3 },
  heldBack: ['male-average', 'female-older'],
  start(_, referencePose, chance) {
    const pose = structuredClone(referencePose);
    const wider = chance.between(-3, 6);
    for (const side of ['left', 'right'] as const) {
      pose[side].hipAbduction += wider;
      pose[side].ankleDorsiflexion += chance.between(-10, 30);
    }
    pose.lumbar.extension += spread(chance, 4);
    pose.neck.flexion += chance.between(-10, 30);
    return pose;
  },
  camera: (chance) => drawPlace(chance, { azimuth: [137, 163], height: [0.9, 1.5], distance: [2.2, 2.9] }),
  moment,
};
