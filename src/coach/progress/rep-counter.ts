import type { RepDefinition, RepWords, RuleId } from '../drill-definition.ts';
import { lowPass, type LowPass } from './angle-display.ts';
import type { RepRecord } from '../record/set-record.ts';
import { borrowedAt, fallsInto, type SpoiltTimes } from '../rules/range-rules.ts';
import type { CoachWords } from '../speech/coach-words.ts';
import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';

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
const HOLD_BAND: Degrees = 4.5;
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
const LONGEST_STEP: Seconds = 0.25;
/** A repetition that was hidden for longer cannot be judged; if it was for more than half of this, its size cannot. */
const MOST_UNSEEN: Seconds = 0.75;

/** The distance from an end within which it is held, for a swing of this amplitude. */
const holdBand = (amplitude: Degrees): Degrees => Math.min(HOLD_BAND, HOLD_SHARE * amplitude);

/**
 * Seconds near an end so far; null: the leg is not there now.
 * @param band see `holdBand`
 */
function holdNear(samples: readonly RepSample[], end: RepSample, now: RepSample, band: Degrees): Seconds | null {
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
function judgeRep(definition: RepDefinition, trace: RepTrace, words: CoachWords): RepRecord {
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

/** Cutoff of the low-pass on the angle, Hz. It costs less than 3° at the ends of a slow swing. */
const SWING_CUTOFF = 3;
/** Counting begins when the leg is this near to the reference pose, so that getting into position is not counted. */
const START_BAND: Degrees = 12;
/**
 * Share of the fidget amplitude. A reversal counts once the leg has gone back by it, or by as much of the smallest
 * amplitude of a drill that has no fidget amplitude of its own: 0.35 of the smallest, 0.7 of half of it.
 */
const TURN_SHARE = 0.7;
/**
 * A movement shorter than this share of the required hold is an error of the reading or fidgeting, and no repetition.
 */
const SLIP_SHARE = 0.4;
/** A leg below this share of the smallest amplitude does not hold a small lift. */
const LIFTED_SHARE = 0.6;
/** A repetition is over when this share of its swing is left, from the reference pose or from its other end. */
const RETURN_SHARE = 0.25;
/** After a longer gap the low-pass starts again. A gap this long means a hidden leg, even with a slow camera. */
const UNSEEN_LIMIT: Seconds = 1;
/** How long the samples of a repetition are kept. */
const MEMORY: Seconds = 60;

/** Before the reference pose is reached; on the way to the first end; on the way to the second and back. */
type Stage = 'waiting' | 'first-end' | 'second-end';

/** Where the leg is: on the way to an end, at it, or on the way back from the second one. */
export type RepPart = 'first' | 'first-hold' | 'second' | 'second-hold' | 'back';

export interface RepCounter {
  readonly stage: Stage;
  /** Null: before the first sample. */
  readonly part: RepPart | null;
  readonly smooth: LowPass | null;
  /** Samples of the present repetition. Angles are signed so that the second end is up. */
  readonly samples: readonly RepSample[];
  readonly low: RepSample | null;
  readonly high: RepSample | null;
  /** Time of this repetition in which the leg was hidden, all gaps together. */
  readonly unseen: Seconds;
  /** Whether a picture has shown no leg since the last sample. */
  readonly missed: boolean;
  /** How long the present end has been held; null: on the way. */
  readonly hold: Seconds | null;
  /** How long the trunk looked at its longest; null: not seen yet. */
  readonly upright: number | null;
  readonly good: number;
  readonly all: number;
}

export const freshCounter: RepCounter = {
  stage: 'waiting',
  part: null,
  smooth: null,
  samples: [],
  low: null,
  high: null,
  unseen: 0,
  missed: false,
  hold: null,
  upright: null,
  good: 0,
  all: 0,
};

/** What one reading shows of a repetition: changes from the reference pose. */
export interface RepReading {
  readonly rotation: Degrees;
  /** The second channel of a drill with `RepDefinition.either`; null: hidden. */
  readonly either: Degrees | null;
  /** How long the trunk looks (`trunkShape`); null: not seen. */
  readonly trunk: number | null;
}

export interface RepStep {
  readonly counter: RepCounter;
  readonly rep: RepRecord | null;
  /** The end that has just been held long enough; it gets a sound. */
  readonly held: 'first' | 'second' | null;
}

/**
 * Feeds one valid sample of the hip (change from the reference pose). A repetition goes from the
 * reference pose to one end, to the other end and back. A reversal counts only after a clear way back, so that
 * trembling is not counted.
 * @param spoilt a repetition in which such a flag was open does not count
 */
export function stepReps(
  definition: RepDefinition,
  counter: RepCounter,
  time: Seconds,
  reading: RepReading,
  spoilt: SpoiltTimes,
  words: CoachWords,
): RepStep {
  const last = counter.smooth;
  if (last !== null && time <= last.time) return { counter, rep: null, held: null };
  const up = upwards(definition, reading);
  const gap = last === null ? 0 : time - last.time;
  const smooth = lowPass(gap > UNSEEN_LIMIT ? null : last, up, time, SWING_CUTOFF);
  const trunk = reading.trunk;
  const sample: RepSample = { time, angle: smooth.value, trunk };
  const grown: RepCounter = {
    ...counter,
    smooth,
    samples: [...counter.samples.filter((old) => time - old.time < MEMORY), sample],
    // A slow camera leaves gaps too, but no picture without the leg.
    unseen: counter.unseen + Math.max(0, gap - (counter.missed ? LONGEST_STEP : UNSEEN_LIMIT)),
    missed: false,
    upright: seeUpright(counter, trunk).upright,
  };
  const step = stepStage(definition, grown, sample, { spoilt, words });
  return { ...step, counter: { ...step.counter, part: partNow(definition, counter.part, step, sample) } };
}

function stepStage(definition: RepDefinition, counter: RepCounter, sample: RepSample, judging: Judging): RepStep {
  switch (counter.stage) {
    case 'waiting':
      return still(Math.abs(sample.angle) <= START_BAND ? restart(counter, sample) : { ...counter, samples: [] });
    case 'first-end':
      return stepFirstEnd(definition, counter, sample);
    case 'second-end':
      return stepSecondEnd(definition, counter, sample, judging);
  }
}

/** A leg at its farthest point has arrived there if it moves by less than this in so long. */
const ARRIVED: { readonly within: Degrees; readonly for: Seconds } = { within: 2, for: 0.4 };
/** An end that need not be held is left after a breath. */
const BREATH: Seconds = 2;

/** The part of the repetition, from the part before and what the sample has changed. */
function partNow(
  definition: RepDefinition,
  before: RepPart | null,
  { counter: { stage, hold, high, samples }, rep }: RepStep,
  sample: RepSample,
): RepPart {
  const begins: RepPart = firstHold(definition) > 0 ? 'first' : 'second';
  const last = samples.findLast(({ time }) => sample.time - time >= ARRIVED.for);
  const arrived = hold !== null && last !== undefined && Math.abs(sample.angle - last.angle) < ARRIVED.within;
  if (rep !== null || stage === 'waiting') return begins;
  if (stage === 'first-end') {
    if (begins === 'second') return begins;
    if (hold !== null && hold >= firstHold(definition)) return 'second';
    if (arrived) return 'first-hold';
    return before === null || before === 'back' || before === 'second-hold' ? begins : before;
  }
  const turns = high !== null && high.angle - sample.angle > TURN_SHARE * fidgetOf(definition);
  if (before === 'back' || (turns && before !== 'first')) return 'back';
  if (before !== 'second' && before !== 'second-hold') return 'second';
  if (before === 'second-hold' && hold !== null && hold >= (secondHold(definition) || BREATH)) return 'back';
  return arrived ? 'second-hold' : before;
}

/** A picture shows no leg that can be read. */
export const missReps = (counter: RepCounter): RepCounter => (counter.missed ? counter : { ...counter, missed: true });

/** Keeps how long the trunk looked at its longest. @param trunk `trunkShape`; null: not seen */
export const seeUpright = (counter: RepCounter, trunk: number | null): RepCounter =>
  trunk === null ? counter : { ...counter, upright: Math.max(counter.upright ?? trunk, trunk) };

/** The change of the leg, signed so that the second end is up. Of two channels that may do it the larger one counts. */
function upwards({ towards }: RepDefinition, { rotation, either }: RepReading): Degrees {
  const up = towards === 'internal' ? rotation : -rotation;
  return Math.max(up, either ?? up);
}

const fidgetOf = ({ fidget, minimumAmplitude }: RepDefinition): Degrees => fidget ?? minimumAmplitude / 2;

/** What decides whether a repetition counts, apart from its shape; and the words that say why not. */
interface Judging {
  readonly spoilt: SpoiltTimes;
  readonly words: CoachWords;
}

const still = (counter: RepCounter): RepStep => ({ counter, rep: null, held: null });

/** Begins the next repetition at this sample. */
const restart = (counter: RepCounter, sample: RepSample): RepCounter => ({
  ...counter,
  stage: 'first-end',
  samples: [sample],
  low: sample,
  high: null,
  unseen: 0,
  hold: null,
});

function stepFirstEnd(definition: RepDefinition, counter: RepCounter, sample: RepSample): RepStep {
  const low = counter.low === null || sample.angle < counter.low.angle ? sample : counter.low;
  if (unseenWhileWaiting(definition, counter, sample)) return still(restart(counter, sample));
  if (sample.angle > low.angle + TURN_SHARE * fidgetOf(definition)) {
    return still({ ...counter, low, high: sample, stage: 'second-end', hold: null });
  }
  const away = low.angle < -fidgetOf(definition);
  const hold = away ? holdNear(counter.samples, low, sample, HOLD_BAND) : null;
  const held = passes(counter.hold, hold, firstHold(definition)) ? 'first' : null;
  return { counter: { ...counter, low, hold }, rep: null, held };
}

/**
 * The leg was hidden for a while, is near the reference pose and never left it before: the next repetition begins here.
 */
const unseenWhileWaiting = (definition: RepDefinition, counter: RepCounter, sample: RepSample): boolean =>
  counter.unseen > MOST_UNSEEN &&
  (counter.low?.angle ?? 0) > -fidgetOf(definition) &&
  Math.abs(sample.angle) < TURN_SHARE * fidgetOf(definition);

function stepSecondEnd(definition: RepDefinition, counter: RepCounter, sample: RepSample, judging: Judging): RepStep {
  const low = counter.low ?? sample;
  const high = counter.high === null || sample.angle > counter.high.angle ? sample : counter.high;
  const share = definition.returnShare ?? RETURN_SHARE;
  const back = Math.max(share * high.angle, low.angle + share * (high.angle - low.angle));
  const turned = high.angle - sample.angle > TURN_SHARE * fidgetOf(definition);
  if (turned && sample.angle <= back) return finish(definition, { ...counter, low, high }, sample, judging);
  // A resting leg that moves by a few degrees holds nothing, and its rest does not count for the lift that follows. If
  // the first end need not be held, the movement begins at the reference pose even if a reading was below it.
  const from = firstHold(definition) > 0 ? low.angle : Math.max(0, low.angle);
  const { minimumAmplitude } = definition;
  const least = from + Math.max(minimumAmplitude - HOLD_BAND, LIFTED_SHARE * minimumAmplitude);
  const lifted = counter.samples.filter(({ angle }) => angle >= least);
  const hold = sample.angle >= least ? holdNear(lifted, high, sample, holdBand(high.angle - from)) : null;
  const held = passes(counter.hold, hold, secondHold(definition)) ? 'second' : null;
  return { counter: { ...counter, high, hold }, rep: null, held };
}

function finish(
  definition: RepDefinition,
  counter: RepCounter,
  sample: RepSample,
  { spoilt, words }: Judging,
): RepStep {
  const { low, high, samples, unseen, upright } = counter;
  const next = restart(counter, sample);
  if (low === null || high === null) return still(next);
  if (high.angle - low.angle < fidgetOf(definition)) return still(next);
  const rep = judgeRep(definition, { samples, low, high, spoilt, upright, unseen }, words);
  if (rep.end - rep.start < SLIP_SHARE * definition.holdInternal) return still(next);
  return {
    counter: { ...next, all: next.all + 1, good: next.good + (rep.good ? 1 : 0) },
    rep,
    held: null,
  };
}

/** A repetition towards internal rotation goes to the external end first. */
export const firstHold = (definition: RepDefinition): Seconds =>
  definition.towards === 'internal' ? definition.holdExternal : definition.holdInternal;

export const secondHold = (definition: RepDefinition): Seconds =>
  definition.towards === 'internal' ? definition.holdInternal : definition.holdExternal;

const passes = (before: Seconds | null, now: Seconds | null, goal: Seconds): boolean =>
  now !== null && now >= goal && (before ?? 0) < goal;
