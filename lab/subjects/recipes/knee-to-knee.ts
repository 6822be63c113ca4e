import { bump, labRecipe, type LabRecipe, laptopMoved, varied } from './lab-recipe.ts';
import { joined, wholeSet, forcedKnees, slowKnees } from './repetitions.ts';

const slow = slowKnees({ count: 4, hold: 0.3, seed: 7 });
const begun = slowKnees({ count: 2, up: 1.8, hold: 0.3, down: 1.6, seed: 8 });
const rushed = forcedKnees({ start: begun.end + 0.2, count: 6, seed: 9 });

const performed = (variant: 'wall' | 'floor'): LabRecipe =>
  labRecipe({
    id: `knee-to-knee-${variant}-clean`,
    drill: 'knee-to-knee',
    variant,
    side: 'both',
    shows: `slow repetitions, feet on the ${variant}`,
    ...wholeSet(slow, 1.2),
  });

const compensated = (clean: LabRecipe): LabRecipe[] => [
  clean,
  varied(clean, 'too-fast', 'two slow repetitions, then six forced ones', {
    ...wholeSet(joined(begun, rushed), 1.2),
    compensations: [{ rule: 'too-fast', start: begun.end, end: rushed.end, size: 95 }],
  }),
  varied(clean, 'twist', 'the pelvis turns in the third repetition; 5° in the second must not be flagged', {
    keys: { twist: [...bump(8, [1, 0.8, 1], -4.7), ...bump(11.6, [1.2, 1.4, 1.2], 10)] },
    compensations: [{ rule: 'pelvis-twist', start: 11.6, end: 15.4, size: 10 }],
  }),
  varied(clean, 'list', 'one hip hikes in the third repetition', {
    keys: { obliquity: bump(11.6, [1.2, 1.4, 1.2], 9) },
    compensations: [{ rule: 'pelvis-list', start: 11.6, end: 15.4, size: 9 }],
  }),
  varied(clean, 'lift', 'the pelvis comes off the mat in the third repetition', {
    keys: { lift: bump(11.6, [1.2, 1.4, 1.2], 0.05) },
    compensations: [{ rule: 'pelvis-lift', start: 11.6, end: 15.4, size: 0.05 }],
  }),
];

const wall = performed('wall');

export const kneeToKneeRecipes = [...compensated(wall), ...compensated(performed('floor')), laptopMoved(wall, 11)];
