import { median } from '../body/median.ts';
import type { Degrees, Seconds } from '../body/units.ts';

/** Length of the stretch whose median counts as a range: one frame is never a record. */
export const ROBUST_WINDOW: Seconds = 0.5;
/** A median needs this many samples. */
export const FEWEST_SAMPLES = 3;
/** Where frames come so rarely that the stretch holds fewer than that many, it may grow to this. */
export const WIDEST_WINDOW: Seconds = 1.2;
/** A flag excludes this much before it began. */
export const FLAG_LEAD: Seconds = 0.3;
/** And this much after it ended: the alarm's channel lags, and a pelvis on its way back is not yet back. */
export const FLAG_TAIL: Seconds = 0.8;
/** A range is shown as the best once this time has passed without a flag that reaches back to it. */
const HINDSIGHT: Seconds = 2;
/** Rounding guard for sums of seconds. */
const TINY: Seconds = 1e-9;

interface Stretch {
  readonly end: Seconds;
  readonly median: Degrees;
}

/** The stretch that is being filled; `frames` counts also those without an angle. */
interface Filling {
  readonly since: Seconds;
  readonly frames: number;
  readonly angles: readonly Degrees[];
}

/** Best clean range so far in a round, live. The summary computes it again with hindsight over the whole record. */
export interface RangeTracker {
  readonly best: Degrees | null;
  /** Clean stretches of the round: a flag may reach back to any of them. */
  readonly stretches: readonly Stretch[];
  readonly filling: Filling | null;
  /** When a flag was last on. */
  readonly dirtyAt: Seconds | null;
}

export const freshRange: RangeTracker = { best: null, stretches: [], filling: null, dirtyAt: null };

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
    const stretches = tracker.stretches.filter((stretch) => stretch.end < limit);
    return withBest({ ...tracker, stretches, filling: null, dirtyAt: time }, time);
  }
  const inTail = tracker.dirtyAt !== null && time - tracker.dirtyAt <= FLAG_TAIL + TINY;
  return withBest(inTail ? tracker : fill(tracker, time, angle), time);
}

function fill(tracker: RangeTracker, time: Seconds, angle: Degrees | null): RangeTracker {
  const angles = angle === null ? [] : [angle];
  const { filling } = tracker;
  if (filling === null) return { ...tracker, filling: { since: time, frames: 1, angles } };
  if (isGrowing(filling, time)) {
    const grown = {
      since: filling.since,
      frames: filling.frames + 1,
      angles: [...filling.angles, ...angles],
    };
    return { ...tracker, filling: grown };
  }
  const middle = filling.angles.length < FEWEST_SAMPLES ? null : median(filling.angles);
  const stretches =
    middle === null ? tracker.stretches : [...tracker.stretches, { end: time, median: middle }];
  return { ...tracker, stretches, filling: { since: time, frames: 1, angles } };
}

function isGrowing({ since, frames }: Filling, time: Seconds): boolean {
  const length = time - since;
  return length < ROBUST_WINDOW || (frames < FEWEST_SAMPLES && length <= WIDEST_WINDOW + TINY);
}

function withBest(tracker: RangeTracker, time: Seconds): RangeTracker {
  const settled = tracker.stretches.filter((stretch) => time - stretch.end >= HINDSIGHT);
  return {
    ...tracker,
    best: settled.length === 0 ? null : Math.max(...settled.map((stretch) => stretch.median)),
  };
}
