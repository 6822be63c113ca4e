import type { Seconds } from '../../instrument/geometry/units.ts';
import { announcement, changeBeep, farewell, firstAnnouncement, isWorking, phaseMarks } from '../speech/announce.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import { say, type StepDraft } from '../coach-state.ts';
import { askReferencePose, forgetReferencePose } from '../setup/reference-pose-wait.ts';
import { noAngle } from '../progress/angle-display.ts';
import { present } from '../setup/presence.ts';
import { freshRange } from '../progress/range-tracker.ts';
import { freshSequence } from './movement-sequence.ts';
import { freshCounter } from '../progress/rep-counter.ts';
import { closeAll } from '../rules/rule-set-state.ts';
import type { EndReason, PhaseRecord } from '../record/set-record.ts';
import { repsGoal } from './timeline.ts';
import { advance, currentPhase, elapsedAt, leavePhase, nextPhase } from './timeline-clock.ts';
import { wordsFor } from '../speech/words-for.ts';

/** A mark this late is no longer worth giving: "three" after "one" only confuses. */
const STALE_MARK: Seconds = 1.5;
/** Time for one repetition after which nobody is kept waiting. */
const SLOWEST_REP: Seconds = 20;
/** This many tries for each repetition asked for are enough. */
const MOST_TRIES = 2;

/** Moves the timeline to the present: phases that ran out, then what is said and sounded by now. */
export function runTimeline(turn: StepDraft): void {
  const { state } = turn;
  if (state.ended !== null) return;
  for (;;) {
    const clock = advance(state.clock, state.now);
    if (clock === state.clock) break;
    const passed = advance(clock, state.now) !== clock;
    moveTo(turn, clock, passed);
    if (state.ended !== null) return;
  }
  if (repsAreOver(turn)) leaveNow(turn, state.now);
  giveMarks(turn);
}

/** Ends the present phase at a moment: a condition holds or the person skips it. */
export function leaveNow(turn: StepDraft, time: Seconds): void {
  moveTo(turn, leavePhase(turn.state.clock, time), false);
}

/** The first phase of the set. */
export function enterFirst(turn: StepDraft): void {
  enter(turn, null, false);
  runTimeline(turn);
}

/** The phases so far as the record keeps them, the running one up to now. */
export function phasesSoFar(state: StepDraft['state']): readonly PhaseRecord[] {
  const running = state.ended === null ? pieceOf(state, state.now) : null;
  return running === null ? state.history : [...state.history, running];
}

/** Ends the running piece of the phase in the record. */
export function endPiece(turn: StepDraft, time: Seconds): void {
  const { state } = turn;
  const piece = pieceOf(state, time);
  if (piece !== null) state.history = [...state.history, piece];
  state.pieceStart = null;
}

/** Closes all open flags where they were last seen. */
export function closeFlags({ state, effects }: StepDraft, time: Seconds): void {
  const { book, closed } = closeAll(state.book, time);
  state.book = book;
  for (const flag of closed) effects.push({ kind: 'flag', flag });
}

/** The end of the set, whatever brought it. */
export function finish(turn: StepDraft, why: EndReason, time: Seconds): void {
  const { state, effects } = turn;
  closeFlags(turn, time);
  endPiece(turn, time);
  state.ended = why;
  effects.push(...farewell(why, wordsFor(state.plan)), { kind: 'finished', why });
}

function pieceOf(state: StepDraft['state'], end: Seconds): PhaseRecord | null {
  const phase = currentPhase(state.clock);
  if (phase === null || state.pieceStart === null || end <= state.pieceStart) return null;
  return { kind: phase.kind, round: phase.round, side: phase.side, start: state.pieceStart, end };
}

function moveTo(turn: StepDraft, clock: StepDraft['state']['clock'], passed: boolean): void {
  const { state } = turn;
  const before = currentPhase(state.clock);
  endPiece(turn, clock.startedAt);
  if (currentPhase(clock) === null) {
    finish(turn, 'finished', clock.startedAt);
    state.clock = clock;
    return;
  }
  state.clock = clock;
  state.pieceStart = clock.pausedAt === null ? clock.startedAt : null;
  enter(turn, before, passed);
}

/** @param passed the phase is over already (a very late tick): nothing is said about it. */
function enter(turn: StepDraft, before: TimelinePhase | null, passed: boolean): void {
  const { state, effects } = turn;
  const phase = currentPhase(state.clock);
  if (phase === null) return;
  const next = nextPhase(state.clock);
  const words = wordsFor(state.plan);
  state.marks = phaseMarks(phase, next, before, words, state.plan.voiceRate);
  state.marked = 0;
  state.beaten = 0;
  prepare(turn, phase, before);
  effects.push({ kind: 'phase', phase, next });
  if (passed) return;
  const beep = changeBeep(phase, before);
  if (beep !== null) effects.push(beep);
  const { drill, voiceRate } = state.plan;
  const { blind } = drill.placement;
  say(
    turn,
    before === null ? firstAnnouncement(phase, blind, words, voiceRate) : announcement(phase, before, words, voiceRate),
  );
}

function prepare(turn: StepDraft, phase: TimelinePhase, before: TimelinePhase | null): void {
  const { state, effects } = turn;
  const newSide = before !== null && before.side !== phase.side;
  if (newSide) {
    closeFlags(turn, state.clock.startedAt);
    effects.push({ kind: 'begin-side', side: phase.side });
    state.referencePose = forgetReferencePose(state.referencePose);
    state.angle = noAngle;
  }
  if (newSide || before?.round !== phase.round) state.range = freshRange;
  if (phase.kind === 'neutral') {
    state.referencePose = askReferencePose(state.referencePose, state.clock.startedAt);
    effects.push({ kind: 'begin-neutral' });
  }
  if (phase.kind === 'reps') {
    state.reps = freshCounter;
    state.sequence = freshSequence;
  }
  if (!isWorking(phase.kind)) state.presence = present;
  state.framedSince = null;
  state.referencePoseSaidAt = null;
}

function giveMarks({ state, effects }: StepDraft): void {
  if (state.ended !== null) return;
  const elapsed = elapsedAt(state.clock, state.now);
  for (const { at, effect, soft } of state.marks) {
    if (at <= state.marked || at > elapsed || elapsed - at > STALE_MARK) continue;
    if (soft && state.now < state.pacing.quietUntil) continue;
    if (effect.kind === 'say') say({ state, effects }, effect.text, effect.urgent);
    else effects.push(effect);
  }
  state.marked = Math.max(state.marked, elapsed);
}

/** Repetitions end when they are done, or when nobody should be kept waiting any longer. */
function repsAreOver({ state }: StepDraft): boolean {
  const phase = currentPhase(state.clock);
  if (phase === null || phase.kind !== 'reps' || phase.length !== null || state.clock.pausedAt !== null) return false;
  const goal = repsGoal(state.plan);
  if (state.plan.drill.reps?.sequence) return state.sequence.count >= goal;
  const { good, all } = state.reps;
  return good >= goal || all >= MOST_TRIES * goal || elapsedAt(state.clock, state.now) >= SLOWEST_REP * goal;
}
