import type { Seconds } from '../../instrument/geometry/units.ts';
import type { RuleId } from '../drill-definition.ts';
import type { Mark } from './announce.ts';
import { type CuePacing, freshPacing } from './cue-pacing.ts';
import { emptyQueue, type SpeechQueue } from './speech-queue.ts';

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

export const freshSpeech: SpeechPart = {
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
