import type { Reading } from '../instrument/output/reading.ts';
import type { Reason } from '../instrument/output/reason.ts';
import type { Degrees, Estimate, Seconds, Share, WorkingSide } from '../instrument/geometry/units.ts';
import type { CoachWords } from './speech/coach-words.ts';
import type { DrillDefinition, Goal, MovementStep, PhaseTemplate, Preset, RuleId } from './drill-definition.ts';
import type { AwayRecord, EndReason, FlagRecord, RepRecord } from './record/set-record.ts';
import type { Strictness } from './rules/rule-threshold.ts';

/** The plan of a set: what the person chose, and the words in which the coach speaks. */
export interface SetPlan {
  readonly drill: DrillDefinition;
  readonly sides: readonly WorkingSide[];
  readonly goal: Goal;
  readonly preset: Preset;
  /** Length of the count-in before the reference pose; 0 when a clip is analysed. */
  readonly countIn: Seconds;
  /** What the coach says by itself. The texts of the drill are part of the drill. */
  readonly words: CoachWords;
  /** The language of the words and of the drill, for the record, such as "de". Absent: English. */
  readonly language?: string;
  /** Speed of the voice relative to normal. It determines how long a sentence takes. Absent: 1. */
  readonly voiceRate?: number;
  /** How small a compensation is flagged. Absent: standard. */
  readonly strictness?: Strictness | undefined;
  /** True: the reference pose was held before the set, so that the set begins with a short count-in. Absent: false. */
  readonly referenceHeld?: boolean;
  /**
   * True: the timeline does not wait for the reference pose, so one that is captured during the work lies inside the
   * movement and nothing may be counted from it. Absent: false.
   */
  readonly startBeforeWork?: boolean;
  /** True: a phase waits for a person who has left the position. Absent: it runs on, as a clip does. */
  readonly waits?: boolean;
  /** True: the preset has the times of a recording, so nothing is added to them. Absent: false. */
  readonly exactTimes?: boolean;
  /** True: the person was told in an earlier set what the camera cannot see in this drill. Absent: false. */
  readonly blindTold?: boolean;
  /** True: the person has never done this drill, so that each phase says its key point too. Absent: the short form. */
  readonly firstTime?: boolean;
  /** True: a phone on the pelvis watches, and the drill has its rules (`withPhone`). Absent: none does. */
  readonly phone?: true;
  /** The set only measures, for a check against the person's own instrument; nothing is stored. Absent: an ordinary set. */
  readonly check?: CheckWords;
}

/** Texts of the one phase of a check, and what is said at its end. */
export interface CheckWords {
  readonly title: string;
  readonly instruction: string;
  readonly over: string;
}

/** One phase of the timeline. `length` null: until its condition is met (reference pose, side, repetitions). */
export interface TimelinePhase
  extends Pick<
    PhaseTemplate,
    'kind' | 'title' | 'method' | 'word' | 'instruction' | 'lesson' | 'calls' | 'again' | 'step'
  > {
  readonly round: number;
  /** How many rounds there are. Absent: not told. */
  readonly rounds?: number;
  readonly side: WorkingSide;
  readonly length: Seconds | null;
  /** Of a push or pull (PAILs, RAILs): the first seconds, in which the effort builds up. 0 elsewhere. */
  readonly ramp: Seconds;
  /** Of a push or pull: the last seconds, in which the effort fades. Absent: it ends at once. */
  readonly release?: Seconds;
  readonly effort: readonly [Share, Share] | null;
  /** What is said instead of the instruction to a person who knows the drill. Absent: the instruction. */
  readonly short?: string;
  /** What is said last, as the first repetition begins. Absent: nothing. */
  readonly begin?: string;
  /** True: the voice counts the repetitions, or the person does by a key; the time left is not called. Absent: it is. */
  readonly counted?: true;
  /** What to do from a time of the phase on. Absent: the same all through. */
  readonly words?: readonly PhaseWord[];
}

/** What to do from a share of the phase on, in at most five words. */
export interface PhaseWord {
  readonly at: Share;
  readonly word: string;
}

export type StopKind = 'stopped' | 'pinch' | 'pain' | 'numb';

export type CoachInput =
  | { readonly kind: 'reading'; readonly reading: Reading }
  | { readonly kind: 'tick'; readonly time: Seconds }
  | { readonly kind: 'pause'; readonly time: Seconds }
  | { readonly kind: 'resume'; readonly time: Seconds }
  | { readonly kind: 'skip'; readonly time: Seconds }
  /** The person counts a repetition, in a set without a camera. */
  | { readonly kind: 'count'; readonly time: Seconds }
  /** The person answers that the lower back has moved. It counts only after the question. */
  | { readonly kind: 'back-moved'; readonly time: Seconds }
  | { readonly kind: 'stop'; readonly time: Seconds; readonly why: StopKind }
  /** The page stood still until `time`, for instance because the computer slept, and no input came for so long. */
  | { readonly kind: 'slept'; readonly time: Seconds; readonly lasted: Seconds }
  /** From `since` on neither a tone nor a word can tell a change of phase. Phases wait at their end until `heard`. */
  | { readonly kind: 'unheard'; readonly time: Seconds; readonly since: Seconds }
  | { readonly kind: 'heard'; readonly time: Seconds }
  | { readonly kind: 'source-ended'; readonly time: Seconds };

