import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';
import type { CoachWords } from '../speech/coach-words.ts';
import type { MovementStep, RepDefinition } from '../drill-definition.ts';
import { lowPass, type LowPass } from './angle-display.ts';
import type { RepRecord } from '../record/set-record.ts';
import { ALARM_TAIL } from '../rules/range-rules.ts';

/** Cutoff of the low-pass on the angle, Hz. It costs little at the ends of a slow swing. */
const SWING_CUTOFF = 3;
/** A movement is over when this share of its way out is left. */
const RETURN_SHARE = 0.35;
/** A movement out and back that takes less time is an error of the reading. */
const SHORTEST: Seconds = 1;
/** After a longer gap the filter restarts. */
const UNSEEN_LIMIT: Seconds = 1;

interface Sample {
  readonly time: Seconds;
  /** Signed so that the direction of the step is up. */
  readonly angle: Degrees;
}

/** Progress of a movement sequence, whose steps follow each other round by round. */
export interface SequenceWatch {
  /** Steps that were done or whose time was over. */
  readonly count: number;
  /** When the present step began; null: before the first reading or tick of the phase. */
  readonly since: Seconds | null;
  readonly smooth: LowPass | null;
  /** The lowest sample, where the movement began, and the highest one so far. */
  readonly low: Sample | null;
  readonly high: Sample | null;
}

export const freshSequence: SequenceWatch = { count: 0, since: null, smooth: null, low: null, high: null };

export const stepAt = (steps: readonly MovementStep[], count: number): MovementStep | null =>
  steps[count % Math.max(1, steps.length)] ?? null;

const next = ({ count }: SequenceWatch, time: Seconds): SequenceWatch => ({
  ...freshSequence,
  count: count + 1,
  since: time,
});

/** Ends a step whose time is over without a movement, so that the person is not kept waiting. */
export function passStep(steps: readonly MovementStep[], watch: SequenceWatch, time: Seconds): SequenceWatch {
  if (watch.since === null) return { ...watch, since: time };
  const step = stepAt(steps, watch.count);
  return step !== null && time - watch.since >= step.longest ? next(watch, time) : watch;
}

/**
 * Feeds one sample of the channel of the present step. A movement counts after going out by the minimum amplitude and
 * most of the way back. Only the way counts, not the position where it began.
 * @param angle change from the reference pose; null: not known
 * @param redAt when a red flag was last open; null: never. A movement with one does not count.
 */
export function stepSequence(
  definition: RepDefinition,
  watch: SequenceWatch,
  time: Seconds,
  angle: Degrees | null,
  redAt: Seconds | null,
  words: CoachWords,
): { readonly watch: SequenceWatch; readonly rep: RepRecord | null } {
  const step = stepAt(definition.sequence ?? [], watch.count);
  const last = watch.smooth;
  if (step === null || angle === null || (last !== null && time <= last.time)) return { watch, rep: null };
  const up = step.towards === 'more' ? angle : -angle;
  const smooth = lowPass(last !== null && time - last.time > UNSEEN_LIMIT ? null : last, up, time, SWING_CUTOFF);
  const now: Sample = { time, angle: smooth.value };
  const since = watch.since ?? time;
  const { low, high } = watch;
  if (low === null || high === null || now.angle <= low.angle) {
    // Still going the other way. A movement that is under way does not restart when the angle dips below its beginning.
    if (!isUnderWay(step, watch)) return { watch: { ...watch, since, smooth, low: now, high: now }, rep: null };
  }
  const top = high !== null && high.angle >= now.angle ? high : now;
  const from = low ?? now;
  if (!isBack(step, from.angle, top.angle, now.angle))
    return { watch: { ...watch, since, smooth, low: from, high: top }, rep: null };
  // Too fast: an error of the reading.
  if (time - from.time < SHORTEST) return { watch: { ...watch, since, smooth, low: now, high: now }, rep: null };
  return {
    watch: next(watch, time),
    rep: repOf(definition.words?.flagged ?? words.trunkMoved, step, [from, top, now], redAt),
  };
}

/**
 * Amplitude of the movement. It counts from the reference pose if the previous movement had not quite returned there. A
 * rotation counts from where it began, because a lifted thigh has another zero than the reference pose.
 */
const wayOut = ({ channel }: MovementStep, from: Degrees, top: Degrees): Degrees =>
  top - (channel === 'hip-internal-rotation' ? from : Math.max(from, Math.min(0, top)));

/** Whether the movement of the present step has reached the minimum amplitude. */
const isUnderWay = (step: MovementStep, { low, high }: SequenceWatch): boolean =>
  low !== null && high !== null && wayOut(step, low.angle, high.angle) >= step.minimumAmplitude;

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
