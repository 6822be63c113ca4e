import type { Degrees, Estimate, Seconds } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import type { StepDraft } from '../coach-state.ts';
import type { PhaseKind } from '../drill-definition.ts';
import { sayWhenQuiet } from './speech-queue.ts';
import { settledStretches } from '../progress/range-tracker.ts';
import { changeBetween } from '../progress/real-change.ts';
import { elapsedAt } from '../timeline/timeline-clock.ts';
import { wordsFor } from './words-for.ts';

/** By then the last of the pull can no longer turn out to have been borrowed. */
const SETTLED: Seconds = 3;
const PATIENCE: Seconds = 12;

/** In the sink: names what the person's own pull won, and a new range; each once a round, and only beyond the error. */
export function announceGain(turn: StepDraft, phase: TimelinePhase): void {
  const { state } = turn;
  const words = wordsFor(state.plan);
  if (phase.kind !== 'sink' || elapsedAt(state.clock, state.now) < SETTLED) return;
  const before = bestIn(turn, phase, 'passive');
  if (before === null) return;
  const place = `${phase.side} ${phase.round}`;
  const pulled = gained(before, bestIn(turn, phase, 'rails'));
  if (pulled !== null) sayWhenQuiet(turn, `pull ${place}`, words.pulled(Math.round(pulled)), PATIENCE);
  const sunk = gained(before, bestIn(turn, phase, 'sink'));
  if (sunk !== null) sayWhenQuiet(turn, `sink ${place}`, words.sunk(Math.round(sunk)), PATIENCE);
}

function gained(before: Estimate<Degrees>, after: Estimate<Degrees> | null): Degrees | null {
  if (after === null) return null;
  const change = changeBetween(before, after);
  return change.kind === 'more' ? change.by : null;
}

/** The best clean stretch of a phase of this round, once no flag can reach back to it any more. */
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
