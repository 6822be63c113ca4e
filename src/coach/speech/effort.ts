import type { Seconds, Share } from '../../instrument/geometry/units.ts';
import { coach as english } from '../../i18n/en/coach.ts';
import type { CoachWords } from '../../i18n/words.ts';
import type { TimelinePhase } from '../coach-contract.ts';

/** The push that is asked for at a moment of a phase: it rises evenly over the ramp, then stays. Null: no effort asked for. */
export function effortAt(phase: TimelinePhase, elapsed: Seconds): Share | null {
  if (phase.effort === null) return null;
  const target = targetEffort(phase.effort);
  return phase.ramp <= 0 ? target : target * Math.min(1, Math.max(0, elapsed / phase.ramp));
}

/** The middle of the range asked for. */
const targetEffort = (effort: readonly [Share, Share]): Share => (effort[0] + effort[1]) / 2;

const STEPS = [
  { share: 0.2, word: 'fifth' },
  { share: 0.5, word: 'half' },
] as const;

/** What is said while the push builds up, by seconds into the phase; "Hold" when it is there. */
export function effortCalls(
  phase: TimelinePhase,
  words: CoachWords['effort'] = english.effort,
): readonly { readonly at: Seconds; readonly text: string }[] {
  if (phase.effort === null || phase.ramp <= 0) return [];
  const target = targetEffort(phase.effort);
  const building = STEPS.filter(({ share }) => share < target - 0.02).map(({ share, word }) => ({
    at: (phase.ramp * share) / target,
    text: words[word],
  }));
  return [...building, { at: phase.ramp, text: words.hold }];
}
