import type { Seconds } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import type { CoachState, StepDraft } from '../coach-state.ts';
import type { DrillDefinition } from '../drill-definition.ts';
import { isSideCheck } from '../rules/range-rules.ts';
import { elapsedAt } from '../timeline/timeline-clock.ts';
import { keepsRange, repsGoal } from '../timeline/timeline.ts';
import { say, sayWhenQuiet } from './speak.ts';

/** The question is dropped if no quiet moment comes in this time. */
const PATIENCE: Seconds = 12;
/** An arm that goes up this long after the question began answers it. Asking takes half of it. */
const ANSWERED_WITHIN: Seconds = 12;

/** Whether the person has to say how the lower back was, because the drill's place of the camera never shows it. */
export const asksAboutBack = ({ camera, measure }: Pick<DrillDefinition, 'camera' | 'measure'>): boolean =>
  camera !== 'none' && !isSideCheck(measure) && measure.neverSeen.includes('back-arch');

/**
 * Asks whether the lower back moved. Once a side: after a pull, in the rest after repetitions or a hold, or in the middle of
 * the only round.
 */
export function askAboutBack(draft: StepDraft, phase: TimelinePhase): void {
  const { state } = draft;
  if (!asksAboutBack(state.plan.drill) || state.backMoved || !isMoment(state, phase)) return;
  sayWhenQuiet(draft, `back ${phase.side}`, question(state), PATIENCE, true);
}

function isMoment(state: CoachState, { kind, length }: TimelinePhase): boolean {
  const { drill, preset } = state.plan;
  if (kind === 'sink') return true;
  if (kind === 'rest') return !keepsRange(drill);
  // A sequence calls one direction after the other, and pulses follow a beat: neither has a quiet moment.
  if (kind !== 'reps' || preset.rounds > 1 || drill.reps?.sequence || drill.reps?.perMinute) return false;
  return length === null
    ? state.reps.good >= repsGoal(state.plan) / 2
    : elapsedAt(state.clock, state.now) >= length / 2;
}

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
