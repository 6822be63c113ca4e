import type { Seconds } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../coach-contract.ts';

/**
 * Where a set is. Only moments are stored (when the phase began, when it was paused, how long it was paused in all), so the
 * time is always derived and nothing drifts, however rare or late the ticks are.
 */
export interface TimelineClock {
  readonly phases: readonly TimelinePhase[];
  /** `phases.length` when the timeline is over. */
  readonly index: number;
  readonly startedAt: Seconds;
  readonly pausedAt: Seconds | null;
  readonly pausedFor: Seconds;
  /** When the present uninterrupted stretch began: the start of the phase or the last resume. */
  readonly runningSince: Seconds;
}

/** Rounding guard for sums of seconds. */
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

/** Time spent in the phase, without pauses. */
export const elapsedAt = (clock: TimelineClock, now: Seconds): Seconds =>
  Math.max(0, (clock.pausedAt ?? now) - clock.startedAt - clock.pausedFor);

/** Time left; null for a phase that waits for something, and when the timeline is over. */
export function leftAt(clock: TimelineClock, now: Seconds): Seconds | null {
  const length = currentPhase(clock)?.length ?? null;
  return length === null ? null : Math.max(0, length - elapsedAt(clock, now));
}

/** The phase a moment belongs to; null while paused. A frame may arrive after the tick that ended its phase. */
export function phaseAt(clock: TimelineClock, time: Seconds): TimelinePhase | null {
  if (clock.pausedAt !== null && time >= clock.pausedAt) return null;
  return (time < clock.startedAt ? clock.phases[clock.index - 1] : currentPhase(clock)) ?? null;
}

/** When the present phase runs out; null while paused or when it waits for something. */
function endsAt(clock: TimelineClock): Seconds | null {
  const phase = currentPhase(clock);
  if (phase === null || phase.length === null || clock.pausedAt !== null) return null;
  return clock.startedAt + clock.pausedFor + phase.length;
}

/** Moves one phase on if the present one has run out by `now`; the next begins exactly where this one ended. */
export function advance(clock: TimelineClock, now: Seconds): TimelineClock {
  const end = endsAt(clock);
  return end === null || end > now + TINY ? clock : leavePhase(clock, end);
}

/** Ends the present phase at `time`: its condition holds, or the person skips it. A pause stays a pause. */
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

/** Since when the phase has run without a break; null while paused and for a moment before it. */
export const phaseSince = (clock: TimelineClock, time: Seconds): Seconds | null =>
  clock.pausedAt !== null || time < clock.startedAt ? null : clock.runningSince;

/** Since when the phase's isometric hold lasts, or null: before the ramp is done, or in a phase without effort. */
export function holdSince(clock: TimelineClock, time: Seconds): Seconds | null {
  const phase = currentPhase(clock);
  if (phase === null || phase.effort === null || clock.pausedAt !== null || time < clock.startedAt) return null;
  const begins = clock.startedAt + clock.pausedFor + phase.ramp;
  return time < begins ? null : Math.max(begins, clock.runningSince);
}
