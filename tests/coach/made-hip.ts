import type { HipBest } from '../../src/coach/review/compare-sets.ts';

/** The best of a left hip that was watched from a good place. */
export const hip = (value: number, part: Partial<HipBest> = {}): HipBest => ({
  side: 'left',
  range: { value, sd: 2 },
  watched: true,
  view: 'good',
  azimuth: 256,
  ...part,
});
