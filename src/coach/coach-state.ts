import type { Seconds } from '../instrument/geometry/units.ts';
import type { SetPlan, TimelinePhase } from './coach-contract.ts';
import { freshPosture, type PosturePart } from './posture/posture-part.ts';
import { freshProgress, type ProgressPart } from './progress/progress-part.ts';
import { openRules, type RulesPart } from './rules/rules-part.ts';
import { openSetup, type SetupPart } from './setup/setup-part.ts';
import { freshSpeech, type SpeechPart } from './speech/speech-part.ts';
import { openTimeline, type TimelinePart } from './timeline/timeline-part.ts';

/**
 * The whole memory of the coach: a part for each room, which that room alone writes. Immutable: each step makes a new one. Frames
 * are kept elsewhere (`set-recorder.ts`).
 */
export interface CoachState {
  readonly plan: SetPlan;
  /** The latest time in any input. */
  readonly now: Seconds;
  readonly timeline: TimelinePart;
  readonly setup: SetupPart;
  readonly posture: PosturePart;
  readonly rules: RulesPart;
  readonly speech: SpeechPart;
  readonly progress: ProgressPart;
}

export const freshState = (plan: SetPlan, phases: readonly TimelinePhase[], time: Seconds): CoachState => ({
  plan,
  now: time,
  timeline: openTimeline(phases, time),
  setup: openSetup(plan, time),
  posture: freshPosture,
  rules: openRules(plan.drill),
  speech: freshSpeech,
  progress: freshProgress,
});
