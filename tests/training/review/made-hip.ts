import { INSTRUMENT_VERSION } from '../../../src/instrument/instrument-version.ts';
import type { HipBest } from '../../../src/training/review/compare-sets.ts';

/** The best range of a left hip, with a watched pelvis and a good view. */
export const hip = (value: number, part: Partial<HipBest> = {}): HipBest => ({
  side: 'left',
  range: { value, sd: 2 },
  watched: true,
  view: 'good',
  azimuth: 256,
  instrument: INSTRUMENT_VERSION,
  ...part,
});
