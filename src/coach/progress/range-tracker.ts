import { median } from '../../instrument/geometry/statistics.ts';
import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';

/** A range is the median over this much time, so that a single frame is never a record. */
export const ROBUST_WINDOW: Seconds = 0.5;
/** A median needs this many samples. */
export const FEWEST_SAMPLES = 3;
/** At low frame rates the window grows up to this length to collect that many samples. */
export const WIDEST_WINDOW: Seconds = 1.2;
/**
 * A flag excludes this much time before its onset. Channels lag fast movements by half a second, and until then the
 * movement of the pelvis is part of the angle. With 0.3 s two of 67 rendered sets counted more than 7° of that movement
 * as range; 0.8 s is no better.
 */
export const FLAG_LEAD: Seconds = 0.6;
/** A flag excludes this much time after its end, because the alarm lags and the pelvis is still on its way back. */
export const FLAG_TAIL: Seconds = 0.8;
/** A range becomes the best after this time without a flag that reaches back to it. */
const HINDSIGHT: Seconds = 2;
/** Guards against rounding in sums of seconds. */
const TINY: Seconds = 1e-9;

export interface Stretch {
  readonly end: Seconds;
  readonly median: Degrees;
  /** Median standard deviation of its readings. */
  readonly sd: Degrees;
}

/** The stretch being collected. `frames` includes frames without an angle. */
interface Filling {
  readonly since: Seconds;
  readonly frames: number;
  readonly angles: readonly Degrees[];
  readonly sds: readonly Degrees[];
}

/** Best clean range in a round so far. The summary computes it again from the whole record. */
export interface RangeTracker {
  readonly best: Degrees | null;
  /** Clean stretches of the round. A later flag may still reach back and remove some. */
  readonly stretches: readonly Stretch[];
  readonly filling: Filling | null;
  /** When a flag was last open. */
  readonly dirtyAt: Seconds | null;
}

export const freshRange: RangeTracker = { best: null, stretches: [], filling: null, dirtyAt: null };

/**
 * Feeds one moment of a phase in which the range counts.
 * @param angle the valid angle that the drill works on; null: none
 * @param dirtySince onset of the earliest open flag; null: no flag is open
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

/** The clean stretches to which no flag can reach back any more. */
export const settledStretches = ({ stretches }: RangeTracker, time: Seconds): readonly Stretch[] =>
  stretches.filter((stretch) => time - stretch.end >= HINDSIGHT);

function withBest(tracker: RangeTracker, time: Seconds): RangeTracker {
  const settled = settledStretches(tracker, time);
  return {
    ...tracker,
    best: settled.length === 0 ? null : Math.max(...settled.map((stretch) => stretch.median)),
  };
}
