import { phaseMarks } from '../speech/announce.ts';
import { say } from '../speech/speak.ts';
import type { StepDraft } from '../coach-state.ts';
import { currentPhase, nextPhase } from './timeline-clock.ts';

/**
 * A repetition that the person counts by a key, in a set without a camera. From the first one on the voice sets no pace any more:
 * it says the person's own count, and the phase lasts until all are done. Only where the voice would have called the numbers.
 */
export function countByKey(draft: StepDraft): void {
  const { state } = draft;
  const { clock, plan } = state;
  const phase = currentPhase(clock);
  if (phase?.counted !== true || clock.pausedAt !== null) return;
  const { words, voiceRate } = plan;
  const isFirst = phase.length !== null;
  if (isFirst) {
    const { calls: _calls, ...rest } = phase;
    const own = { ...rest, length: null, instruction: phase.instruction.replace(words.paced, '').trim() };
    state.clock = { ...clock, phases: clock.phases.map((one, index) => (index === clock.index ? own : one)) };
    state.marks = phaseMarks(own, nextPhase(clock), state.announcedUntil, words, voiceRate);
  }
  const done = state.reps.good + 1;
  state.reps = { ...state.reps, good: done, all: done };
  state.counted += 1;
  say(draft, isFirst ? `${words.counted(done)}. ${words.youCount}` : words.counted(done));
}
