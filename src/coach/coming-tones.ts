import type { Seconds } from '../instrument/geometry/units.ts';
import type { CoachEffect } from './coach-contract.ts';
import type { CoachState } from './coach-state.ts';
import { changeBeep, countdownOf } from './speech/announce.ts';
import { comingBeats } from './speech/phase-voice.ts';

/** A tone that sounds at a known time if nothing intervenes. */
export interface ComingTone {
  /** On the set's clock. */
  readonly at: Seconds;
  readonly tone: Extract<CoachEffect, { kind: 'beep' }>['tone'];
}

/**
 * The tones of the next seconds: countdowns, changes of phase, the beats of the present phase, the end. None while the clock stands; none
 * beyond a phase that waits for a condition.
 */
export function comingTones({ now, plan, timeline, speech }: CoachState, ahead: Seconds): readonly ComingTone[] {
  const { clock, ended, unheard } = timeline;
  if (ended !== null || clock.pausedAt !== null) return [];
  const until = now + ahead;
  const tones: ComingTone[] = [];
  let start = clock.startedAt + clock.pausedFor;
  for (let index = clock.index; start <= until; index += 1) {
    const phase = clock.phases[index];
    const before = clock.phases[index - 1] ?? null;
    if (phase === undefined) {
      tones.push({ at: start, tone: 'finish' });
      break;
    }
    const change = changeBeep(phase, before);
    if (index > clock.index && change !== null) tones.push({ at: start, tone: change.tone });
    for (const at of countdownOf(phase)) tones.push({ at: start + at, tone: 'count' });
    if (index === clock.index)
      for (const at of comingBeats(plan, phase, speech, now - start, until - start))
        tones.push({ at: start + at, tone: 'tick' });
    // No change of phase comes while nobody could hear it.
    if (phase.length === null || unheard) break;
    start += phase.length;
  }
  return tones.filter(({ at }) => at > now && at <= until);
}
