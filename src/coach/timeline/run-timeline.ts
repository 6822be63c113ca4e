import type { Seconds } from '../../instrument/geometry/units.ts';
import {
  AFTER_TONE,
  announcement,
  changeBeep,
  farewell,
  isWorking,
  phaseMarks,
  isCountedDown,
} from '../speech/announce.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import { isBackToAsk } from '../speech/back-question.ts';
import { spokenLength, withSilence } from '../speech/cue-pacing.ts';
import { say, sayWhenQuiet } from '../speech/speak.ts';
import { markSaid } from '../speech/speech-queue.ts';
import type { StepDraft } from '../coach-state.ts';
import { askReferencePose, forgetReferencePose } from '../setup/reference-pose-watch.ts';
import { noAngle } from '../progress/angle-display.ts';
import { present } from '../setup/presence.ts';
import { freshRange } from '../progress/range-tracker.ts';
import { freshGainWatch } from '../progress/suspect-gain.ts';
import { freshSequence } from './movement-sequence.ts';
import { freshCounter } from '../progress/rep-counter.ts';
import { closeAll, liveFlags } from '../rules/rule-set-state.ts';
import type { EndReason, PhaseRecord } from '../record/set-record.ts';
import { blindToTell, keepsRange, repsGoal } from './timeline.ts';
import {
  advance,
  currentPhase,
  elapsedAt,
  leavePhase,
  nextPhase,
  leftAt,
  pauseClock,
  resumeClock,
} from './timeline-clock.ts';

/** Smaller than the time between two marks; seconds. */
const TINY = 1e-6;
/** A mark that is later than this is dropped: "three" after "one" would confuse. */
const STALE_MARK: Seconds = 1.5;
/** Longest time for one repetition. After it the phase ends. */
const SLOWEST_REP: Seconds = 20;
/** The phase also ends after this many tries per repetition. */
const MOST_TRIES = 2;

/** Brings the timeline to the present time: leaves phases that are over and gives the marks that are due. */
export function runTimeline(draft: StepDraft): void {
  const { state } = draft;
  if (state.ended !== null) return;
  for (;;) {
    const clock = advance(state.clock, state.now);
    if (clock === state.clock) break;
    const passed = advance(clock, state.now) !== clock;
    moveTo(draft, clock, passed);
    if (state.ended !== null) return;
  }
  if (repsAreOver(draft)) leaveNow(draft, state.now);
  giveMarks(draft);
}

/** Ends the present phase: its condition is met, or the person skips it. */
export function leaveNow(draft: StepDraft, time: Seconds): void {
  moveTo(draft, leavePhase(draft.state.clock, time), false);
}

/** Enters the first phase of the set. */
export function enterFirst(draft: StepDraft): void {
  enter(draft, null, false);
  runTimeline(draft);
}

/** The phases so far for the record, with the present one up to now. */
export function phasesSoFar(state: StepDraft['state']): readonly PhaseRecord[] {
  const running = state.ended === null ? pieceOf(state, state.now) : null;
  return running === null ? state.history : [...state.history, running];
}

/** Ends the present uninterrupted part of the phase in the record. */
export function endPiece(draft: StepDraft, time: Seconds): void {
  const { state } = draft;
  const piece = pieceOf(state, time);
  if (piece !== null) state.history = [...state.history, piece];
  state.pieceStart = null;
  state.counted = 0;
}

/** Closes all open flags at the time they were last seen. */
export function closeFlags({ state, effects }: StepDraft, time: Seconds): void {
  const { rules: book, closed } = closeAll(state.rules, time);
  state.rules = book;
  for (const flag of closed) effects.push({ kind: 'flag', flag: withSilence(flag, state.pacing) });
}

/** Ends the set. */
export function finish(draft: StepDraft, why: EndReason, time: Seconds): void {
  const { state, effects } = draft;
  closeFlags(draft, time);
  endPiece(draft, time);
  state.ended = why;
  effects.push(...farewell(why, state.plan.words), { kind: 'finished', why });
}

/** Stops the clock of the phase until the person is back. @param from when they left; the time since then does not count */
export function waitForPerson(draft: StepDraft, from: Seconds): void {
  const { state } = draft;
  if (state.clock.pausedAt !== null) return;
  const clock = pauseClock(state.clock, from);
  closeFlags(draft, state.now);
  endPiece(draft, clock.pausedAt ?? state.now);
  state.clock = clock;
}

