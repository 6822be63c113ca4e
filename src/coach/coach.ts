import type { Seconds } from '../instrument/geometry/units.ts';
import { finiteReading } from '../instrument/output/finite-reading.ts';
import type { Reading } from '../instrument/output/reading.ts';
import type { CoachInput, CoachStep, SetPlan, TimelinePhase } from './coach-contract.ts';
import { type CoachState, freshState } from './coach-state.ts';
import { followPosture } from './posture/posture-stage.ts';
import { measure } from './progress/progress-stage.ts';
import { watchRules } from './rules/rules-stage.ts';
import { isSilent, setUp } from './setup/setup-stage.ts';
import { giveMarks } from './speech/phase-voice.ts';
import { sayQueued, speakOfFaults } from './speech/speech-stage.ts';
import type { Found } from './stage.ts';
import { Step } from './step.ts';
import {
  beginSet,
  goOn,
  hearAgain,
  leaveDoneReps,
  leaveIfOver,
  loseHearing,
  sleep,
  tellWait,
} from './timeline/timeline-stage.ts';
import { buildTimeline } from './timeline/timeline.ts';
import { phaseAt } from './timeline/timeline-clock.ts';

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
  const step = new Step(freshState(plan, phases, time));
  step.run('timeline', beginSet);
  keepTime(step);
  return step.done;
}

/**
 * Takes one input and returns the new state with its effects. Pure, so it runs the same in the page and in Node. All times are
 * on the clock of the source. A reading may be older than the last tick; it counts for the phase in which it was taken. After
 * the end of the set nothing changes, nor for an input whose time is not finite.
 *
 * Here is the order of everything. A room tells others what concerns them, and they act on it before the next stage
 * (`step.ts`).
 */
export function stepCoach(state: CoachState, input: CoachInput): CoachStep<CoachState> {
  const time = input.kind === 'reading' ? input.reading.time : input.time;
  if (state.timeline.ended !== null || !Number.isFinite(time)) return { state, effects: [] };
  const step = new Step(state);
  const isWoken = input.kind === 'slept' && step.run('timeline', (draft) => sleep(draft, input));
  if (step.isOver) return step.done;
  if (input.kind === 'unheard') {
    step.setClock(Math.max(state.now, Math.min(input.since, time)));
    keepTime(step);
    if (!step.isOver) step.run('timeline', loseHearing);
  }
  if (step.isOver) return step.done;
  step.setClock(Math.max(state.now, time));
  const hasWaited = input.kind === 'heard' && step.run('timeline', hearAgain);
  if (isWoken) step.run('timeline', (draft) => goOn(draft, state.plan.words.slept));
  keepTime(step);
  if (hasWaited && !step.isOver) step.run('timeline', tellWait);
  if (!step.isOver) take(step, input);
  if (!step.isOver) keepTime(step);
  if (!step.isOver) step.run('speech', sayQueued);
  return step.done;
}

/** Leaves phases that are over, and gives the marks that are due. */
function keepTime(step: Step): void {
  while (step.run('timeline', leaveIfOver));
  step.run('timeline', leaveDoneReps);
  step.run('speech', giveMarks);
}

function take(step: Step, input: CoachInput): void {
  if (input.kind !== 'reading') step.tell({ event: 'input', input });
  else takeReading(step, finiteReading(input.reading));
  if (input.kind === 'tick' && isSilent(step.state)) takeSilence(step);
}

function takeReading(step: Step, reading: Reading | null): void {
  if (reading === null) return;
  step.run('setup', (draft) => setUp(draft, reading));
  const judged = step.run('posture', (draft) => followPosture(draft, reading));
  judgeMoment(step, { time: reading.time, reading, judged });
}

/** Without readings there is no picture: flags close, and the angle goes. */
function takeSilence(step: Step): void {
  judgeMoment(step, { time: step.state.now, reading: null, judged: { body: null, reasons: ['no-picture'] } });
}

function judgeMoment(step: Step, moment: Omit<Found, 'phase'>): void {
  const found = { ...moment, phase: phaseAt(step.state.timeline.clock, moment.time) };
  const closed = step.run('rules', (draft) => watchRules(draft, found));
  step.run('speech', (draft) => speakOfFaults(draft, found, closed));
  step.run('progress', (draft) => measure(draft, found));
}
