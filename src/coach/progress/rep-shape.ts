import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';
import type { CoachWords } from '../speech/coach-words.ts';
import type { RepDefinition, RepWords, RuleId } from '../drill-definition.ts';
import type { RepRecord } from '../record/set-record.ts';
import { borrowedAt, fallsInto, type SpoiltTimes } from '../rules/range-rules.ts';

/** One smoothed sample of a repetition. Up is towards its second end. */
export interface RepSample {
  readonly time: Seconds;
  readonly angle: Degrees;
  /** How long the trunk looks (`trunkShape`); null: not seen. */
  readonly trunk: number | null;
}

export interface RepTrace {
  readonly samples: readonly RepSample[];
  readonly low: RepSample;
  readonly high: RepSample;
  readonly spoilt: SpoiltTimes;
  /** Time in which the leg was hidden, all gaps together. */
  readonly unseen: Seconds;
  /** How long the trunk looks upright; null: not seen. */
  readonly upright: number | null;
}

/** An end counts as held while the leg is within this distance of it. */
export const HOLD_BAND: Degrees = 4.5;
/** Within this distance the leg is at the reference pose. */
const REFERENCE_POSE_BAND: Degrees = 3;
/**
 * Shares of the amplitude above which these bands do not reach: at a swing of 3° a leg at rest is within 4.5° of its end.
 * From 10° on they change nothing.
 */
const HOLD_SHARE = 0.45;
const REFERENCE_POSE_SHARE = 0.3;
/** This share of the required hold is enough, because people do not count seconds exactly. */
const HOLD_ENOUGH = 0.75;
/** One sample stands for at most this much time. */
export const LONGEST_STEP: Seconds = 0.25;
/** A repetition that was hidden for longer cannot be judged; if it was for more than half of this, its size cannot. */
export const MOST_UNSEEN: Seconds = 0.75;

/** The distance from an end within which it is held, for a swing of this amplitude. */
export const holdBand = (amplitude: Degrees): Degrees => Math.min(HOLD_BAND, HOLD_SHARE * amplitude);

/**
 * Seconds near an end so far; null: the leg is not there now.
 * @param band see `holdBand`
 */
export function holdNear(samples: readonly RepSample[], end: RepSample, now: RepSample, band: Degrees): Seconds | null {
  return Math.abs(now.angle - end.angle) > band ? null : timeNear(samples, end, band);
}

function timeNear(samples: readonly RepSample[], end: RepSample, band: Degrees): Seconds {
  let total = 0;
  for (const [index, sample] of samples.entries()) {
    const before = samples[index - 1];
    if (before === undefined || !isNear(sample, end, band) || !isNear(before, end, band)) continue;
    total += Math.min(LONGEST_STEP, sample.time - before.time);
  }
  return total;
}

const isNear = (sample: RepSample, end: RepSample, band: Degrees): boolean =>
  Math.abs(sample.angle - end.angle) <= band;

/** The record of a repetition, with the reason if it does not count. */
export function judgeRep(definition: RepDefinition, trace: RepTrace, words: CoachWords): RepRecord {
  const { samples, low, high } = trace;
  const before = samples.filter((sample) => sample.time <= high.time);
  const after = samples.filter((sample) => sample.time >= high.time);
  const amplitude = high.angle - low.angle;
  const band = holdBand(amplitude);
  const atRest = Math.min(REFERENCE_POSE_BAND, REFERENCE_POSE_SHARE * amplitude);
  const hasFirstEnd = low.angle < -atRest;
  const first = hasFirstEnd ? timeNear(before, low, band) : 0;
  const second = timeNear(
    samples.filter((sample) => sample.time >= low.time),
    high,
    band,
  );
  const internal = definition.towards === 'internal';
  const start = startOf(before, low, hasFirstEnd, atRest);
  const end = (after.find((sample) => sample.angle <= atRest) ?? after.at(-1) ?? high).time;
  const swing = samples.filter(({ time }) => time >= low.time && time <= end);
  const rep = {
    start,
    turn: Math.min(end, Math.max(start, middleNear(swing, high, band))),
    end,
    amplitude,
    holdInternal: internal ? second : first,
    holdExternal: internal ? first : second,
  };
  const why = whyNot(definition, rep, trace, words);
  return { ...rep, good: why === null, why };
}

