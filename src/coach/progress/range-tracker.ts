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

/** A frame; without an angle it counts for the time between frames only. */
interface Frame {
  readonly time: Seconds;
  readonly angle: Degrees | null;
  readonly sd: Degrees;
}

/** Best clean range in a round so far. The summary computes it again from the whole record, from the same medians (`robust-series.ts`). */
export interface RangeTracker {
  readonly best: Degrees | null;
  /** The largest clean median of each quarter of a second. A later flag may still reach back and remove some. */
  readonly stretches: readonly Stretch[];
  /** The newest frames. */
  readonly recent: readonly Frame[];
  /** Frames up to this time have a median, or get none. */
  readonly doneUntil: Seconds;
  /** When a flag was last open. */
  readonly dirtyAt: Seconds | null;
}

export const freshRange: RangeTracker = {
  best: null,
  stretches: [],
  recent: [],
  doneUntil: Number.NEGATIVE_INFINITY,
  dirtyAt: null,
};

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
  const recent = [...tracker.recent.filter((frame) => time - frame.time <= 2 * WIDEST_WINDOW), { time, angle, sd }];
  if (dirtySince !== null) {
    const limit = dirtySince - FLAG_LEAD;
    const stretches = tracker.stretches.filter((stretch) => stretch.end < limit);
    return withBest({ ...tracker, recent, stretches, doneUntil: time, dirtyAt: time }, time);
  }
  const inTail = tracker.dirtyAt !== null && time - tracker.dirtyAt <= FLAG_TAIL + TINY;
  return withBest(inTail ? { ...tracker, recent, doneUntil: time } : addMedians({ ...tracker, recent }, time), time);
}

/** Half the window of a median: it reaches the farther of the two adjacent frames, within the limits. */
export const reachOf = (before: Seconds, after: Seconds): Seconds =>
  Math.min(WIDEST_WINDOW / 2, Math.max(ROBUST_WINDOW / 2, before, after));

/** The medians around the frames whose window is complete now. */
function addMedians(tracker: RangeTracker, now: Seconds): RangeTracker {
  const { recent } = tracker;
  let { stretches, doneUntil } = tracker;
  for (const [index, { time, angle }] of recent.entries()) {
    const next = recent[index + 1];
    if (time <= doneUntil) continue;
    const reach = next === undefined ? null : reachOf(time - (recent[index - 1]?.time ?? time), next.time - time);
    if (reach === null || now - time < reach - TINY) break;
    doneUntil = time;
    if (angle === null) continue;
    const near = recent.filter((frame) => frame.angle !== null && Math.abs(frame.time - time) <= reach + TINY);
    const middle = near.length < FEWEST_SAMPLES ? null : median(near.flatMap((frame) => frame.angle ?? []));
    if (middle !== null)
      stretches = withStretch(stretches, { end: time, median: middle, sd: median(near.map(({ sd }) => sd)) ?? 0 });
  }
  return { ...tracker, stretches, doneUntil };
}

/** In each stretch of this length only the largest median is kept. */
const KEPT_EVERY: Seconds = 0.25;

function withStretch(stretches: readonly Stretch[], stretch: Stretch): readonly Stretch[] {
  const last = stretches.at(-1);
  const isSame = last !== undefined && Math.floor(last.end / KEPT_EVERY) === Math.floor(stretch.end / KEPT_EVERY);
  if (!isSame) return [...stretches, stretch];
  return stretch.median > last.median ? [...stretches.slice(0, -1), stretch] : stretches;
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
