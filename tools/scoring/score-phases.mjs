/**
 * Compares the phases of a record with the phases that the clip was performed to.
 *
 * @typedef {import('../../src/coach/record/set-record.ts').PhaseRecord} PhaseRecord
 * @typedef {import('./clip-truth.mjs').TruthPhase} TruthPhase
 * @typedef {object} PhaseScore
 * @property {boolean} inOrder the kinds are the same, in the same order
 * @property {number | null} latest largest difference between the starts of a phase, seconds; null if the order differs
 * @property {boolean} right in order, and every start within `PHASE_TOLERANCE`
 */

/** Largest allowed difference of a start, seconds: half of the shortest step of a spoken countdown. */
export const PHASE_TOLERANCE = 0.5;

/** Phases that the app adds around those of the drill. */
const ADDED = new Set(['ready', 'turn']);

/**
 * @param {readonly PhaseRecord[]} recorded
 * @param {readonly TruthPhase[]} truth
 * @returns {PhaseScore}
 */
export function phaseScore(recorded, truth) {
  const shown = joined(recorded.filter(({ kind }) => !ADDED.has(kind)));
  const inOrder = shown.length === truth.length && shown.every(({ kind }, index) => kind === truth[index]?.kind);
  if (!inOrder) return { inOrder, latest: null, right: false };
  const latest = Math.max(0, ...shown.map(({ start }, index) => Math.abs(start - (truth[index]?.start ?? start))));
  return { inOrder, latest, right: latest <= PHASE_TOLERANCE };
}

/** Joins the pieces into which a pause has cut a phase. @param {readonly PhaseRecord[]} pieces */
function joined(pieces) {
  return pieces.filter(({ kind, round, side }, index) => {
    const before = pieces[index - 1];
    return before?.kind !== kind || before.round !== round || before.side !== side;
  });
}
