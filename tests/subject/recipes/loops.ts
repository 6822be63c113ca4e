import type { Seconds } from '../../../src/body/units.ts';
import type { CameraPlace, Keys, Look } from '../contract.ts';
import { bump, labRecipe, phases } from './lab-recipe.ts';

/**
 * Short performances for the app's own pages: the movement done right, and the usual cheat. They end as they begin, are well
 * lit, and are seen from where a beginner understands them, which is not always where the app measures.
 */

const LENGTH: Seconds = 7;
const SIZE = { fps: 15, keepsRate: true, width: 640, height: 360, phases: phases(['reps', LENGTH]) } as const;

const SHOWN: Partial<Look> = {
  room: 'oak',
  light: 'soft',
  mat: true,
  clutter: 0,
  company: 'none',
  webcam: { blur: 0, noise: 0, drift: 0, shake: 0, crf: 34 },
};

const seenFrom = (azimuth: number, height: number, distance: number): CameraPlace => ({
  azimuth,
  height,
  distance,
  fieldOfView: 58,
  placement: 'for showing',
});

/** There, a stay at the end of the range, and back. */
const swing = (size: number): Keys => bump(0.5, [2.4, 1.4, 2.2], size);
/** What cheats comes when the range is nearly used up, and goes first. */
const late = (size: number): Keys => bump(1.9, [1.4, 1.1, 1.1], size);
const whileCheating = { start: 1.8, end: 5.8 } as const;

const ON_THE_BACK = seenFrom(330, 1.05, 2.1);
const BEHIND = seenFrom(168, 0.8, 2.2);
const IN_FRONT = seenFrom(14, 0.8, 1.9);

const sleeper = labRecipe({
  ...SIZE,
  id: 'loop-supine-sleeper-right',
  castAs: 'loop-supine-sleeper',
  drill: 'supine-sleeper',
  shows: 'the knee falls in while the belt buckle stays at the ceiling',
  keys: { rotation: swing(30) },
  camera: ON_THE_BACK,
  look: { ...SHOWN, body: 'female-average', clothes: 'tight' },
});

const allFours = labRecipe({
  ...SIZE,
  id: 'loop-quadruped-band-ir-right',
  castAs: 'loop-quadruped-band-ir',
  drill: 'quadruped-band-ir',
  shows: 'the foot swings out while the back stays level',
  keys: { rotation: swing(28) },
  camera: BEHIND,
  look: { ...SHOWN, body: 'male-average', clothes: 'tight' },
});

const seated = labRecipe({
  ...SIZE,
  id: 'loop-ninety-ninety-pails-rails-right',
  castAs: 'loop-ninety-ninety-pails-rails',
  drill: 'ninety-ninety-pails-rails',
  shows: 'the pelvis and chest turn towards the trail leg, upright',
  keys: { rotation: swing(16), turn: swing(18) },
  camera: IN_FRONT,
  look: { ...SHOWN, body: 'female-average', clothes: 'tight' },
});

export const loopRecipes = [
  sleeper,
  {
    ...sleeper,
    id: 'loop-supine-sleeper-cheat',
    shows: 'the pelvis rolls after the knee',
    keys: { rotation: swing(22), twist: late(-18) },
    compensations: [
      { rule: 'pelvis-twist', ...whileCheating, size: 18 },
      { rule: 'knee-chase', ...whileCheating, size: 21 },
    ],
  },
  allFours,
  {
    ...allFours,
    id: 'loop-quadruped-band-ir-cheat',
    shows: 'the pelvis drops on one side as the foot swings out',
    keys: { rotation: swing(20), twist: late(14) },
    compensations: [{ rule: 'pelvis-list', ...whileCheating, size: 14 }],
  },
  seated,
  {
    ...seated,
    id: 'loop-ninety-ninety-pails-rails-cheat',
    shows: 'the trunk leans away instead of turning',
    keys: { rotation: swing(6), leanSide: late(20) },
    compensations: [{ rule: 'trunk-lean', ...whileCheating, size: 15 }],
  },
];