/** The clock of the phase runs on. @param text what is said; absent: “Go on” */
export function goOn(draft: StepDraft, time: Seconds, text = draft.state.plan.words.goOn): void {
  const { state } = draft;
  if (state.clock.pausedAt === null) return;
  state.clock = resumeClock(state.clock, time);
  state.pieceStart = time;
  // A paused source gives no readings, so silence is counted from here.
  state.readAt = time;
  say(draft, text);
}

/** The phase begins again, because too much of it was lost. */
export function repeatPhase(draft: StepDraft, time: Seconds): void {
  const { state, effects } = draft;
  const phase = currentPhase(state.clock);
  if (phase === null) return;
  const next = nextPhase(state.clock);
  const { words, voiceRate } = state.plan;
  state.clock = { ...state.clock, startedAt: time, pausedAt: null, pausedFor: 0, runningSince: time };
  state.pieceStart = time;
  state.readAt = time;
  state.repeats += 1;
  const text = words.onceMore(phase.title);
  state.announcedUntil = spokenLength(text, voiceRate);
  state.marks = phaseMarks(phase, next, state.announcedUntil, words, voiceRate);
  state.marksGivenUntil = 0;
  state.beatsGivenUntil = 0;
  effects.push({ kind: 'phase', phase, next });
  say(draft, text);
}

function pieceOf(state: StepDraft['state'], end: Seconds): PhaseRecord | null {
  const phase = currentPhase(state.clock);
  if (phase === null || state.pieceStart === null || end <= state.pieceStart) return null;
  const { kind, round, side, step } = phase;
  const { counted } = state;
  return {
    kind,
    round,
    side,
    start: state.pieceStart,
    end,
    ...(step ? { step } : {}),
    ...(counted > 0 ? { counted } : {}),
  };
}

function moveTo(draft: StepDraft, clock: StepDraft['state']['clock'], passed: boolean): void {
  const { state } = draft;
  const before = currentPhase(state.clock);
  // What is still waiting to be said was about the phase that is over.
  state.speechQueue = { ...state.speechQueue, waiting: [] };
  endPiece(draft, clock.startedAt);
  if (currentPhase(clock) === null) {
    finish(draft, 'finished', clock.startedAt);
    state.clock = clock;
    return;
  }
  state.clock = clock;
  state.pieceStart = clock.pausedAt === null ? clock.startedAt : null;
  enter(draft, before, passed);
}

/** @param passed true: the phase is over already (a very late tick), so nothing is said about it */
function enter(draft: StepDraft, before: TimelinePhase | null, passed: boolean): void {
  const { state, effects } = draft;
  const phase = currentPhase(state.clock);
  if (phase === null) return;
  const next = nextPhase(state.clock);
  const { words, voiceRate } = state.plan;
  prepare(draft, phase, before);
  const beep = changeBeep(phase, before);
  const text = announcement(phase, before, words, voiceRate, added(draft, phase, before));
  const from = beep === null ? 0 : AFTER_TONE;
  state.announcedUntil = from + spokenLength(text, voiceRate);
  state.marks = phaseMarks(phase, next, state.announcedUntil, words, voiceRate);
  state.marksGivenUntil = 0;
  state.beatsGivenUntil = 0;
  state.repeats = 0;
  effects.push({ kind: 'phase', phase, next });
  if (passed) return;
  if (beep !== null) effects.push(beep);
  say(draft, text);
  tellBlind(draft, phase, text);
  state.pacing = { ...state.pacing, quietUntil: Math.max(state.pacing.quietUntil, state.now + state.announcedUntil) };
}

/** A sentence that found no room in the count-in may wait this long for a quiet moment of the work. */
const BLIND_PATIENCE: Seconds = 40;

/** Makes sure that what the camera cannot see is said once: in the count-in, or else in a quiet moment. */
function tellBlind(draft: StepDraft, phase: TimelinePhase, announced: string): void {
  const { state } = draft;
  const blind = blindToTell(state.plan);
  if (blind === null || state.plan.drill.camera === 'none') return;
  if (announced.includes(blind)) state.speechQueue = markSaid(state.speechQueue, 'blind');
  else if (isWorking(phase.kind)) sayWhenQuiet(draft, 'blind', blind, BLIND_PATIENCE);
}

/** What is added to the announcement of a phase if there is time. */
function added({ state }: StepDraft, phase: TimelinePhase, before: TimelinePhase | null): string {
  const { plan, earned } = state;
  if (before === null && phase.kind === 'ready') return blindToTell(plan) ?? '';
  const goesOn = phase.kind === 'passive' && phase.round > 1 && keepsRange(plan.drill);
  // A question that waits since the sink goes first.
  return goesOn && earned !== null && !isBackToAsk(state, phase) ? plan.words.earned(Math.round(earned)) : '';
}

