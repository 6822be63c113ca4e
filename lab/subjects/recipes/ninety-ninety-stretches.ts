import type { Keys } from '../contract.ts';
import { POOR_PLACES } from '../motion/recommended-place.ts';
import { bump, labRecipe, laptopMoved, leavesFrame, PAILS_RAILS, phases, varied } from './lab-recipe.ts';

const chestTurn: Keys = [
  [3, 0],
  [7, 7],
  [13, 7],
  [16, 10],
  [21, 11],
  [23, 0],
];

const clean = labRecipe({
  id: 'ninety-ninety-pails-rails-clean',
  drill: 'ninety-ninety-pails-rails',
  shows: 'the pelvis rolls about the trail thigh, further from phase to phase',
  phases: PAILS_RAILS,
  keys: {
    rotation: [
      [3, 0],
      [6.5, 8],
      [9, 10],
      [13, 10],
      [15.6, 13],
      [18, 13],
      [20.4, 14],
      [21.2, 14],
      [23, 1],
    ],
    turn: chestTurn,
  },
});
const gentle: Keys = [
  [3, 0],
  [6.5, 6],
  [9, 8],
  [13, 8],
  [15.6, 11],
  [18, 11],
  [20.4, 12],
  [21.2, 12],
  [23, 1],
];

const lean = varied(clean, 'lean', 'the trunk leans away in RAILs; about 5° before must not be flagged', {
  keys: {
    rotation: gentle,
    leanSide: [...bump(4.2, [1.4, 1.4, 1], 6), ...bump(13.2, [2, 2.2, 1.6], 16)],
  },
  compensations: [{ rule: 'trunk-lean', start: 13.2, end: 19, size: 11.5 }],
});

const sitBone = varied(clean, 'sit-bone-lift', 'the sit bone of the trail side leaves the floor', {
  keys: { rotation: gentle, obliquity: bump(13.4, [1.8, 2, 1.8], 9) },
  compensations: [{ rule: 'sit-bone-lift', start: 13.4, end: 19, size: 0.034 }],
});

const drift = varied(clean, 'drift', 'the trunk turns on while the foot should only press', {
  keys: {
    rotation: [
      [3, 0],
      [6.5, 5],
      [9.6, 6],
      [12.2, 14.5],
      [20.8, 15],
      [23, 1],
    ],
  },
  compensations: [{ rule: 'isometric-drift', start: 9.6, end: 13, size: 12.5 }],
});

const mixture = varied(clean, 'mixture', 'lean in passive, raised sit bone in RAILs', {
  keys: {
    rotation: gentle,
    leanSide: bump(4.4, [1.4, 1.4, 1.4], 12),
    obliquity: bump(14, [1.6, 1.6, 1.6], 9),
  },
  compensations: [
    { rule: 'trunk-lean', start: 4.4, end: 8.6, size: 9 },
    { rule: 'sit-bone-lift', start: 14, end: 18.8, size: 0.034 },
  ],
});

const oblique = varied(clean, 'clean-oblique', 'the clean one from a place that reads badly', {
  keys: {},
  camera: POOR_PLACES.seatedOblique,
});

const stretch = labRecipe({
  id: 'ninety-ninety-stretch-clean',
  drill: 'ninety-ninety-stretch',
  shows: 'the trunk and pelvis turn back towards the trail ankle and stay',
  phases: phases(['neutral', 3], ['hold', 14], ['rest', 3]),
  keys: {
    rotation: [
      [3, 0],
      [7, 9],
      [12, 11],
      [17, 12],
      [19.4, 1],
    ],
    turn: [
      [3, 0],
      [7, 8],
      [17, 10],
      [19.4, 0],
    ],
  },
});

const stretchLean = varied(stretch, 'lean', 'the trunk leans away instead of turning', {
  keys: { leanSide: bump(8, [1.6, 3, 1.8], 14) },
  compensations: [{ rule: 'trunk-lean', start: 8, end: 14.4, size: 10.5 }],
});

const stretchSitBone = varied(stretch, 'sit-bone-lift', 'the sit bone rises at the end range', {
  keys: { obliquity: bump(9, [1.6, 3, 1.8], 8) },
  compensations: [{ rule: 'sit-bone-lift', start: 9, end: 15.4, size: 0.03 }],
});

const relax = labRecipe({
  id: 'ninety-ninety-contract-relax-clean',
  drill: 'ninety-ninety-contract-relax',
  shows: 'stretch, press, and a little further, twice',
  phases: phases(
    ['neutral', 3],
    ['passive', 5],
    ['pails', 4],
    ['passive', 4],
    ['pails', 4],
    ['passive', 4],
    ['rest', 2],
  ),
  keys: {
    rotation: [
      [3, 0],
      [6.5, 6],
      [12, 6],
      [14, 9],
      [20, 9],
      [22, 12],
      [24, 12],
      [26, 1],
    ],
    turn: [
      [3, 0],
      [7, 6],
      [12, 6],
      [14, 8],
      [24, 10],
      [26, 0],
    ],
  },
});

const relaxLean = varied(relax, 'lean', 'the trunk leans away after the first press', {
  keys: { leanSide: bump(12.2, [1.4, 1.8, 1.4], 13) },
  compensations: [{ rule: 'trunk-lean', start: 12.2, end: 16.8, size: 9.5 }],
});

const relaxDrift = varied(relax, 'drift', 'the press moves the hip', {
  keys: {
    rotation: [
      [3, 0],
      [6.5, 6],
      [8.6, 6],
      [10.6, 14],
      [14, 14],
      [24, 15],
      [26, 1],
    ],
  },
  compensations: [{ rule: 'isometric-drift', start: 8.6, end: 12, size: 12 }],
});

export const ninetyNinetyStretchRecipes = [
  clean,
  lean,
  sitBone,
  drift,
  mixture,
  oblique,
  laptopMoved(clean, 11),
  leavesFrame(clean, 13.2, 90, 2.6),
  stretch,
  stretchLean,
  stretchSitBone,
  relax,
  relaxLean,
  relaxDrift,
];
