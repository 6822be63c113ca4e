import type { Seconds } from '../../../src/instrument/geometry/units.ts';
import { type Repetitions, type RepetitionPlan, repetitions } from './repetitions.ts';

/** How the knees move in the drills that lie on the back, where several clips show the same. */

type Own = Pick<RepetitionPlan, 'count' | 'seed'>;

/** Knee to knee, slowly and under control. */
export const slowKnees = (own: Own & Partial<RepetitionPlan>): Repetitions =>
  repetitions({ start: 3.2, up: 1.9, hold: 0.4, down: 1.7, pause: 0.3, amplitude: 26, ...own });

/** Knee to knee, thrown rather than done. */
export const forcedKnees = (own: Own & { readonly start: Seconds }): Repetitions =>
  repetitions({ up: 0.5, hold: 0.05, down: 0.5, pause: 0.1, amplitude: 27, ...own });

/** Against a block over planted feet: the thighs turn by a few degrees only. */
export const flatPresses = (own: Own): Repetitions =>
  repetitions({ start: 3.2, up: 0.5, hold: 0.1, down: 0.55, amplitude: 2.8, ...own });
