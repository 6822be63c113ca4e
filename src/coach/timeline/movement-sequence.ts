import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';
import { coach as english } from '../../i18n/en/coach.ts';
import type { CoachWords } from '../../i18n/words.ts';
import type { MovementStep, RepDefinition } from '../drill-definition.ts';
import { type LowPass, lowPass } from '../progress/low-pass.ts';
import type { RepRecord } from '../record/set-record.ts';

/** Light smoothing that costs little at the ends of a slow swing, Hz. */
const SWING_CUTOFF = 3;
/** A movement is over when this share of its way out is left. */
const RETURN_SHARE = 0.35;
/** The alarm of a movement that is over may go on for this long. */
const ALARM_TAIL: Seconds = 0.8;
/** Nobody moves a leg there and back in less. */
const SHORTEST: Seconds = 1;
/** Unseen for longer than this, the angle starts anew. */
const UNSEEN_LIMIT: Seconds = 1;

interface Sample {
  readonly time: Seconds;
  /** Turned so that the step's direction is up. */
  readonly angle: Degrees;
}

/** Where a sequence stands: one direction after the other, round and round. */
export interface SequenceWatch {
  /** Steps done or passed over so far. */
  readonly count: number;
  /** When the present one began; null: before the first reading or tick of the phase. */
  readonly since: Seconds | null;
  readonly smooth: LowPass | null;
  /** From where the movement left, and how far it has gone. */
  readonly low: Sample | null;
  readonly high: Sample | null;
}

export const freshSequence: SequenceWatch = { count: 0, since: null, smooth: null, low: null, high: null };

export interface SequenceTurn {
  readonly watch: SequenceWatch;
  readonly rep: RepRecord | null;
}

export const stepAt = (steps: readonly MovementStep[], count: number): MovementStep | null =>
  steps[count % Math.max(1, steps.length)] ?? null;

const next = ({ count }: SequenceWatch, time: Seconds): SequenceWatch => ({
  ...freshSequence,
  count: count + 1,
  since: time,
});

/** Passes over a step that has had its time without being seen: nobody is kept waiting. */
export function passStep(steps: readonly MovementStep[], watch: SequenceWatch, time: Seconds): SequenceWatch {
  if (watch.since === null) return { ...watch, since: time };
  const step = stepAt(steps, watch.count);
  return step !== null && time - watch.since >= step.longest ? next(watch, time) : watch;
}

/**
 * Feeds one sample of the angle that the present step works on. The movement counts once it has gone out by the step's least
 * amplitude and most of the way back, wherever it began: only the way out and back is believed, not the place.
 * @param angle change from neutral; null: not known now
 * @param redAt when a red flag was last on, or null: a movement with one does not count
 */
export function stepSequence(
  definition: RepDefinition,
  watch: SequenceWatch,
  time: Seconds,
  angle: Degrees | null,
  redAt: Seconds | null,
  words: CoachWords = english,
): SequenceTurn {
  const step = stepAt(definition.sequence ?? [], watch.count);
  const last = watch.smooth;
  if (step === null || angle === null || (last !== null && time <= last.time)) return { watch, rep: null };
  const up = step.towards === 'more' ? angle : -angle;
  const smooth = lowPass(last !== null && time - last.time > UNSEEN_LIMIT ? null : last, up, time, SWING_CUTOFF);
  const now: Sample = { time, angle: smooth.value };
  const since = watch.since ?? time;
  const { low, high } = watch;
  if (low === null || high === null || now.angle <= low.angle) {
    // Still going the other way: a movement that is under way is not begun anew by a dip below where it left.
    if (!isUnderWay(step, watch)) return { watch: { ...watch, since, smooth, low: now, high: now }, rep: null };
  }
  const top = high !== null && high.angle >= now.angle ? high : now;
  const from = low ?? now;
  if (!isBack(step, from.angle, top.angle, now.angle))
    return { watch: { ...watch, since, smooth, low: from, high: top }, rep: null };
  // There and back so fast is a slip of the reading.
  if (time - from.time < SHORTEST) return { watch: { ...watch, since, smooth, low: now, high: now }, rep: null };
  return {
    watch: next(watch, time),
    rep: repOf(definition.words?.flagged ?? words.trunkMoved, step, [from, top, now], redAt),
  };
}

/**
 * How far out the movement went: from neutral, if the movement before had not quite come back to it. A rotation counts from
 * where it began: it is read on a lifted thigh, whose zero is not that of the start.
 */
const wayOut = ({ channel }: MovementStep, from: Degrees, top: Degrees): Degrees =>
  top - (channel === 'hip-internal-rotation' ? from : Math.max(from, Math.min(0, top)));

/** Whether the movement of the present step has gone out far enough to be one. */
export const isUnderWay = (step: MovementStep, { low, high }: SequenceWatch): boolean =>
  low !== null && high !== null && wayOut(step, low.angle, high.angle) >= step.minimumAmplitude;

/** Back most of the way that it went out. */
function isBack(step: MovementStep, from: Degrees, top: Degrees, now: Degrees): boolean {
  const way = wayOut(step, from, top);
  return way >= step.minimumAmplitude && now <= top - (1 - RETURN_SHARE) * way;
}

function repOf(
  whyFlagged: string,
  step: MovementStep,
  [from, top, now]: readonly [Sample, Sample, Sample],
  redAt: Seconds | null,
): RepRecord {
  const flagged = redAt !== null && redAt >= from.time + ALARM_TAIL;
  return {
    start: from.time,
    turn: top.time,
    end: now.time,
    amplitude: wayOut(step, from.angle, top.angle),
    holdInternal: 0,
    holdExternal: 0,
    good: !flagged,
    why: flagged ? whyFlagged : null,
    step: step.id,
  };
}
