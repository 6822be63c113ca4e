import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';
import type { EndReason, FlagRecord, PhaseRecord } from '../record/set-record.ts';
import { saysNothing } from './useful-band.ts';

/** Half a second, so that a single frame is never a record. A range is the median over this much time. */
export const ROBUST_WINDOW: Seconds = 0.5;
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
const FLAG_TAIL: Seconds = 0.8;
/** Guards against rounding in sums of seconds. */
export const TINY: Seconds = 1e-9;

/** The median around a frame. */
export interface RangeSample {
  readonly time: Seconds;
  readonly angle: Degrees;
  readonly sd: Degrees;
  /** The median covers this much time before and after. */
  readonly reach: Seconds;
}

/** A time in which nothing counts. */
export type Span = Pick<FlagRecord, 'onset' | 'end'>;

/** What decides which samples of a hip are its clean range in a round: one rule for the running set and for its summary. */
export interface CleanGround {
  readonly pieces: readonly Pick<PhaseRecord, 'start' | 'end'>[];
  /** In a movement sequence only some steps ask for the range. */
  readonly asked: (time: Seconds) => boolean;
  /** Flags of what borrows range, gains that may be the pelvis', and ways out of the position. */
  readonly against: readonly Span[];
}

/** Half the window of a median: it reaches the farther of the two adjacent frames, within the limits. */
export const reachOf = (before: Seconds, after: Seconds): Seconds =>
  Math.min(WIDEST_WINDOW / 2, Math.max(ROBUST_WINDOW / 2, before, after));

/** Whether a sample or the window of its median overlaps a span or the margins around it. */
export const reachesInto = ({ time, reach }: Pick<RangeSample, 'time' | 'reach'>, { onset, end }: Span): boolean =>
  time >= onset - Math.max(FLAG_LEAD, reach + TINY) && time <= end + Math.max(FLAG_TAIL, reach + TINY);

export const isWithin = (time: Seconds, pieces: CleanGround['pieces']): boolean =>
  pieces.some(({ start, end }) => time >= start && time < end);

export const isClean = (sample: RangeSample, { pieces, asked, against }: CleanGround): boolean =>
  isWithin(sample.time, pieces) &&
  asked(sample.time) &&
  !saysNothing(sample) &&
  !against.some((span) => reachesInto(sample, span));

/** A person who ends a set by hand has begun to move before; that much of it is not read as a range. */
const STOPPING: Seconds = 1;
const BY_HAND: ReadonlySet<EndReason | null | undefined> = new Set(['stopped', 'pinch', 'pain', 'numb']);

/** What the end of a set speaks against. @param last time of its last frame; null or absent: there is none */
export const stoppingSpans = (
  ended: EndReason | null | undefined,
  last: Seconds | null | undefined,
): readonly Span[] =>
  typeof last === 'number' && BY_HAND.has(ended) ? [{ onset: last - STOPPING + FLAG_LEAD, end: last }] : [];
