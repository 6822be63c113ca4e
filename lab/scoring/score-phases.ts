import type { PhaseRecord } from '../../src/coach/record/set-record.ts';
import type { TruthPhase } from './clip-truth.ts';

/** Largest allowed difference of a start, seconds: half of the shortest step of a spoken countdown. */
const PHASE_TOLERANCE = 0.5;

/** Phases that the app adds around those of the drill. */
const ADDED = new Set(['ready', 'turn']);

/** Whether the phases of a record are those that the clip was performed to: the same kinds in the same order, each starting in time. */
export function phasesAreRight(recorded: readonly PhaseRecord[], truth: readonly TruthPhase[]): boolean {
  const shown = joined(recorded.filter(({ kind }) => !ADDED.has(kind)));
  return (
    shown.length === truth.length &&
    truth.every(({ kind, start }, index) => {
      const phase = shown[index];
      return phase?.kind === kind && Math.abs(phase.start - start) <= PHASE_TOLERANCE;
    })
  );
}

/** Joins the pieces into which a pause has cut a phase. */
function joined(pieces: readonly PhaseRecord[]) {
  return pieces.filter(({ kind, round, side }, index) => {
    const before = pieces[index - 1];
    return before?.kind !== kind || before.round !== round || before.side !== side;
  });
}
