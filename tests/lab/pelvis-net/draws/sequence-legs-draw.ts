import type { Chance } from '../../chance.ts';
import type { Channels } from '../../motion/channels.ts';
import { drawPlace, STILL, sometimes, clippedNormal } from './draw-parts.ts';
import type { DrillDraw, Moment } from '../pose-contract.ts';

type Leg = Pick<Channels, 'flexion' | 'abduction' | 'rotation' | 'knee'>;

/** Internal and external rotation with a lifted knee. */
const rotates = (chance: Chance): Leg => ({
  flexion: chance.between(55, 98),
  abduction: clippedNormal(chance, 6),
  rotation: chance.between(-40, 36),
  knee: chance.between(60, 105),
});

const risesOrSinks = (chance: Chance): Leg => {
  const flexion = chance.between(0, 95);
  return {
    flexion,
    abduction: clippedNormal(chance, 5),
    rotation: clippedNormal(chance, 7),
    knee: Math.max(0, flexion * chance.between(0.75, 1.15)),
  };
};

const goesBehind = (chance: Chance): Leg => ({
  flexion: chance.between(-28, 0),
  abduction: clippedNormal(chance, 5),
  rotation: clippedNormal(chance, 7),
  knee: chance.between(0, 30),
});

const goesAside = (chance: Chance): Leg => ({
  flexion: clippedNormal(chance, 6),
  abduction: chance.between(0, 42),
  rotation: clippedNormal(chance, 9),
  knee: chance.between(0, 14),
});

/** Adduction: the leg passes in front of the other one. */
const goesAcross = (chance: Chance): Leg => {
  const share = chance.share();
  return {
    flexion: 4 + share * chance.between(8, 28),
    abduction: -24 * share,
    rotation: clippedNormal(chance, 8),
    knee: chance.between(0, 16),
  };
};

/** A position between two directions, or outside all of them. */
const movesBetween = (chance: Chance): Leg => ({
  flexion: chance.between(-10, 90),
  abduction: chance.between(-4, 34),
  rotation: chance.between(-30, 28),
  knee: chance.between(0, 100),
});

const stands = (chance: Chance): Leg => ({
  flexion: clippedNormal(chance, 3),
  abduction: clippedNormal(chance, 3),
  rotation: clippedNormal(chance, 6),
  knee: chance.between(0, 8),
});

const WAYS = [rotates, rotates, risesOrSinks, goesBehind, goesAside, goesAcross, movesBetween, stands] as const;

function moment(chance: Chance): Moment {
  const leg = chance.pick(WAYS)(chance);
  return {
    ...STILL,
    channels: {
      ...leg,
      toes: clippedNormal(chance, 8),
      twist: clippedNormal(chance, 5),
      obliquity: sometimes(chance, 0.5, -4, 12),
      tilt: clippedNormal(chance, 4),
      arch: sometimes(chance, 0.3, 0, 16),
      leanSide: sometimes(chance, 0.5, -8, 22),
      leanForward: clippedNormal(chance, 4),
      turn: clippedNormal(chance, 6),
    },
    breath: chance.between(-1.4, 1.4),
    leftArm: chance.between(-20, 40),
    rightArm: chance.between(-20, 40),
    pelvisMoves: true,
  };
}

/** The hip movement sequence; the window shows both legs. */
export const sequenceLegsDraw: DrillDraw = {
  drill: 'hip-movement-sequence',
  name: 'hip-movement-sequence-legs',
  window: { upright: true, unit: 'trunk', side: 2.5, above: -0.75 },
  tile: { side: 400, wider: 1.2 },
  heldBack: ['male-older', 'female-small'],
  start(_, referencePose, chance) {
    const pose = structuredClone(referencePose);
    const across = chance.happens(0.3);
    for (const side of ['left', 'right'] as const) {
      pose[side].shoulderFlexion += chance.between(-26, 30);
      pose[side].shoulderAbduction += chance.between(-14, 20);
      pose[side].elbowFlexion += across ? chance.between(20, 80) : chance.between(-34, 20);
    }
    pose.left.hipAbduction += chance.between(-3, 4);
    pose.neck.flexion += chance.between(-5, 20);
    return pose;
  },
  camera: (chance) => drawPlace(chance, { azimuth: [22, 58], height: [0.65, 1.3], distance: [2.3, 3.2] }),
  moment,
};
