import type { TimelinePhase } from '../coach-contract.ts';
import type { CoachState } from '../coach-state.ts';
import { isWorking, type RepDefinition } from '../drill-definition.ts';
import type { RepPart } from '../progress/rep-counter.ts';
import { stepAt } from '../progress/movement-sequence.ts';
import { currentPhase, elapsedAt, releaseAt } from '../timeline/timeline-clock.ts';
import type { CoachWords } from './coach-words.ts';

/**
 * What to do now, in at most five words: the largest text of the screen. It follows the parts of a repetition, the build-up of a push
 * and the calls of a phase; elsewhere it is the phase's own.
 */
export function wordNow(state: CoachState): string {
  const { plan, now, progress } = state;
  const { clock } = state.timeline;
  const phase = currentPhase(clock);
  if (phase === null) return '';
  const { drill, words } = plan;
  if (awaitsStart(state)) return words.now.start;
  const { sequence } = drill.reps ?? {};
  if (phase.kind === 'reps' && sequence) return stepAt(sequence, progress.sequence.count)?.title ?? phase.title;
  const { part } = progress.reps;
  if (phase.kind === 'reps' && part !== null) return wordOfPart(drill.reps, part, words) ?? wordOf(phase);
  const elapsed = elapsedAt(clock, now);
  return effortWord(phase, elapsed, words) ?? timedWord(phase, elapsed) ?? wordOf(phase);
}

/** Whether the person is asked back into the start in the middle of the work: it was skipped, or the laptop has moved. */
export function awaitsStart({
  timeline: { clock },
  setup: { referencePose },
}: Pick<CoachState, 'timeline' | 'setup'>): boolean {
  const { askedAt, pending, set } = referencePose;
  const phase = currentPhase(clock);
  return phase !== null && isWorking(phase.kind) && askedAt !== null && (pending !== null || set === null);
}

const wordOf = ({ word, title }: Pick<TimelinePhase, 'word' | 'title'>): string => word ?? title;

/** Null: the repetitions of the drill have no parts. */
export function wordOfPart(reps: RepDefinition | null, part: RepPart, { now }: Pick<CoachWords, 'now'>): string | null {
  const parts = reps?.parts;
  if (parts === undefined) return null;
  if (part === 'first-hold' || part === 'second-hold') return parts.hold ?? now.hold;
  return parts[part] ?? parts.second;
}

function effortWord(phase: TimelinePhase, elapsed: number, { now }: CoachWords): string | null {
  if (phase.effort === null || phase.ramp <= 0 || elapsed < phase.ramp) return null;
  const release = releaseAt(phase);
  if (release !== null && elapsed >= release) return now.ease;
  return phase.kind === 'rails' ? now.keep : now.hold;
}

const timedWord = ({ words = [], length }: TimelinePhase, elapsed: number): string | null =>
  length === null ? null : (words.findLast(({ at }) => elapsed >= at * length)?.word ?? null);
