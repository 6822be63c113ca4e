import type { Degrees, Seconds, Side } from '../../instrument/geometry/units.ts';
import { bestOf, isWatched } from '../progress/best-range.ts';
import type { RobustSample } from '../progress/robust-series.ts';
import type { EndTime, RangeSummary } from './set-record.ts';

/** A hip within this distance of its best clean range of the set is at its end: about the least change that can be told. */
const END_ZONE: Degrees = 5;
/** One sample stands for at most this much time, so that a gap in the picture does not count. */
const LONGEST_SAMPLE: Seconds = 0.5;

/** One round of a hip: its range, and the samples that are clean. */
export interface CleanRound {
  readonly range: RangeSummary;
  readonly samples: readonly RobustSample[];
}

const timeAbove = (samples: readonly RobustSample[], floor: Degrees): Seconds =>
  samples.reduce((sum, { time, angle }, index) => {
    const next = samples[index + 1];
    return angle < floor || next === undefined ? sum : sum + Math.min(LONGEST_SAMPLE, next.time - time);
  }, 0);

/**
 * How long each hip was near its best clean range of the set, in seconds with no flag. Left out: a hip without a range, or
 * without a watched pelvis, of which nobody knows whether the range was the hip's own.
 * @param bends the drill works on hip flexion, in which the pelvis moves with the hip
 */
export function endTimes(rounds: readonly CleanRound[], bends: boolean): readonly EndTime[] {
  return (['left', 'right'] as const).flatMap((side: Side): EndTime[] => {
    const own = rounds.filter(({ range }) => range.side === side && (bends || isWatched(range)));
    const best = bestOf(own.map(({ range }) => range))?.clean ?? null;
    if (best === null) return [];
    return [{ side, seconds: own.reduce((sum, { samples }) => sum + timeAbove(samples, best - END_ZONE), 0) }];
  });
}
