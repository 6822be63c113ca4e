import type { Keys } from '../contract.ts';
import { bump, labRecipe, laptopMoved, varied } from './lab-recipe.ts';
import { repetitions, wholeSet } from './repetitions.ts';

const START = 3.2;
const pulses = repetitions({
  start: START,
  count: 9,
  up: 0.55,
  hold: 0.1,
  down: 0.55,
  amplitude: 14,
  seed: 6,
});

const clean = labRecipe({
  id: 'supine-ir-pulses-clean',
  drill: 'supine-ir-pulses',
  variant: 'feet-lifted',
  side: 'both',
  shows: 'nine even pulses against the block',
  ...wholeSet(pulses, 1.5),
});

/** The rotation with some repetitions reduced to a share of their size. */
const weakened = (from: number, to: number, share: number): Keys => {
  const [first, last] = [pulses.reps[from], pulses.reps[to]];
  if (!first || !last) throw new Error('There are not so many pulses.');
  return pulses.keys.map(([time, value]) => [
    time,
    time > first.start + 0.01 && time < last.end - 0.01 ? value * share : value,
  ]);
};

const squeezed = pulses.reps.slice(4, 7);
const [squeezeStart, squeezeEnd] = [squeezed[0]?.start ?? 0, squeezed.at(-1)?.end ?? 0];

const grip = varied(clean, 'grip', 'three pulses squeeze the block together instead of turning the thighs', {
  keys: {
    rotation: weakened(4, 6, 0.2),
    grip: squeezed.flatMap(({ start, turn, end }): [number, number][] => [
      [start, 0],
      [turn, 6],
      [end, 0],
    ]),
  },
  compensations: [{ rule: 'grip', start: squeezeStart, end: squeezeEnd, size: 12 }],
});

const quick = repetitions({
  start: START,
  count: 14,
  up: 0.33,
  down: 0.33,
  pause: 0.08,
  amplitude: 16,
  seed: 16,
});

const tooFast = varied(clean, 'too-fast', 'the pulses are rushed', {
  ...wholeSet(quick, 1.5),
  compensations: [{ rule: 'too-fast', start: START, end: quick.end, size: 80 }],
});

const twist = varied(clean, 'twist', 'the pelvis turns during the last pulses', {
  keys: { twist: bump(7.4, [1, 2.2, 1.2], 9) },
  compensations: [{ rule: 'pelvis-twist', start: 7.4, end: 11.8, size: 9 }],
});

const list = varied(clean, 'list', 'one hip hikes during the pulses', {
  keys: { obliquity: bump(7, [1, 2.2, 1.2], -9) },
  compensations: [{ rule: 'pelvis-list', start: 7, end: 11.4, size: 9 }],
});

const lift = varied(clean, 'lift', 'the pelvis curls off the mat; 1.2 cm before must not be flagged', {
  keys: { lift: [...bump(4.2, [0.8, 1, 0.8], 0.012), ...bump(8, [0.9, 1.6, 1], 0.05)] },
  compensations: [{ rule: 'pelvis-lift', start: 8, end: 11.5, size: 0.05 }],
});

const arch = varied(clean, 'arch', 'the lower back arches off the mat', {
  keys: { arch: bump(6.8, [1.2, 2, 1.4], 11) },
  compensations: [
    { rule: 'back-arch', start: 6.8, end: 11.4, size: 11 },
    // Thighs and shins follow the pelvis.
    { rule: 'shins-drop', start: 6.8, end: 11.4, size: 11 },
  ],
});

const small = varied(clean, 'small-range', 'the pulses get so small that they should not count', {
  keys: { rotation: weakened(3, 8, 0.3) },
});

const mixture = varied(clean, 'mixture', 'the pelvis turns, then lifts', {
  keys: { twist: bump(4.6, [0.9, 1.2, 1], -8), lift: bump(8.8, [0.9, 1.2, 1], 0.04) },
  compensations: [
    { rule: 'pelvis-twist', start: 4.6, end: 7.7, size: 8 },
    { rule: 'pelvis-lift', start: 8.8, end: 11.9, size: 0.04 },
  ],
});

export const supineIrPulsesRecipes = [
  clean,
  grip,
  tooFast,
  twist,
  list,
  lift,
  arch,
  small,
  mixture,
  laptopMoved(clean, 8),
];
