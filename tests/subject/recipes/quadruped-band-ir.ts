import type { Keys } from '../contract.ts';
import { bump, labRecipe, laptopMoved, phases, varied } from './lab-recipe.ts';
import { repetitions } from './repetitions.ts';

const PLAN = {
  start: 3.2,
  count: 4,
  up: 0.9,
  hold: 1.5,
  down: 0.9,
  pause: 0.2,
  amplitude: 30,
  first: { value: -13, hold: 0.6 },
  seed: 5,
};
const swings = repetitions(PLAN);
const hasty = repetitions({ ...PLAN, hold: 0.15, first: { value: -13, hold: 0.05 } });

const inReps = (end: number) => phases(['neutral', 3], ['reps', end - 3], ['rest', 1.2]);

const clean = labRecipe({
  id: 'quadruped-band-ir-clean',
  drill: 'quadruped-band-ir',
  shows: 'four repetitions: in against the band, out with it',
  phases: inReps(swings.end),
  keys: { rotation: swings.keys },
  reps: swings.reps,
});

const turn = (rep: number): number => swings.reps[rep]?.turn ?? 0;

/** A bump about the end range of a repetition. */
const atEndRange = (rep: number, size: number): Keys => bump(turn(rep) - 1.9, [1.2, 1.4, 0.9], size);

const list = varied(
  clean,
  'list',
  'the pelvis lists in the third repetition; about 5° in the second must not be flagged',
  {
    keys: { twist: [...atEndRange(1, 4.8), ...atEndRange(2, 12)] },
    compensations: [{ rule: 'pelvis-list', start: turn(2) - 1.9, end: turn(2) + 1.6, size: 12 }],
  },
);

const yaw = varied(clean, 'yaw', 'the pelvis turns over the knees and lends what the hip lacks', {
  keys: { obliquity: atEndRange(2, 10) },
  compensations: [{ rule: 'pelvis-yaw', start: turn(2) - 1.9, end: turn(2) + 1.6, size: 10 }],
});

const arch = varied(clean, 'arch', 'the lower back sags in the third repetition', {
  keys: { arch: atEndRange(2, 12) },
  compensations: [{ rule: 'back-arch', start: turn(2) - 1.9, end: turn(2) + 1.6, size: 12 }],
});

const short = varied(clean, 'short-hold', 'both ends are left at once: holds too short to count', {
  keys: { rotation: hasty.keys },
  phases: inReps(hasty.end),
  reps: hasty.reps,
});

const mixture = varied(clean, 'mixture', 'the pelvis lists, and turns two repetitions later', {
  keys: { twist: atEndRange(1, 11), obliquity: atEndRange(3, 9) },
  compensations: [
    { rule: 'pelvis-list', start: turn(1) - 1.9, end: turn(1) + 1.6, size: 11 },
    { rule: 'pelvis-yaw', start: turn(3) - 1.9, end: turn(3) + 1.6, size: 9 },
  ],
});

export const quadrupedBandIrRecipes = [
  clean,
  list,
  yaw,
  arch,
  short,
  mixture,
  laptopMoved(clean, turn(2) + 0.9),
];
