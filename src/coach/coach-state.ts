import type { Degrees, Seconds } from '../instrument/geometry/units.ts';
import type { Reading } from '../instrument/output/reading.ts';
import type { CoachEffect, SetPlan, TimelinePhase } from './coach-contract.ts';
import type { RuleId } from './drill-definition.ts';
import { type Away, fitHolds, type FitLost } from './posture/away.ts';
import { noStretch, type StretchWatch } from './posture/stretch-watch.ts';
import { type AngleDisplay, noAngle } from './progress/angle-display.ts';
import { freshRange, type RangeTracker } from './progress/range-tracker.ts';
import { doubted, freshGainWatch, type GainWatch } from './progress/suspect-gain.ts';
import { freshCounter, type RepCounter } from './progress/rep-counter.ts';
import type { EndReason, PhaseRecord } from './record/set-record.ts';
import { type JudgedReading, judgeReading } from './rules/judged-reading.ts';
import type { SpoiltTimes } from './rules/range-rules.ts';
import { atRest, type RotationSpeed } from './rules/rotation-speed.ts';
import { NEUTRAL_SPINE, type RoundedBack, withoutRoundedBack } from './rules/rounded-back.ts';
import { openRules, type RuleSetState } from './rules/rule-set-state.ts';
import type { PictureRate } from './setup/picture-rate.ts';
import { type Presence, present } from './setup/presence.ts';
import { askReferencePose, noReferencePose, type ReferencePoseWatch } from './setup/reference-pose-watch.ts';
import type { Mark } from './speech/announce.ts';
import { type CuePacing, freshPacing } from './speech/cue-pacing.ts';
import { emptyQueue, type SpeechQueue } from './speech/speech-queue.ts';
import { freshSequence, type SequenceWatch } from './timeline/movement-sequence.ts';
import { currentPhase, startClock, type TimelineClock } from './timeline/timeline-clock.ts';

/** A fault that was named aloud and whose flag has ended. */
export interface CorrectedFault {
  readonly rule: RuleId;
  readonly since: Seconds;
  /** Index on the timeline of the phase in which it happened. */
  readonly phase: number;
}

/** The whole memory of the coach. Immutable: each step makes a new one. Frames are kept elsewhere (`set-recorder.ts`). */
export interface CoachState {
  readonly plan: SetPlan;
  /** The latest time in any input. */
  readonly now: Seconds;
  /** Time of the last reading; the start or the last resume of the set if that is later. */
  readonly readAt: Seconds;
  readonly clock: TimelineClock;
  /** The phases that are over. A pause splits a phase into two records. */
  readonly history: readonly PhaseRecord[];
  /** When the present phase began or was resumed; null while paused. */
  readonly pieceStart: Seconds | null;
  /** What is said and sounded during the present phase. */
  readonly marks: readonly Mark[];
  /** Marks up to this time, in seconds of the phase, have been given. */
  readonly marksGivenUntil: Seconds;
  /** Beats of the metronome up to this time, in seconds of the phase, have been given. */
  readonly beatsGivenUntil: Seconds;
  /** Seconds into the present phase until which it is being announced. */
  readonly announcedUntil: Seconds;
  /** The best clean range of the round before, on the same side; null: there was none, or it is not known. */
  readonly earned: Degrees | null;
  readonly ended: EndReason | null;
  readonly referencePose: ReferencePoseWatch;
  /** Time of the last reading in which the camera certainly stood where the reference pose was taken; null: none yet. */
  readonly cameraSureAt: Seconds | null;
  readonly pictureRate: PictureRate;
  readonly rules: RuleSetState;
  readonly pacing: CuePacing;
  readonly reps: RepCounter;
  /** Repetitions that the person counted since `pieceStart`. */
  readonly counted: number;
  /** Progress in a drill that consists of several directions. */
  readonly sequence: SequenceWatch;
  readonly range: RangeTracker;
  /** Watches for gains that the hip may not have made itself. */
  readonly gain: GainWatch;
  readonly angle: AngleDisplay;
  readonly speed: RotationSpeed;
  /** How much of a hip flexion is the rounding of the back. */
  readonly back: RoundedBack;
  readonly presence: Presence;
  /** The person has been told that the set goes on without a number from here. */
  readonly toldWithoutNumber: boolean;
  readonly spoilt: SpoiltTimes;
  /** In a change of sides: since when the framing check has passed. */
  readonly framedSince: Seconds | null;
  /** When the person was last told what prevents the reference pose. */
  readonly referencePoseSaidAt: Seconds | null;
  readonly speechQueue: SpeechQueue;
  /** When the person was last asked about the lower back; null: not yet. */
  readonly backAskedAt: Seconds | null;
  /** The person answered by an arm that the lower back had moved. */
  readonly backMoved: boolean;
  readonly corrected: CorrectedFault | null;
  readonly praisedAt: Seconds | null;
  /** The person has left the position or the stretch; null: they have not. */
  readonly away: Away | null;
  readonly stretch: StretchWatch;
  /** The side and round to which `stretch` belongs. */
  readonly stretchPlace: string | null;
  readonly fitLost: FitLost;
  /** When the person was last told that the picture does not fit. */
  readonly unclearSaidAt: Seconds | null;
  /** How often the present phase was begun again. */
  readonly repeats: number;
}

