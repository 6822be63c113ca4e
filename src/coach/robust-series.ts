import { median } from '../body/median.ts';
import type { Degrees, Estimate, Seconds, Side } from '../body/units.ts';
import type { RangeChannel } from './drill-definition.ts';
import { recordedChannel } from './frame-record.ts';
import { FEWEST_SAMPLES, FLAG_LEAD, FLAG_TAIL, ROBUST_WINDOW, WIDEST_WINDOW } from './range-tracker.ts';
import type { FlagRecord, FrameRecord } from './set-record.ts';

/** A valid frame with the median of those around it: what a range may be taken from. */
export interface RobustSample {
  readonly time: Seconds;
  readonly angle: Degrees;
  readonly sd: Degrees;
  /** The median was taken over this much time before and after. */
  readonly reach: Seconds;
}

/** Rounding guard for sums of seconds. */
const TINY: Seconds = 1e-9;

/** The angle of a valid frame that a drill works on. */
export const usable = (frame: FrameRecord, side: Side, channel: RangeChannel): Estimate<Degrees> | null =>
  frame.valid ? recordedChannel(frame, channel, side) : null;

/**
 * Medians around each valid frame, over half a second, or where frames come more rarely over the time that three of them take;
 * frames with too few valid neighbours have none.
 */
export function robustSeries(
  frames: readonly FrameRecord[],
  side: Side,
  channel: RangeChannel,
): RobustSample[] {
  const valid = frames.flatMap((frame, index) => {
    const estimate = usable(frame, side, channel);
    if (estimate === null) return [];
    return [{ time: frame.t, angle: estimate.value, sd: estimate.sd, reach: reachAt(frames, index) }];
  });
  let from = 0;
  return valid.flatMap((sample) => {
    // Never earlier than the widest window of any frame to come, whose own may be narrower.
    while ((valid[from]?.time ?? sample.time) < sample.time - WIDEST_WINDOW / 2 - TINY) from += 1;
    const window: Degrees[] = [];
    for (let index = from; index < valid.length; index += 1) {
      const other = valid[index];
      if (other === undefined || other.time > sample.time + sample.reach + TINY) break;
      if (other.time >= sample.time - sample.reach - TINY) window.push(other.angle);
    }
    const middle = window.length < FEWEST_SAMPLES ? null : median(window);
    return middle === null ? [] : [{ ...sample, angle: middle }];
  });
}

/** As far as the farther of the two frames beside this one, valid or not, within the limits. */
function reachAt(frames: readonly FrameRecord[], index: number): Seconds {
  const time = frames[index]?.t ?? 0;
  const before = time - (frames[index - 1]?.t ?? time);
  const after = (frames[index + 1]?.t ?? time) - time;
  return Math.min(WIDEST_WINDOW / 2, Math.max(ROBUST_WINDOW / 2, before, after));
}

/** True when a sample, or what its median was taken from, lies inside a flag, its run-up or the margin on either side. */
export const reachesInto = ({ time, reach }: RobustSample, flag: FlagRecord): boolean =>
  time >= flag.onset - Math.max(FLAG_LEAD, reach + TINY) &&
  time <= flag.end + Math.max(FLAG_TAIL, reach + TINY);

export const largest = (samples: readonly RobustSample[]): RobustSample | null =>
  samples.reduce<RobustSample | null>(
    (best, sample) => (best === null || sample.angle > best.angle ? sample : best),
    null,
  );
