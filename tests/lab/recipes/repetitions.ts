import type { Seconds } from '../../../src/instrument/geometry/units.ts';
import type { Recipe } from '../contract.ts';
import { randomFrom } from '../vectors.ts';
import { phases } from './lab-recipe.ts';

export interface RepetitionPlan {
  readonly start: Seconds;
  readonly count: number;
  readonly up: Seconds;
  readonly hold?: Seconds;
  readonly down: Seconds;
  readonly pause?: Seconds;
  /** In the channel's unit. */
  readonly amplitude: number;
  /** First to the other end, held for so long. */
  readonly first?: { readonly value: number; readonly hold: Seconds };
  readonly seed: number;
}

export interface Repetitions {
  readonly keys: readonly (readonly [Seconds, number])[];
  readonly reps: Recipe['reps'];
  readonly end: Seconds;
}

/** People repeat a movement to within so much of its size and its time. */
const VARY = 0.06;
/** Share of `up` for the way to the other end, and for the longer way back from it. */
const TO_FIRST = 0.7;
const FROM_FIRST = 1.6;

/** Keys and truth of repetitions; `turn` is the middle of the hold at the end range. */
export function repetitions(plan: RepetitionPlan): Repetitions {
  const { start, count, up, hold = 0, down, pause = 0, amplitude, first, seed } = plan;
  const random = randomFrom(seed);
  const keys: [Seconds, number][] = [[start, 0]];
  const reps: { start: Seconds; turn: Seconds; end: Seconds }[] = [];
  let time = start;
  const stay = (length: Seconds, value: number): void => {
    time += length;
    keys.push([time, value]);
  };
  for (let rep = 0; rep < count; rep += 1) {
    const size = amplitude * (1 + VARY * (2 * random() - 1));
    const pace = 1 + VARY * (2 * random() - 1);
    const begin = time;
    if (first) {
      stay(up * TO_FIRST * pace, first.value);
      stay(first.hold, first.value);
    }
    stay(up * pace * (first ? FROM_FIRST : 1), size);
    const reached = time;
    if (hold > 0) stay(hold, size);
    const turn = (reached + time) / 2;
    stay(down * pace, 0);
    reps.push({ start: begin, turn, end: time });
    if (pause > 0) stay(pause, 0);
  }
  return { keys, reps, end: time };
}

/** All of the first, then all of the others: the others' plan starts after the first. */
export const joined = (first: Repetitions, others: Repetitions): Repetitions => ({
  keys: [...first.keys, ...others.keys],
  reps: [...first.reps, ...others.reps],
  end: others.end,
});

/** Repetitions as a set of their own: the still neutral before, a rest after. */
export const wholeSet = (swings: Repetitions, rest: Seconds) => ({
  phases: phases(['neutral', 3], ['reps', swings.end - 3], ['rest', rest]),
  keys: { rotation: swings.keys },
  reps: swings.reps,
});
