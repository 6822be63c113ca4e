import type { Degrees, Estimate, Seconds, Share } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import type { StepDraft } from '../coach-state.ts';
import type { PhaseKind, RuleId } from '../drill-definition.ts';
import { settledStretches } from '../progress/range-tracker.ts';
import { changeBetween } from '../progress/real-change.ts';
import type { FlagRecord } from '../record/set-record.ts';
import { timesSaid } from './cue-pacing.ts';
import { liveFlags } from '../rules/rule-set-state.ts';
import { currentPhase, elapsedAt, placeOf } from '../timeline/timeline-clock.ts';
import { sayWhenQuiet } from './speak.ts';
import { wasSaid } from './speech-queue.ts';

/** A correction is praised after it has lasted this long. */
const CORRECTED_FOR: Seconds = 1.2;
/** Shortest time between two words of praise. */
const PRAISE_INTERVAL: Seconds = 45;
/** A flag that ended earlier than this was closed because its channel was hidden, not because the fault was corrected. */
const JUST_ENDED: Seconds = 0.8;
/** Praise that comes later than this no longer refers to anything. */
const PRAISE_PATIENCE: Seconds = 3;
/** A cue is followed by its reason the second time it is given. */
const REASON_FROM = 2;
const REASON_PATIENCE: Seconds = 8;
/** Time into the sink after which no flag can still reach back into the pull before it. */
const GAIN_FROM: Seconds = 3;
/** What the sink itself gained is told after this share of it: before, it has hardly begun. */
const SUNK_FROM: Share = 0.4;
const GAIN_PATIENCE: Seconds = 12;

/**
 * Praises the correction of a fault that was named aloud. The correction must last in the same phase with no other flag. Once
 * a set for each rule.
 * @param closed flags that have just ended
 */
export function praiseCorrection(
  draft: StepDraft,
  closed: readonly FlagRecord[],
  phase: TimelinePhase | null,
  time: Seconds,
): void {
  const { state } = draft;
  const ended = closed.find(
    (flag) =>
      flag.spoken &&
      // The pause between two hurried repetitions also ends this flag, but corrects nothing.
      flag.rule !== 'too-fast' &&
      // Who comes back from an allowed lean has corrected no fault.
      state.plan.drill.rules.find(({ id }) => id === flag.rule)?.severity !== 'amber' &&
      flag.phase === phase?.kind &&
      time - flag.end <= JUST_ENDED,
  );
  if (ended !== undefined) state.corrected = { rule: ended.rule, since: time, phase: state.clock.index };
  const { corrected } = state;
  if (corrected === null) return;
  const { rule, since } = corrected;
  const seen = state.rules.entries.some((entry) => entry.rule.id === rule && entry.unseen === null);
  // Who leaves the position or the stretch has corrected nothing.
  const leaves = state.away !== null || state.stretch.outSince !== null;
  if (!seen || leaves || corrected.phase !== state.clock.index || liveFlags(state.rules).length > 0) {
    state.corrected = null;
    return;
  }
  if (time - since < CORRECTED_FOR) return;
  state.corrected = null;
  const key = `praise ${rule}`;
  const lastPraise = state.praisedAt ?? Number.NEGATIVE_INFINITY;
  if (wasSaid(state.speechQueue, key) || time - lastPraise < PRAISE_INTERVAL) return;
  sayWhenQuiet(draft, key, state.plan.words.praise, PRAISE_PATIENCE);
  state.praisedAt = time;
}

/** Explains a cue that had to be repeated. Once a set for each rule. */
export function explainRepeatedCue(draft: StepDraft, id: RuleId): void {
  const { state } = draft;
  const rule = state.plan.drill.rules.find((one) => one.id === id);
  const phase = currentPhase(state.clock);
  // In repetitions and pushes a reason would cover calls, beats and the breath.
  if (phase === null || phase.kind === 'reps' || phase.effort !== null) return;
  if (rule === undefined || rule.severity === 'amber' || timesSaid(state.pacing, id) < REASON_FROM) return;
  sayWhenQuiet(draft, `why ${id}`, rule.explanation, REASON_PATIENCE);
}

/**
 * In the sink, tells how much further than passively the hip came by the person's own pull, and by the sink itself. Each once
 * a round, and only if the difference is larger than the measurement error.
 */
export function announceGain(draft: StepDraft, phase: TimelinePhase): void {
  const { state } = draft;
  const { words } = state.plan;
  if (phase.kind !== 'sink' || elapsedAt(state.clock, state.now) < GAIN_FROM) return;
  const passive = bestIn(draft, phase, 'passive');
  if (passive === null) return;
  const place = placeOf(phase);
  const pulled = gained(passive, bestIn(draft, phase, 'rails'));
  if (pulled !== null) sayWhenQuiet(draft, `pull ${place}`, words.pulled(Math.round(pulled)), GAIN_PATIENCE);
  if (phase.length === null || elapsedAt(state.clock, state.now) < SUNK_FROM * phase.length) return;
  const sunk = gained(passive, bestIn(draft, phase, 'sink'));
  if (sunk !== null) sayWhenQuiet(draft, `sink ${place}`, words.sunk(Math.round(sunk)), GAIN_PATIENCE);
}

function gained(before: Estimate<Degrees>, after: Estimate<Degrees> | null): Degrees | null {
  if (after === null) return null;
  const change = changeBetween(before, after);
  return change.kind === 'more' ? change.by : null;
}

/** The best clean range in the phases of one kind of this round, as far as no flag can still reach back to it. */
function bestIn({ state }: StepDraft, { round, side }: TimelinePhase, kind: PhaseKind): Estimate<Degrees> | null {
  const spans = [
    ...state.history.filter((piece) => piece.kind === kind && piece.round === round && piece.side === side),
    ...(kind === 'sink' ? [{ start: state.clock.startedAt, end: Infinity }] : []),
  ];
  let best: Estimate<Degrees> | null = null;
  for (const { end, median, sd } of settledStretches(state.range, state.now)) {
    if (!spans.some((span) => end > span.start && end <= span.end)) continue;
    if (best === null || median > best.value) best = { value: median, sd };
  }
  return best;
}
