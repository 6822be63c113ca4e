import type { Seconds } from '../instrument/geometry/units.ts';
import type { CoachInput, CoachStep, SetPlan, TimelinePhase } from './coach-contract.ts';
import { beginTurn, type CoachState, freshState, say, type StepDraft } from './coach-state.ts';
import { giveBeats } from './timeline/metronome.ts';
import { callSteps } from './timeline/observe-sequence.ts';
import { observeReading, observeSilence } from './observe-reading.ts';
import { giveQuietWords } from './speech/speech-queue.ts';
import { closeFlags, endPiece, enterFirst, finish, leaveNow, runTimeline } from './timeline/run-timeline.ts';
import { buildTimeline } from './timeline/timeline.ts';
import { pauseClock, resumeClock } from './timeline/timeline-clock.ts';
import { wordsFor } from './speech/words-for.ts';

/**
 * Begins a set. The first side needs no `begin-side`: the source was opened for it.
 * @param time on the clock of the source, seconds
 * @param phases the timeline to follow instead of the plan's preset (see `given-timeline.ts`)
 */
export function startCoach(
  plan: SetPlan,
  time: Seconds,
  phases: readonly TimelinePhase[] = buildTimeline(plan),
): CoachStep<CoachState> {
  const turn = beginTurn(freshState(plan, phases, time));
  enterFirst(turn);
  return turn;
}

/**
 * One step of the set: pure, the same live and in Node. Times of all inputs are on the clock of the source; a reading may be
 * older than the last tick (it was on its way), and counts for the phase it was taken in. After the end nothing changes.
 */
export function stepCoach(state: CoachState, input: CoachInput): CoachStep<CoachState> {
  if (state.ended !== null) return { state, effects: [] };
  const turn = beginTurn(state);
  const time = input.kind === 'reading' ? input.reading.time : input.time;
  turn.state.now = Math.max(state.now, time);
  runTimeline(turn);
  if (turn.state.ended === null) take(turn, input);
  if (turn.state.ended === null) runTimeline(turn);
  giveQuietWords(turn);
  return turn;
}

function take(turn: StepDraft, input: CoachInput): void {
  const { now } = turn.state;
  switch (input.kind) {
    case 'reading':
      return observeReading(turn, input.reading);
    case 'tick':
      giveBeats(turn);
      callSteps(turn);
      return observeSilence(turn);
    case 'pause':
      return pause(turn, now);
    case 'resume':
      return resume(turn, now);
    case 'skip':
      return leaveNow(turn, now);
    case 'stop':
      return finish(turn, input.why, now);
    case 'source-ended':
      return finish(turn, 'source-ended', now);
  }
}

function pause(turn: StepDraft, time: Seconds): void {
  const { state } = turn;
  if (state.clock.pausedAt !== null) return;
  closeFlags(turn, time);
  endPiece(turn, time);
  state.clock = pauseClock(state.clock, time);
  say(turn, wordsFor(state.plan).paused);
}

function resume(turn: StepDraft, time: Seconds): void {
  const { state } = turn;
  if (state.clock.pausedAt === null) return;
  state.clock = resumeClock(state.clock, time);
  state.pieceStart = time;
  // A source that is paused with the set gives no readings: silence counts from here.
  state.readAt = time;
  say(turn, wordsFor(state.plan).goOn);
}
