import { isWorking } from '../drill-definition.ts';
import type { Seconds, WorkingSide } from '../../instrument/geometry/units.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { CoachState } from '../coach-state.ts';
import { BETWEEN_LOOKS } from '../record/frame-record.ts';
import { isCameraReason } from '../rules/judged-reading.ts';
import { spokenReason } from '../speech/coach-words.ts';
import { ask, isQuiet, mayTalk, say, sayReason, sayWhenQuiet } from '../speech/phase-voice.ts';
import type { CoachEvent, Draft, Told } from '../stage.ts';
import { currentPhase, elapsedAt } from '../timeline/timeline-clock.ts';
import { firstBad, gateChecks, isHardToSee } from './gate-checks.ts';
import { isTooSlow, REFUSED_FOR, stepPictureRate } from './setup-gate.ts';
import { askReferencePose, forgetReferencePose, watchReferencePose } from './reference-pose-watch.ts';
import { startProblem } from './gate-words.ts';

type SetupDraft = Draft<'setup'>;

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
/** What a phone lacks is said again after this time, and waits this long for a quiet moment. */
const PHONE_AGAIN: Seconds = 25;
const PHONE_TALKS: Seconds = 5;
/** A change of sides waits for the phone up to this long. */
const PHONE_PATIENCE: Seconds = 60;
/** A remark may wait this long for a quiet moment. */
const RATE_PATIENCE: Seconds = 10;
/** After this long without a reading, the values of the last one no longer count. */
const SILENT_AFTER: Seconds = 1;

/** Takes a reading: the rate of the pictures, the reference pose, and whether a phase may end that waits for it or for the framing. */
export function setUp(draft: SetupDraft, reading: Reading): void {
  draft.own.readAt = reading.time;
  watchRate(draft, reading.time);
  followReferencePose(draft, reading);
  tellPhone(draft, reading);
  endWaitingPhase(draft, reading);
}

/** Whether no reading has come for a while, although one should. */
export const isSilent = ({ plan, setup, now }: CoachState): boolean =>
  plan.drill.camera !== 'none' && now - setup.readAt > SILENT_AFTER;

/** What other rooms tell the set-up. */
export function setupHears(draft: SetupDraft, told: CoachEvent): void {
  if (told.event === 'phase-begun') beginPhase(draft, told);
  // A paused source gives no readings, so silence is counted from here.
  if (told.event === 'went-on') draft.own.readAt = draft.seen.now;
}

function beginPhase({ own, out }: SetupDraft, told: Told<'phase-begun'>): void {
  const { phase, before, at } = told;
  if (before !== null && before.side !== phase.side) {
    out.push({ kind: 'begin-side', side: phase.side });
    own.referencePose = forgetReferencePose(own.referencePose);
  }
  if (phase.kind === 'neutral') {
    own.referencePose = askReferencePose(own.referencePose, at);
    out.push({ kind: 'begin-neutral' });
  }
  own.framedSince = null;
  own.problemSaidAt = null;
}

/** Says once that too few pictures a second come; they are measured all the same. */
function watchRate(draft: SetupDraft, time: Seconds): void {
  const { own, seen } = draft;
  const since = seen.timeline.pieceStart ?? time;
  own.pictureRate = stepPictureRate(own.pictureRate, time, since);
  const { words, drill } = seen.plan;
  if (!isTooSlow(own.pictureRate, time, since, drill.instrument.frameRate)) return;
  sayWhenQuiet(draft, 'picture-too-slow', words.reasons['picture-too-slow'].say[0], RATE_PATIENCE);
}

/** A phone that watches and has slid, or sends nothing, is told in a quiet moment. No phone in a reading: it was lost for good. */
function tellPhone(draft: SetupDraft, { phone }: Reading): void {
  const { plan, timeline, now } = draft.seen;
  const phase = currentPhase(timeline.clock);
  if (!plan.phone || phase === null || !isWorking(phase.kind)) return;
  const state = phone?.state ?? 'silent';
  if (state !== 'slid' && state !== 'silent') return;
  const about = `phone-${state}` as const;
  sayWhenQuiet(draft, `${about} ${Math.floor(now / PHONE_AGAIN)}`, plan.words.reasons[about].say[0], PHONE_TALKS);
}

