import type { Seconds } from '../../../src/instrument/geometry/units.ts';
import type { Recipe, Keys } from '../contract.ts';
import { randomFrom } from '../vectors.ts';
import { phases, bump } from './lab-recipe.ts';

export interface RepetitionPlan {
  readonly start: Seconds;
  readonly count: number;
  readonly up: Seconds;
  readonly hold?: Seconds;
  readonly down: Seconds;
  readonly pause?: Seconds;
  /** Size at the end range, in the unit of the channel. */
  readonly amplitude: number;
  /** A first movement to the opposite end, held there. */
  readonly first?: { readonly value: number; readonly hold: Seconds };
  readonly seed: number;
}

export interface Repetitions {
  readonly keys: readonly (readonly [Seconds, number])[];
  readonly reps: Recipe['reps'];
  readonly end: Seconds;
}

/** Random variation of size and duration between repetitions, as a share. */
const VARY = 0.06;
/** Duration of the movement to the opposite end, and of the longer way back from it, as shares of `up`. */
const TO_FIRST = 0.7;
const FROM_FIRST = 1.6;

/** Keys and true values of repetitions. `turn` is the middle of the hold at the end range. */
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

/** The repetitions of `first`, then those of `others`, whose plan must start later. */
export const joined = (first: Repetitions, others: Repetitions): Repetitions => ({
  keys: [...first.keys, ...others.keys],
  reps: [...first.reps, ...others.reps],
  end: others.end,
});

/** Phases of a set of repetitions: the reference pose before, a rest after. */
export const wholeSet = (swings: Repetitions, rest: Seconds) => ({
  phases: phases(['neutral', 3], ['reps', swings.end - 3], ['rest', rest]),
  keys: { rotation: swings.keys },
  reps: swings.reps,
});

type KneeSwings = Pick<RepetitionPlan, 'count' | 'seed'>;

/** Knee to knee, slow and controlled. */
export const slowKnees = (own: KneeSwings & Partial<RepetitionPlan>): Repetitions =>
  repetitions({ start: 3.2, up: 1.9, hold: 0.4, down: 1.7, pause: 0.3, amplitude: 26, ...own });

/** Knee to knee, too fast. */
export const forcedKnees = (own: KneeSwings & { readonly start: Seconds }): Repetitions =>
  repetitions({ up: 0.5, hold: 0.05, down: 0.5, pause: 0.1, amplitude: 27, ...own });

/** Presses against a block with planted feet: the thighs rotate by a few degrees only. */
export const flatPresses = (own: KneeSwings): Repetitions =>
  repetitions({ start: 3.2, up: 0.5, hold: 0.1, down: 0.55, amplitude: 2.8, ...own });

/** Repetitions on all fours with the band, and the times at which a compensation belongs. */
export interface BandSwings extends Repetitions {
  /** The middle of the hold at the end range. */
  readonly turn: (rep: number) => Seconds;
  /** Keys of a compensation at the end range of a repetition. */
  readonly atEndRange: (rep: number, size: number) => Keys;
  /** The time span of these keys. */
  readonly duringRep: (rep: number) => { readonly start: Seconds; readonly end: Seconds };
}

type BandPlan = Required<Pick<RepetitionPlan, 'count' | 'hold' | 'amplitude' | 'first' | 'seed'>>;

/** Each repetition first follows the band outwards, stays there, and then rotates inwards against the band. */
export function bandSwings(plan: BandPlan): BandSwings {
  const swings = repetitions({ start: 3.2, up: 0.9, down: 0.9, pause: 0.2, ...plan });
  const turn = (rep: number): Seconds => swings.reps[rep]?.turn ?? 0;
  return {
    ...swings,
    turn,
    atEndRange: (rep, size) => bump(turn(rep) - 1.9, [1.2, 1.4, 0.9], size),
    duringRep: (rep) => ({ start: turn(rep) - 1.9, end: turn(rep) + 1.6 }),
  };
}
