import { bump, labRecipe, phases, varied } from './lab-recipe.ts';
import { joined, wholeSet, flatPresses, forcedKnees, slowKnees, bandSwings } from './repetitions.ts';

/**
 * Short performances of 13–16 s. They add compensations at other times and other people without making the accuracy run
 * long.
 */

/** Phases of a short PAILs/RAILs: passive, push and pull. */
const BRIEF = phases(['neutral', 3], ['passive', 4.5], ['pails', 2.5], ['rails', 3], ['rest', 0.5]);

const sleeper = labRecipe({
  id: 'supine-sleeper-short-clean',
  drill: 'supine-sleeper',
  shows: 'no compensation, in thirteen seconds',
  phases: BRIEF,
  keys: {
    rotation: [
      [3, 0],
      [6.2, 22],
      [7.5, 23],
      [10, 23.4],
      [12.2, 29],
      [13, 29],
      [13.5, 25],
    ],
  },
});

const passiveTwist = varied(
  sleeper,
  'passive-twist',
  'the pelvis turns and the knee chases the floor in the passive phase; the leg gives way in the push',
  {
    keys: {
      rotation: [
        [3, 0],
        [4.8, 20],
        [7.7, 22],
        [9.4, 31],
        [13, 32],
        [13.5, 28],
      ],
      twist: bump(4.3, [1.1, 0.8, 1], -12),
    },
    compensations: [
      { rule: 'pelvis-twist', start: 4.3, end: 7.2, size: 12 },
      { rule: 'knee-chase', start: 4.3, end: 7.2, size: 14 },
      { rule: 'isometric-drift', start: 7.7, end: 10, size: 8.5 },
    ],
  },
);

const swings = bandSwings({ count: 2, hold: 1.6, amplitude: 30, first: { value: -13, hold: 0.7 }, seed: 31 });
const { atEndRange, duringRep } = swings;

const quadruped = labRecipe({
  id: 'quadruped-band-ir-short-clean',
  drill: 'quadruped-band-ir',
  shows: 'two repetitions: in against the band, out with it',
  ...wholeSet(swings, 1.2),
});

const listAndYaw = varied(quadruped, 'mixture', 'the pelvis turns over the knees, and then lists', {
  keys: { obliquity: atEndRange(0, 10), twist: atEndRange(1, 11) },
  compensations: [
    { rule: 'pelvis-yaw', ...duringRep(0), size: 10 },
    { rule: 'pelvis-list', ...duringRep(1), size: 11 },
  ],
});

const presses = flatPresses({ count: 8, seed: 32 });

const feetFlat = labRecipe({
  id: 'supine-ir-pulses-feet-flat-clean',
  drill: 'supine-ir-pulses',
  variant: 'feet-flat',
  side: 'both',
  shows: 'eight presses against the block over planted feet',
  ...wholeSet(presses, 1),
});

const feetFlatMixture = varied(feetFlat, 'mixture', 'the pelvis turns, then comes off the mat', {
  keys: { twist: bump(4.4, [0.9, 1, 0.9], 9), lift: bump(8.4, [0.9, 1.4, 1], 0.05) },
  compensations: [
    { rule: 'pelvis-twist', start: 4.4, end: 7.2, size: 9 },
    { rule: 'pelvis-lift', start: 8.4, end: 11.7, size: 0.05 },
  ],
});

const begun = slowKnees({ count: 1, up: 1.8, hold: 0.3, down: 1.6, pause: 0, seed: 33 });
const rushed = forcedKnees({ start: begun.end + 0.4, count: 4, seed: 34 });
const slow = slowKnees({ count: 2, seed: 35 });

const wall = labRecipe({
  fps: 12,
  keepsRate: true,
  id: 'knee-to-knee-wall-short-clean',
  drill: 'knee-to-knee',
  variant: 'wall',
  side: 'both',
  shows: 'two slow repetitions, feet on the wall',
  ...wholeSet(slow, 1.2),
});

const wallTooFast = varied(wall, 'too-fast', 'a slow repetition, then four forced ones', {
  ...wholeSet(joined(begun, rushed), 1.2),
  compensations: [{ rule: 'too-fast', start: begun.end, end: rushed.end, size: 95 }],
});

const wallTwist = varied(wall, 'twist', 'the pelvis turns in the second repetition', {
  keys: { twist: bump((slow.reps[1]?.start ?? 0) + 0.2, [1.2, 1.2, 1.2], 10) },
  compensations: [{ rule: 'pelvis-twist', start: slow.reps[1]?.start ?? 0, end: slow.reps[1]?.end ?? 0, size: 10 }],
});

const hamstring = labRecipe({
  id: 'standing-hamstring-short-clean',
  drill: 'standing-hamstring',
  shows: 'the pelvis tips forward over the thigh, in thirteen seconds',
  phases: BRIEF,
  keys: {
    tilt: [
      [3, 0],
      [6.2, 20],
      [7.5, 22],
      [10, 22],
      [12.2, 27],
      [13, 27],
      [13.5, 24],
    ],
    arch: [
      [3, 0],
      [6, 5],
    ],
    toes: [
      [3, 0],
      [6, 6],
    ],
  },
});

const hamstringMixture = varied(
  hamstring,
  'mixture',
  'the trunk sinks while the heel should only press, then the back rounds',
  {
    keys: {
      tilt: [
        [3, 0],
        [6.2, 16],
        [7.7, 17],
        [9.5, 26],
        [13, 26],
        [13.5, 23],
      ],
      round: bump(10.2, [1.1, 1.2, 0.9], 17),
    },
    compensations: [
      { rule: 'isometric-drift', start: 7.7, end: 10, size: 9 },
      { rule: 'back-round', start: 10.2, end: 13.4, size: 15 },
      { rule: 'chest-drop', start: 10.2, end: 13.4, size: 14.6 },
    ],
  },
);

export const shortClipRecipes = [
  sleeper,
  passiveTwist,
  quadruped,
  listAndYaw,
  feetFlat,
  feetFlatMixture,
  wall,
  wallTooFast,
  wallTwist,
  hamstring,
  hamstringMixture,
];
