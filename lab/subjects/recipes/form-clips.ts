import { bump, labRecipe, phases, varied } from './lab-recipe.ts';
import { joined, repetitions, wholeSet, flatPresses, forcedKnees, slowKnees } from './repetitions.ts';

/** Short performances with one or two compensations that no other clip of the drill shows. */

/** Frame rate of these clips: at least what each drill requires (`instrument.frameRate`). */
const EVEN_RATE = { fps: 12, keepsRate: true } as const;
const QUICK_RATE = { fps: 15, keepsRate: true } as const;

const pulses = repetitions({
  start: 3.2,
  count: 7,
  up: 0.55,
  hold: 0.1,
  down: 0.55,
  amplitude: 14,
  seed: 51,
});

const lifted = labRecipe({
  ...QUICK_RATE,
  id: 'supine-ir-pulses-form',
  drill: 'supine-ir-pulses',
  variant: 'feet-lifted',
  side: 'both',
  shows: 'the pelvis comes off the mat, then the shins sink',
  phases: phases(['neutral', 3], ['reps', pulses.end - 3], ['rest', 0.8]),
  keys: {
    rotation: pulses.keys,
    lift: bump(3.9, [0.9, 1, 0.9], 0.045),
    knee: bump(7.9, [1, 1.3, 1], 20),
  },
  reps: pulses.reps,
  compensations: [
    { rule: 'pelvis-lift', start: 3.9, end: 6.7, size: 0.045 },
    { rule: 'shins-drop', start: 7.9, end: 11.2, size: 20 },
  ],
});

const presses = flatPresses({ count: 6, seed: 52 });
/** The knees fall apart and come together too fast. */
const thrown = repetitions({
  start: presses.end + 0.3,
  count: 5,
  up: 0.26,
  down: 0.26,
  pause: 0.12,
  amplitude: -16,
  seed: 53,
});

const planted = labRecipe({
  ...QUICK_RATE,
  id: 'supine-ir-pulses-feet-flat-form',
  drill: 'supine-ir-pulses',
  variant: 'feet-flat',
  side: 'both',
  shows: 'the pelvis comes off the mat, then a foot slides, then the knees are thrown',
  phases: phases(['neutral', 3], ['reps', thrown.end - 3], ['rest', 0.8]),
  keys: {
    rotation: [...presses.keys, ...thrown.keys],
    lift: bump(3.6, [0.8, 1, 0.8], 0.05),
    slide: bump(6.8, [0.8, 1.2, 0.8], 0.08),
  },
  reps: presses.reps,
  compensations: [
    { rule: 'pelvis-lift', start: 3.6, end: 6.2, size: 0.05 },
    { rule: 'foot-moved', start: 6.8, end: 9.6, size: 0.08 },
    { rule: 'too-fast', start: presses.end, end: thrown.end + 0.2, size: 95 },
  ],
});

const slow = slowKnees({ count: 2, seed: 54 });
const floor = labRecipe({
  ...EVEN_RATE,
  id: 'knee-to-knee-floor-short-clean',
  drill: 'knee-to-knee',
  variant: 'floor',
  side: 'both',
  shows: 'two slow repetitions, feet on the floor',
  ...wholeSet(slow, 0.8),
});

const first = slowKnees({ count: 1, seed: 55 });
const forced = forcedKnees({ start: first.end + 0.2, count: 4, seed: 56 });
const begunThenForced = wholeSet(joined(first, forced), 0.8);

const floorForm = varied(floor, 'form', 'the pelvis comes off the mat, then the knees are thrown', {
  ...begunThenForced,
  keys: { ...begunThenForced.keys, lift: bump(3.6, [1.1, 1.2, 1.1], 0.05) },
  compensations: [
    { rule: 'pelvis-lift', start: 3.6, end: 7, size: 0.05 },
    { rule: 'too-fast', start: first.end, end: forced.end + 0.1, size: 95 },
  ],
});

const hamstringForm = labRecipe({
  ...EVEN_RATE,
  id: 'standing-hamstring-short-form',
  drill: 'standing-hamstring',
  shows: 'the knee bends far, the toes drop in the push, and the chest sinks in the pull with a long back',
  phases: phases(['neutral', 3], ['passive', 5], ['pails', 2.4], ['rails', 3.4], ['rest', 0.8]),
  keys: {
    tilt: [
      [3, 0],
      [5, 16],
      [10.5, 16],
      [12, 30],
      [13.2, 30],
      [14.6, 16],
    ],
    arch: [
      [3, 0],
      [5, 4],
    ],
    knee: bump(4.2, [1.1, 1, 1.1], 31),
    toes: [
      [3, 0],
      [4.5, 5],
      [7.4, 5],
      [8.4, -30],
      [9.6, -30],
      [10.4, 4],
    ],
  },
  compensations: [
    { rule: 'knee-bend', start: 4.2, end: 7.4, size: 37 },
    { rule: 'toes-drop', start: 7.4, end: 10.4, size: 30 },
    { rule: 'chest-drop', start: 10.5, end: 14.6, size: 16 },
  ],
});

export const formClipRecipes = [lifted, planted, floor, floorForm, hamstringForm];
