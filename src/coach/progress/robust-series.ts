import { median } from '../../instrument/geometry/median.ts';
import type { Degrees, Estimate, Seconds, Side } from '../../instrument/geometry/units.ts';
import type { RangeChannel } from '../drill-definition.ts';
import { recordedChannel } from '../record/frame-record.ts';
import { FEWEST_SAMPLES, FLAG_LEAD, FLAG_TAIL, ROBUST_WINDOW, WIDEST_WINDOW } from './range-tracker.ts';
import type { FlagRecord, FrameRecord } from '../record/set-record.ts';

/** A valid frame with the median of those around it: what a range may be taken from. */
export interface RobustSample {
  readonly time: Seconds;
  readonly angle: Degrees;
  readonly sd: Degrees;
  /** The angle as the room sees it, with what the pelvis, or to a bend the back, was measured to lend. */
  readonly apparent: Degrees;
  /** Whether all that may be lent was measured. */
  readonly contributionKnown: boolean;
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
export function robustSeries(frames: readonly FrameRecord[], side: Side, channel: RangeChannel): RobustSample[] {
  const valid = frames.flatMap((frame, index) => {
    const estimate = usable(frame, side, channel);
    if (estimate === null) return [];
    const pelvisContribution = channel === 'back-arch' ? null : (frame.lent?.[side] ?? null);
    return [
      {
        time: frame.t,
        angle: estimate.value,
        sd: estimate.sd,
        apparent: estimate.value + (pelvisContribution ?? 0),
        // What a back lends is known in some phases only.
        contributionKnown: pelvisContribution !== null && channel === 'hip-internal-rotation',
        reach: reachAt(frames, index),
      },
    ];
  });
  let from = 0;
  return valid.flatMap((sample) => {
    // Never earlier than the widest window of any frame to come, whose own may be narrower.
    while ((valid[from]?.time ?? sample.time) < sample.time - WIDEST_WINDOW / 2 - TINY) from += 1;
    const window: RobustSample[] = [];
    for (let index = from; index < valid.length; index += 1) {
      const other = valid[index];
      if (other === undefined || other.time > sample.time + sample.reach + TINY) break;
      if (other.time >= sample.time - sample.reach - TINY) window.push(other);
    }
    if (window.length < FEWEST_SAMPLES) return [];
    const middle = (of: (other: RobustSample) => Degrees, without: Degrees) => median(window.map(of)) ?? without;
    const angle = middle((other) => other.angle, sample.angle);
    return [{ ...sample, angle, apparent: middle((other) => other.apparent, sample.apparent) }];
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
  time >= flag.onset - Math.max(FLAG_LEAD, reach + TINY) && time <= flag.end + Math.max(FLAG_TAIL, reach + TINY);

export const largest = (samples: readonly RobustSample[], by: 'angle' | 'apparent' = 'angle'): RobustSample | null =>
  samples.reduce<RobustSample | null>((best, sample) => (best === null || sample[by] > best[by] ? sample : best), null);
