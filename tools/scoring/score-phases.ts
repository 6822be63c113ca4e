import type { PhaseRecord } from '../../src/coach/record/set-record.ts';
import type { TruthPhase } from './clip-truth.ts';

/** Compares the phases of a record with the phases that the clip was performed to. */
interface PhaseScore {
  /** The kinds are the same, in the same order. */
  inOrder: boolean;
  /** Largest difference between the starts of a phase, seconds; null if the order differs. */
  latest: number | null;
  /** In order, and every start within `PHASE_TOLERANCE`. */
  right: boolean;
}

/** Largest allowed difference of a start, seconds: half of the shortest step of a spoken countdown. */
const PHASE_TOLERANCE = 0.5;

/** Phases that the app adds around those of the drill. */
const ADDED = new Set(['ready', 'turn']);

export function phaseScore(recorded: readonly PhaseRecord[], truth: readonly TruthPhase[]): PhaseScore {
  const shown = joined(recorded.filter(({ kind }) => !ADDED.has(kind)));
  const inOrder = shown.length === truth.length && shown.every(({ kind }, index) => kind === truth[index]?.kind);
  if (!inOrder) return { inOrder, latest: null, right: false };
  const latest = Math.max(0, ...shown.map(({ start }, index) => Math.abs(start - (truth[index]?.start ?? start))));
  return { inOrder, latest, right: latest <= PHASE_TOLERANCE };
}

/** Joins the pieces into which a pause has cut a phase. */
function joined(pieces: readonly PhaseRecord[]) {
  return pieces.filter(({ kind, round, side }, index) => {
    const before = pieces[index - 1];
    return before?.kind !== kind || before.round !== round || before.side !== side;
  });
}
