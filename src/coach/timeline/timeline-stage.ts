import type { Seconds } from '../../instrument/geometry/units.ts';
import type { CoachInput, TimelinePhase } from '../coach-contract.ts';
import type { EndReason } from '../record/set-record.ts';
import { say } from '../speech/phase-voice.ts';
import type { CoachEvent, Draft, Told } from '../stage.ts';
import { repsGoal } from './planned-length.ts';
import {
  advance,
  currentPhase,
  cutPhase,
  elapsedAt,
  leavePhase,
  nextPhase,
  pauseClock,
  resumeClock,
  TOLD_WITHIN,
  type TimelineClock,
} from './timeline-clock.ts';
import { pieceOf } from '../coach-state.ts';

type TimelineDraft = Draft<'timeline'>;

/** Longest time for one repetition. After it the phase ends. */
const SLOWEST_REP: Seconds = 20;
/** The phase also ends after this many tries per repetition. */
const MOST_TRIES = 2;

export const beginSet = (draft: TimelineDraft): void => begin(draft, null, false);

/** Goes on to the next phase if the present one is over. @returns whether it was */
export function leaveIfOver(draft: TimelineDraft): boolean {
  const { own, seen } = draft;
  const clock = advance(own.clock, seen.now);
  if (own.ended !== null || clock === own.clock) return false;
  // The end of the set takes nothing from anybody who does not hear it.
  if (own.unheard && currentPhase(clock) !== null) {
    stopClock(draft, clock.startedAt);
    own.waits = true;
    return false;
  }
  moveTo(draft, clock, advance(clock, seen.now) !== clock);
  return true;
}

/** Ends repetitions that are done, or take too long. The last number is spoken to its end first. */
export function leaveDoneReps(draft: TimelineDraft): void {
  const { own, seen } = draft;
  const phase = currentPhase(own.clock);
  if (phase === null || phase.kind !== 'reps' || phase.length !== null || own.clock.pausedAt !== null) return;
  const { sequence, reps } = seen.progress;
  const goal = repsGoal(seen.plan);
  const isSlow = reps.all >= MOST_TRIES * goal || elapsedAt(own.clock, seen.now) >= SLOWEST_REP * goal;
  const isDone = isSlow || (reps.good >= goal && seen.now >= seen.speech.pacing.quietUntil);
  if (seen.plan.drill.reps?.sequence ? sequence.count >= goal : isDone) leavePresent(draft);
}

/** Ends the present phase, whose condition is met. One that nobody could hear end is over and waits. */
function leavePresent(draft: TimelineDraft): void {
  const { own, seen } = draft;
  const phase = currentPhase(own.clock);
  if (own.unheard && phase !== null) own.clock = cutPhase(own.clock, phase, seen.now);
  else leaveNow(draft);
}

const leaveNow = (draft: TimelineDraft): void => moveTo(draft, leavePhase(draft.own.clock, draft.seen.now), false);

function endSet({ own, out }: TimelineDraft, why: EndReason, at: Seconds): void {
  endPiece(own, at);
  own.ended = why;
  out.push({ event: 'ended', why, at });
}

/** What the person and the other rooms ask of the timeline. */
export function timelineHears(draft: TimelineDraft, told: CoachEvent): void {
  switch (told.event) {
    case 'input':
      return takeInput(draft, told.input);
    case 'condition-met':
      return leavePresent(draft);
    case 'wait':
      return stopClock(draft, told.from);
    case 'go-on':
      return draft.own.waits ? undefined : goOn(draft, draft.seen.plan.words.goOn);
    case 'begin-again':
      return beginAgain(draft);
    default:
  }
}

function takeInput(draft: TimelineDraft, input: Told<'input'>['input']): void {
  const { now, plan } = draft.seen;
  switch (input.kind) {
    case 'pause':
      return pauseByHand(draft);
    case 'resume':
      // Whoever goes on by hand has seen that the phase is over.
      if (draft.own.waits) draft.own.unheard = false;
      return goOn(draft, plan.words.goOn);
    case 'skip':
      goOnUnheard(draft);
      return leaveNow(draft);
    case 'count':
      return countByKey(draft);
    case 'stop':
      return endSet(draft, input.why, now);
    case 'source-ended':
      return endSet(draft, 'source-ended', now);
    case 'tick':
    case 'slept':
    case 'unheard':
    case 'heard':
    case 'back-moved':
  }
}

/** A phase that waits because nobody could hear the next one is left by hand: the next one runs. */
function goOnUnheard({ own, seen }: TimelineDraft): void {
  if (!own.waits) return;
  own.unheard = false;
  own.waits = false;
  own.clock = resumeClock(own.clock, seen.now);
}

function pauseByHand(draft: TimelineDraft): void {
  if (draft.own.clock.pausedAt !== null) return;
  stopClock(draft, draft.seen.now);
  say(draft, draft.seen.plan.words.paused);
}

