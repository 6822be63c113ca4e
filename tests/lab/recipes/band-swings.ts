import type { Seconds } from '../../../src/instrument/geometry/units.ts';
import type { Keys } from '../contract.ts';
import { bump } from './lab-recipe.ts';
import { type Repetitions, type RepetitionPlan, repetitions } from './repetitions.ts';

/** Repetitions on all fours with the band, and where in them a compensation belongs. */
export interface BandSwings extends Repetitions {
  /** The middle of the hold at the end range. */
  readonly turn: (rep: number) => Seconds;
  /** A bump about the end range of a repetition. */
  readonly atEndRange: (rep: number, size: number) => Keys;
  /** The span of that bump. */
  readonly duringRep: (rep: number) => { readonly start: Seconds; readonly end: Seconds };
}

type BandPlan = Required<Pick<RepetitionPlan, 'count' | 'hold' | 'amplitude' | 'first' | 'seed'>>;

/** In against the band and out with it: the way out first, and held there. */
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
