import type { Keys } from '../contract.ts';
import { POOR_PLACES } from '../motion/recommended-place.ts';
import { bump, labRecipe, laptopMoved, leavesFrame, PAILS_RAILS, varied } from './lab-recipe.ts';

/** Rotation in two ramps, with an isometric push in between, and back. */
const ramped: Keys = [
  [3, 0],
  [6.5, 22],
  [9, 25],
  [13, 25.6],
  [15.8, 31],
  [18, 31],
  [20.5, 33],
  [21.2, 33],
  [23, 2],
];
/** Rotation that stops early; the pelvis contributes the rest. */
const stuck: Keys = [
  [3, 0],
  [6.5, 21],
  [9, 23],
  [13, 23],
  [15, 24],
  [20.8, 24],
  [22.8, 2],
];

const clean = labRecipe({
  id: 'supine-sleeper-clean',
  drill: 'supine-sleeper',
  shows: 'no compensation: the range grows from phase to phase',
  phases: PAILS_RAILS,
  keys: { rotation: ramped },
});

const twist = varied(clean, 'twist', 'the pelvis turns away from the falling knee in RAILs', {
  keys: { rotation: stuck, twist: bump(13.2, [2, 2, 1.8], 9) },
  compensations: [{ rule: 'pelvis-twist', start: 13.2, end: 19, size: 9 }],
});

const twistChase = varied(
  clean,
  'twist-chase',
  'the pelvis turns and the knee chases the floor in RAILs; a twist of 5° before must not be flagged',
  {
    keys: {
      rotation: stuck,
      twist: [...bump(5.4, [0.9, 0.9, 1], -4.7), ...bump(13.2, [2, 2, 2.6], -15)],
    },
    compensations: [
      { rule: 'pelvis-twist', start: 13.2, end: 19.8, size: 15 },
      { rule: 'knee-chase', start: 13.2, end: 19.8, size: 17.5 },
    ],
  },
);

const list = varied(clean, 'list', 'the hip of the still side hikes towards the ribs', {
  keys: { rotation: stuck, obliquity: bump(13.2, [1.8, 2.2, 1.8], -10) },
  compensations: [{ rule: 'pelvis-list', start: 13.2, end: 19, size: 10 }],
});

const lift = varied(
  clean,
  'lift',
  'the pelvis comes off the mat in the passive phase; 1.2 cm later must not be flagged',
  {
    keys: { lift: [...bump(6.2, [1.4, 1.4, 1], 0.055), ...bump(14, [1.2, 1.8, 1], 0.012)] },
    compensations: [{ rule: 'pelvis-lift', start: 6.2, end: 10, size: 0.055 }],
  },
);

const arch = varied(clean, 'arch', 'the lower back arches while pulling', {
  keys: { arch: bump(13.4, [1.8, 1.8, 1.6], 11) },
  compensations: [{ rule: 'back-arch', start: 13.4, end: 18.6, size: 11 }],
});

const early = varied(clean, 'early-pelvis', 'the pelvis moves before half of the range is used', {
  keys: {
    rotation: [[3, 0], [8.6, 24], ...stuck.slice(3)],
    twist: bump(3.2, [1.2, 1.6, 1.6], -4.8),
  },
  compensations: [{ rule: 'early-pelvis', start: 3.2, end: 6, size: 4.8 }],
});

const drift = varied(clean, 'drift', 'the leg gives way while it should push without moving', {
  keys: {
    rotation: [...ramped.slice(0, 3), [9.8, 25], [12.2, 34], [13, 34], [20.8, 35], [23, 2]],
  },
  compensations: [{ rule: 'isometric-drift', start: 9.8, end: 13, size: 9 }],
});

const mixture = varied(clean, 'mixture', 'lift in passive, drift in the push, twist and chase in RAILs', {
  keys: {
    rotation: [...stuck.slice(0, 3), [9.8, 23], [12, 15], [12.9, 15], [15, 24], [20.8, 24], [22.8, 2]],
    lift: bump(5.6, [1.2, 1, 1], 0.045),
    twist: bump(13.6, [1.8, 1.6, 2], -14),
  },
  compensations: [
    { rule: 'pelvis-lift', start: 5.6, end: 8.8, size: 0.045 },
    { rule: 'isometric-drift', start: 9.8, end: 13, size: 8 },
    { rule: 'pelvis-twist', start: 13.6, end: 19, size: 14 },
    { rule: 'knee-chase', start: 13.6, end: 19, size: 16.5 },
  ],
});

const footEnd = varied(clean, 'clean-foot-end', 'the clean one from a place that the app must refuse', {
  keys: {},
  camera: POOR_PLACES.footEnd,
});

export const supineSleeperRecipes = [
  clean,
  twist,
  twistChase,
  list,
  lift,
  arch,
  early,
  drift,
  mixture,
  footEnd,
  laptopMoved(clean, 9.6),
  leavesFrame(clean, 9.4, 180, 3.4),
];
