import type { Degrees, Seconds } from '../../instrument/geometry/units.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import type { StepDraft } from '../coach-state.ts';
import type { PhaseKind } from '../drill-definition.ts';
import { trackRange } from '../progress/range-tracker.ts';
import { freshCounter } from '../progress/rep-counter.ts';
import { type JudgedReading, seeChannel } from '../rules/judged-reading.ts';
import { isBorrowing, isSideCheck, rangeChannel } from '../rules/range-rules.ts';
import { liveFlags, markCueSpoken } from '../rules/rule-set-state.ts';
import type { AwayKind } from '../record/set-record.ts';
import { present } from '../setup/presence.ts';
import { isWorking } from '../speech/announce.ts';
import { cueSaid } from '../speech/cue-pacing.ts';
import { say } from '../speech/speak.ts';
import { freshSequence } from '../timeline/movement-sequence.ts';
import { goOn, repeatPhase, waitForPerson } from '../timeline/run-timeline.ts';
import { currentPhase, placeOf } from '../timeline/timeline-clock.ts';
import { type Away, awayRecord, awayText, fitHolds, type FitLost } from './away.ts';
import { isInStretch, isOutOfStretch, noStretch, settleHere, stepStretch } from './stretch-watch.ts';

/** Phases in which the person stays in a stretch. */
const STRETCHES: ReadonlySet<PhaseKind> = new Set(['passive', 'pails', 'rails', 'sink', 'hold']);
/** After a rest the person has this long to get back into position, while the phase is announced. */
const SETTLING: Seconds = 4;
/** The position must look right for this long after the instrument has said so. */
const BACK_FOR: Seconds = 0.3;
/** Lifted hips are asked down while the clock runs. If they are still up after this time, the clock waits. */
const HIPS_PATIENCE: Seconds = 3;
/** A person who stays in a lesser stretch for this long has found their place. */
const SETTLED_AFTER: Seconds = 12;
/** After a longer break a push starts from its beginning again, because its effort builds up. */
const PUSH_BREAK: Seconds = 4;

/**
 * Follows whether the person is still where the phase wants them.
 * @param judged the same reading as measured, before what was read out of position is taken out of it
 */
export function applyPosture(draft: StepDraft, reading: Reading, judged: JudgedReading): void {
  const { state } = draft;
  const phase = currentPhase(state.clock);
  const byHand = state.clock.pausedAt !== null && !state.away?.waits;
  const isPending = state.referencePose.pending !== null;
  if (phase === null || !isWorking(phase.kind) || isPending || byHand) {
    if (phase === null || !byHand) state.stretch = noStretch;
    state.fitLost = fitHolds;
    // A person who got up to move the laptop is still up: the set goes on waiting until the new start is held.
    return isPending && !byHand && state.away?.waits ? undefined : endAway(draft, reading.time);
  }
  followStretch(draft, phase, judged, reading.time);
  state.fitLost = stepFitLost(state.fitLost, judged, reading.time);
  // The camera itself may have made the change.
  if (reading.cameraUnsure === true || reading.frozen === true) return;
  const seen = whatIsLeft(draft, reading, phase);
  if (state.away === null) {
    if (seen?.kind === 'unclear') loseSight(draft, phase, seen, reading.time);
    else if (seen !== null) leave(draft, phase, seen, reading.time);
  } else stay(draft, phase, seen, reading.time);
}

/** The person is told that the picture does not fit only after this time, because single bad frames are common. */
const LOST_FOR: Seconds = 1.2;
/** The picture fits again after this time without a bad frame. */
const HOLDS_AFTER: Seconds = 0.5;
/** The person is asked to go back no more often than this, because there is nothing else they could do. */
const UNCLEAR_AGAIN: Seconds = 30;
const LOST_FIT: ReadonlySet<Reason> = new Set(['poor-fit', 'left-right-mixed']);

function stepFitLost({ since, last }: FitLost, { body, reasons }: JudgedReading, time: Seconds): FitLost {
  const [reason] = reasons;
  if (body === null && reason !== undefined && LOST_FIT.has(reason)) return { since: since ?? time, last: time };
  return last !== null && time - last < HOLDS_AFTER ? { since, last } : fitHolds;
}

interface Seen {
  readonly kind: AwayKind;
  readonly since: Seconds;
}

