import type { Reading } from '../instrument/output/reading.ts';
import type { Reason } from '../instrument/output/reason.ts';
import type { Seconds } from '../instrument/geometry/units.ts';
import { type AngleDisplay, noAngle } from './progress/angle-display.ts';
import type { Mark } from './speech/announce.ts';
import type { CoachEffect, SetPlan, TimelinePhase } from './coach-contract.ts';
import { type CuePacing, freshPacing, keepQuiet } from './speech/cue-pacing.ts';
import { type JudgedReading, judgeReading } from './rules/judged-reading.ts';
import { askReferencePose, type ReferencePoseWatch, noReferencePose } from './setup/reference-pose-wait.ts';
import type { PutRight } from './speech/praise.ts';
import { type Presence, present } from './setup/presence.ts';
import { freshRange, type RangeTracker } from './progress/range-tracker.ts';
import { freshSequence, type SequenceWatch } from './timeline/movement-sequence.ts';
import { freshCounter, type RepCounter } from './progress/rep-counter.ts';
import { atRest, type RotationSpeed } from './rules/rotation-speed.ts';
import { longBack, type RoundedBack, withoutRoundedBack } from './rules/rounded-back.ts';
import { openRuleBook, type RuleSetState } from './rules/rule-set-state.ts';
import type { EndReason, PhaseRecord } from './record/set-record.ts';
import { spokenReason } from './speech/spoken-reason.ts';
import { startClock, type TimelineClock } from './timeline/timeline-clock.ts';
import { noWords, type WaitingWords } from './speech/waiting-words.ts';
import { wordsFor } from './speech/words-for.ts';

/** The coach's whole memory. Immutable: every step makes a new one; frames are not in it (see `set-recorder.ts`). */
export interface CoachState {
  readonly plan: SetPlan;
  /** Latest time seen in any input. */
  readonly now: Seconds;
  /** Time of the last reading; the start of the set or its going on where that is later. */
  readonly readAt: Seconds;
  readonly clock: TimelineClock;
  /** Phases that are over; a pause ends one record and begins another. */
  readonly history: readonly PhaseRecord[];
  /** When the running piece of the present phase began; null while paused. */
  readonly pieceStart: Seconds | null;
  readonly marks: readonly Mark[];
  /** Seconds of the phase up to which marks have been given. */
  readonly marked: Seconds;
  readonly ended: EndReason | null;
  readonly referencePose: ReferencePoseWatch;
  readonly book: RuleSetState;
  readonly pacing: CuePacing;
  readonly reps: RepCounter;
  /** Of a drill that goes through several directions. */
  readonly sequence: SequenceWatch;
  readonly range: RangeTracker;
  readonly angle: AngleDisplay;
  readonly speed: RotationSpeed;
  /** What of a bend is the back's. */
  readonly back: RoundedBack;
  /** Seconds of the phase up to which the metronome has been given. */
  readonly beaten: Seconds;
  readonly presence: Presence;
  /** When a red compensation was last on. */
  readonly redAt: Seconds | null;
  /** Since when the framing check is content, for the change of sides. */
  readonly framedSince: Seconds | null;
  /** When the person was last told what keeps the neutral from being set. */
  readonly referencePoseSaidAt: Seconds | null;
  readonly words: WaitingWords;
  /** A fault that has just been put right. */
  readonly putRight: PutRight | null;
  readonly praisedAt: Seconds | null;
}

/** Between the hold of a start and the first reading of the set. */
const HELD_BEFORE: Seconds = 5;

/** One step in the making: its own copy of the state, and what it asks the shell to do. */
export interface StepDraft {
  readonly state: { -readonly [K in keyof CoachState]: CoachState[K] };
  readonly effects: CoachEffect[];
}

export const beginTurn = (state: CoachState): StepDraft => ({ state: { ...state }, effects: [] });

export const freshState = (plan: SetPlan, phases: readonly TimelinePhase[], time: Seconds): CoachState => ({
  plan,
  now: time,
  readAt: time,
  clock: startClock(phases, time),
  history: [],
  pieceStart: time,
  marks: [],
  marked: 0,
  ended: null,
  // A neutral that was held just before the set began is taken for the set's.
  referencePose: plan.armed ? askReferencePose(noReferencePose, time - HELD_BEFORE) : noReferencePose,
  book: openRuleBook(plan.drill),
  pacing: freshPacing,
  reps: freshCounter,
  sequence: freshSequence,
  range: freshRange,
  angle: noAngle,
  speed: atRest,
  back: longBack,
  beaten: 0,
  presence: present,
  redAt: null,
  framedSince: null,
  referencePoseSaidAt: null,
  words: noWords,
  putRight: null,
  praisedAt: null,
});

/** Says something and keeps cues from talking over it. */
export function say({ state, effects }: StepDraft, text: string, urgent = false): void {
  effects.push({ kind: 'say', text, urgent });
  state.pacing = keepQuiet(state.pacing, state.now, text, state.plan.voiceRate);
}

/** Says why there is no number. */
export function sayReason(turn: StepDraft, reason: Reason, reading: Reading | null): void {
  const text = spokenReason(reason, reading, wordsFor(turn.state.plan));
  turn.effects.push({ kind: 'say', text, urgent: false, about: reason });
  turn.state.pacing = keepQuiet(turn.state.pacing, turn.state.now, text, turn.state.plan.voiceRate);
}

/** A reading as the coach may use it: nothing counts while a new neutral is awaited, and what the back lends is not the hip's. */
export const judge = (state: CoachState, reading: Reading): JudgedReading =>
  withoutRoundedBack(judgeAsRead(state, reading), state.back);

/** The same with what a rounded back lends still in it. */
export function judgeAsRead(state: CoachState, reading: Reading): JudgedReading {
  const { pending } = state.referencePose;
  return pending === null
    ? judgeReading(reading, state.plan.drill)
    : { body: null, reasons: [reading.person.seen ? pending : reading.person.reason] };
}
