import { median } from '../body/median.ts';
import type { Degrees, Seconds } from '../body/units.ts';

/** Length of the stretch whose median counts as a range: one frame is never a record. */
export const ROBUST_WINDOW: Seconds = 0.5;
/** A median needs this many samples. */
export const FEWEST_SAMPLES = 3;
/** A flag excludes this much before it began. */
export const FLAG_LEAD: Seconds = 0.3;
/** And this much after it ended: the alarm's channel lags, and a pelvis on its way back is not yet back. */
export const FLAG_TAIL: Seconds = 0.8;
/** A range is shown as the best once this time has passed without a flag that reaches back to it. */
const HINDSIGHT: Seconds = 2;

interface Stretch {
  readonly end: Seconds;
  readonly median: Degrees;
}

/** Best clean range so far in a round, live. The summary computes it again with hindsight over the whole record. */
export interface RangeTracker {
  readonly best: Degrees | null;
  /** Stretches that a flag may still reach back to. */
  readonly pending: readonly Stretch[];
  readonly filling: readonly Degrees[];
  readonly fillingSince: Seconds | null;
}

export const freshRange: RangeTracker = { best: null, pending: [], filling: [], fillingSince: null };

/**
 * Feeds one moment of an armed phase.
 * @param angle the valid hip internal rotation, or null when there is none
 * @param dirtySince onset of the earliest flag that is on now, or null: from there back to its margin nothing is clean
 */
export function trackRange(
  tracker: RangeTracker,
  time: Seconds,
  angle: Degrees | null,
  dirtySince: Seconds | null,
): RangeTracker {
  if (dirtySince !== null) {
    const limit = dirtySince - FLAG_LEAD;
    const pending = tracker.pending.filter((stretch) => stretch.end < limit);
    return settle({ ...tracker, pending, filling: [], fillingSince: null }, time);
  }
  return settle(fill(tracker, time, angle), time);
}

function fill(tracker: RangeTracker, time: Seconds, angle: Degrees | null): RangeTracker {
  const since = tracker.fillingSince ?? time;
  if (time - since < ROBUST_WINDOW) {
    return {
      ...tracker,
      fillingSince: since,
      filling: angle === null ? tracker.filling : [...tracker.filling, angle],
    };
  }
  const middle = tracker.filling.length < FEWEST_SAMPLES ? null : median(tracker.filling);
  const pending = middle === null ? tracker.pending : [...tracker.pending, { end: time, median: middle }];
  return { ...tracker, pending, filling: angle === null ? [] : [angle], fillingSince: time };
}

function settle(tracker: RangeTracker, time: Seconds): RangeTracker {
  const settled = tracker.pending.filter((stretch) => time - stretch.end >= HINDSIGHT);
  if (settled.length === 0) return tracker;
  const largest = Math.max(...settled.map((stretch) => stretch.median));
  return {
    ...tracker,
    best: tracker.best === null ? largest : Math.max(tracker.best, largest),
    pending: tracker.pending.filter((stretch) => time - stretch.end < HINDSIGHT),
  };
}
