import { bump, labRecipe, phases, SIGN_PHASES, signKeys, varied } from './lab-recipe.ts';
import { bandSwings } from './repetitions.ts';

/** Side checks of 13–14 s, filmed square from the side: only the back is watched. */

/** A low frame rate is enough for slow motion and keeps the clips small. */
const SIDE = { variant: 'side', fps: 7.5, keepsRate: true } as const;

const swings = bandSwings({ count: 2, hold: 1.6, amplitude: 26, first: { value: -11, hold: 0.7 }, seed: 61 });
const { atEndRange, duringRep } = swings;

const onAllFours = labRecipe({
  id: 'quadruped-band-ir-side-clean',
  drill: 'quadruped-band-ir',
  ...SIDE,
  shows: 'two repetitions filmed from the side, the back stays flat',
  phases: phases(['neutral', 3], ['hold', swings.end - 3], ['rest', 1]),
  keys: { rotation: swings.keys },
});

const sag = varied(onAllFours, 'arch', 'the lower back sags, and humps in the next repetition', {
  keys: { arch: [...atEndRange(0, 18), ...atEndRange(1, -16)] },
  compensations: [
    { rule: 'back-arch', ...duringRep(0), size: 18 },
    { rule: 'back-round', ...duringRep(1), size: 16 },
  ],
});

const stopAhead = labRecipe({
  id: 'quadruped-band-ir-side-stop',
  drill: 'quadruped-band-ir',
  ...SIDE,
  shows: 'filmed from the side: sits back on the heels and holds both arms straight ahead',
  phases: SIGN_PHASES,
  keys: signKeys('armsAhead'),
});

const sleeper = labRecipe({
  id: 'supine-sleeper-side-clean',
  drill: 'supine-sleeper',
  ...SIDE,
  fps: 8,
  shows: 'the knee falls in, filmed low from the side, the back stays down',
  phases: phases(['neutral', 3], ['hold', 10], ['rest', 0.5]),
  keys: {
    rotation: [
      [3, 0],
      [6.2, 20],
      [10, 21],
      [12.2, 25],
      [13, 25],
      [13.5, 22],
    ],
  },
});

const supineArch = varied(sleeper, 'arch', 'the lower back arches while the knee falls in and is pulled in', {
  keys: { arch: bump(5, [1.6, 4, 1.6], 18) },
  compensations: [{ rule: 'back-arch', start: 5, end: 12.2, size: 18 }],
});

export const sideCheckRecipes = [onAllFours, sag, stopAhead, sleeper, supineArch];
