import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';
import type { CoachWords } from '../speech/coach-words.ts';
import type { RepDefinition } from '../drill-definition.ts';
import type { RepRecord } from '../record/set-record.ts';

/** One smoothed sample of a repetition. Up is towards its second end. */
export interface RepSample {
  readonly time: Seconds;
  readonly angle: Degrees;
}

/** A complete repetition. */
export interface RepTrace {
  readonly samples: readonly RepSample[];
  readonly low: RepSample;
  readonly high: RepSample;
  /** When a red flag was last open. */
  readonly redAt: Seconds | null;
  /** True: the leg was hidden for a while. */
  readonly unseen: boolean;
}

/** An end counts as held while the leg is within this distance of it. */
export const HOLD_BAND: Degrees = 4.5;
/** Within this distance the leg is at the reference pose. */
const REFERENCE_POSE_BAND: Degrees = 3;
/** This share of the required hold is enough, because people do not count seconds exactly. */
const HOLD_ENOUGH = 0.75;
/** One sample stands for at most this much time. */
const LONGEST_STEP: Seconds = 0.25;

/** Seconds near an end so far; null: the leg is not there now. */
export function holdNear(samples: readonly RepSample[], end: RepSample, now: RepSample): Seconds | null {
  return Math.abs(now.angle - end.angle) > HOLD_BAND ? null : timeNear(samples, end);
}

function timeNear(samples: readonly RepSample[], end: RepSample): Seconds {
  let total = 0;
  for (const [index, sample] of samples.entries()) {
    const before = samples[index - 1];
    if (before === undefined || !isNear(sample, end) || !isNear(before, end)) continue;
    total += Math.min(LONGEST_STEP, sample.time - before.time);
  }
  return total;
}

const isNear = (sample: RepSample, end: RepSample): boolean => Math.abs(sample.angle - end.angle) <= HOLD_BAND;

/** The record of a repetition, with the reason if it does not count. */
export function judgeRep(definition: RepDefinition, trace: RepTrace, words: CoachWords): RepRecord {
  const { samples, low, high } = trace;
  const before = samples.filter((sample) => sample.time <= high.time);
  const after = samples.filter((sample) => sample.time >= high.time);
  const hasFirstEnd = low.angle < -REFERENCE_POSE_BAND;
  const first = hasFirstEnd ? timeNear(before, low) : 0;
  const second = timeNear(
    samples.filter((sample) => sample.time >= low.time),
    high,
  );
  const internal = definition.towards === 'internal';
  const start = startOf(before, low, hasFirstEnd);
  const end = (after.find((sample) => sample.angle <= REFERENCE_POSE_BAND) ?? after.at(-1) ?? high).time;
  const swing = samples.filter(({ time }) => time >= low.time && time <= end);
  const rep = {
    start,
    turn: Math.min(end, Math.max(start, middleNear(swing, high))),
    end,
    amplitude: high.angle - low.angle,
    holdInternal: internal ? second : first,
    holdExternal: internal ? first : second,
  };
  const why = whyNot(definition, rep, trace, words);
  return { ...rep, good: why === null, why };
}

/**
 * The last moment near the reference pose on the way to the first end. Without a first end: the last moment before the
 * rise.
 */
function startOf(before: readonly RepSample[], low: RepSample, hasFirstEnd: boolean): Seconds {
  const leaving = hasFirstEnd
    ? before.filter((sample) => sample.time <= low.time && sample.angle > -REFERENCE_POSE_BAND)
    : before.filter((sample) => sample.angle < low.angle + REFERENCE_POSE_BAND);
  return (leaving.at(-1) ?? before[0] ?? low).time;
}

/** The middle of the time near the end, because the time of the highest sample is arbitrary. */
function middleNear(samples: readonly RepSample[], end: RepSample): Seconds {
  const near = samples.filter((sample) => isNear(sample, end));
  return ((near[0] ?? end).time + (near.at(-1) ?? end).time) / 2;
}

/** A flag is named before a gap in sight, because the compensation may have caused the gap. */
function whyNot(
  definition: RepDefinition,
  rep: Pick<RepRecord, 'start' | 'amplitude' | 'holdInternal' | 'holdExternal'>,
  trace: RepTrace,
  { swing, notAllSeen }: CoachWords,
): string | null {
  const words = definition.words ?? swing;
  if (trace.redAt !== null && trace.redAt >= rep.start) return words.flagged;
  if (trace.unseen) return notAllSeen;
  if (rep.amplitude < definition.minimumAmplitude) return words.small;
  if (rep.holdExternal < HOLD_ENOUGH * definition.holdExternal) return words.shortExternal;
  if (rep.holdInternal < HOLD_ENOUGH * definition.holdInternal) return words.shortInternal;
  return null;
}