/** The last moment near the reference pose before the first end; without a first end: before the rise. */
function startOf(before: readonly RepSample[], low: RepSample, hasFirstEnd: boolean, atRest: Degrees): Seconds {
  const leaving = hasFirstEnd
    ? before.filter((sample) => sample.time <= low.time && sample.angle > -atRest)
    : before.filter((sample) => sample.angle < low.angle + atRest);
  return (leaving.at(-1) ?? before[0] ?? low).time;
}

/** The middle of the time near the end, because the time of the highest sample is arbitrary. */
function middleNear(samples: readonly RepSample[], end: RepSample, band: Degrees): Seconds {
  const near = samples.filter((sample) => isNear(sample, end, band));
  return ((near[0] ?? end).time + (near.at(-1) ?? end).time) / 2;
}

/**
 * A flag is named before a gap in sight, because the compensation may have caused the gap. A hold that the hidden time could have
 * filled was not seen; it was not too short.
 */
function whyNot(
  definition: RepDefinition,
  rep: Pick<RepRecord, 'start' | 'turn' | 'end' | 'holdInternal' | 'holdExternal'> & { readonly amplitude: Degrees },
  trace: RepTrace,
  { swing, notAllSeen }: CoachWords,
): string | null {
  const words = definition.words ?? swing;
  const fault = faultIn(trace.spoilt, rep, words);
  if (fault !== null) return fault;
  const { unseen } = trace;
  if (unseen > MOST_UNSEEN) return notAllSeen;
  if (isUnfolded(definition, rep, trace)) return words.unfolded ?? notAllSeen;
  if (rep.amplitude < definition.minimumAmplitude) return unseen > MOST_UNSEEN / 2 ? notAllSeen : words.small;
  const tooShort = (held: Seconds, asked: Seconds, why: string): string | null => {
    if (held >= HOLD_ENOUGH * asked) return null;
    return held + unseen < HOLD_ENOUGH * asked ? why : notAllSeen;
  };
  return (
    tooShort(rep.holdExternal, definition.holdExternal, words.shortExternal) ??
    tooShort(rep.holdInternal, definition.holdInternal, words.shortInternal)
  );
}

/** What spoilt the repetition: a part that helped along, then what the drill has words for. */
function faultIn(
  spoilt: SpoiltTimes,
  { start, end }: Pick<RepRecord, 'start' | 'end'>,
  words: RepWords,
): string | null {
  if ((borrowedAt(spoilt) ?? -Infinity) >= start) return words.flagged;
  const was = (rule: RuleId): boolean => {
    const flag = spoilt[rule];
    return flag !== undefined && fallsInto({ onset: flag.onset, end: flag.until }, { start, end });
  };
  if (was('past-limit') && words.pastLimit !== undefined) return words.pastLimit;
  if (was('grip') && words.gripped !== undefined) return words.gripped;
  return was('too-fast') && words.thrown !== undefined ? words.thrown : null;
}

/** Whether the trunk was plainly upright in the middle of the leg's way up, where the drill asks for a fold. */
function isUnfolded(
  { fold }: RepDefinition,
  { start, turn }: Pick<RepRecord, 'start' | 'turn'>,
  { samples, upright }: RepTrace,
): boolean {
  if (fold === undefined || upright === null) return false;
  const onTheWay = samples.filter(({ time }) => time >= start && time <= turn).flatMap(({ trunk }) => trunk ?? []);
  const middle = onTheWay.toSorted((a, b) => a - b)[Math.floor(onTheWay.length / 2)];
  return middle !== undefined && middle > (1 - fold) * upright;
}
