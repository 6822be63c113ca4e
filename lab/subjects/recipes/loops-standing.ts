import type { Keys } from '../contract.ts';
import { bump } from './lab-recipe.ts';
import { late, loopPair, PRESS_LENGTH, seenFrom, swing, swingWithPress, whileCheating } from './loops-shared.ts';

/** The six directions in the order of the drill. The still picture shows the leg to the side. Hip and knee stay bent for both rotations. */
const UP = bump(0.4, [0.7, 0.2, 0.7], 1);
const BEHIND = bump(2.1, [0.8, 0.1, 0.8], 1);
const ASIDE = [
  [3.8, 0],
  [4.5, 1],
  [4.7, 1],
] as const satisfies Keys;
const LIFTED = bump(6.1, [0.8, 2.2, 0.6], 1);
const sized = (keys: Keys, size: number): Keys => keys.map(([time, share]) => [time, share * size]);
/** In adduction the leg passes in front of the other one. */
const across = (size: number): Keys => [
  [5.4, size],
  [5.5, size],
  [6.1, 0],
];

const sequence = {
  flexion: [...sized(UP, 82), ...sized(BEHIND, -20), [4.7, 0], ...across(16), ...sized(LIFTED, 82)],
  knee: [...sized(UP, 84), ...sized(BEHIND, 12), ...sized(LIFTED, 84)],
  abduction: [...sized(ASIDE, 28), ...across(-14)],
  rotation: [
    [6.9, 0],
    [7.5, 26],
    [7.6, 26],
    [8.4, -28],
    [8.5, -28],
    [9.1, 0],
  ],
} satisfies Record<string, Keys>;

export const standingLoops = [
  ...loopPair({
    drill: 'quadruped-band-ir',
    body: 'male-average',
    camera: seenFrom(168, 0.8, 2.2),
    right: { shows: 'the foot swings out while the back stays level', keys: { rotation: swing(28) } },
    cheat: {
      shows: 'the pelvis drops on one side as the foot swings out',
      keys: { rotation: swing(20), twist: late(14) },
      compensations: [{ rule: 'pelvis-list', ...whileCheating, size: 14 }],
    },
  }),
  ...loopPair({
    drill: 'standing-hamstring',
    castAs: 'loop-hip-movement-sequence',
    body: 'female-average',
    camera: seenFrom(90, 1, 2.6),
    right: {
      shows: 'the pelvis tips over the thigh under a long back, stops for the press and the pull, and tips further',
      keys: { tilt: swingWithPress(27, 36), arch: swingWithPress(5, 6), toes: swingWithPress(5, 6) },
      length: PRESS_LENGTH,
    },
    cheat: {
      shows: 'the back rounds and the pelvis hardly moves',
      keys: { tilt: swing(3), round: swing(36) },
      compensations: [{ rule: 'back-round', start: 0.5, end: 6.6, size: 36 }],
    },
  }),
  ...loopPair({
    drill: 'hip-movement-sequence',
    body: 'female-strong',
    camera: seenFrom(54, 1.1, 2.6),
    length: 9.8,
    right: {
      shows: 'one leg moves through all directions over a still trunk',
      keys: sequence,
    },
    cheat: {
      shows: 'the back arches when the leg goes behind, the trunk leans when it goes aside',
      keys: { ...sequence, arch: sized(BEHIND, 25), leanSide: bump(3.8, [0.8, 0.2, 1], 24) },
      compensations: [
        { rule: 'back-arch', start: 2.1, end: 3.8, size: 25 },
        { rule: 'trunk-lean', start: 3.8, end: 5.8, size: 18 },
      ],
    },
  }),
];
