import type { Seconds } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import type { EndReason, PhaseRecord } from '../record/set-record.ts';
import { currentPhase, startClock, type TimelineClock } from './timeline-clock.ts';

export interface TimelinePart {
  readonly clock: TimelineClock;
  /** The phases that are over. A pause splits a phase into two records. */
  readonly history: readonly PhaseRecord[];
  /** When the present phase began or was resumed; null while paused. */
  readonly pieceStart: Seconds | null;
  /** Repetitions that the person counted since `pieceStart`. */
  readonly counted: number;
  /** How often the present phase was begun again. */
  readonly repeats: number;
  /** True: no change of phase could be heard now, so the present phase does not end. */
  readonly unheard: boolean;
  /** True: the present phase is over and waits until the next one can be told. */
  readonly waits: boolean;
  readonly ended: EndReason | null;
}

export const openTimeline = (phases: readonly TimelinePhase[], time: Seconds): TimelinePart => ({
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
