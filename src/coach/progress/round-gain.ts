import type { Degrees, Estimate, Seconds, Share } from '../../instrument/geometry/units.ts';
import type { TimelinePhase } from '../coach-contract.ts';
import type { PhaseKind } from '../drill-definition.ts';
import type { Draft } from '../stage.ts';
import { elapsedAt } from '../timeline/timeline-clock.ts';
import { bestWithin } from './range-so-far.ts';
import { changeBetween } from './real-change.ts';

/** Time into the sink after which no flag can still reach back into the pull before it. */
const GAIN_FROM: Seconds = 3;
/** What the sink itself gained is told after this share of it: before, it has hardly begun. */
const SUNK_FROM: Share = 0.4;

/**
 * In the sink, tells how much further than passively the hip came by the person's own pull, and by the sink itself, if the
 * difference is larger than the measurement error.
 */
export function tellGains(draft: Draft<'progress'>, phase: TimelinePhase): void {
  const elapsed = elapsedAt(draft.seen.timeline.clock, draft.seen.now);
  if (phase.kind !== 'sink' || elapsed < GAIN_FROM) return;
  const passive = bestIn(draft, phase, 'passive');
  if (passive === null) return;
  const tell = (by: 'pull' | 'sink', after: Estimate<Degrees> | null): void => {
    const change = after === null ? null : changeBetween(passive, after);
    if (change?.kind === 'more') draft.out.push({ event: 'gained', by, degrees: change.by, phase });
  };
  tell('pull', bestIn(draft, phase, 'rails'));
  if (phase.length !== null && elapsed >= SUNK_FROM * phase.length) tell('sink', bestIn(draft, phase, 'sink'));
}

/** The best clean range in the phases of one kind of this round. */
function bestIn(
  { own, seen }: Draft<'progress'>,
  { round, side }: TimelinePhase,
  kind: PhaseKind,
): Estimate<Degrees> | null {
  const { history, clock } = seen.timeline;
  const spans = [
    ...history.filter((piece) => piece.kind === kind && piece.round === round && piece.side === side),
    ...(kind === 'sink' ? [{ start: clock.startedAt, end: Infinity }] : []),
  ];
  return side === 'both' ? null : bestWithin({ ...seen, progress: own }, { side, round }, spans);
}
