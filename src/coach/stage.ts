import type { Degrees, Seconds } from '../instrument/geometry/units.ts';
import type { Reading } from '../instrument/output/reading.ts';
import type { CoachEffect, CoachInput, TimelinePhase } from './coach-contract.ts';
import type { CoachState } from './coach-state.ts';
import type { RuleId } from './drill-definition.ts';
import type { RepPart } from './progress/rep-counter.ts';
import type { EndReason, FlagRecord, RepRecord } from './record/set-record.ts';
import type { JudgedReading } from './rules/judged-reading.ts';
import type { QueuedSentence, ShownCue } from './speech/cue-pacing.ts';

/** A folder with a part of the state. */
export type Room = Exclude<keyof CoachState, 'plan' | 'now'>;

/**
 * What a stage gets: its own part to change, the others to read, and where it tells what the app must do (effects) and what the
 * other rooms must know (events), in order.
 */
export interface Draft<Own extends Room> {
  readonly own: { -readonly [K in keyof CoachState[Own]]: CoachState[Own][K] };
  /** As the stages before left it. */
  readonly seen: Omit<CoachState, Own>;
  readonly out: (CoachEffect | CoachEvent)[];
}

/** What was found in a reading by the stages before. */
export interface Found {
  readonly time: Seconds;
  /** Null: no reading has come for a while. */
  readonly reading: Reading | null;
  /** What may be used of it. */
  readonly judged: JudgedReading;
  /** The phase in which it was taken; null: none, or the set is paused. */
  readonly phase: TimelinePhase | null;
}

/** What concerns rooms other than the one in which it happened. */
export type CoachEvent =
  | { readonly event: 'input'; readonly input: Exclude<CoachInput, { kind: 'reading' }> }
  /** Something is to be said now, or in a quiet moment. */
  | ({ readonly event: 'say' } & Omit<Extract<CoachEffect, { kind: 'say' }>, 'kind'>)
  | { readonly event: 'say-when-quiet'; readonly sentence: QueuedSentence }
  /** A fault is to be named aloud; it was named. */
  | { readonly event: 'name-fault'; readonly cue: ShownCue }
  | { readonly event: 'fault-named'; readonly rule: RuleId; readonly text: string }
  | {
      readonly event: 'phase-begun';
      readonly phase: TimelinePhase;
      readonly before: TimelinePhase | null;
      readonly next: TimelinePhase | null;
      readonly at: Seconds;
      /** True: the phase is over already (a very late tick), so nothing is said about it. */
      readonly passed: boolean;
    }
  | { readonly event: 'phase-begun-again'; readonly phase: TimelinePhase; readonly next: TimelinePhase | null }
  /** The clock of the phase stands, or goes on. */
  | { readonly event: 'stopped'; readonly at: Seconds }
  | { readonly event: 'went-on' }
  | { readonly event: 'flag-closed'; readonly flag: FlagRecord }
  | { readonly event: 'ended'; readonly why: EndReason; readonly at: Seconds }
  | { readonly event: 'counted'; readonly phase: TimelinePhase; readonly isFirst: boolean }
  /** What a phase without a length waits for has come. */
  | { readonly event: 'condition-met' }
  /** Angles count from a new reference pose. */
  | { readonly event: 'reference-pose-taken' }
  /** `since`: what began then was the camera's. Null: the camera has not moved. */
  | { readonly event: 'reference-pose-lost'; readonly since: Seconds | null; readonly at: Seconds }
  /** The person has left the position, or is back. */
  | { readonly event: 'position-left' }
  | { readonly event: 'position-taken' }
  /** The clock has to wait from here, go on, or begin the phase again. */
  | { readonly event: 'wait'; readonly from: Seconds }
  | { readonly event: 'go-on' }
  | { readonly event: 'begin-again' }
  /** One end of a repetition has been held long enough. */
  | { readonly event: 'end-held'; readonly end: 'first' | 'second'; readonly phase: TimelinePhase }
  /** The next part of a repetition begins. */
  | { readonly event: 'rep-part'; readonly part: RepPart; readonly phase: TimelinePhase }
  | { readonly event: 'rep-done'; readonly rep: RepRecord; readonly phase: TimelinePhase }
  /** The hip came further than passively, by the person's own pull or in the sink. */
  | {
      readonly event: 'gained';
      readonly by: 'pull' | 'sink';
      readonly degrees: Degrees;
      readonly phase: TimelinePhase;
    };

export type Told<Name extends CoachEvent['event']> = Extract<CoachEvent, { readonly event: Name }>;