function whatIsLeft({ state }: StepDraft, { postureLeft = null, time }: Reading, phase: TimelinePhase): Seen | null {
  const { startedAt, pausedFor } = state.clock;
  if (postureLeft !== null) {
    const fromBefore = postureLeft.since < startedAt;
    return fromBefore && time - startedAt - pausedFor < SETTLING && state.away === null ? null : postureLeft;
  }
  const { outSince } = state.stretch;
  // A compensation that takes the turn out of the hip, such as a lifted sit bone, has its own cue.
  const isFlagged = state.away === null && liveFlags(state.rules).some(({ rule }) => isBorrowing(rule.id));
  if (STRETCHES.has(phase.kind) && outSince !== null && isOutOfStretch(state.stretch, time) && !isFlagged)
    return { kind: 'out-of-stretch', since: outSince };
  const { since, last } = state.fitLost;
  return since !== null && last !== null && last - since >= LOST_FOR ? { kind: 'unclear', since } : null;
}

function followStretch({ state }: StepDraft, phase: TimelinePhase, judged: JudgedReading, time: Seconds): void {
  const { drill } = state.plan;
  // A try of a hip test goes out and back.
  if (!STRETCHES.has(phase.kind) || phase.step !== undefined || isSideCheck(drill.measure)) {
    state.stretch = noStretch;
    return;
  }
  const place = placeOf(phase);
  const before = state.stretchPlace === place ? state.stretch : noStretch;
  state.stretchPlace = place;
  state.stretch = stepStretch(before, time, legInRoom(judged, rangeChannel(drill), phase));
}

/**
 * The angle of the leg in the room, hip and pelvis together. When only the pelvis turns, the hip's own angle changes
 * although the leg stays in the stretch.
 */
function legInRoom(
  judged: JudgedReading,
  channel: ReturnType<typeof rangeChannel>,
  { side }: TimelinePhase,
): Degrees | null {
  const value = seeChannel(judged, channel, side);
  if (!value.seen) return null;
  const added = side === 'both' ? null : (judged.body?.leg[side].pelvisContribution ?? null);
  return value.estimate.value + Math.max(0, added ?? 0);
}

function leave(draft: StepDraft, phase: TimelinePhase, { kind, since }: Seen, time: Seconds): void {
  const { state } = draft;
  const text = awayText(kind, state.plan.drill, phase, state.plan.words);
  state.away = newAway(draft, phase, { kind, since }, text, time);
  tell(draft, phase, kind, text);
  forgetHalves(draft, since, time);
  if (kind !== 'hips-up') wait(draft, since);
}

const newAway = (
  { state }: StepDraft,
  phase: TimelinePhase,
  { kind, since }: Seen,
  text: string,
  time: Seconds,
): Away => ({
  kind,
  since: Math.max(since, state.clock.startedAt),
  phase: phase.kind,
  text,
  saidAt: time,
  waits: false,
  overridden: false,
  backSince: null,
});

/**
 * The picture does not tell where the person is: asks them to go back. The clock runs on, because the fault may be the
 * instrument's.
 */
function loseSight(draft: StepDraft, phase: TimelinePhase, { kind, since }: Seen, time: Seconds): void {
  const { state } = draft;
  // A flagged compensation has its own cue.
  if (liveFlags(state.rules).length > 0) return;
  if (state.unclearSaidAt !== null && time - state.unclearSaidAt < UNCLEAR_AGAIN) return;
  const text = awayText(kind, state.plan.drill, phase, state.plan.words);
  state.unclearSaidAt = time;
  state.away = newAway(draft, phase, { kind, since }, text, time);
  say(draft, text);
}

/** Says what to do. Where the drill has a rule for lifted hips, the words count as the red cue of that rule. */
function tell(draft: StepDraft, phase: TimelinePhase, kind: AwayKind, text: string): void {
  const { state, effects } = draft;
  const rule = state.plan.drill.rules.find(({ id }) => id === 'pelvis-lift');
  if (kind !== 'hips-up' || rule?.phaseFactors[phase.kind] === undefined) return say(draft, text, true);
  const cue = { rule: rule.id, text, severity: 'red' as const };
  effects.push({ kind: 'cue', ...cue });
  state.rules = markCueSpoken(state.rules, rule.id, text);
  const moment = { time: state.now, place: placeOf(currentPhase(state.clock)), rate: state.plan.voiceRate };
  state.pacing = cueSaid(state.pacing, cue, moment);
}

/** Drops the repetition that was broken off, and what was read while the body was leaving the position. */
function forgetHalves({ state }: StepDraft, since: Seconds, time: Seconds): void {
  const { good, all } = state.reps;
  state.range = trackRange(state.range, time, null, since);
  state.reps = { ...freshCounter, good, all };
  state.sequence = { ...freshSequence, count: state.sequence.count };
  state.corrected = null;
  state.speechQueue = { ...state.speechQueue, waiting: [] };
  state.presence = present;
}

function wait(draft: StepDraft, from: Seconds): void {
  const { state } = draft;
  if (state.away === null || state.away.waits || state.away.overridden || state.plan.waits !== true) return;
  state.away = { ...state.away, waits: true };
  waitForPerson(draft, from);
}

