import type { Seconds } from '../../instrument/geometry/units.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { CoachState } from '../coach-state.ts';
import type { Draft, Room } from '../stage.ts';
import { currentPhase, isReleasing, leftAt } from '../timeline/timeline-clock.ts';
import { isCountedDown } from './announce.ts';
import { spokenReason } from './coach-words.ts';
import type { SpeechPart } from './speech-part.ts';
import type { QueuedSentence } from './speech-queue.ts';

/** The key of the sentence that tells what the camera cannot see. */
export const BLIND = 'blind';

/** The end of a phase that is counted down. Nothing else is said then. */
export const COUNTED: Seconds = 3.5;
/** A word in the last moments of a phase would seem to belong to the next one. */
const TOO_LATE: Seconds = 1.5;

export type SpeechDraft = Draft<'speech'>;

type Teller = Pick<Draft<Room>, 'out'> & { readonly seen: Pick<CoachState, 'plan' | 'now'> };

/** Asks for a sentence now. Cues are held back until it is over. */
export const say = ({ out }: Teller, text: string, urgent = false): void =>
  void out.push({ event: 'say', text, urgent });

export const ask = ({ out }: Teller, text: string, urgent = false): void =>
  void out.push({ event: 'say', text, urgent, asks: true });

export const sayReason = ({ seen, out }: Teller, about: Reason, reading: Reading | null): void =>
  void out.push({
    event: 'say',
    text: spokenReason(about, reading, seen.plan.words),
    urgent: false,
    asks: true,
    about,
  });

/**
 * Asks for a sentence in the next quiet moment. Each key is said once a set.
 * @param patience seconds after which it is dropped; they count from `more.from`, or from now
 */
export const sayWhenQuiet = (
  { seen, out }: Teller,
  key: string,
  text: string,
  patience: Seconds,
  more: Pick<QueuedSentence, 'from' | 'asksBack'> = {},
): void =>
  void out.push({
    event: 'say-when-quiet',
    sentence: { key, text, until: (more.from ?? seen.now) + patience, ...more },
  });

/** Whether nothing is being said, not even by this stage. */
export const isQuiet = ({ seen, out }: Teller, { pacing }: SpeechPart): boolean =>
  seen.now >= pacing.quietUntil && !out.some((told) => 'event' in told && told.event === 'say');

/** Whether the phase lasts long enough for the person to act on a word that is said now. */
export function mayTalk({ timeline: { clock }, now }: Pick<CoachState, 'timeline' | 'now'>): boolean {
  const phase = currentPhase(clock);
  const left = leftAt(clock, now);
  if (isReleasing(clock, now)) return false;
  return phase === null || left === null || left > (isCountedDown(phase) ? COUNTED : TOO_LATE);
}
