import type { SetPlan, TimelinePhase } from './coach-contract.ts';
import type { DrillDefinition, RuleDefinition, RuleId } from './drill-definition.ts';
import {
  type Away,
  fitHolds,
  type FitLost,
  NEUTRAL_SPINE,
  noStretch,
  type RoundedBack,
  type StretchWatch,
} from './posture/posture-watches.ts';
import { type AngleDisplay, noAngle } from './progress/angle-display.ts';
import { freshRangeSoFar, type RangeSoFar } from './progress/clean-range.ts';
import { freshSequence, type SequenceWatch } from './progress/movement-sequence.ts';
import { type Presence, present } from './progress/presence.ts';
import { freshCounter, type RepCounter } from './progress/rep-counter.ts';
import { freshGainWatch, type GainWatch } from './progress/suspect-gain.ts';
import type { EndReason, PhaseRecord } from './record/set-record.ts';
import type { SpoiltTimes } from './rules/range-rules.ts';
import { atRest, type RotationSpeed, type RuleWatch, unwatched } from './rules/rule-state.ts';
import { askReferencePose, noReferencePose, type ReferencePoseWatch } from './setup/reference-pose-watch.ts';
import type { PictureRate } from './setup/setup-gate.ts';
import type { Mark } from './speech/announce.ts';
import { type CuePacing, emptyQueue, freshPacing, type SpeechQueue } from './speech/cue-pacing.ts';
import { currentPhase, startClock, type TimelineClock } from './timeline/timeline-clock.ts';
import type { Degrees, Estimate, Seconds } from '../instrument/geometry/units.ts';
import type { Reason } from '../instrument/output/reason.ts';

export interface TimelinePart {
  readonly clock: TimelineClock;
  /** The phases that are over. A pause splits a phase into two records. */
  readonly history: readonly PhaseRecord[];
  /** When the present phase began or was resumed; null while paused. */
  readonly pieceStart: Seconds | null;
  /** Repetitions that the person counted since `pieceStart`. */
  readonly counted: number;
  readonly repeats: number;
  /** True: no change of phase could be heard now, so the present phase does not end. */
  readonly unheard: boolean;
  /** True: the present phase is over and waits until the next one can be told. */
  readonly waits: boolean;
  readonly ended: EndReason | null;
}

const openTimeline = (phases: readonly TimelinePhase[], time: Seconds): TimelinePart => ({
  clock: startClock(phases, time),
  history: [],
  pieceStart: time,
  counted: 0,
  repeats: 0,
  unheard: false,
  waits: false,
  ended: null,
});

/** The phases so far for the record, with the present one up to now. */
export function phasesSoFar(part: TimelinePart, now: Seconds): readonly PhaseRecord[] {
  const running = part.ended === null ? pieceOf(part, now) : null;
  return running === null ? part.history : [...part.history, running];
}

/** The present uninterrupted part of the phase, for the record; null: it has no length. */
export function pieceOf({ clock, pieceStart, counted }: TimelinePart, end: Seconds): PhaseRecord | null {
  const phase = currentPhase(clock);
  if (phase === null || pieceStart === null || end <= pieceStart) return null;
  const { kind, round, side, step } = phase;
  return {
    kind,
    round,
    side,
    start: pieceStart,
    end,
    ...(step ? { step } : {}),
    ...(counted > 0 ? { counted } : {}),
  };
}

/** What has to be right before angles count. */
export interface SetupPart {
  /** Time of the last reading; the start or the last resume of the set if that is later. */
  readonly readAt: Seconds;
  readonly pictureRate: PictureRate;
  readonly referencePose: ReferencePoseWatch;
  /** Time of the last reading in which the camera certainly stood where the reference pose was taken; null: none yet. */
  readonly cameraSureAt: Seconds | null;
  /** When the person was last told what prevents the reference pose, or the change of sides. */
  readonly problemSaidAt: Seconds | null;
  /** In a change of sides: since when the framing check has passed. */
  readonly framedSince: Seconds | null;
}

/** A reference pose that was held before the set may be older than the set by this much. */
const HELD_BEFORE_START: Seconds = 5;

const openSetup = ({ referenceHeld }: SetPlan, time: Seconds): SetupPart => ({
  readAt: time,
  pictureRate: [],
  referencePose: referenceHeld ? askReferencePose(noReferencePose, time - HELD_BEFORE_START) : noReferencePose,
  cameraSureAt: null,
  problemSaidAt: null,
  framedSince: null,
});

