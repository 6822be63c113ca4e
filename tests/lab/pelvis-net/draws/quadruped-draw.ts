import type { Degrees } from '../../../../src/instrument/geometry/units.ts';
import type { Chance } from '../../chance.ts';
import { around, BOTH_KNEES, drawPlace, slips, sometimes, clippedNormal } from './draw-parts.ts';
import type { DrillDraw, Moment } from '../pose-contract.ts';

/** Random motion besides the channels: breath, creeping hands and knees, and a shift of the pelvis if it moves. */
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

/**
 * Random pelvic motion of a moment. On hands and knees a list is a twist, and a yaw (about the vertical) is an
 * obliquity.
 */
interface PelvisDraw {
  readonly moves: boolean;
  list(): Degrees;
  yaw(): Degrees;
}

/** A moment of the drill: the foot anywhere in its range, the given pelvic motion, and random motion of the rest. */
function crawlingMoment(chance: Chance, { moves, list, yaw }: PelvisDraw): Moment {
  return {
    channels: {
      rotation: chance.between(-25, 36),
      knee: clippedNormal(chance, 5),
      twist: list(),
      obliquity: yaw(),
      tilt: clippedNormal(chance, moves ? 2.5 : 0.2),
      arch: moves ? sometimes(chance, 0.3, -8, 14) : 0,
      shift: moves ? clippedNormal(chance, 0.012) : 0,
      turn: clippedNormal(chance, 2.5),
      leanSide: clippedNormal(chance, 2),
      leanForward: clippedNormal(chance, 1.5),
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
    list: () => (lists ? chance.between(-18, 18) : clippedNormal(chance, 0.2)),
    yaw: () => (yaws ? chance.between(-14, 14) : clippedNormal(chance, 0.2)),
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
    pose.lumbar.extension += clippedNormal(chance, 4);
    pose.neck.flexion += chance.between(-10, 30);
    return pose;
  },
  camera: (chance) => drawPlace(chance, { azimuth: [137, 163], height: [0.9, 1.5], distance: [2.2, 2.9] }),
  moment,
};

/**
 * Moments that are rare in the drill's other scenes: lists and turns of a few degrees, with dark trousers. Half of the
 * other pairs show no pelvic motion, and a network trained on them alone reads small motions as none.
 */
function darkMoment(chance: Chance): Moment {
  const moves = chance.happens(0.85);
  const most = chance.happens(0.5) ? 9 : 18;
  return crawlingMoment(chance, {
    moves,
    list: () => (moves ? sometimes(chance, 0.8, -most, most) : clippedNormal(chance, 0.2)),
    yaw: () => (moves ? sometimes(chance, 0.6, -0.8 * most, 0.8 * most) : clippedNormal(chance, 0.2)),
  });
}

/** The window shows both legs; training cuts that of the pelvis from it. The camera stands anywhere a set may begin. */
export const quadrupedDarkDraw: DrillDraw = {
  ...quadrupedDraw,
  name: 'quadruped-band-ir-dark',
  window: { upright: true, unit: 'thigh', side: 2.4, above: -0.33, aside: 0.15 },
  tile: { side: 400, wider: 1.55 },
  camera: (chance) => drawPlace(chance, { azimuth: [128, 172], height: [0.8, 1.6], distance: [2.1, 3] }),
  dyed: { share: 0.85, dark: 0.75 },
  moment: darkMoment,
};
