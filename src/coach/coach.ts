import type { CoachEffect, CoachInput, CoachStep, Gauge, SetPlan, TimelinePhase } from './coach-contract.ts';
import { type CoachState, freshState } from './coach-state.ts';
import { followPosture, postureHears } from './posture/posture-stage.ts';
import { shownAngle, shownPelvisContribution } from './progress/angle-display.ts';
import { isWithinError } from './progress/clean-range.ts';
import { stepAt } from './progress/movement-sequence.ts';
import { measure, progressHears } from './progress/progress-stage.ts';
import { bestSoFar } from './progress/range-so-far.ts';
import { isBorrowing } from './rules/range-rules.ts';
import { areCalm, liveFlags } from './rules/rule-set-state.ts';
import { rulesHear, watchRules } from './rules/rules-stage.ts';
import { isTooSlow } from './setup/setup-gate.ts';
import { isSilent, setUp, setupHears } from './setup/setup-stage.ts';
import { changeBeep, countdownOf, effortAt } from './speech/announce.ts';
import { awaitsStart, comingBeats, giveMarks, isBackAsked, wordNow } from './speech/phase-voice.ts';
import { sayQueued, speakOfFaults, speechHears } from './speech/speech-stage.ts';
import type { CoachEvent, Draft, Found, Room } from './stage.ts';
import { repsGoal } from './timeline/planned-length.ts';
import { currentPhase, elapsedAt, leftAt, nextPhase, phaseAt, wholeSet } from './timeline/timeline-clock.ts';
import {
  beginSet,
  goOn,
  hearAgain,
  leaveDoneReps,
  leaveIfOver,
  loseHearing,
  sleep,
  tellWait,
  timelineHears,
} from './timeline/timeline-stage.ts';
import { buildTimeline } from './timeline/timeline.ts';
import type { Seconds } from '../instrument/geometry/units.ts';
import { finiteReading, type Reading } from '../instrument/output/reading.ts';
import type { Reason } from '../instrument/output/reason.ts';

/** What the rooms do about an event, in the order in which they hear it. */
const HEARERS: readonly ((step: Step, told: CoachEvent) => void)[] = [
  (step, told) => step.run('posture', (draft) => postureHears(draft, told)),
  (step, told) => step.run('timeline', (draft) => timelineHears(draft, told)),
  (step, told) => step.run('rules', (draft) => rulesHear(draft, told)),
  (step, told) => step.run('setup', (draft) => setupHears(draft, told)),
  (step, told) => step.run('progress', (draft) => progressHears(draft, told)),
  (step, told) => step.run('speech', (draft) => speechHears(draft, told)),
];

/** One step of the coach in progress. Only here the parts of the state are put together. */
class Step {
  readonly #effects: CoachEffect[] = [];
  #state: CoachState;

  constructor(state: CoachState) {
    this.#state = state;
  }

  get state(): CoachState {
    return this.#state;
  }

  get isOver(): boolean {
    return this.#state.timeline.ended !== null;
  }