export interface PosturePart {
  /** The person has left the position or the stretch; null: they have not. */
  readonly away: Away | null;
  readonly stretch: StretchWatch;
  /** The side and round to which `stretch` belongs. */
  readonly stretchPlace: string | null;
  readonly fitLost: FitLost;
  /** When the person was last told that the picture does not fit. */
  readonly unclearSaidAt: Seconds | null;
  /** How much of a hip flexion is the rounding of the back. */
  readonly back: RoundedBack;
}

const freshPosture: PosturePart = {
  away: null,
  stretch: noStretch,
  stretchPlace: null,
  fitLost: fitHolds,
  unclearSaidAt: null,
  back: NEUTRAL_SPINE,
};

export interface RuleEntry {
  readonly rule: RuleDefinition;
  readonly watch: RuleWatch;
  /** Since when the channel has been hidden, and why; null while it is seen. */
  readonly unseen: { readonly since: Seconds; readonly reason: Reason } | null;
}

export interface RulesPart {
  readonly entries: readonly RuleEntry[];
  readonly spoilt: SpoiltTimes;
  /** The last flags of a part that helped along, amber ones too: a repetition with one counts, and is not clean. */
  readonly helped: SpoiltTimes;
  readonly speed: RotationSpeed;
}

const openRules = ({ rules }: DrillDefinition): RulesPart => ({
  entries: rules.map((rule) => ({ rule, watch: unwatched, unseen: null })),
  spoilt: {},
  helped: {},
  speed: atRest,
});

/** A fault that was named aloud and whose flag has ended. */
export interface CorrectedFault {
  readonly rule: RuleId;
  readonly since: Seconds;
  /** Index on the timeline of the phase in which it happened. */
  readonly phase: number;
}

export interface SpeechPart {
  readonly pacing: CuePacing;
  readonly queue: SpeechQueue;
  /** What is said and sounded during the present phase. */
  readonly marks: readonly Mark[];
  /** Marks up to this time, in seconds of the phase, have been given. */
  readonly marksGivenUntil: Seconds;
  /** Beats of the metronome up to this time, in seconds of the phase, have been given. */
  readonly beatsGivenUntil: Seconds;
  /** Seconds into the present phase until which it is being announced. */
  readonly announcedUntil: Seconds;
  /** When the last repetition of the present phase ended; null: none has yet. */
  readonly repAt: Seconds | null;
  /** When the person was last asked about the lower back; null: not yet. */
  readonly backAskedAt: Seconds | null;
  /** The person answered by an arm that the lower back had moved. */
  readonly backMoved: boolean;
  readonly corrected: CorrectedFault | null;
  readonly praisedAt: Seconds | null;
}

const freshSpeech: SpeechPart = {
  pacing: freshPacing,
  queue: emptyQueue,
  marks: [],
  marksGivenUntil: 0,
  beatsGivenUntil: 0,
  announcedUntil: 0,
  repAt: null,
  backAskedAt: null,
  backMoved: false,
  corrected: null,
  praisedAt: null,
};

/** What the person achieves, and whether it can be seen. */
export interface ProgressPart {
  readonly angle: AngleDisplay;
  readonly presence: Presence;
  /** The person has been told that the set goes on without a number from here. */
  readonly toldWithoutNumber: boolean;
  readonly range: RangeSoFar;
  /** The best clean range of the round before, on the same side; null: there was none, or it is not known. */
  readonly earned: Estimate<Degrees> | null;
  /** Watches for gains that the hip may not have made itself. */
  readonly gain: GainWatch;
  readonly reps: RepCounter;
  /** Progress in a drill that consists of several directions. */
  readonly sequence: SequenceWatch;
}

const freshProgress: ProgressPart = {
  angle: noAngle,
  presence: present,
  toldWithoutNumber: false,
  range: freshRangeSoFar,
  earned: null,
  gain: freshGainWatch,
  reps: freshCounter,
  sequence: freshSequence,
};

/**
 * The whole memory of the coach: a part for each room, which that room alone writes. Immutable: each step makes a new one. Frames
 * are kept elsewhere (`set-recorder.ts`).
 */
export interface CoachState {
  readonly plan: SetPlan;
  /** The latest time in any input. */
  readonly now: Seconds;
  readonly timeline: TimelinePart;
  readonly setup: SetupPart;
  readonly posture: PosturePart;
  readonly rules: RulesPart;
  readonly speech: SpeechPart;
  readonly progress: ProgressPart;
}

export const freshState = (plan: SetPlan, phases: readonly TimelinePhase[], time: Seconds): CoachState => ({
  plan,
  now: time,
  timeline: openTimeline(phases, time),
  setup: openSetup(plan, time),
  posture: freshPosture,
  rules: openRules(plan.drill),
  speech: freshSpeech,
  progress: freshProgress,
});
