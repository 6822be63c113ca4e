import type { Seconds } from '../../instrument/geometry/units.ts';
import { isCountedDown } from './announce.ts';
import type { CoachState } from '../coach-state.ts';
import { currentPhase, leftAt } from '../timeline/timeline-clock.ts';

/** No word in the seconds that are counted down, nor so late in a short phase that it would tell of the next one. */
const COUNTED: Seconds = 3.5;
const TOO_LATE: Seconds = 1.5;

/** Whether the phase leaves time for a word that the person may act on. */
export function mayTalk(state: CoachState): boolean {
  const phase = currentPhase(state.clock);
  const left = leftAt(state.clock, state.now);
  return phase === null || left === null || left > (isCountedDown(phase) ? COUNTED : TOO_LATE);
}
