import type { Seconds } from '../../instrument/geometry/units.ts';
import { isCountedDown } from '../speech/announce.ts';
import type { StepDraft } from '../coach-state.ts';
import { currentPhase, elapsedAt, leftAt } from './timeline-clock.ts';

/** Beats are given this long before they are due: longer than the time between two ticks of the set. */
const AHEAD: Seconds = 0.3;
/** Nothing to follow yet: the person hears the phase announced. */
const FIRST_BEAT: Seconds = 3;
/** The last seconds belong to the count-down. */
const LAST: Seconds = 3.2;

/** Gives the beats that are nearly due, each once. To be called when the set's clock is exact, so not at a reading. */
export function giveBeats({ state, effects }: StepDraft): void {
  const phase = currentPhase(state.clock);
  const { perMinute } = state.plan.drill.reps ?? {};
  if (state.ended !== null || phase?.kind !== 'reps' || !perMinute || state.clock.pausedAt !== null) return;
  const elapsed = elapsedAt(state.clock, state.now);
  const left = leftAt(state.clock, state.now);
  const beat = 60 / perMinute;
  const number = Math.max(0, Math.ceil((Math.max(elapsed, state.beaten) - FIRST_BEAT) / beat));
  const due = FIRST_BEAT + number * beat;
  if (due - elapsed > AHEAD || due <= state.beaten) return;
  if (left !== null && isCountedDown(phase) && left < LAST) return;
  effects.push({ kind: 'beep', tone: 'tick', after: due - elapsed });
  state.beaten = due + beat / 2;
}
