/**
 * The phases that a record shows, against those that the clip was performed to.
 *
 * @typedef {import('../../src/coach/record/set-record.ts').PhaseRecord} PhaseRecord
 * @typedef {import('./clip-truth.mjs').TruthPhase} TruthPhase
 * @typedef {object} PhaseScore
 * @property {boolean} inOrder the same kinds, one after the other
 * @property {number | null} latest the largest difference between two starts, seconds; null when the order differs
 * @property {boolean} right in order, and every start within `PHASE_TOLERANCE`
 */

/** A phase may begin so much before or after its truth (seconds): half of the shortest count-down step that is announced. */
export const PHASE_TOLERANCE = 0.5;

/** What the app puts around a drill's own phases. */
const OWN = new Set(['ready', 'turn']);

/**
 * @param {readonly PhaseRecord[]} recorded
 * @param {readonly TruthPhase[]} truth
 * @returns {PhaseScore}
 */
export function phaseScore(recorded, truth) {
  const shown = joined(recorded.filter(({ kind }) => !OWN.has(kind)));
  const inOrder = shown.length === truth.length && shown.every(({ kind }, index) => kind === truth[index]?.kind);
  if (!inOrder) return { inOrder, latest: null, right: false };
  const latest = Math.max(0, ...shown.map(({ start }, index) => Math.abs(start - (truth[index]?.start ?? start))));
  return { inOrder, latest, right: latest <= PHASE_TOLERANCE };
}

/** A pause cuts a phase in pieces of the record; they are one phase. @param {readonly PhaseRecord[]} pieces */
function joined(pieces) {
  return pieces.filter(({ kind, round, side }, index) => {
    const before = pieces[index - 1];
    return before?.kind !== kind || before.round !== round || before.side !== side;
  });
}
