import { POOR_PLACES } from '../motion/recommended-place.ts';
import { labRecipe, laptopMoved, SIGN_PHASES, signKeys, varied } from './lab-recipe.ts';
import { wholeSet, bandSwings } from './repetitions.ts';

const PLAN = { count: 4, hold: 1.5, amplitude: 30, first: { value: -13, hold: 0.6 }, seed: 5 };
const swings = bandSwings(PLAN);
const { turn, atEndRange, duringRep } = swings;
const hasty = bandSwings({ ...PLAN, hold: 0.15, first: { value: -13, hold: 0.05 } });

const clean = labRecipe({
  id: 'quadruped-band-ir-clean',
  drill: 'quadruped-band-ir',
  shows: 'four repetitions: in against the band, out with it',
  ...wholeSet(swings, 1.2),
});

const list = varied(
  clean,
  'list',
  'the pelvis lists in the third repetition; about 5° in the second must not be flagged',
  {
    keys: { twist: [...atEndRange(1, 4.8), ...atEndRange(2, 12)] },
    compensations: [{ rule: 'pelvis-list', ...duringRep(2), size: 12 }],
  },
);

const listOther = { ...list, id: 'quadruped-band-ir-list-other-leg', camera: POOR_PLACES.besideRestingLeg };

const yaw = varied(clean, 'yaw', 'the pelvis turns over the knees and lends what the hip lacks', {
  keys: { obliquity: atEndRange(2, 10) },
  compensations: [{ rule: 'pelvis-yaw', ...duringRep(2), size: 10 }],
});

const yawOther = { ...yaw, id: 'quadruped-band-ir-yaw-other-leg', camera: POOR_PLACES.besideRestingLeg };

const arch = varied(clean, 'arch', 'the lower back sags in the third repetition', {
  keys: { arch: atEndRange(2, 12) },
  compensations: [{ rule: 'back-arch', ...duringRep(2), size: 12 }],
});

const short = varied(clean, 'short-hold', 'both ends are left at once: holds too short to count', {
  ...wholeSet(hasty, 1.2),
});

const mixture = varied(clean, 'mixture', 'the pelvis lists, and turns two repetitions later', {
  keys: { twist: atEndRange(1, 11), obliquity: atEndRange(3, 9) },
  compensations: [
    { rule: 'pelvis-list', ...duringRep(1), size: 11 },
    { rule: 'pelvis-yaw', ...duringRep(3), size: 9 },
  ],
});

/** The sign that ends a set where the hands carry the body. */
const stop = labRecipe({
  id: 'quadruped-band-ir-stop',
  drill: 'quadruped-band-ir',
  shows: 'sits back on the heels and holds both arms out to the sides',
  phases: SIGN_PHASES,
  keys: signKeys('armsWide'),
});

export const quadrupedBandIrRecipes = [
  clean,
  list,
  listOther,
  yaw,
  yawOther,
  arch,
  short,
  mixture,
  laptopMoved(clean, turn(2) + 0.9),
  stop,
];
