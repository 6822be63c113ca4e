import type { RangeChannel } from '../drill-definition.ts';
import type { SuspectGain } from './suspect-gain.ts';
import {
  type EndReason,
  type FlagRecord,
  type FrameRecord,
  LONGEST_FRAME,
  type PhaseRecord,
  type RangeSummary,
  type RepRecord,
} from '../record/set-record.ts';
import { channelOf } from '../rules/judged-reading.ts';
import { median } from '../../instrument/geometry/statistics.ts';
import {
  band90,
  type BySide,
  type Degrees,
  type Estimate,
  type Seconds,
  type Side,
  WIDEST_BAND,
} from '../../instrument/geometry/units.ts';
import type { ReferencePoseQuality } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';

/** Under this key of `FrameRecord.unseen` stands why the angle of the drill has no number although the leg is seen. */
export const NO_NUMBER = 'range';

/** Why the place of the laptop gives no number, however narrow the band of a moment is; null: it gives one. */
export const placeWithoutNumber = (quality: ReferencePoseQuality | undefined): Reason | null =>
  quality?.withoutNumber ? whyTooWide(quality.view) : null;

/** Whether the band of an angle, or of a range, is too wide to be told as a number. */
export const saysNothing = ({ sd }: Pick<Estimate<Degrees>, 'sd'>): boolean => band90(sd) > WIDEST_BAND;

/**
 * Beyond this half-width of the 90 % band an angle is told as a coarse value: "about 20°, give or take 10". The minimal detectable
 * change is then more than twice that of an inclinometer (5.4°).
 */
const EXACT_UP_TO: Degrees = 8;
const COARSE_STEP: Degrees = 5;

/** Whether an angle is told as a coarse value, if at all. */
export const isCoarse = (sd: Degrees | null): boolean => sd !== null && band90(sd) > EXACT_UP_TO;

export const coarsely = (angle: Degrees): Degrees => COARSE_STEP * Math.round(angle / COARSE_STEP);

/** Whether an angle is within its own measuring error (90 %), so that it cannot be told from no movement. */
export const isWithinError = ({ value, sd }: Estimate<Degrees>): boolean => Math.abs(value) <= band90(sd);

/** Whether a range is within its own measuring error and the pelvis added nothing. False where the error is not known. */
export const isTooSmall = ({ clean, sd, borrowed }: Pick<RangeSummary, 'clean' | 'sd' | 'borrowed'>): boolean =>
  clean !== null && sd !== null && isWithinError({ value: clean, sd }) && Math.round(borrowed ?? 0) <= 0;

export interface ToldAngle {
  readonly kind: 'exact' | 'coarse';
  readonly value: Degrees;
  /** Half of the 90 % band: at least 1°, since no camera measures better. Of a coarse value rounded up to 5°. */
  readonly band: Degrees;
}

/** How an angle is told on screens, by the voice and in reports. Null: not at all, since its band says nothing. */
export function toldAngle({ value, sd }: Estimate<Degrees>): ToldAngle | null {
  if (saysNothing({ sd })) return null;
  const band = band90(sd);
  if (!isCoarse(sd)) return { kind: 'exact', value: Math.round(value), band: Math.max(1, Math.round(band)) };
  return { kind: 'coarse', value: coarsely(value), band: COARSE_STEP * Math.ceil(band / COARSE_STEP) };
}

/** The number alone, as it is told. */
export const toldDegrees = (angle: Estimate<Degrees>): Degrees => toldAngle(angle)?.value ?? Math.round(angle.value);

/**
 * Why a band is that wide: a fair view doubles it, so the place comes first.
 * @param view of the reference pose; absent: not known
 */
export const whyTooWide = (view: 'good' | 'fair' | 'poor' | undefined): Reason =>
  view === undefined || view === 'good' ? 'poor-fit' : 'bad-view';

/** Whether the place gave this frame no number. */
export const isWithoutNumber = ({ unseen }: Pick<FrameRecord, 'unseen'>): boolean => unseen?.[NO_NUMBER] !== undefined;

/**
 * The angle of a valid frame that the drill works on.
 * @returns null: the frame does not count, does not show the angle, or gives no number for it
 */
export const usable = (frame: FrameRecord, side: Side, channel: RangeChannel): Estimate<Degrees> | null =>
  frame.valid && !isWithoutNumber(frame) ? channelOf(frame, channel, side) : null;

/** Whether any hip has a number. Also true if the list is empty: then the drill reads no hip. */
export const hasNumber = (sets: readonly Pick<RangeSummary, 'clean' | 'gross' | 'possible'>[]): boolean =>
  sets.length === 0 || sets.some(({ clean, gross, possible }) => (clean ?? gross ?? possible ?? null) !== null);

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

/**
 * What the summary of a set knows at its end, while the set runs: the medians of both hips, and what speaks against some of them. So
 * the same rule finds the same range.
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