/** The person is away: waits for them, and goes on when they are back. */
function stay(draft: StepDraft, phase: TimelinePhase, seen: Seen | null, time: Seconds): void {
  const { state } = draft;
  const { away } = state;
  if (away === null) return;
  if (away.kind === 'unclear') return clearUp(draft, phase, seen, time);
  if (seen !== null && isPosition(seen.kind)) return stayOut(draft, phase, seen, time);
  if (away.kind !== 'out-of-stretch') return comeBack(draft, phase, time);
  if (isInStretch(state.stretch, time)) return endAway(draft, time);
  if (hasSettled(draft, time)) {
    state.stretch = settleHere(state.stretch);
    endAway(draft, time);
  }
}

/** Ends `unclear` as soon as the picture fits again, or shows how the position was left. */
function clearUp(draft: StepDraft, phase: TimelinePhase, seen: Seen | null, time: Seconds): void {
  if (seen?.kind === 'unclear') return;
  endAway(draft, time);
  if (seen !== null) leave(draft, phase, seen, time);
}

const isPosition = (kind: AwayKind): boolean => kind !== 'out-of-stretch' && kind !== 'unclear';

function stayOut(draft: StepDraft, phase: TimelinePhase, { kind }: Seen, time: Seconds): void {
  const { state } = draft;
  const { away } = state;
  if (away === null) return;
  if (away.kind === 'out-of-stretch') {
    // Out of the stretch first, then out of the position: that needs other words.
    const text = awayText(kind, state.plan.drill, phase, state.plan.words);
    state.away = { ...away, kind, text, saidAt: time, backSince: null };
    return tell(draft, phase, kind, text);
  }
  state.away = { ...away, backSince: null };
  if (time - away.saidAt >= HIPS_PATIENCE || kind !== 'hips-up') wait(draft, time);
}

/** In position again. In a stretch the leg must also be back where the stretch was. */
function comeBack(draft: StepDraft, phase: TimelinePhase, time: Seconds): void {
  const { state } = draft;
  const { away } = state;
  if (away === null) return;
  const backSince = away.backSince ?? time;
  state.away = { ...away, backSince };
  if (time - backSince < BACK_FOR) return;
  const isOut = STRETCHES.has(phase.kind) && !isInStretch(state.stretch, time) && state.stretch.outSince !== null;
  if (!isOut || !away.waits) return endAway(draft, time);
  const text = awayText('out-of-stretch', state.plan.drill, phase, state.plan.words);
  state.away = { ...away, kind: 'out-of-stretch', text, saidAt: time, backSince: null };
  say(draft, text, true);
}

const hasSettled = ({ state: { away, stretch } }: StepDraft, time: Seconds): boolean =>
  away !== null &&
  away.waits &&
  time - away.saidAt >= SETTLED_AFTER &&
  stretch.now !== null &&
  stretch.deep !== null &&
  stretch.now >= LEAST_SETTLED * stretch.deep;

/** A hip nearer to the start than this share of the stretch is not in a stretch at all. */
const LEAST_SETTLED = 0.25;

/** The person is back, or the phase no longer needs the position. */
function endAway(draft: StepDraft, time: Seconds): void {
  const { state, effects } = draft;
  const { away } = state;
  if (away === null) return;
  effects.push({ kind: 'away', away: awayRecord(away, time) });
  state.away = null;
  state.presence = present;
  if (!away.waits) return;
  const phase = currentPhase(state.clock);
  const { pausedAt } = state.clock;
  const lost = pausedAt === null ? 0 : state.now - pausedAt;
  if (phase !== null && isWorking(phase.kind) && mustRepeat(draft, phase, lost)) repeatPhase(draft, state.now);
  else goOn(draft, state.now);
}

/**
 * The person ends the wait by hand: the set no longer waits until they are back, and the stretch is judged from where
 * the hip is now.
 */
export function overrideAway(draft: StepDraft): void {
  const { state } = draft;
  if (state.away === null) return;
  const away = { ...state.away, waits: false, overridden: true };
  state.away = away;
  if (away.kind !== 'out-of-stretch') return;
  state.stretch = settleHere(state.stretch);
  endAway(draft, state.now);
}

/** Two repeats of one phase are enough: after that the clock goes on. */
const MOST_REPEATS = 2;

function mustRepeat({ state }: StepDraft, { length, ramp }: TimelinePhase, lost: Seconds): boolean {
  if (length === null || state.repeats >= MOST_REPEATS) return false;
  return lost > length / 2 || (ramp > 0 && lost > PUSH_BREAK);
}

/** Whether cues of the rules are held back: the person is being told something that comes first. */
export const speaksOfPosture = ({ away }: StepDraft['state'], judged: JudgedReading): boolean =>
  (away !== null && away.kind !== 'unclear') || judged.reasons[0] === 'posture-left';
