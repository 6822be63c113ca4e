import type { Seconds } from '../../instrument/geometry/units.ts';
import type { SetPlan, TimelinePhase } from '../coach-contract.ts';
import type { CoachState } from '../coach-state.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import { isSideCheck, watches } from '../rules/range-rules.ts';
import { elapsedAt } from '../timeline/timeline-clock.ts';
import { keepsRange, repsGoal } from '../timeline/planned-length.ts';
import { ask, sayWhenQuiet, type SpeechDraft } from './speak.ts';
import type { SpeechPart } from './speech-part.ts';
import { wasSaid } from './speech-queue.ts';

/** The question is dropped if no quiet moment comes in this time. */
const PATIENCE: Seconds = 12;
/** In timed repetitions the question comes at most this long after a counted one, so that it drowns out no number. */
const JUST_COUNTED: Seconds = 1;
/** If none is counted, the question comes this long after the middle of the phase. */
const UNCOUNTED: Seconds = 8;
/** An arm that goes up this long after the question began answers it. Half of this time passes while the question is spoken. */
const ANSWERED_WITHIN: Seconds = 12;

const keyOf = ({ side }: TimelinePhase): string => `back ${side}`;

/** Whether the question is still to be put on the side of this phase. In a hip test it would disturb a try. */
export const isBackToAsk = ({ drill }: SetPlan, { backMoved, queue }: SpeechPart, phase: TimelinePhase): boolean =>
  drill.hipTest === undefined && asksAboutBack(drill) && !backMoved && !wasSaid(queue, keyOf(phase));

/** Whether the person has to say how the lower back was: the drill's place of the camera never shows it, and no phone watches it. */
export const asksAboutBack = ({
  camera,
  measure,
  rules,
}: Pick<DrillDefinition, 'camera' | 'measure' | 'rules'>): boolean =>
  camera !== 'none' &&
  !isSideCheck(measure) &&
  measure.neverSeen.includes('back-arch') &&
  !watches({ rules }, 'back-arch');

/**
 * Asks whether the lower back moved. Once a side: after a pull, in the rest after repetitions, in a later stretch, or in the
 * middle of the only round.
 */
export function askAboutBack(draft: SpeechDraft, phase: TimelinePhase): void {
  const { own, seen } = draft;
  if (!isBackToAsk(seen.plan, own, phase) || !isMoment(seen, phase)) return;
  sayWhenQuiet(draft, keyOf(phase), question(seen.plan), PATIENCE, { asksBack: true });
}

function isMoment(seen: SpeechDraft['seen'], { kind, length, round }: TimelinePhase): boolean {
  const { drill, preset } = seen.plan;
  const { reps } = seen.progress;
  if (kind === 'sink') return true;
  // If the sink is too short for the question, it is asked in the next stretch, where the range is the same.
  if (kind === 'passive') return round > 1;
  if (kind === 'hold') return round === Math.min(2, preset.rounds) && isHalf(seen, length);
  if (kind === 'rest') return !keepsRange(drill);
  // A sequence calls one direction after the other, and pulses follow a beat: neither has a quiet moment.
  if (kind !== 'reps' || preset.rounds > 1 || drill.reps?.sequence || drill.reps?.perMinute) return false;
  if (length === null) return reps.good >= repsGoal(seen.plan) / 2;
  const begun = reps.samples[0]?.time ?? Number.NEGATIVE_INFINITY;
  const isBetween = reps.good > 0 && seen.now - begun <= JUST_COUNTED;
  return isBetween ? isHalf(seen, length) : isHalf(seen, length, UNCOUNTED);
}

/** Whether half of the phase has gone, and `more` besides. */
const isHalf = ({ timeline, now }: SpeechDraft['seen'], length: Seconds | null, more: Seconds = 0): boolean =>
  length !== null && elapsedAt(timeline.clock, now) >= length / 2 + more;

/** In front of a camera a raised arm answers; elsewhere the question carries its advice. */
function question({ drill, words, waits }: SetPlan): string {
  const { arm, less, noted: _, ...asked } = words.backQuestion;
  const canAnswer = waits === true && drill.armSignal === undefined;
  return `${asked[drill.backShape ?? 'still']} ${canAnswer ? arm : less[wayOf(drill)]}`;
}

/** What there is to make less of. */
const wayOf = ({ reps }: Pick<DrillDefinition, 'reps'>): 'deep' | 'small' | 'gentle' =>
  reps === null ? 'deep' : reps.pressed ? 'gentle' : 'small';

/** Whether a raised arm answers the question about the back now, instead of pausing the set. */
export const isBackAsked = (
  { backAskedAt, backMoved }: SpeechPart,
  { timeline, now }: Pick<CoachState, 'timeline' | 'now'>,
): boolean => timeline.ended === null && !backMoved && backAskedAt !== null && now - backAskedAt <= ANSWERED_WITHIN;

/** The person says that the back moved: it is kept, and they are told what to do. */
export function noteBackMoved(draft: SpeechDraft): void {
  const { own, seen } = draft;
  if (!isBackAsked(own, seen)) return;
  own.backMoved = true;
  ask(draft, seen.plan.words.backQuestion.noted[wayOf(seen.plan.drill)]);
}
