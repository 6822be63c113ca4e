import { median } from '../../instrument/geometry/statistics.ts';
import type { Degrees, Estimate, Seconds } from '../../instrument/geometry/units.ts';
import { FEWEST_SAMPLES, type RangeSample, reachOf, TINY, WIDEST_WINDOW } from './clean-range.ts';

/** A frame; without an angle it counts for the time between frames only. */
interface Frame {
  readonly time: Seconds;
  readonly angle: Estimate<Degrees> | null;
}

/** The medians of one hip, as its frames come in: the same that `robust-series.ts` makes of a whole record. */
export interface RangeTracker {
  readonly samples: readonly RangeSample[];
  readonly recent: readonly Frame[];
  /** Frames up to this time have a median, or get none. */
  readonly doneUntil: Seconds;
}

export const freshRange: RangeTracker = { samples: [], recent: [], doneUntil: Number.NEGATIVE_INFINITY };

/** Feeds one frame. @param angle the valid angle that the drill works on; null: none */
export function trackRange(tracker: RangeTracker, time: Seconds, angle: Estimate<Degrees> | null): RangeTracker {
  const last = tracker.recent.at(-1);
  if (last && time < last.time) return tracker;
  return withMedians({ ...tracker, recent: [...keptFrames(tracker), { time, angle }] }, time);
}

/** The set is over: the last frames have no others to wait for. */
export const endRange = (tracker: RangeTracker): RangeTracker => withMedians(tracker, Number.POSITIVE_INFINITY);

/** What was read in this time does not count, as while the camera moved. */
export const forgetRange = (tracker: RangeTracker, since: Seconds): RangeTracker => ({
  samples: tracker.samples.filter(({ time }) => time <= since),
  recent: tracker.recent.map((frame) => (frame.time > since ? { ...frame, angle: null } : frame)),
  doneUntil: tracker.doneUntil,
});

/** The frames that medians still need: the newest one that has its own, what its window may reach, and all after it. */
const keptFrames = ({ recent, doneUntil }: RangeTracker): readonly Frame[] =>
  recent.filter(({ time }) => time >= doneUntil - 2 * WIDEST_WINDOW);

/** The medians around the frames whose window is complete. */
function withMedians(tracker: RangeTracker, now: Seconds): RangeTracker {
  const { recent } = tracker;
  let { doneUntil } = tracker;
  const added: RangeSample[] = [];
  for (const [index, { time, angle }] of recent.entries()) {
    const next = recent[index + 1]?.time;
    if (time <= doneUntil) continue;
    if (next === undefined && now !== Number.POSITIVE_INFINITY) break;
    const reach = reachOf(time - (recent[index - 1]?.time ?? time), (next ?? time) - time);
    if (now - time < reach - TINY) break;
    doneUntil = time;
    if (angle === null) continue;
    const near = recent.flatMap((frame) =>
      frame.angle !== null && Math.abs(frame.time - time) <= reach + TINY ? [frame.angle.value] : [],
    );
    const middle = near.length < FEWEST_SAMPLES ? null : median(near);
    if (middle !== null) added.push({ time, angle: middle, sd: angle.sd, reach });
  }
  return { ...tracker, doneUntil, samples: added.length > 0 ? [...tracker.samples, ...added] : tracker.samples };
}
