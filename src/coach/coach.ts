import type { Seconds } from '../instrument/geometry/units.ts';
import { finiteReading } from '../instrument/output/finite-reading.ts';
import type { Reading } from '../instrument/output/reading.ts';
import { applyReading, applySilence } from './apply-reading.ts';
import type { CoachInput, CoachStep, SetPlan, TimelinePhase } from './coach-contract.ts';
import { beginStep, type CoachState, freshState, type StepDraft } from './coach-state.ts';
import { overrideAway } from './posture/apply-posture.ts';
import { noteBackMoved } from './speech/back-question.ts';
import { say, sayQueued } from './speech/speak.ts';
import { passOverdueSteps } from './timeline/apply-sequence.ts';
import { countByKey } from './timeline/count-by-key.ts';
import {
  closeFlags,
  endPiece,
  enterFirst,
  finish,
  giveBeats,
  goOn,
  leaveNow,
  runTimeline,
  waitForPerson,
} from './timeline/run-timeline.ts';
import { buildTimeline } from './timeline/timeline.ts';
import { pauseClock } from './timeline/timeline-clock.ts';

/**
 * Begins a set. There is no `begin-side` for the first side, because the source was opened for it.
 * @param time seconds on the clock of the source
 * @param phases the timeline to follow; by default that of the plan's preset (see also `given-timeline.ts`)
 */
export function startCoach(
  plan: SetPlan,
  time: Seconds,
  phases: readonly TimelinePhase[] = buildTimeline(plan),
): CoachStep<CoachState> {
  const draft = beginStep(freshState(plan, phases, time));
  enterFirst(draft);
  return draft;
}

/**
 * Takes one input and returns the new state with its effects. Pure, so it runs the same in the page and in Node. All times are
 * on the clock of the source. A reading may be older than the last tick; it counts for the phase in which it was taken. After
 * the end of the set nothing changes, nor for an input whose time is not finite.
 */
export function stepCoach(state: CoachState, input: CoachInput): CoachStep<CoachState> {
  const time = input.kind === 'reading' ? input.reading.time : input.time;
  if (state.ended !== null || !Number.isFinite(time)) return { state, effects: [] };
  const draft = beginStep(state);
  if (input.kind === 'slept') wakeUp(draft, input);
  if (draft.state.ended !== null) return draft;
  draft.state.now = Math.max(state.now, time);
  runTimeline(draft);
  if (draft.state.ended === null) apply(draft, input);
  if (draft.state.ended === null) runTimeline(draft);
  sayQueued(draft);
  return draft;
}

function apply(draft: StepDraft, input: CoachInput): void {
  const { now } = draft.state;
  switch (input.kind) {
    case 'reading':
      return applyFinite(draft, input.reading);
    case 'tick':
      giveBeats(draft);
      passOverdueSteps(draft);
      return applySilence(draft);
    case 'pause':
      return pause(draft, now);
    case 'resume':
      return resume(draft, now);
    case 'skip':
      return leaveNow(draft, now);
    case 'count':
      return countByKey(draft);
    case 'back-moved':
      return noteBackMoved(draft);
    case 'stop':
      return finish(draft, input.why, now);
    case 'slept':
      return;
    case 'source-ended':
      return finish(draft, 'source-ended', now);
  }
}

/** Longest sleep after which the phase is taken up again. Nobody attended a set that stood still for longer. */
const LONGEST_SLEEP: Seconds = 60;

/**
 * The time that was slept through counts for nothing: the set ended before it, or its phase goes on after it. A set that the
 * person had paused stays paused.
 */
function wakeUp(draft: StepDraft, { time, lasted }: Extract<CoachInput, { kind: 'slept' }>): void {
  const { state } = draft;
  const from = state.now;
  if (state.clock.pausedAt !== null && !state.away?.waits) return;
  if (lasted > LONGEST_SLEEP) return finish(draft, 'interrupted', from);
  if (state.clock.pausedAt !== null) return;
  waitForPerson(draft, from);
  state.now = Math.max(from, time);
  goOn(draft, state.now, state.plan.words.slept);
}

function applyFinite(draft: StepDraft, reading: Reading): void {
  const finite = finiteReading(reading);
  if (finite) applyReading(draft, finite);
}

function pause(draft: StepDraft, time: Seconds): void {
  const { state } = draft;
  if (state.clock.pausedAt !== null) {
    // The set waited for the person, who now pauses it.
    if (state.away?.waits !== true) return;
    state.away = { ...state.away, waits: false, overridden: true };
    return say(draft, state.plan.words.paused);
  }
  closeFlags(draft, time);
  endPiece(draft, time);
  state.clock = pauseClock(state.clock, time);
  say(draft, state.plan.words.paused);
}

function resume(draft: StepDraft, time: Seconds): void {
  const { state } = draft;
  if (state.clock.pausedAt === null) return;
  overrideAway(draft);
  goOn(draft, time);
}