  get done(): CoachStep<CoachState> {
    return { state: this.#state, effects: this.#effects };
  }

  setClock(now: Seconds): void {
    this.#state = { ...this.#state, now };
  }

  /** Runs a stage of a room, and hands on what it tells before the next stage. @returns what the stage found */
  run<Own extends Room, Result>(room: Own, stage: (draft: Draft<Own>) => Result): Result {
    const draft: Draft<Own> = { own: { ...this.#state[room] }, seen: this.#state, out: [] };
    const result = stage(draft);
    this.#state = { ...this.#state, [room]: draft.own };
    for (const told of draft.out) {
      if ('kind' in told) this.#effects.push(told);
      else this.tell(told);
    }
    return result;
  }

  /** Every room hears every event, its own too. */
  tell(told: CoachEvent): void {
    for (const hear of HEARERS) hear(this, told);
  }
}

/**
 * Begins a set. There is no `begin-side` for the first side, because the source was opened for it.
 * @param time seconds on the clock of the source
 * @param phases the timeline to follow; by default that of the plan's preset (see also `followTimeline`)
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
 * (`Step.tell`).
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

/**
 * A number that was just lost has no reason yet, because most come back sooner than a sentence is read: a person who lies in full
 * view was told for a second that nobody is in the picture.
 */
const REASON_AFTER: Seconds = 2;

/** Without a camera only the steps of a sequence have no length: out and back. An estimate. */
const STEP_LENGTH: Seconds = 5;

/** What the screen shows now. Reasons are `Reason` codes; `src/ui` has the texts. */
export function gauge(state: CoachState): Gauge {
  const { now, plan, progress } = state;
  const { clock, ended } = state.timeline;
  const { away } = state.posture;
  const phase = currentPhase(clock);
  const elapsed = elapsedAt(clock, now);
  const angle = shownAngle(progress.angle, now);
  const counting = phase?.kind === 'reps';
  const { shown } = state.speech.pacing;
  const progressed = progressOf(state, elapsed);
  const found = bestSoFar(state, (phase ?? clock.phases.at(-1))?.side ?? 'left');
  const best = found === null || isWithinError(found) ? null : found;
  return {
    phase,
    word: wordNow(state),
    next: nextPhase(clock),
    left: ended === null ? leftAt(clock, now) : null,
    progress: progressed,
    paused: clock.pausedAt !== null && away?.waits !== true,
    ...(plan.drill.camera === 'none' ? { whole: wholeSet(clock, progressed, () => repsGoal(plan) * STEP_LENGTH) } : {}),
    ...(state.timeline.waits ? { unheard: true } : {}),
    away: away && { text: away.text, waits: away.waits },
    finished: ended,
    angle,
    angleReason: angle === null ? whyNoAngle(state) : null,
    pelvisContribution: shownPelvisContribution(progress.angle, now),
    ...(liveFlags(state.rules).some(({ rule }) => isBorrowing(rule.id)) ? { borrows: true as const } : {}),
    best: best?.value ?? null,
    ...(best === null ? {} : { bestSd: best.sd }),
    effort: phase === null || awaitsStart(state) ? null : effortAt(phase, elapsed),
    cue: shown === null ? null : { rule: shown.rule, text: shown.text, severity: shown.severity },
    repsDone: repsDone(state),
    repsGoal: plan.drill.reps === null || (counting && phase.length !== null) ? 0 : repsGoal(plan),
    ...(counting && plan.drill.reps?.sequence
      ? { step: stepAt(plan.drill.reps.sequence, progress.sequence.count) }
      : {}),
    hold: counting ? progress.reps.hold : null,
    ...(isBackAsked(state.speech, state) ? { asksBack: true } : {}),
    ...(isSlow(state) ? { slow: true } : {}),
    ...(areCalm(state.rules) ? { calm: true } : {}),
  };
}

/**
 * A missing picture comes first, because nothing else is known then. The leading reason comes before that of one frame.
 * Null: the number was lost a moment ago, or the person has come out of the stretch.
 */
function whyNoAngle({ now, setup: { referencePose }, posture: { away }, progress }: CoachState): Reason | null {
  const { angle, presence } = progress;
  if (angle.reason === 'no-picture') return angle.reason;
  if (referencePose.pending !== null) return referencePose.pending;
  // The position is right, and the screen already asks the person back into the stretch.
  if (away?.kind === 'out-of-stretch') return null;
  if (angle.seenAt !== null && now - angle.seenAt < REASON_AFTER) return null;
  return presence.reason ?? angle.reason ?? 'no-person';
}

function isSlow({ setup: { pictureRate }, timeline: { pieceStart }, plan }: CoachState): boolean {
  const time = pictureRate.at(-1);
  return time !== undefined && isTooSlow(pictureRate, time, pieceStart ?? time, plan.drill.instrument.frameRate);
}

/** Without a camera the steps of a sequence are called, and other repetitions are counted by the person's key. */
const repsDone = ({ plan: { drill }, progress: { sequence, reps } }: CoachState): number =>
  drill.camera === 'none' && drill.reps?.sequence ? sequence.count : reps.good;

function progressOf(state: CoachState, elapsed: number): number {
  const { clock, ended } = state.timeline;
  const phase = currentPhase(clock);
  if (phase === null || ended !== null) return 1;
  if (phase.length !== null) return phase.length > 0 ? Math.min(1, elapsed / phase.length) : 1;
  return phase.kind === 'reps' ? Math.min(1, repsDone(state) / repsGoal(state.plan)) : 0;
}

/** A tone that sounds at a known time if nothing intervenes. */
export interface ComingTone {
  /** On the set's clock. */
  readonly at: Seconds;
  readonly tone: Extract<CoachEffect, { kind: 'beep' }>['tone'];
}

/**
 * The tones of the next seconds: countdowns, changes of phase, the beats of the present phase, the end. None while the clock stands; none
 * beyond a phase that waits for a condition.
 */
export function comingTones({ now, plan, timeline, speech }: CoachState, ahead: Seconds): readonly ComingTone[] {
  const { clock, ended, unheard } = timeline;
  if (ended !== null || clock.pausedAt !== null) return [];
  const until = now + ahead;
  const tones: ComingTone[] = [];
  let start = clock.startedAt + clock.pausedFor;
  for (let index = clock.index; start <= until; index += 1) {
    const phase = clock.phases[index];
    const before = clock.phases[index - 1] ?? null;
    if (phase === undefined) {
      tones.push({ at: start, tone: 'finish' });
      break;
    }
    const change = changeBeep(phase, before);
    if (index > clock.index && change !== null) tones.push({ at: start, tone: change.tone });
    for (const at of countdownOf(phase)) tones.push({ at: start + at, tone: 'count' });
    if (index === clock.index)
      for (const at of comingBeats(plan, phase, speech, now - start, until - start))
        tones.push({ at: start + at, tone: 'tick' });
    // No change of phase comes while nobody could hear it.
    if (phase.length === null || unheard) break;
    start += phase.length;
  }
  return tones.filter(({ at }) => at > now && at <= until);
}
