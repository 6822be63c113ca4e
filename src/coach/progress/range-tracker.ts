import { median } from '../../instrument/geometry/median.ts';
import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';

/** Length of the stretch whose median counts as a range: one frame is never a record. */
export const ROBUST_WINDOW: Seconds = 0.5;
/** A median needs this many samples. */
export const FEWEST_SAMPLES = 3;
/** Where frames come so rarely that the stretch holds fewer than that many, it may grow to this. */
export const WIDEST_WINDOW: Seconds = 1.2;
/**
 * A flag excludes this much before it began: a channel answers a fast turn half a second late, and until then the turn stands in
 * the angle. With .3 s two of 67 rendered sets claimed what a pelvis had begun to lend (7° and more); .5 s was still short, .8 s
 * no better.
 */
export const FLAG_LEAD: Seconds = 0.6;
/** And this much after it ended: the alarm's channel lags, and a pelvis on its way back is not yet back. */
export const FLAG_TAIL: Seconds = 0.8;
/** A range is shown as the best once this time has passed without a flag that reaches back to it. */
const HINDSIGHT: Seconds = 2;
/** Rounding guard for sums of seconds. */
const TINY: Seconds = 1e-9;

export interface Stretch {
  readonly end: Seconds;
  readonly median: Degrees;
  /** Standard deviation of its readings. */
  readonly sd: Degrees;
}

/** The stretch that is being filled; `frames` counts also those without an angle. */
interface Filling {
  readonly since: Seconds;
  readonly frames: number;
  readonly angles: readonly Degrees[];
  readonly sds: readonly Degrees[];
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
 * @param angle the valid angle that the drill works on, or null when there is none
 * @param dirtySince onset of the earliest flag that is on now, or null: from there back to its margin nothing is clean
 */
export function trackRange(
  tracker: RangeTracker,
  time: Seconds,
  angle: Degrees | null,
  dirtySince: Seconds | null,
  sd: Degrees = 0,
): RangeTracker {
  if (dirtySince !== null) {
    const limit = dirtySince - FLAG_LEAD;
    const stretches = tracker.stretches.filter((stretch) => stretch.end < limit);
    return withBest({ ...tracker, stretches, filling: null, dirtyAt: time }, time);
  }
  const inTail = tracker.dirtyAt !== null && time - tracker.dirtyAt <= FLAG_TAIL + TINY;
  return withBest(inTail ? tracker : fill(tracker, time, angle, sd), time);
}

function fill(tracker: RangeTracker, time: Seconds, angle: Degrees | null, sd: Degrees): RangeTracker {
  const angles = angle === null ? [] : [angle];
  const sds = angle === null ? [] : [sd];
  const { filling } = tracker;
  if (filling === null) return { ...tracker, filling: { since: time, frames: 1, angles, sds } };
  if (isGrowing(filling, time)) {
    const grown = {
      since: filling.since,
      frames: filling.frames + 1,
      angles: [...filling.angles, ...angles],
      sds: [...filling.sds, ...sds],
    };
    return { ...tracker, filling: grown };
  }
  const middle = filling.angles.length < FEWEST_SAMPLES ? null : median(filling.angles);
  const stretches =
    middle === null
      ? tracker.stretches
      : [...tracker.stretches, { end: time, median: middle, sd: median(filling.sds) ?? 0 }];
  return { ...tracker, stretches, filling: { since: time, frames: 1, angles, sds } };
}

function isGrowing({ since, frames }: Filling, time: Seconds): boolean {
  const length = time - since;
  return length < ROBUST_WINDOW || (frames < FEWEST_SAMPLES && length <= WIDEST_WINDOW + TINY);
}

/** Clean stretches to which no flag can reach back any more. */
export const settledStretches = ({ stretches }: RangeTracker, time: Seconds): readonly Stretch[] =>
  stretches.filter((stretch) => time - stretch.end >= HINDSIGHT);

function withBest(tracker: RangeTracker, time: Seconds): RangeTracker {
  const settled = settledStretches(tracker, time);
  return {
    ...tracker,
    best: settled.length === 0 ? null : Math.max(...settled.map((stretch) => stretch.median)),
  };
}
