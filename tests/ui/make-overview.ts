import type { SetOverview } from '../../src/storage/storage-contract.ts';

/** A set of the sleeper in front of the camera that was stopped by a pinch, so nothing of it was clean. */
export const makeOverview = (part: Partial<SetOverview> & Pick<SetOverview, 'id' | 'startedAt'>): SetOverview => ({
  drill: 'supine-sleeper',
  side: 'left',
  goal: 'prep',
  ended: 'pinch',
  source: 'camera',
  clean: null,
  sd: null,
  pelvisWatched: null,
  hips: [],
  frames: 0,
  flags: 0,
  saved: true,
  ...part,
});
