import { bump, labRecipe, phases } from './lab-recipe.ts';
import { repetitions } from './repetitions.ts';

/** Short performances in the 90/90 seat: the chest turns alone, or a sit bone rises. */

const SLOW_RATE = { fps: 8, keepsRate: true } as const;

const stretchTurn = labRecipe({
  ...SLOW_RATE,
  id: 'ninety-ninety-stretch-short-turn',
  drill: 'ninety-ninety-stretch',
  shows: 'the chest turns on while the pelvis stays',
  phases: phases(['neutral', 3], ['hold', 9.5], ['rest', 0.8]),
  keys: {
    rotation: [
      [3, 0],
      [5.5, 6],
      [13.3, 6],
    ],
    turn: [
      [3, 0],
      [5.5, 5],
      [7.5, 5],
      [9.2, 28],
      [11.2, 28],
      [12.4, 6],
    ],
  },
  compensations: [{ rule: 'trunk-turn', start: 7.5, end: 12.4, size: 20 }],
});

const relaxForm = labRecipe({
  ...SLOW_RATE,
  id: 'ninety-ninety-contract-relax-short-form',
  drill: 'ninety-ninety-contract-relax',
  shows: 'the sit bone of the trail side rises, then the chest turns on alone',
  phases: phases(['neutral', 3], ['passive', 4.5], ['pails', 3], ['passive', 4], ['rest', 0.8]),
  keys: {
    rotation: [
      [3, 0],
      [5.5, 6],
      [10.5, 6],
      [12, 8],
      [14.5, 8],
      [15.3, 7],
    ],
    obliquity: bump(4, [1.1, 1.2, 1.1], 9),
    turn: [
      [3, 0],
      [5.5, 4],
      [10.7, 4],
      [12.1, 34],
      [13.5, 34],
      [14.4, 6],
    ],
  },
  compensations: [
    { rule: 'sit-bone-lift', start: 4, end: 7.4, size: 0.034 },
    { rule: 'trunk-turn', start: 10.7, end: 14.4, size: 20.5 },
  ],
});

const pullTurn = labRecipe({
  ...SLOW_RATE,
  id: 'ninety-ninety-pails-rails-short-turn',
  drill: 'ninety-ninety-pails-rails',
  shows: 'the chest turns on in the pull while the pelvis stays',
  phases: phases(['neutral', 3], ['passive', 4], ['pails', 2.5], ['rails', 3.5], ['rest', 0.8]),
  keys: {
    rotation: [
      [3, 0],
      [5.5, 7],
      [9.5, 7],
      [11, 9],
      [13.8, 9],
    ],
    turn: [
      [3, 0],
      [6, 6],
      [9.6, 6],
      [11, 36],
      [12.2, 36],
      [13.2, 7],
    ],
  },
  compensations: [{ rule: 'trunk-turn', start: 9.6, end: 13.2, size: 21.3 }],
});

const lifts = repetitions({
  start: 3.3,
  count: 2,
  up: 1,
  hold: 2.2,
  down: 1,
  pause: 0.4,
  amplitude: 16,
  seed: 57,
});
const last = lifts.reps[1]?.turn ?? 0;

const liftTurn = labRecipe({
  ...SLOW_RATE,
  id: 'ninety-ninety-lift-off-short-turn',
  drill: 'ninety-ninety-lift-off',
  shows: 'the chest turns away from the leg as it lifts for the second time',
  phases: phases(['neutral', 3], ['reps', lifts.end - 3], ['rest', 0.8]),
  keys: {
    rotation: lifts.keys,
    abduction: lifts.keys.map(([time, value]) => [time, value * 0.3]),
    turn: bump(last - 2.1, [1.2, 1.8, 1.2], -24),
  },
  reps: lifts.reps,
  compensations: [{ rule: 'trunk-turn', start: last - 2.1, end: last + 2.1, size: 24 }],
});

const HINGE = 3.2;

const hingeTurn = labRecipe({
  ...SLOW_RATE,
  id: 'ninety-ninety-lift-off-hinge-short-turn',
  drill: 'ninety-ninety-lift-off-hinge',
  shows: 'hinge, and the chest turns away from the leg as it lifts',
  phases: phases(['neutral', 3], ['reps', 7.8], ['rest', 0.8]),
  keys: {
    rotation: bump(HINGE + 1.5, [1, 2.6, 1], 13),
    abduction: bump(HINGE + 1.5, [1, 2.6, 1], 4),
    tilt: bump(HINGE, [1.4, 4.8, 1.4], 21),
    leanForward: bump(HINGE, [1.4, 4.8, 1.4], 24),
    turn: bump(HINGE + 1.6, [1.2, 1.8, 1.2], -24),
  },
  reps: [{ start: HINGE + 1.5, turn: HINGE + 3.8, end: HINGE + 6.1 }],
  compensations: [
    { rule: 'trunk-turn', start: HINGE + 1.6, end: HINGE + 5.8, size: 26 },
    // A rotation during the hinge leaves its mid-plane.
    { rule: 'trunk-lean', start: HINGE + 1.6, end: HINGE + 5.8, size: 9.5 },
  ],
});

export const seatedFormRecipes = [stretchTurn, relaxForm, pullTurn, liftTurn, hingeTurn];
