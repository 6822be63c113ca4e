import type { Seconds } from '../instrument/geometry/units.ts';
import type { Reason } from '../instrument/output/reason.ts';
import { shownAngle, shownPelvisContribution } from './progress/angle-display.ts';
import { isBackAsked } from './speech/back-question.ts';
import { effortAt } from './speech/effort.ts';
import { awaitsStart, wordNow } from './speech/word-now.ts';
import type { Gauge } from './coach-contract.ts';
import type { CoachState } from './coach-state.ts';
import { bestSoFar } from './progress/range-so-far.ts';
import { isWithinError } from './progress/useful-band.ts';
import { stepAt } from './progress/movement-sequence.ts';
import { isBorrowing } from './rules/range-rules.ts';
import { areCalm, liveFlags } from './rules/rule-set-state.ts';
import { isTooSlow } from './setup/picture-rate.ts';
import { repsGoal } from './timeline/planned-length.ts';
import { currentPhase, elapsedAt, leftAt, nextPhase, wholeSet } from './timeline/timeline-clock.ts';

/**
 * A number that was just lost has no reason yet, because most come back sooner than a sentence is read: a person who lies in full
 * view was told for a second that nobody is in the picture.
 */
const REASON_AFTER: Seconds = 2;

/** Without a camera only the steps of a sequence have no length: out and back. An estimate. */
const STEP_LENGTH: Seconds = 5;

/** What the screen shows now. Reasons are `Reason` codes; `src/ui` has the texts. */
export function gauge(state: CoachState): Gauge {
  const { now, plan, progress } = state;
  const { clock, ended } = state.timeline;
  const { away } = state.posture;
  const phase = currentPhase(clock);
  const elapsed = elapsedAt(clock, now);
  const angle = shownAngle(progress.angle, now);
  const counting = phase?.kind === 'reps';
  const { shown } = state.speech.pacing;
  const progressed = progressOf(state, elapsed);
  const found = bestSoFar(state, (phase ?? clock.phases.at(-1))?.side ?? 'left');
  const best = found === null || isWithinError(found) ? null : found;
  return {
    phase,
    word: wordNow(state),
    next: nextPhase(clock),
    left: ended === null ? leftAt(clock, now) : null,
    progress: progressed,
    paused: clock.pausedAt !== null && away?.waits !== true,
    ...(plan.drill.camera === 'none' ? { whole: wholeSet(clock, progressed, () => repsGoal(plan) * STEP_LENGTH) } : {}),
    ...(state.timeline.waits ? { unheard: true } : {}),
    away: away && { text: away.text, waits: away.waits },
    finished: ended,
    angle,
    angleReason: angle === null ? whyNoAngle(state) : null,
    pelvisContribution: shownPelvisContribution(progress.angle, now),
    ...(liveFlags(state.rules).some(({ rule }) => isBorrowing(rule.id)) ? { borrows: true as const } : {}),
    best: best?.value ?? null,
    ...(best === null ? {} : { bestSd: best.sd }),
    effort: phase === null || awaitsStart(state) ? null : effortAt(phase, elapsed),
    cue: shown === null ? null : { rule: shown.rule, text: shown.text, severity: shown.severity },
    repsDone: repsDone(state),
    repsGoal: plan.drill.reps === null || (counting && phase.length !== null) ? 0 : repsGoal(plan),
    ...(counting && plan.drill.reps?.sequence
      ? { step: stepAt(plan.drill.reps.sequence, progress.sequence.count) }
      : {}),
    hold: counting ? progress.reps.hold : null,
    ...(isBackAsked(state.speech, state) ? { asksBack: true } : {}),
    ...(isSlow(state) ? { slow: true } : {}),
    ...(areCalm(state.rules) ? { calm: true } : {}),
  };
}

/**
 * A missing picture comes first, because nothing else is known then. The leading reason comes before that of one frame.
 * Null: the number was lost a moment ago, or the person has come out of the stretch.
 */
function whyNoAngle({ now, setup: { referencePose }, posture: { away }, progress }: CoachState): Reason | null {
  const { angle, presence } = progress;
  if (angle.reason === 'no-picture') return angle.reason;
  if (referencePose.pending !== null) return referencePose.pending;
  // The position is right, and the screen already asks the person back into the stretch.
  if (away?.kind === 'out-of-stretch') return null;
  if (angle.seenAt !== null && now - angle.seenAt < REASON_AFTER) return null;
  return presence.reason ?? angle.reason ?? 'no-person';
}

function isSlow({ setup: { pictureRate }, timeline: { pieceStart }, plan }: CoachState): boolean {
  const time = pictureRate.at(-1);
  return time !== undefined && isTooSlow(pictureRate, time, pieceStart ?? time, plan.drill.instrument.frameRate);
}

/** Without a camera the steps of a sequence are called, and other repetitions are counted by the person's key. */
const repsDone = ({ plan: { drill }, progress: { sequence, reps } }: CoachState): number =>
  drill.camera === 'none' && drill.reps?.sequence ? sequence.count : reps.good;

function progressOf(state: CoachState, elapsed: number): number {
  const { clock, ended } = state.timeline;
  const phase = currentPhase(clock);
  if (phase === null || ended !== null) return 1;
  if (phase.length !== null) return phase.length > 0 ? Math.min(1, elapsed / phase.length) : 1;
  return phase.kind === 'reps' ? Math.min(1, repsDone(state) / repsGoal(state.plan)) : 0;
}
