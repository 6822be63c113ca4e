import type { Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { Seconds, WorkingSide } from '../../instrument/geometry/units.ts';
import { isWorking } from '../speech/announce.ts';
import { say, sayReason, type StepDraft } from '../coach-state.ts';
import { firstBad, gateChecks } from './gate-checks.ts';
import { mayTalk } from '../speech/may-talk.ts';
import { watchReferencePose } from './reference-pose-wait.ts';
import { present } from './presence.ts';
import { freshRange } from '../progress/range-tracker.ts';
import { closeFlags, leaveNow } from '../timeline/run-timeline.ts';
import { spokenReason } from '../speech/spoken-reason.ts';
import { currentPhase, elapsedAt } from '../timeline/timeline-clock.ts';
import { wordsFor } from '../speech/words-for.ts';

/** A change of sides takes at least this long, and the new place must look right for this long. */
const SHORTEST_TURN: Seconds = 5;
const FRAMED_FOR: Seconds = 1.5;
/** Somebody who turns round is left alone for so long. */
const TURNING: Seconds = 12;
/** How long a neutral may fail before the person is told why, and told again. */
const REFERENCE_POSE_PATIENCE: Seconds = 6;
const REFERENCE_POSE_AGAIN: Seconds = 10;

/** Follows the instrument's neutral: asks for a new one when it is void, and tells the person. */
export function observeReferencePose(turn: StepDraft, reading: Reading): void {
  const { state, effects } = turn;
  const before = state.referencePose;
  const phase = currentPhase(state.clock);
  const working = phase !== null && isWorking(phase.kind);
  const needed = working || phase?.kind === 'rest';
  const { startedAt, pausedAt } = state.clock;
  const atWork = {
    since: working && pausedAt === null ? startedAt : null,
    tooLate: state.plan.startBeforeWork ?? false,
  };
  const { watch, askAgain } = watchReferencePose(before, reading, needed, atWork);
  state.referencePose = watch;
  if (watch.set !== before.set) takeNewZero(turn, before.pending !== null);
  if (askAgain !== null) {
    closeFlags(turn, reading.time);
    if (askAgain === 'not-the-start') state.range = freshRange;
    effects.push({ kind: 'begin-neutral' });
    if (before.pending === null) {
      say(turn, spokenReason(askAgain, reading, wordsFor(state.plan)), true);
      state.referencePoseSaidAt = state.now + REFERENCE_POSE_PATIENCE - REFERENCE_POSE_AGAIN;
    }
  } else if (watch.pending !== null && working) {
    sayReferencePoseProblem(turn, reading);
  }
}

/** From here on angles count from another zero: what was shown of the old one is over. */
function takeNewZero(turn: StepDraft, awaited: boolean): void {
  turn.state.range = freshRange;
  turn.state.presence = present;
  if (awaited) say(turn, wordsFor(turn.state.plan).newStart);
}

/** Leaves a phase that waits for something, once it is there. */
export function observeGates(turn: StepDraft, reading: Reading): void {
  const { state } = turn;
  const phase = currentPhase(state.clock);
  if (phase === null || phase.length !== null || state.clock.pausedAt !== null) return;
  if (phase.kind === 'neutral') {
    if (state.referencePose.set !== null && state.referencePose.askedAt === null) leaveNow(turn, state.now);
    else sayReferencePoseProblem(turn, reading);
  } else if (phase.kind === 'turn') {
    const framed = reading.framing.ready && reading.time >= state.clock.startedAt;
    state.framedSince = framed ? (state.framedSince ?? reading.time) : null;
    const settled = state.framedSince !== null && reading.time - state.framedSince >= FRAMED_FOR;
    const turning = elapsedAt(state.clock, state.now) < TURNING;
    if (settled && elapsedAt(state.clock, state.now) >= SHORTEST_TURN) leaveNow(turn, state.now);
    else if (!framed && !turning) sayInTheWay(turn, reading, phase.side);
  }
}

/** What keeps a change of sides from being seen: the same words as in the set-up, each no more often than a neutral's. */
function sayInTheWay(turn: StepDraft, reading: Reading, side: WorkingSide): void {
  const { state } = turn;
  if (state.now < state.pacing.quietUntil) return;
  if (state.referencePoseSaidAt !== null && state.now - state.referencePoseSaidAt < REFERENCE_POSE_AGAIN) return;
  // In a set nobody else is in the way: a helper who sits there must not stand before what is.
  const alone = { ...reading, people: null };
  const advice = firstBad(gateChecks(alone, state.plan.drill, side, wordsFor(state.plan).gate))?.advice;
  if (!advice) return;
  say(turn, `${advice.what} ${advice.todo}`);
  state.referencePoseSaidAt = state.now;
}

function sayReferencePoseProblem(turn: StepDraft, reading: Reading): void {
  const { state } = turn;
  if (state.clock.pausedAt !== null || state.now < state.pacing.quietUntil || !mayTalk(state)) return;
  const reason = referencePoseProblem(reading);
  const since =
    state.referencePoseSaidAt ??
    state.clock.startedAt + state.clock.pausedFor + REFERENCE_POSE_PATIENCE - REFERENCE_POSE_AGAIN;
  if (reason === null || state.now - since < REFERENCE_POSE_AGAIN) return;
  if (reason === 'moving') say(turn, wordsFor(state.plan).holdStill);
  else if (reason === 'bad-view') sayInTheWay(turn, reading, currentPhase(state.clock)?.side ?? 'left');
  else sayReason(turn, reason, reading);
  state.referencePoseSaidAt = state.now;
}

function referencePoseProblem(reading: Reading): Reason | 'moving' | null {
  if (!reading.person.seen) return reading.person.reason;
  const held = reading.referencePose.kind === 'holding' ? reading.referencePose.problem : null;
  return held ?? reading.light.problem ?? reading.framing.problem;
}
