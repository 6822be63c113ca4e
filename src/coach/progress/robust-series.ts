import { median } from '../../instrument/geometry/statistics.ts';
import type { Degrees, Side } from '../../instrument/geometry/units.ts';
import type { RangeChannel } from '../drill-definition.ts';
import { FEWEST_SAMPLES, type RangeSample, reachOf, TINY, usable, WIDEST_WINDOW } from './clean-range.ts';
import type { FrameRecord } from '../record/set-record.ts';

/** A valid frame with the median of its neighbours. Ranges are taken from these. */
export interface RobustSample extends RangeSample {
  /** The angle in the room: with the measured contribution of the pelvis, or of the back to a flexion. */
  readonly apparent: Degrees;
  /** Whether the whole contribution was measured. */
  readonly contributionKnown: boolean;
}

/**
 * The median around each valid frame, over half a second, or over the time of three frames at low frame rates. Frames
 * with too few valid neighbours are left out.
 */
export function robustSeries(frames: readonly FrameRecord[], side: Side, channel: RangeChannel): RobustSample[] {
  const valid = frames.flatMap((frame, index) => {
    const { t } = frame;
    const estimate = usable(frame, side, channel);
    if (estimate === null) return [];
    const pelvisContribution = channel === 'back-arch' ? null : (frame.lent?.[side] ?? null);
    return [
      {
        time: t,
        angle: estimate.value,
        sd: estimate.sd,
        apparent: estimate.value + (pelvisContribution ?? 0),
        // The contribution of the back is known in some phases only.
        contributionKnown: pelvisContribution !== null && channel === 'hip-internal-rotation',
        // The adjacent frames count whether they are valid or not.
        reach: reachOf(t - (frames[index - 1]?.t ?? t), (frames[index + 1]?.t ?? t) - t),
      },
    ];
  });
  let from = 0;
  const series: RobustSample[] = [];
  for (const sample of valid) {
    // Later frames may have a narrower window, but never a wider one than this.
    while ((valid[from]?.time ?? sample.time) < sample.time - WIDEST_WINDOW / 2 - TINY) from += 1;
    const window: RobustSample[] = [];
    for (let index = from; index < valid.length; index += 1) {
      const other = valid[index];
      if (other === undefined || other.time > sample.time + sample.reach + TINY) break;
      if (other.time >= sample.time - sample.reach - TINY) window.push(other);
    }
    if (window.length < FEWEST_SAMPLES) continue;
    const middle = (of: (other: RobustSample) => Degrees, without: Degrees) => median(window.map(of)) ?? without;
    const angle = middle((other) => other.angle, sample.angle);
    series.push({ ...sample, angle, apparent: middle((other) => other.apparent, sample.apparent) });
  }
  return series;
}

export const largest = (samples: readonly RobustSample[], by: 'angle' | 'apparent' = 'angle'): RobustSample | null =>
  samples.reduce<RobustSample | null>((best, sample) => (best === null || sample[by] > best[by] ? sample : best), null);