/** What the app must do after a step: the coach itself has no side effects. */
export type CoachEffect =
  | { readonly kind: 'begin-side'; readonly side: WorkingSide }
  | { readonly kind: 'begin-neutral' }
  | { readonly kind: 'phase'; readonly phase: TimelinePhase; readonly next: TimelinePhase | null }
  | { readonly kind: 'cue'; readonly rule: RuleId; readonly text: string; readonly severity: 'amber' | 'red' }
  | {
      readonly kind: 'say';
      readonly text: string;
      readonly urgent: boolean;
      /** It asks the person to do something, so that a tone stands for it where no voice works. Absent: if it is urgent. */
      readonly asks?: boolean;
      /** The reason, if the sentence says why there is no number. */
      readonly about?: Reason;
    }
  | {
      readonly kind: 'beep';
      readonly tone: 'count' | 'start' | 'end' | 'cue' | 'hold' | 'finish' | 'tick';
      /** Seconds from now: beats are scheduled ahead, because the set's ticks are not punctual. Absent: at once. */
      readonly after?: Seconds;
    }
  | { readonly kind: 'flag'; readonly flag: FlagRecord }
  | { readonly kind: 'rep'; readonly rep: RepRecord }
  /** The person was told what the camera cannot see in this drill. */
  | { readonly kind: 'blind-told' }
  /** The person had left the position, and is back. */
  | { readonly kind: 'away'; readonly away: AwayRecord }
  | { readonly kind: 'finished'; readonly why: EndReason };

/** How far a whole set is, count-in and rests included. */
export interface WholeSet {
  readonly left: Seconds;
  readonly progress: Share;
  /** Where another round, or the other side, begins. */
  readonly marks: readonly Share[];
}

/** What the screen shows. It is derived from the state and cheap enough for every frame. */
export interface Gauge {
  readonly phase: TimelinePhase | null;
  /** What to do now, in at most five words. Empty: no phase. */
  readonly word: string;
  readonly next: TimelinePhase | null;
  /** Null for a phase that waits for a condition. */
  readonly left: Seconds | null;
  /** How much of the phase is over, 0 to 1. */
  readonly progress: Share;
  readonly paused: boolean;
  /** How far the whole set is. Absent: before a camera, which nobody can foresee. */
  readonly whole?: WholeSet;
  /** True: the phase is over and waits, because nobody could hear the next one begin. Absent: it does not wait for that. */
  readonly unheard?: boolean;
  /** The person has left the position: what to do, and whether the clock waits. Null: they have not. */
  readonly away: { readonly text: string; readonly waits: boolean } | null;
  readonly finished: EndReason | null;
  /** The large number: the filtered angle of the drill, leading side, change from the reference pose. */
  readonly angle: Estimate<Degrees> | null;
  /** Why there is no angle. Null: there is one, it was lost less than two seconds ago, or the stretch was left (`away`). */
  readonly angleReason: string | null;
  /** What the pelvis adds in the room, or the rounding of the back to a flexion. Null: not measured. */
  readonly pelvisContribution: Degrees | null;
  /** A part that helps along is flagged: the angle is not the hip's alone. Absent: none is. */
  readonly borrows?: true;
  /**
   * Best clean range of this hip in the set so far: what the summary tells of it if the set ends now. Of two hips the mean. Null: none
   * yet, or none beyond its own error.
   */
  readonly best: Degrees | null;
  /** Its standard deviation. Absent: there is no best. */
  readonly bestSd?: Degrees;
  readonly effort: Share | null;
  readonly cue: { readonly rule: RuleId; readonly text: string; readonly severity: 'amber' | 'red' } | null;
  readonly repsDone: number;
  /** 0: the repetitions go on for a time instead of up to a number. */
  readonly repsGoal: number;
  /** The present step of a movement sequence. Absent or null: no sequence. */
  readonly step?: Pick<MovementStep, 'title' | 'call'> | null;
  /** How long the present end of a repetition has been held. */
  readonly hold: Seconds | null;
  /** True: too few pictures a second come. Absent: false. */
  readonly slow?: boolean;
  /** True: a raised arm answers the question about the lower back instead of pausing. Absent: false. */
  readonly asksBack?: boolean;
  /** True: no rule sees half of what it would flag. Absent: one does, or its flag is open. */
  readonly calm?: boolean;
}

/** The new state and the effects of a step. Outside `src/coach` the state is opaque. */
export interface CoachStep<State> {
  readonly state: State;
  readonly effects: readonly CoachEffect[];
}
