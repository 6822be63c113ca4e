import { bump, labRecipe, laptopMoved, PAILS_RAILS, phases, varied } from './lab-recipe.ts';

const clean = labRecipe({
  id: 'standing-hamstring-clean',
  drill: 'standing-hamstring',
  shows: 'the pelvis tips forward over the thigh with a long back',
  phases: PAILS_RAILS,
  keys: {
    tilt: [
      [3, 0],
      [6.5, 20],
      [9, 24],
      [13, 24],
      [15.6, 28],
      [18, 28],
      [20.3, 30],
      [21.2, 30],
      [23, 2],
    ],
    arch: [
      [3, 0],
      [6, 5],
      [20, 5],
      [23, 0],
    ],
    toes: [
      [3, 0],
      [6, 6],
      [20, 6],
      [23, 0],
    ],
  },
});

const rounded = varied(clean, 'rounded', 'the back rounds in RAILs', {
  keys: {
    tilt: [
      [3, 0],
      [6.5, 18],
      [9, 22],
      [13, 22],
      [15.6, 20],
      [18, 22],
      [20.3, 25],
      [21.2, 25],
      [23, 2],
    ],
    round: bump(13.4, [1.6, 2.2, 1.6], 17),
  },
  compensations: [
    { rule: 'back-round', start: 13.4, end: 19, size: 15 },
    // A rounding back also lowers the chest.
    { rule: 'chest-drop', start: 13.4, end: 19, size: 13.5 },
  ],
});

const sinksRounded = varied(clean, 'sinks-rounded', 'the last bit in the sink is the back’s', {
  keys: {
    tilt: [
      [3, 0],
      [6.5, 18],
      [9, 22],
      [20.6, 22],
      [21.8, 20],
      [23, 2],
    ],
    round: bump(18.2, [1.2, 1, 0.6], 17),
  },
  compensations: [{ rule: 'back-round', start: 18.2, end: 21, size: 15 }],
});

const drift = varied(clean, 'drift', 'the trunk sinks on while the heel should only press', {
  keys: {
    tilt: [
      [3, 0],
      [6.5, 18],
      [9.6, 20],
      [12.2, 29],
      [20.8, 30],
      [23, 2],
    ],
  },
  compensations: [{ rule: 'isometric-drift', start: 9.6, end: 13, size: 9 }],
});

const leaves = varied(clean, 'leaves-frame', 'the person walks out of the picture and back', {
  phases: phases(['neutral', 3], ['passive', 5], ['rest', 10], ['passive', 5]),
  keys: {
    tilt: [
      [3, 0],
      [5.5, 18],
      [7, 18],
      [8.5, 0],
      [18.3, 0],
      [20.5, 18],
      [23, 20],
    ],
    walk: [
      [8, 0],
      [9.2, 1],
      [17, 1],
      [18.2, 0],
    ],
    heading: [[0, 180]],
    facing: [
      [8, 0],
      [9, -180],
      [12.6, -180],
      [13.4, 0],
    ],
    gone: [
      [9, 0],
      [12.2, 3.2],
      [13.6, 3.2],
      [16.9, 0],
    ],
    arch: [[0, 0]],
    toes: [[0, 0]],
  },
  compensations: [{ rule: 'out-of-frame', start: 9, end: 17, size: 0 }],
});

export const standingHamstringRecipes = [clean, rounded, sinksRounded, drift, leaves, laptopMoved(clean, 11)];