/** Follows the reference pose of the instrument: requests a new one when needed and tells the person. */
function followReferencePose(draft: SetupDraft, reading: Reading): void {
  const { own, seen, out } = draft;
  const { clock } = seen.timeline;
  const { set: setBefore, pending: pendingBefore } = own.referencePose;
  const phase = currentPhase(clock);
  const working = phase !== null && isWorking(phase.kind);
  const needed = working || phase?.kind === 'rest';
  const atWork = {
    since: working && clock.pausedAt === null ? clock.startedAt : null,
    tooLate: seen.plan.startBeforeWork ?? false,
  };
  const { watch, askAgain } = watchReferencePose(own.referencePose, reading, needed, atWork);
  own.referencePose = watch;
  if (!reading.cameraUnsure && !reading.cameraMoved) own.cameraSureAt = reading.time;
  if (watch.set !== setBefore) {
    out.push({ event: 'reference-pose-taken' });
    if (pendingBefore !== null) say(draft, seen.plan.words.newStart);
  }
  if (askAgain !== null) {
    const since = isCameraReason(askAgain) ? (own.cameraSureAt ?? seen.now) - BETWEEN_LOOKS : null;
    out.push({ event: 'reference-pose-lost', since, at: reading.time }, { kind: 'begin-neutral' });
    if (pendingBefore !== null) return;
    say(draft, spokenReason(askAgain, reading, seen.plan.words), true);
    own.problemSaidAt = seen.now + REFERENCE_POSE_PATIENCE - REFERENCE_POSE_AGAIN;
  } else if (watch.pending !== null && working) {
    sayReferencePoseProblem(draft, reading);
  }
}

/** Ends a phase without a length once its condition is met. */
function endWaitingPhase(draft: SetupDraft, reading: Reading): void {
  const { own, seen, out } = draft;
  const { clock } = seen.timeline;
  const phase = currentPhase(clock);
  if (phase === null || phase.length !== null || clock.pausedAt !== null) return;
  if (phase.kind === 'neutral') {
    if (own.referencePose.set !== null && own.referencePose.askedAt === null) out.push({ event: 'condition-met' });
    else sayReferencePoseProblem(draft, reading);
  } else if (phase.kind === 'turn') {
    const isPhoneIn = !reading.phone || reading.phone.state === 'ready' || elapsedAt(clock, seen.now) > PHONE_PATIENCE;
    const framed = reading.framing.ready && isPhoneIn && reading.time >= clock.startedAt;
    own.framedSince = framed ? (own.framedSince ?? reading.time) : null;
    const settled = own.framedSince !== null && reading.time - own.framedSince >= FRAMED_FOR;
    const elapsed = elapsedAt(clock, seen.now);
    // What to do with band or strap is heard to its end.
    const shortest = Math.max(SHORTEST_CHANGE_OF_SIDES, seen.speech.announcedUntil);
    if (settled && elapsed >= shortest) out.push({ event: 'condition-met' });
    else if (!framed && elapsed >= UNDISTURBED) sayPlacementProblem(draft, reading, phase.side);
  }
}

/** Says what prevents a change of sides from being seen, in the words of the set-up gate. */
function sayPlacementProblem(draft: SetupDraft, reading: Reading, side: WorkingSide): void {
  const { own, seen } = draft;
  if (!isQuiet(draft, seen.speech)) return;
  if (own.problemSaidAt !== null && seen.now - own.problemSaidAt < REFERENCE_POSE_AGAIN) return;
  // Other people are ignored during a set, so that a helper does not hide the real problem.
  const alone = { ...reading, people: null };
  const advice = firstBad(gateChecks(alone, seen.plan.drill, side, seen.plan.words.gate))?.advice;
  if (!advice) return;
  ask(draft, `${advice.what} ${advice.todo}`);
  own.problemSaidAt = seen.now;
}

function sayReferencePoseProblem(draft: SetupDraft, reading: Reading): void {
  const { own, seen } = draft;
  const { clock } = seen.timeline;
  const isPaused = clock.pausedAt !== null && !seen.posture.away?.waits;
  if (isPaused || !isQuiet(draft, seen.speech) || !mayTalk(seen)) return;
  const reason = startProblem(reading);
  const since = own.problemSaidAt ?? clock.startedAt + clock.pausedFor + REFERENCE_POSE_PATIENCE - REFERENCE_POSE_AGAIN;
  const sooner = reading.framing.difference?.kind === reason ? PLAIN_SOONER : 0;
  if (reason === null || seen.now - since < REFERENCE_POSE_AGAIN - sooner) return;
  if (reason === 'moving') ask(draft, seen.plan.words.holdStill);
  else if (reason === 'bad-view') sayPlacementProblem(draft, reading, currentPhase(clock)?.side ?? 'left');
  else if (reason === 'wrong-posture' && isHardToSee(reading) && elapsedAt(clock, seen.now) >= REFUSED_FOR)
    say(draft, `${spokenReason(reason, reading, seen.plan.words)} ${seen.plan.words.gate.darkClothes}`);
  else sayReason(draft, reason, reading);
  own.problemSaidAt = seen.now;
}
