import type { Seconds } from '../../instrument/geometry/units.ts';
import type { Gauge } from '../coach-contract.ts';

/** A sentence that waits for a quiet moment. It is dropped if none comes in time. */
export interface QueuedSentence {
  /** Identifies the sentence. Each key is spoken at most once a set. */
  readonly key: string;
  readonly text: string;
  /** Earliest time at which it is spoken. Absent: at once. */
  readonly from?: Seconds;
  /** Time after which it is dropped. */
  readonly until: Seconds;
  /** True: it asks about the lower back, and a raised arm answers it. Absent: it asks nothing. */
  readonly asksBack?: boolean;
  /** The cue of a fault that is over. It goes before all others. Absent: it names none. */
  readonly cue?: NonNullable<Gauge['cue']>;
}

/** Sentences that are useful but must not interrupt anything. */
export interface SpeechQueue {
  /** Cues first, then the oldest first. */
  readonly waiting: readonly QueuedSentence[];
  /** Keys of the sentences that were spoken. */
  readonly said: readonly string[];
}

export const emptyQueue: SpeechQueue = { waiting: [], said: [] };

export const wasSaid = ({ said }: SpeechQueue, key: string): boolean => said.includes(key);

/** Adds a sentence and replaces a waiting one with the same key. Changes nothing if that key was spoken before. */
export function enqueue(queue: SpeechQueue, sentence: QueuedSentence): SpeechQueue {
  if (wasSaid(queue, sentence.key)) return queue;
  const others = queue.waiting.filter(({ key }) => key !== sentence.key);
  const cues = others.filter(({ cue }) => cue);
  const rest = others.filter(({ cue }) => !cue);
  return { ...queue, waiting: sentence.cue ? [...cues, sentence, ...rest] : [...others, sentence] };
}

/**
 * Drops the sentences that have waited too long and takes out the one to speak now, if any.
 * @param fits whether a sentence may be spoken now
 */
export function dequeue(
  queue: SpeechQueue,
  now: Seconds,
  fits: (sentence: QueuedSentence) => boolean,
): { readonly queue: SpeechQueue; readonly sentence: QueuedSentence | null } {
  const due = queue.waiting.filter(({ until }) => now <= until);
  const sentence = due.find((one) => (one.from ?? now) <= now && fits(one)) ?? null;
  const said = sentence === null ? queue.said : [...queue.said, sentence.key];
  return { queue: { waiting: due.filter((other) => other !== sentence), said }, sentence };
}
