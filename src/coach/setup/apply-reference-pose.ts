import type { Reading } from '../../instrument/output/reading.ts';
import type { Seconds, WorkingSide } from '../../instrument/geometry/units.ts';
import { isWorking } from '../speech/announce.ts';
import { say, sayReason, mayTalk } from '../speech/speak.ts';
import type { StepDraft } from '../coach-state.ts';
import { spokenReason } from '../speech/coach-words.ts';
import { firstBad, gateChecks } from './gate-checks.ts';
import { type ReferencePoseWatch, watchReferencePose } from './reference-pose-watch.ts';
import { BETWEEN_LOOKS } from '../record/discard-invalidated-frames.ts';
import { isCameraReason } from '../rules/picture-reason.ts';
import { dropSince } from '../rules/rule-set-state.ts';
import { present } from './presence.ts';
import { startProblem } from './start-problem.ts';
import { freshGainWatch } from '../progress/suspect-gain.ts';
import { freshRange } from '../progress/range-tracker.ts';
import { closeFlags, leaveNow } from '../timeline/run-timeline.ts';
import { currentPhase, elapsedAt } from '../timeline/timeline-clock.ts';

/** A change of sides lasts at least this long, and the framing check must have passed for this long at its end. */
const SHORTEST_CHANGE_OF_SIDES: Seconds = 5;
const FRAMED_FOR: Seconds = 1.5;
/** Time to turn round before anything is said. */
const UNDISTURBED: Seconds = 12;
/** The person is told what prevents the reference pose after this time, and again after the second. */
const REFERENCE_POSE_PATIENCE: Seconds = 6;
const REFERENCE_POSE_AGAIN: Seconds = 10;
/** What is plainly wrong with the posture is told sooner by this. */
const PLAIN_SOONER: Seconds = 3;

/** Follows the reference pose of the instrument: requests a new one when needed and tells the person. */
export function applyReferencePose(draft: StepDraft, reading: Reading): void {
  const { state, effects } = draft;
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
  if (!reading.cameraUnsure && !reading.cameraMoved) state.cameraSureAt = reading.time;
  if (watch.set !== before.set) takeNewReferencePose(draft, before);
  if (askAgain !== null) {
    if (isCameraReason(askAgain)) dropFlagsOfCamera(draft);
    closeFlags(draft, reading.time);
    if (askAgain === 'not-the-start') state.range = freshRange;
    effects.push({ kind: 'begin-neutral' });
    if (before.pending === null) {
      say(draft, spokenReason(askAgain, reading, state.plan.words), true);
      state.referencePoseSaidAt = state.now + REFERENCE_POSE_PATIENCE - REFERENCE_POSE_AGAIN;
    }
  } else if (watch.pending !== null && working) {
    sayReferencePoseProblem(draft, reading);
  }
}

/**
 * Angles now count from a new reference pose, so the best range and the announced reasons are reset. What was read before
 * the camera moved stays: it was counted from a start that was right.
 */
function takeNewReferencePose(draft: StepDraft, { pending }: ReferencePoseWatch): void {
  const { range } = draft.state;
  draft.state.range = isCameraReason(pending) ? { ...range, filling: null } : freshRange;
  draft.state.gain = freshGainWatch;
  draft.state.presence = present;
  if (pending !== null) say(draft, draft.state.plan.words.newStart);
}

/** What began when the camera did is the camera's: its flag is neither recorded nor spoken, its angle is no range. */
function dropFlagsOfCamera({ state }: StepDraft): void {
  const since = (state.cameraSureAt ?? state.now) - BETWEEN_LOOKS;
  state.rules = dropSince(state.rules, since);
  const { range } = state;
  state.range = { ...range, filling: null, stretches: range.stretches.filter(({ end }) => end <= since) };
}

/** Ends a phase without a length once its condition is met. */
export function applyWaitingPhase(draft: StepDraft, reading: Reading): void {
  const { state } = draft;
  const phase = currentPhase(state.clock);
  if (phase === null || phase.length !== null || state.clock.pausedAt !== null) return;
  if (phase.kind === 'neutral') {
    if (state.referencePose.set !== null && state.referencePose.askedAt === null) leaveNow(draft, state.now);
    else sayReferencePoseProblem(draft, reading);
  } else if (phase.kind === 'turn') {
    const framed = reading.framing.ready && reading.time >= state.clock.startedAt;
    state.framedSince = framed ? (state.framedSince ?? reading.time) : null;
    const settled = state.framedSince !== null && reading.time - state.framedSince >= FRAMED_FOR;
    const turning = elapsedAt(state.clock, state.now) < UNDISTURBED;
    // What to do with band or strap is heard to its end.
    const shortest = Math.max(SHORTEST_CHANGE_OF_SIDES, state.announcedUntil);
    if (settled && elapsedAt(state.clock, state.now) >= shortest) leaveNow(draft, state.now);
    else if (!framed && !turning) sayPlacementProblem(draft, reading, phase.side);
  }
}

/** Says what prevents a change of sides from being seen, in the words of the set-up gate. */
function sayPlacementProblem(draft: StepDraft, reading: Reading, side: WorkingSide): void {
  const { state } = draft;
  if (state.now < state.pacing.quietUntil) return;
  if (state.referencePoseSaidAt !== null && state.now - state.referencePoseSaidAt < REFERENCE_POSE_AGAIN) return;
  // Other people are ignored during a set, so that a helper does not hide the real problem.
  const alone = { ...reading, people: null };
  const advice = firstBad(gateChecks(alone, state.plan.drill, side, state.plan.words.gate))?.advice;
  if (!advice) return;
  say(draft, `${advice.what} ${advice.todo}`);
  state.referencePoseSaidAt = state.now;
}

function sayReferencePoseProblem(draft: StepDraft, reading: Reading): void {
  const { state } = draft;
  const isPaused = state.clock.pausedAt !== null && !state.away?.waits;
  if (isPaused || state.now < state.pacing.quietUntil || !mayTalk(state)) return;
  const reason = startProblem(reading);
  const since =
    state.referencePoseSaidAt ??
    state.clock.startedAt + state.clock.pausedFor + REFERENCE_POSE_PATIENCE - REFERENCE_POSE_AGAIN;
  const sooner = reading.framing.difference?.kind === reason ? PLAIN_SOONER : 0;
  if (reason === null || state.now - since < REFERENCE_POSE_AGAIN - sooner) return;
  if (reason === 'moving') say(draft, state.plan.words.holdStill);
  else if (reason === 'bad-view') sayPlacementProblem(draft, reading, currentPhase(state.clock)?.side ?? 'left');
  else sayReason(draft, reason, reading);
  state.referencePoseSaidAt = state.now;
}
