import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';
import { coach as english } from '../../i18n/en/coach.ts';
import type { CoachWords } from '../../i18n/words.ts';
import type { RepDefinition } from '../drill-definition.ts';
import type { RepRecord } from '../record/set-record.ts';

/** One smoothed sample of a repetition; up is towards its second end. */
export interface RepSample {
  readonly time: Seconds;
  readonly angle: Degrees;
}

/** A whole repetition as it was recorded. */
export interface RepTrace {
  readonly samples: readonly RepSample[];
  readonly low: RepSample;
  readonly high: RepSample;
  /** When a red flag was last on. */
  readonly redAt: Seconds | null;
  /** True: out of sight for a while. */
  readonly unseen: boolean;
}

/** An end counts as held while the leg stays this near to it. */
export const HOLD_BAND: Degrees = 4.5;
/** A leg this near to neutral has left it or come back to it. */
const REFERENCE_POSE_BAND: Degrees = 3;
/** The share of a hold that is enough: nobody counts seconds exactly. */
const HOLD_ENOUGH = 0.75;
/** One sample stands for no more than this much time. */
const LONGEST_STEP: Seconds = 0.25;

/** Seconds spent near an end so far, or null when the leg is not there now. */
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

/** Turns a trace into the record of the repetition, with the reason why it does not count. */
export function judgeRep(definition: RepDefinition, trace: RepTrace, words: CoachWords = english): RepRecord {
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

/** The last moment near neutral on the way to the first end; without a first end, the last one before the rise. */
function startOf(before: readonly RepSample[], low: RepSample, hasFirstEnd: boolean): Seconds {
  const leaving = hasFirstEnd
    ? before.filter((sample) => sample.time <= low.time && sample.angle > -REFERENCE_POSE_BAND)
    : before.filter((sample) => sample.angle < low.angle + REFERENCE_POSE_BAND);
  return (leaving.at(-1) ?? before[0] ?? low).time;
}

/** The middle of the stay at the far end: its single highest sample is chance. */
function middleNear(samples: readonly RepSample[], end: RepSample): Seconds {
  const near = samples.filter((sample) => isNear(sample, end));
  return ((near[0] ?? end).time + (near.at(-1) ?? end).time) / 2;
}

/** A flag comes before what was out of sight: what is flagged may be the very thing that hid it. */
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