function prepare(draft: StepDraft, phase: TimelinePhase, before: TimelinePhase | null): void {
  const { state, effects } = draft;
  const newSide = before !== null && before.side !== phase.side;
  if (newSide) {
    closeFlags(draft, state.clock.startedAt);
    effects.push({ kind: 'begin-side', side: phase.side });
    state.referencePose = forgetReferencePose(state.referencePose);
    state.angle = noAngle;
  }
  if (newSide || before?.round !== phase.round) {
    state.earned = newSide ? null : state.range.best;
    state.range = freshRange;
    state.gain = freshGainWatch;
  }
  if (phase.kind === 'neutral') {
    state.referencePose = askReferencePose(state.referencePose, state.clock.startedAt);
    effects.push({ kind: 'begin-neutral' });
  }
  if (phase.kind === 'reps') {
    // Who folds forward in the count-in was upright before it.
    state.reps = newSide ? freshCounter : { ...freshCounter, upright: state.reps.upright };
    state.sequence = freshSequence;
  }
  if (!isWorking(phase.kind)) state.presence = present;
  state.framedSince = null;
  state.referencePoseSaidAt = null;
}

function giveMarks({ state, effects }: StepDraft): void {
  if (state.ended !== null) return;
  const elapsed = elapsedAt(state.clock, state.now);
  // A fault that could not be named while the voice was busy comes before what was planned, which may be a little late.
  const faultWaits = liveFlags(state.rules).some(
    ({ rule, severity }) => severity === 'red' && state.pacing.heldBack[rule.id] === 'voice-busy',
  );
  for (const { at, effect, soft } of state.marks) {
    if (at <= state.marksGivenUntil || at > elapsed || elapsed - at > STALE_MARK) continue;
    if (effect.kind === 'say' && faultWaits) {
      state.marksGivenUntil = at - TINY;
      return;
    }
    if (soft && state.now < state.pacing.quietUntil) continue;
    if (effect.kind === 'say') say({ state, effects }, effect.text, effect.urgent);
    else effects.push(effect);
    state.marksGivenUntil = at;
  }
  state.marksGivenUntil = Math.max(state.marksGivenUntil, elapsed);
}

/** Whether the repetitions are done, or take too long. The last number is spoken to its end first. */
function repsAreOver({ state }: StepDraft): boolean {
  const phase = currentPhase(state.clock);
  if (phase === null || phase.kind !== 'reps' || phase.length !== null || state.clock.pausedAt !== null) return false;
  const goal = repsGoal(state.plan);
  if (state.plan.drill.reps?.sequence) return state.sequence.count >= goal;
  const { good, all } = state.reps;
  if (all >= MOST_TRIES * goal || elapsedAt(state.clock, state.now) >= SLOWEST_REP * goal) return true;
  return good >= goal && state.now >= state.pacing.quietUntil;
}

/** Beats are scheduled this long ahead, which is longer than the time between two ticks. */
const AHEAD: Seconds = 0.3;
/** The first beat comes after the announcement of the phase, and not before this time. */
const FIRST_BEAT: Seconds = 3;
const AFTER_ANNOUNCEMENT: Seconds = 0.5;
/** No beats in this last part of a phase, which belongs to the countdown. */
const LAST: Seconds = 3.2;

/** Schedules the next beat of the metronome. Called on ticks only, because the clock of the set is exact then. */
export function giveBeats({ state, effects }: StepDraft): void {
  const phase = currentPhase(state.clock);
  const { perMinute } = state.plan.drill.reps ?? {};
  if (state.ended !== null || phase?.kind !== 'reps' || !perMinute || state.clock.pausedAt !== null) return;
  const elapsed = elapsedAt(state.clock, state.now);
  const left = leftAt(state.clock, state.now);
  const beat = 60 / perMinute;
  const first = Math.max(FIRST_BEAT, state.announcedUntil + AFTER_ANNOUNCEMENT);
  const number = Math.max(0, Math.ceil((Math.max(elapsed, state.beatsGivenUntil) - first) / beat));
  const due = first + number * beat;
  if (due - elapsed > AHEAD || due <= state.beatsGivenUntil) return;
  if (left !== null && isCountedDown(phase) && left < LAST) return;
  effects.push({ kind: 'beep', tone: 'tick', after: due - elapsed });
  state.beatsGivenUntil = due + beat / 2;
}
