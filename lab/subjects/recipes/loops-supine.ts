import type { Keys } from '../contract.ts';
import { bump } from './lab-recipe.ts';
import { late, loopPair, PRESS_LENGTH, seenFrom, swing, swingWithPress, whileCheating } from './loops-shared.ts';

/** Start of three slow pulses, seconds. The second one is at its end range when the still picture is taken. */
const PULSES = [1.05, 2.75, 4.45] as const;
const pulses = (size: number): Keys => PULSES.flatMap((start) => bump(start, [0.8, 0.15, 0.75], size));
const whilePulsing = { start: 1, end: 6.2 } as const;

/** When each fast pulse starts, seconds; the legs fall in as if dropped. */
const FORCED = [0.9, 1.95, 3, 4.05, 5.1] as const;
const forced = (size: number): Keys => FORCED.flatMap((start) => bump(start, [0.46, 0.05, 0.48], size));

export const supineLoops = [
  ...loopPair({
    drill: 'supine-sleeper',
    body: 'female-average',
    crf: 42,
    camera: seenFrom(330, 1.05, 2.1),
    right: {
      shows: 'the knee falls in under a still pelvis, stops for the push and the pull, and sinks further',
      keys: { rotation: swingWithPress(26, 36) },
      length: PRESS_LENGTH,
    },
    cheat: {
      shows: 'the pelvis rolls after the knee',
      keys: { rotation: swing(22), twist: late(-18) },
      compensations: [
        { rule: 'pelvis-twist', ...whileCheating, size: 18 },
        { rule: 'knee-chase', ...whileCheating, size: 21 },
      ],
    },
  }),
  ...loopPair({
    drill: 'supine-ir-pulses',
    variant: 'feet-lifted',
    bilateral: true,
    body: 'female-strong',
    crf: 39,
    camera: seenFrom(154, 1.3, 2.1),
    right: {
      shows: 'the shins swing out around the block while the knees keep their distance',
      keys: { rotation: pulses(20) },
    },
    cheat: {
      shows: 'the knees squeeze the block and the shins stay where they are',
      keys: { rotation: pulses(2), grip: pulses(7) },
      compensations: [{ rule: 'grip', ...whilePulsing, size: 14 }],
    },
  }),
  ...loopPair({
    drill: 'supine-ir-pulses',
    variant: 'feet-flat',
    bilateral: true,
    body: 'male-average',
    camera: seenFrom(52, 0.6, 1.7),
    right: {
      shows: 'both knees press into the block, feet and pelvis stay heavy',
      keys: { rotation: pulses(2.8) },
    },
    cheat: {
      shows: 'the pelvis comes off the mat with each press',
      keys: { rotation: pulses(2.8), lift: pulses(0.1) },
      compensations: [{ rule: 'pelvis-lift', ...whilePulsing, size: 0.1 }],
    },
  }),
  ...loopPair({
    drill: 'knee-to-knee',
    variant: 'wall',
    bilateral: true,
    body: 'female-small',
    camera: seenFrom(120, 1.05, 2.3),
    right: {
      shows: 'both knees fall slowly towards each other, the feet stay on the wall',
      keys: { rotation: swing(28) },
    },
    cheat: {
      shows: 'the feet push off the wall and the pelvis comes off the mat',
      keys: { rotation: swing(22), lift: late(0.12) },
      compensations: [{ rule: 'pelvis-lift', ...whileCheating, size: 0.12 }],
    },
  }),
  ...loopPair({
    drill: 'knee-to-knee',
    variant: 'floor',
    bilateral: true,
    castAs: 'loop-knee-to-knee-wall',
    body: 'female-small',
    camera: seenFrom(25, 0.9, 1.6),
    right: {
      shows: 'both knees fall slowly towards each other, the feet stay planted',
      keys: { rotation: swing(26) },
    },
    cheat: {
      shows: 'the knees are thrown together and bounce',
      keys: { rotation: forced(26) },
      compensations: [{ rule: 'too-fast', start: 0.9, end: 6.2, size: 103 }],
    },
  }),
];
