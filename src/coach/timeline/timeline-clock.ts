import type { Seconds, Share } from '../../instrument/geometry/units.ts';
import type { TimelinePhase, WholeSet } from '../coach-contract.ts';

/**
 * Position on the timeline. Only times are stored (start of the phase, start of the pause, total of the pauses).
 * Elapsed time is derived from them, so late or rare ticks cause no drift.
 */
export interface TimelineClock {
  readonly phases: readonly TimelinePhase[];
  /** `phases.length`: the timeline is over. */
  readonly index: number;
  readonly startedAt: Seconds;
  readonly pausedAt: Seconds | null;
  readonly pausedFor: Seconds;
  /** Start of the phase or last resume. */
  readonly runningSince: Seconds;
}

/** A change of phase that is told later than this begins when it is told. */
export const TOLD_WITHIN: Seconds = 2;

/** Guards against rounding in sums of seconds. */
const TINY = 1e-9;

export const startClock = (phases: readonly TimelinePhase[], time: Seconds): TimelineClock => ({
  phases,
  index: 0,
  startedAt: time,
  pausedAt: null,
  pausedFor: 0,
  runningSince: time,
});

export const currentPhase = (clock: TimelineClock): TimelinePhase | null => clock.phases[clock.index] ?? null;

export const nextPhase = (clock: TimelineClock): TimelinePhase | null => clock.phases[clock.index + 1] ?? null;

/** Side and round of a phase: where a person starts afresh, a cue may be given again. */
export const sideAndRound = (phase: TimelinePhase | null): string =>
  phase === null ? '' : `${phase.side} ${phase.round}`;

/** Time in the phase without pauses. */
export const elapsedAt = (clock: TimelineClock, now: Seconds): Seconds =>
  Math.max(0, (clock.pausedAt ?? now) - clock.startedAt - clock.pausedFor);

/** Time left; null for a phase that waits for a condition, and after the end. */
export function leftAt(clock: TimelineClock, now: Seconds): Seconds | null {
  const length = currentPhase(clock)?.length ?? null;
  if (length === null) return null;
  const left = length - elapsedAt(clock, now);
  return left > TINY ? left : 0;
}

/** The phase of a moment; null while paused. A frame may arrive after the tick that ended its phase. */
export function phaseAt(clock: TimelineClock, time: Seconds): TimelinePhase | null {
  if (clock.pausedAt !== null && time >= clock.pausedAt) return null;
  return (time < clock.startedAt ? clock.phases[clock.index - 1] : currentPhase(clock)) ?? null;
}

/** When the present phase ends; null while paused or if it waits for a condition. */
function endsAt(clock: TimelineClock): Seconds | null {
  const phase = currentPhase(clock);
  if (phase === null || phase.length === null || clock.pausedAt !== null) return null;
  return clock.startedAt + clock.pausedFor + phase.length;
}

/** Moves to the next phase if the present one is over. The next one begins exactly where this one ended. */
export function advance(clock: TimelineClock, now: Seconds): TimelineClock {
  const end = endsAt(clock);
  return end === null || end > now + TINY ? clock : leavePhase(clock, end);
}

/** The same phase, over at this moment. */
export const cutPhase = (clock: TimelineClock, phase: TimelinePhase, now: Seconds): TimelineClock => ({
  ...clock,
  phases: clock.phases.with(clock.index, { ...phase, length: elapsedAt(clock, now) }),
});

/** Ends the present phase at `time`. A pause remains a pause. */
export const leavePhase = (clock: TimelineClock, time: Seconds): TimelineClock => ({
  ...clock,
  index: Math.min(clock.index + 1, clock.phases.length),
  startedAt: time,
  pausedAt: clock.pausedAt === null ? null : time,
  pausedFor: 0,
  runningSince: time,
});

export const pauseClock = (clock: TimelineClock, time: Seconds): TimelineClock =>
  clock.pausedAt === null ? { ...clock, pausedAt: Math.max(time, clock.runningSince) } : clock;

export function resumeClock(clock: TimelineClock, time: Seconds): TimelineClock {
  if (clock.pausedAt === null) return clock;
  const at = Math.max(time, clock.pausedAt);
  return {
    ...clock,
    pausedAt: null,
    pausedFor: clock.pausedFor + (at - clock.pausedAt),
    runningSince: at,
  };
}

/** When the effort begins to fade, in seconds into the phase; null: it is not let go in this phase. */
export const releaseAt = ({ length, release = 0 }: TimelinePhase): Seconds | null =>
  length === null || release <= 0 ? null : length - release;

/** Since when the phase has run without a break; null while paused, and before its start. */
export const phaseSince = (clock: TimelineClock, time: Seconds): Seconds | null =>
  clock.pausedAt !== null || time < clock.startedAt ? null : clock.runningSince;

export function isReleasing(clock: TimelineClock, time: Seconds): boolean {
  const phase = currentPhase(clock);
  const from = phase === null ? null : releaseAt(phase);
  return from !== null && elapsedAt(clock, time) >= from;
}

/** Time left for words: up to the end of the phase, or until the effort begins to fade, which comes before all else. Null: no limit. */
export function leftToTalk(clock: TimelineClock, now: Seconds): Seconds | null {
  const phase = currentPhase(clock);
  const from = phase === null ? null : releaseAt(phase);
  return from === null ? leftAt(clock, now) : Math.max(0, from - elapsedAt(clock, now));
}

/** Since when the isometric hold of the phase lasts; null before the end of its ramp, in its release, and without effort. */
export function holdSince(clock: TimelineClock, time: Seconds): Seconds | null {
  const phase = currentPhase(clock);
  if (phase === null || phase.effort === null || clock.pausedAt !== null || time < clock.startedAt) return null;
  if (isReleasing(clock, time)) return null;
  const begins = clock.startedAt + clock.pausedFor + phase.ramp;
  return time < begins ? null : Math.max(begins, clock.runningSince);
}

/**
 * How far the whole set is.
 * @param done how much of the present phase is over
 * @param lengthOf length of a phase that waits for a condition, estimated
 */
export function wholeSet(
  { phases, index }: Pick<TimelineClock, 'phases' | 'index'>,
  done: Share,
  lengthOf: (phase: TimelinePhase) => Seconds,
): WholeSet {
  const lengths = phases.map((phase) => phase.length ?? lengthOf(phase));
  const until = (end: number): Seconds => lengths.slice(0, end).reduce((sum, one) => sum + one, 0);
  const all = Math.max(1, until(lengths.length));
  const over = until(index) + done * (lengths[index] ?? 0);
  const begins = phases.flatMap((phase, at) => {
    const before = phases[at - 1];
    return before !== undefined && sideAndRound(before) !== sideAndRound(phase) ? [until(at) / all] : [];
  });
  return { left: Math.max(0, all - over), progress: Math.min(1, over / all), marks: begins };
}
