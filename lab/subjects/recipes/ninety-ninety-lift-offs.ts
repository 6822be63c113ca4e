import type { Keys } from '../contract.ts';
import { bump, labRecipe, phases, varied } from './lab-recipe.ts';
import { repetitions } from './repetitions.ts';

const PLAN = { start: 3.3, count: 4, up: 1.1, hold: 2.2, down: 1.1, pause: 0.5, amplitude: 16, seed: 10 };
const lifts = repetitions(PLAN);
const dropped = repetitions({ ...PLAN, hold: 0.2, amplitude: 9 });

/** The trail leg rises by internal rotation, with a share of abduction. */
const rise = (keys: Keys): { readonly rotation: Keys; readonly abduction: Keys } => ({
  rotation: keys,
  abduction: keys.map(([time, value]) => [time, value * 0.3]),
});

const clean = labRecipe({
  id: 'ninety-ninety-lift-off-clean',
  drill: 'ninety-ninety-lift-off',
  shows: 'four lift-offs of the trail leg with a hold',
  phases: phases(['neutral', 3], ['reps', lifts.end - 3], ['rest', 1]),
  keys: rise(lifts.keys),
  reps: lifts.reps,
});

const third = lifts.reps[2]?.turn ?? 0;

const lean = varied(clean, 'lean', 'the trunk leans away from the lifting leg; about 5° before must not be flagged', {
  keys: {
    leanSide: [...bump((lifts.reps[1]?.turn ?? 0) - 1.8, [1, 1.4, 1], 5), ...bump(third - 2, [1.2, 1.8, 1.2], 14)],
  },
  compensations: [{ rule: 'trunk-lean', start: third - 2, end: third + 2.2, size: 12 }],
});

const sitBone = varied(clean, 'sit-bone-lift', 'the pelvis rises with the leg', {
  keys: { obliquity: bump(third - 2, [1.2, 1.8, 1.2], 9) },
  compensations: [{ rule: 'sit-bone-lift', start: third - 2, end: third + 2.2, size: 0.034 }],
});

const short = varied(clean, 'short-hold', 'low lifts that fall at once', {
  keys: rise(dropped.keys),
  phases: phases(['neutral', 3], ['reps', dropped.end - 3], ['rest', 1]),
  reps: dropped.reps,
});

const loose = varied(clean, 'loose', 'the knee opens as the leg rises, and the thigh comes along a little', {
  keys: {
    knee: lifts.keys.map(([time, value]) => [time, value * -0.6]),
    flexion: lifts.keys.map(([time, value]) => [time, value * 0.25]),
  },
});

/** Seconds of one repetition: hinge over the front leg, lift, hold, lower, back up. */
const REP = 7.6;
const HINGED = 24;
const starts = [3.2, 3.2 + REP + 0.5, 3.2 + 2 * (REP + 0.5)];
const hinged = (size: number): Keys => starts.flatMap((start) => bump(start, [1.4, REP - 2.8, 1.4], size));
const lifted: Keys = starts.flatMap((start) => bump(start + 1.5, [1, 2.6, 1], 13));
const hingeEnd = (starts.at(-1) ?? 0) + REP;

const hinge = labRecipe({
  id: 'ninety-ninety-lift-off-hinge-clean',
  drill: 'ninety-ninety-lift-off-hinge',
  shows: 'three times: hinge with a flat back, lift, hold, lower, back up',
  phases: phases(['neutral', 3], ['reps', hingeEnd - 3], ['rest', 1]),
  keys: { ...rise(lifted), tilt: hinged(HINGED - 3), leanForward: hinged(HINGED) },
  reps: starts.map((start) => ({ start: start + 1.5, turn: start + 3.8, end: start + 6.1 })),
});

const second = starts[1] ?? 0;

const hingeLean = varied(hinge, 'lean', 'the trunk leans away from the lifting leg', {
  keys: { leanSide: bump(second + 1.4, [1.2, 2.4, 1.2], 13) },
  compensations: [{ rule: 'trunk-lean', start: second + 1.4, end: second + 6.4, size: 11 }],
});

const hingeRound = varied(hinge, 'round', 'the back rounds instead of the hips folding', {
  keys: {
    tilt: starts.flatMap((start, rep) => bump(start, [1.4, REP - 2.8, 1.4], rep === 1 ? HINGED - 17 : HINGED - 3)),
  },
  compensations: [{ rule: 'back-round', start: second, end: second + REP, size: 17 }],
});

export const ninetyNinetyLiftOffRecipes = [clean, lean, sitBone, short, loose, hinge, hingeLean, hingeRound];
