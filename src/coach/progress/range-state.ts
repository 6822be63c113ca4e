import type { BySide, Degrees, Estimate, Seconds, Side } from '../../instrument/geometry/units.ts';
import { LONGEST_FRAME } from '../record/frame-time.ts';
import type { EndReason, FlagRecord, RepRecord } from '../record/set-record.ts';
import type { RangeSample, Span } from './clean-range.ts';
import { endRange, freshRange, type RangeTracker, trackRange } from './range-tracker.ts';
import type { SuspectGain } from './suspect-gain.ts';

/**
 * What the summary of a set knows at its end, while the set runs: the medians of both hips, and what speaks against some of them. So
 * the same rule (`clean-range.ts`) finds the same range.
 */
export interface RangeSoFar {
  readonly hips: BySide<RangeTracker>;
  readonly flags: readonly FlagRecord[];
  readonly gains: readonly (SuspectGain & RoundOfHip)[];
  /** When the person was out of position. The last one has no end while it lasts. */
  readonly out: readonly Span[];
  /** Of a movement sequence. */
  readonly reps: readonly RepRecord[];
  readonly poses: readonly Seconds[];
  /** The newest frame, and the round (`sideAndRound`) for whose pelvis it stands; null: the pelvis was not seen in it. */
  readonly last: { readonly time: Seconds; readonly watchedIn: string | null } | null;
  /** For how long the pelvis was watched, by round. */
  readonly watched: Readonly<Record<string, Seconds>>;
  readonly ended: EndReason | null;
  readonly found: BySide<Found>;
}

export interface RoundOfHip {
  readonly side: Side;
  readonly round: number;
}

/** What was found in the samples of a hip. */
export interface Found {
  /** How many of them were looked at, and up to which time they may be. */
  readonly samples: number;
  readonly until: Seconds;
  /** What decided which of them count (`groundKeys`). When it changes, all of them are looked at again. */
  readonly ground: readonly unknown[];
  readonly best: Readonly<Record<number, RangeSample>>;
}

export const NOTHING: Found = { samples: 0, until: Number.NEGATIVE_INFINITY, ground: [], best: {} };

export const freshRangeSoFar: RangeSoFar = {
  hips: { left: freshRange, right: freshRange },
  flags: [],
  gains: [],
  out: [],
  reps: [],
  poses: [],
  last: null,
  watched: {},
  ended: null,
  found: { left: NOTHING, right: NOTHING },
};

interface SeenFrame {
  readonly time: Seconds;
  readonly angle: BySide<Estimate<Degrees> | null>;
  readonly isOut: boolean;
  readonly watchedIn: string | null;
}

export function addFrame(range: RangeSoFar, { time, angle, isOut, watchedIn }: SeenFrame): RangeSoFar {
  const { last, hips } = range;
  if (last && time < last.time) return range;
  const watched =
    last?.watchedIn == null
      ? range.watched
      : {
          ...range.watched,
          [last.watchedIn]: (range.watched[last.watchedIn] ?? 0) + Math.min(LONGEST_FRAME, time - last.time),
        };
  return {
    ...range,
    hips: { left: trackRange(hips.left, time, angle.left), right: trackRange(hips.right, time, angle.right) },
    out: withOut(range.out, isOut, time, last?.time ?? time),
    last: { time, watchedIn },
    watched,
  };
}

function withOut(out: readonly Span[], isOut: boolean, time: Seconds, before: Seconds): readonly Span[] {
  const last = out.at(-1);
  const lasts = last?.end === Number.POSITIVE_INFINITY;
  if (isOut) return lasts ? out : [...out, { onset: time, end: Number.POSITIVE_INFINITY }];
  return last && lasts ? [...out.slice(0, -1), { ...last, end: before }] : out;
}

/** The hips' samples change: what was found in them does not hold any more. */
export const withHips = (range: RangeSoFar, change: (hip: RangeTracker) => RangeTracker): RangeSoFar => ({
  ...range,
  hips: { left: change(range.hips.left), right: change(range.hips.right) },
  found: { left: { ...range.found.left, ground: [] }, right: { ...range.found.right, ground: [] } },
});

export const endRanges = (range: RangeSoFar, ended: EndReason): RangeSoFar => ({
  ...range,
  hips: { left: endRange(range.hips.left), right: endRange(range.hips.right) },
  ended,
});
