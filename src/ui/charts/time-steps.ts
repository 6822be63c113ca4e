import type { Seconds } from '../../instrument/geometry/units.ts';

/** How far each key goes on a time line, in the plot of a set and in its replay. */
export const TIME_STEPS: Readonly<Record<string, Seconds>> = {
  ArrowRight: 0.5,
  ArrowUp: 0.5,
  ArrowLeft: -0.5,
  ArrowDown: -0.5,
  PageUp: 10,
  PageDown: -10,
  Home: Number.NEGATIVE_INFINITY,
  End: Number.POSITIVE_INFINITY,
};