/** A reference pose that was held before the set may be older than the set by this much. */
const HELD_BEFORE_START: Seconds = 5;

/** One step in progress: a mutable copy of the state, and the effects it has collected. */
export interface StepDraft {
  readonly state: { -readonly [K in keyof CoachState]: CoachState[K] };
  readonly effects: CoachEffect[];
}

export const beginStep = (state: CoachState): StepDraft => ({ state: { ...state }, effects: [] });

export const freshState = (plan: SetPlan, phases: readonly TimelinePhase[], time: Seconds): CoachState => ({
  plan,
  now: time,
  readAt: time,
  clock: startClock(phases, time),
  history: [],
  pieceStart: time,
  marks: [],
  marksGivenUntil: 0,
  beatsGivenUntil: 0,
  announcedUntil: 0,
  earned: null,
  ended: null,
  referencePose: plan.referenceHeld ? askReferencePose(noReferencePose, time - HELD_BEFORE_START) : noReferencePose,
  cameraSureAt: null,
  pictureRate: [],
  rules: openRules(plan.drill),
  pacing: freshPacing,
  reps: freshCounter,
  counted: 0,
  sequence: freshSequence,
  range: freshRange,
  gain: freshGainWatch,
  angle: noAngle,
  speed: atRest,
  back: NEUTRAL_SPINE,
  presence: present,
  toldWithoutNumber: false,
  spoilt: {},
  framedSince: null,
  referencePoseSaidAt: null,
  speechQueue: emptyQueue,
  backAskedAt: null,
  backMoved: false,
  corrected: null,
  praisedAt: null,
  away: null,
  stretch: noStretch,
  stretchPlace: null,
  fitLost: fitHolds,
  unclearSaidAt: null,
  repeats: 0,
});

/**
 * What the coach may use of a reading. Nothing while a new reference pose is awaited; flexion without the rounding of the
 * back; a rotation that may be the pelvis's with a band that says so.
 */
export const judge = (state: CoachState, reading: Reading): JudgedReading =>
  withDoubt(state, withoutLeft(state, withoutRoundedBack(judgeWithBack(state, reading), state.back)));

function withDoubt({ gain, clock }: CoachState, judged: JudgedReading): JudgedReading {
  const side = currentPhase(clock)?.side ?? 'both';
  if (judged.body === null || gain.open === null || side === 'both') return judged;
  const leg = judged.body.leg[side];
  const internalRotation = doubted(leg.internalRotation, gain);
  return { ...judged, body: { ...judged.body, leg: { ...judged.body.leg, [side]: { ...leg, internalRotation } } } };
}

/** Nothing counts while the person is away. That a hip has come out of its stretch, only the coach knows. */
export const withoutLeft = ({ away }: CoachState, judged: JudgedReading): JudgedReading =>
  away === null || away.kind === 'unclear' || judged.reasons[0] === 'posture-left'
    ? judged
    : { ...judged, body: null, reasons: ['posture-left', ...judged.reasons] };

/** The same, with the rounding of the back still part of the flexion. */
export function judgeWithBack(state: CoachState, reading: Reading): JudgedReading {
  const { pending } = state.referencePose;
  return pending === null
    ? judgeReading(reading, state.plan.drill)
    : { body: null, reasons: [reading.person.seen ? pending : reading.person.reason] };
}
