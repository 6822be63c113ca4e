import type { Seconds } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import type { CoachState, StepDraft } from '../coach-state.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import { isSideCheck } from '../rules/range-rules.ts';
import { elapsedAt } from '../timeline/timeline-clock.ts';
import { keepsRange, repsGoal } from '../timeline/timeline.ts';
import { say, sayWhenQuiet } from './speak.ts';
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

/** Whether the question is still to be put on the side of this phase. */
export const isBackToAsk = ({ plan, backMoved, speechQueue }: CoachState, phase: TimelinePhase): boolean =>
  asksAboutBack(plan.drill) && !backMoved && !wasSaid(speechQueue, keyOf(phase));

/** Whether the person has to say how the lower back was, because the drill's place of the camera never shows it. */
export const asksAboutBack = ({ camera, measure }: Pick<DrillDefinition, 'camera' | 'measure'>): boolean =>
  camera !== 'none' && !isSideCheck(measure) && measure.neverSeen.includes('back-arch');

/**
 * Asks whether the lower back moved. Once a side: after a pull, in the rest after repetitions, in a later stretch, or in the
 * middle of the only round.
 */
export function askAboutBack(draft: StepDraft, phase: TimelinePhase): void {
  const { state } = draft;
  if (!isBackToAsk(state, phase) || !isMoment(state, phase)) return;
  sayWhenQuiet(draft, keyOf(phase), question(state), PATIENCE, true);
}

function isMoment(state: CoachState, { kind, length, round }: TimelinePhase): boolean {
  const { drill, preset } = state.plan;
  if (kind === 'sink') return true;
  // If the sink is too short for the question, it is asked in the next stretch, where the range is the same.
  if (kind === 'passive') return round > 1;
  if (kind === 'hold') return round === Math.min(2, preset.rounds) && isHalf(state, length);
  if (kind === 'rest') return !keepsRange(drill);
  // A sequence calls one direction after the other, and pulses follow a beat: neither has a quiet moment.
  if (kind !== 'reps' || preset.rounds > 1 || drill.reps?.sequence || drill.reps?.perMinute) return false;
  if (length === null) return state.reps.good >= repsGoal(state.plan) / 2;
  const begun = state.reps.samples[0]?.time ?? Number.NEGATIVE_INFINITY;
  const isBetween = state.reps.good > 0 && state.now - begun <= JUST_COUNTED;
  return isBetween ? isHalf(state, length) : isHalf(state, length, UNCOUNTED);
}

/** Whether half of the phase has gone, and `more` besides. */
const isHalf = ({ clock, now }: CoachState, length: Seconds | null, more: Seconds = 0): boolean =>
  length !== null && elapsedAt(clock, now) >= length / 2 + more;

/** In front of a camera a raised arm answers; elsewhere the question carries its advice. */
function question({ plan }: CoachState): string {
  const { arm, less, noted: _, ...asked } = plan.words.backQuestion;
  const canAnswer = plan.waits === true && plan.drill.armSignal !== false;
  return `${asked[plan.drill.backShape ?? 'still']} ${canAnswer ? arm : less[wayOf(plan.drill)]}`;
}

/** What there is to make less of. */
const wayOf = ({ reps }: Pick<DrillDefinition, 'reps'>): 'deep' | 'small' | 'gentle' =>
  reps === null ? 'deep' : reps.pressed ? 'gentle' : 'small';

/** Whether a raised arm answers the question about the back now, instead of pausing the set. */
export const isBackAsked = ({ backAskedAt, backMoved, ended, now }: CoachState): boolean =>
  ended === null && !backMoved && backAskedAt !== null && now - backAskedAt <= ANSWERED_WITHIN;

/** The person says that the back moved: it is kept, and they are told what to do. */
export function noteBackMoved(draft: StepDraft): void {
  const { state } = draft;
  if (!isBackAsked(state)) return;
  state.backMoved = true;
  say(draft, state.plan.words.backQuestion.noted[wayOf(state.plan.drill)]);
}
