import type { Seconds } from '../../instrument/geometry/units.ts';
import type { Reading } from '../../instrument/output/reading.ts';
import type { Reason } from '../../instrument/output/reason.ts';
import type { CoachState, StepDraft } from '../coach-state.ts';
import { currentPhase, leftAt } from '../timeline/timeline-clock.ts';
import { isCountedDown } from './announce.ts';
import { spokenReason } from './coach-words.ts';
import { keepQuiet, spokenLength } from './cue-pacing.ts';
import { dequeue, enqueue } from './speech-queue.ts';

/** Silence between the last sentence and one from the queue. */
const BREATH: Seconds = 0.4;
/** The end of a phase that is counted down. Nothing else is said then. */
const COUNTED: Seconds = 3.5;
/** A sentence from the queue ends this long before the next phase. */
const BEFORE_CHANGE: Seconds = 1;
/** A word in the last moments of a phase would seem to belong to the next one. */
const TOO_LATE: Seconds = 1.5;

/** Says a sentence now and holds back cues until it is over. */
export function say({ state, effects }: StepDraft, text: string, urgent = false): void {
  effects.push({ kind: 'say', text, urgent });
  state.pacing = keepQuiet(state.pacing, state.now, text, state.plan.voiceRate);
}

/** Says why there is no number. */
export function sayReason({ state, effects }: StepDraft, reason: Reason, reading: Reading | null): void {
  const text = spokenReason(reason, reading, state.plan.words);
  effects.push({ kind: 'say', text, urgent: false, about: reason });
  state.pacing = keepQuiet(state.pacing, state.now, text, state.plan.voiceRate);
}

/**
 * Queues a sentence for the next quiet moment.
 * @param patience seconds after which it is dropped
 * @param asksBack it is the question about the lower back
 */
export function sayWhenQuiet(
  { state }: StepDraft,
  key: string,
  text: string,
  patience: Seconds,
  asksBack = false,
): void {
  const sentence = { key, text, until: state.now + patience };
  state.speechQueue = enqueue(state.speechQueue, asksBack ? { ...sentence, asksBack } : sentence);
}

/** Says the oldest queued sentence if nothing is being said and the phase leaves time for it. Called at the end of a step. */
export function sayQueued(draft: StepDraft): void {
  const { state } = draft;
  if (state.speechQueue.waiting.length === 0) return;
  const quiet = state.ended === null && state.clock.pausedAt === null && state.now >= state.pacing.quietUntil + BREATH;
  const { queue, sentence } = dequeue(state.speechQueue, state.now, (text) => quiet && fits(draft, text));
  state.speechQueue = queue;
  if (sentence === null) return;
  say(draft, sentence.text);
  if (sentence.asksBack) state.backAskedAt = state.now;
}

function fits({ state }: StepDraft, text: string): boolean {
  const phase = currentPhase(state.clock);
  const left = leftAt(state.clock, state.now);
  if (phase === null) return false;
  const reserved = isCountedDown(phase) ? COUNTED : BEFORE_CHANGE;
  return left === null || left > spokenLength(text, state.plan.voiceRate) + reserved;
}

/** Whether the phase lasts long enough for the person to act on a word that is said now. */
export function mayTalk(state: CoachState): boolean {
  const phase = currentPhase(state.clock);
  const left = leftAt(state.clock, state.now);
  return phase === null || left === null || left > (isCountedDown(phase) ? COUNTED : TOO_LATE);
}
