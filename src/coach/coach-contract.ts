import type { Reading } from '../instrument/output/reading.ts';
import type { Reason } from '../instrument/output/reason.ts';
import type { Degrees, Estimate, Seconds, Share, WorkingSide } from '../instrument/geometry/units.ts';
import type { Language } from '../i18n/language.ts';
import type { CoachWords } from '../i18n/words.ts';
import type { DrillDefinition, Goal, MovementStep, PhaseCall, PhaseKind, Preset, RuleId } from './drill-definition.ts';
import type { EndReason, FlagRecord, RepRecord } from './record/set-record.ts';
import type { Strictness } from './rules/strictness.ts';

/** What the person chose before starting. */
export interface SetPlan {
  readonly drill: DrillDefinition;
  readonly sides: readonly WorkingSide[];
  readonly goal: Goal;
  readonly preset: Preset;
  /** Seconds of count-in before the neutral hold; 0 in `analyze`. */
  readonly countIn: Seconds;
  /** What the coach says by itself, in the person's language. Absent: English. The drill's own texts stand in the drill. */
  readonly words?: CoachWords;
  /** The language of both, for the record. Absent: English. */
  readonly language?: Language;
  /** How fast the voice speaks, times the usual speed: sentences are given the time that they take. Absent: 1. */
  readonly voiceRate?: number;
  /** How soon a compensation is flagged. Absent: standard. */
  readonly strictness?: Strictness | undefined;
  /** The start was held before the set began: no time to get into place, only a short count-in. Absent: false. */
  readonly armed?: boolean;
  /**
   * A given timeline does not wait for the start: whoever holds still for the first time while at work does so inside the movement,
   * and nothing counts from there. Absent: false.
   */
  readonly startBeforeWork?: boolean;
}

/** One stretch of the timeline. `length` null: it lasts until its condition holds (neutral set, the person has turned round). */
export interface TimelinePhase {
  readonly kind: PhaseKind;
  readonly round: number;
  readonly side: WorkingSide;
  readonly length: Seconds | null;
  readonly title: string;
  readonly instruction: string;
  /** PAILs/RAILs: seconds of ramp at the start, then hold; 0 elsewhere. */
  readonly ramp: Seconds;
  readonly effort: readonly [Share, Share] | null;
  /** Sentences on the way, at a share of its time. Absent: none. */
  readonly calls?: readonly PhaseCall[];
}

export type StopKind = 'stopped' | 'pinch' | 'pain' | 'numb';

export type CoachInput =
  | { readonly kind: 'reading'; readonly reading: Reading }
  | { readonly kind: 'tick'; readonly time: Seconds }
  | { readonly kind: 'pause'; readonly time: Seconds }
  | { readonly kind: 'resume'; readonly time: Seconds }
  | { readonly kind: 'skip'; readonly time: Seconds }
  | { readonly kind: 'stop'; readonly time: Seconds; readonly why: StopKind }
  | { readonly kind: 'source-ended'; readonly time: Seconds };

/** What the shell does with the outside world after a step. */
export type CoachEffect =
  | { readonly kind: 'begin-side'; readonly side: WorkingSide }
  | { readonly kind: 'begin-neutral' }
  | { readonly kind: 'phase'; readonly phase: TimelinePhase; readonly next: TimelinePhase | null }
  | { readonly kind: 'cue'; readonly rule: RuleId; readonly text: string; readonly severity: 'amber' | 'red' }
  | {
      readonly kind: 'say';
      readonly text: string;
      readonly urgent: boolean;
      /** Why there is no number, when that is what it says. */
      readonly about?: Reason;
    }
  | {
      readonly kind: 'beep';
      readonly tone: 'count' | 'start' | 'end' | 'cue' | 'hold' | 'finish' | 'tick';
      /** From now: a metronome is given ahead, since a tick of the set is not punctual enough. Absent: at once. */
      readonly after?: Seconds;
    }
  | { readonly kind: 'flag'; readonly flag: FlagRecord }
  | { readonly kind: 'rep'; readonly rep: RepRecord }
  | { readonly kind: 'finished'; readonly why: EndReason };

/** What the screen shows; derived from the state, cheap to read every frame. */
export interface Gauge {
  readonly phase: TimelinePhase | null;
  readonly next: TimelinePhase | null;
  /** Seconds left in the phase; null for phases that wait for something. */
  readonly left: Seconds | null;
  /** 0…1 through the phase. */
  readonly progress: Share;
  readonly paused: boolean;
  readonly finished: EndReason | null;
  /** The one big number: filtered hip internal rotation of the leading side, change from neutral. */
  readonly angle: Estimate<Degrees> | null;
  /** Why there is no number. */
  readonly angleReason: string | null;
  /** What the pelvis adds to it in the room just now, or the back to a bend; null or absent: nobody measures that. */
  readonly pelvisContribution?: Degrees | null;
  /** Best clean range so far in this round. */
  readonly best: Degrees | null;
  readonly effort: Share | null;
  readonly cue: { readonly rule: RuleId; readonly text: string; readonly severity: 'amber' | 'red' } | null;
  readonly repsDone: number;
  /** 0: they go on for a time, not up to a number. */
  readonly repsGoal: number;
  /** The direction whose turn it is in a sequence; absent or null: there is none. */
  readonly step?: Pick<MovementStep, 'title' | 'call'> | null;
  /** Seconds the current end of a repetition has been held. */
  readonly hold: Seconds | null;
  readonly muted: readonly { readonly rule: RuleId; readonly reason: string }[];
}

/** The coach's whole memory: opaque to everyone but `src/coach`. */
export interface CoachStep<State> {
  readonly state: State;
  readonly effects: readonly CoachEffect[];
}