/** The clock of the phase runs on. @param text what is said */
export function goOn(draft: TimelineDraft, text: string): void {
  const { own, seen, out } = draft;
  if (own.clock.pausedAt === null) return;
  own.clock = resumeClock(own.clock, seen.now);
  own.pieceStart = seen.now;
  own.waits = false;
  out.push({ event: 'went-on' });
  say(draft, text);
}

/** Said after the words of the phase that has waited. */
export const tellWait = (draft: TimelineDraft): void => say(draft, draft.seen.plan.words.waited);

/** From now on phases wait at their end. */
export const loseHearing = ({ own }: TimelineDraft): void => void (own.unheard = true);

/**
 * A phase that was over waits no longer: the next one began at its time if that was a moment ago, else it begins now.
 * @returns whether it begins now, because nobody could have heard it before
 */
export function hearAgain({ own, seen, out }: TimelineDraft): boolean {
  const { pausedAt } = own.clock;
  const { waits } = own;
  own.unheard = false;
  own.waits = false;
  if (!waits || pausedAt === null) return false;
  const isLate = seen.now - pausedAt > TOLD_WITHIN;
  own.clock = isLate ? resumeClock(own.clock, seen.now) : { ...own.clock, pausedAt: null };
  out.push({ event: 'went-on' });
  return isLate;
}

/** Longest sleep after which the phase is taken up again. Nobody attended a set that stood still for longer. */
const LONGEST_SLEEP: Seconds = 60;

/**
 * The time that was slept through counts for nothing: the set ended before it, or its phase goes on after it. A set that the
 * person had paused stays paused.
 * @returns whether the phase goes on
 */
export function sleep(draft: TimelineDraft, { lasted }: Extract<CoachInput, { kind: 'slept' }>): boolean {
  const { own, seen } = draft;
  const isPaused = own.clock.pausedAt !== null;
  if (isPaused && !own.waits && !seen.posture.away?.waits) return false;
  if (lasted > LONGEST_SLEEP) endSet(draft, 'interrupted', seen.now);
  else if (!isPaused) stopClock(draft, seen.now);
  return !isPaused && own.ended === null;
}

/**
 * A repetition that the person counts by a key, in a set without a camera. From the first one on the voice sets no pace any more:
 * it says the person's own count, and the phase lasts until all are done. Only where the voice would have called the numbers.
 */
function countByKey({ own, seen, out }: TimelineDraft): void {
  const { clock } = own;
  const phase = currentPhase(clock);
  if (phase?.counted !== true || clock.pausedAt !== null) return;
  const isFirst = phase.length !== null;
  const { calls: _calls, words: _words, ...rest } = phase;
  const instruction = phase.instruction.replace(seen.plan.words.paced, '').trim();
  const paced = isFirst ? { ...rest, length: null, instruction } : phase;
  own.clock = { ...clock, phases: clock.phases.with(clock.index, paced) };
  own.counted += 1;
  out.push({ event: 'counted', phase: paced, isFirst });
}

/** Stops the clock of the phase. @param from the time since then does not count */
function stopClock({ own, seen, out }: TimelineDraft, from: Seconds): void {
  if (own.clock.pausedAt !== null) return;
  const clock = pauseClock(own.clock, from);
  endPiece(own, clock.pausedAt ?? seen.now);
  own.clock = clock;
  out.push({ event: 'stopped', at: seen.now });
}

/** The phase begins again, because too much of it was lost. */
function beginAgain({ own, seen, out }: TimelineDraft): void {
  const phase = currentPhase(own.clock);
  if (phase === null) return;
  const { now } = seen;
  own.clock = { ...own.clock, startedAt: now, pausedAt: null, pausedFor: 0, runningSince: now };
  own.pieceStart = now;
  own.repeats += 1;
  own.waits = false;
  out.push({ event: 'went-on' }, { event: 'phase-begun-again', phase, next: nextPhase(own.clock) });
}

function moveTo(draft: TimelineDraft, clock: TimelineClock, passed: boolean): void {
  const { own } = draft;
  const before = currentPhase(own.clock);
  endPiece(own, clock.startedAt);
  own.clock = clock;
  if (currentPhase(clock) === null) return endSet(draft, 'finished', clock.startedAt);
  own.pieceStart = clock.pausedAt === null ? clock.startedAt : null;
  own.repeats = 0;
  own.waits = false;
  begin(draft, before, passed);
}

function begin({ own: { clock }, out }: TimelineDraft, before: TimelinePhase | null, passed: boolean): void {
  const phase = currentPhase(clock);
  if (phase === null) return;
  out.push({ event: 'phase-begun', phase, before, next: nextPhase(clock), at: clock.startedAt, passed });
}

/** Ends the present uninterrupted part of the phase in the record. */
function endPiece(own: TimelineDraft['own'], time: Seconds): void {
  const piece = pieceOf(own, time);
  if (piece !== null) own.history = [...own.history, piece];
  own.pieceStart = null;
  own.counted = 0;
}
