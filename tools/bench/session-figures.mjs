import { median } from '../scoring/statistics.mjs';

/**
 * A reading of a set: when it came, and what the workers spent on it and on the networks since the last one (ms).
 * @typedef {object} SessionNote
 * @property {number} at
 * @property {number} total
 * @property {number} aside
 *
 * @typedef {object} WatchedPhase
 * @property {string} kind
 * @property {number | null} length seconds that it takes in a set; null: as long as it was watched
 * @property {number} seconds that it was watched
 * @property {readonly SessionNote[]} notes
 */

/** Seconds of work in a second, of both workers. @param {WatchedPhase} phase */
const loadOf = ({ notes, seconds }) =>
  notes.reduce((sum, { total, aside }) => sum + total + aside, 0) / 1000 / Math.max(seconds, 1e-9);

/** A reading that comes later than this many times its own work has waited: in rests and still stretches frames are spared. */
const WITHOUT_WAITING = 2;

/**
 * Seconds of work in a second if frame follows frame and every network looks at each: from pairs of frames in which the networks
 * looked at both, and the second did not wait. Null: there were none.
 * @param {readonly WatchedPhase[]} phases
 */
function everythingOf(phases) {
  const pairs = phases.flatMap(({ notes }) =>
    notes.slice(1).flatMap((note, i) => {
      const before = notes[i];
      if (!before || before.aside === 0 || note.aside === 0) return [];
      const took = note.at - before.at;
      return took < WITHOUT_WAITING * note.total ? [(note.total + note.aside) / took] : [];
    }),
  );
  return median(pairs);
}

/**
 * What a set costs beside one in which everything looks at every frame. Each phase counts for as long as it takes in a set, so it
 * need not be watched to its end.
 * @param {readonly WatchedPhase[]} phases
 */
export function sessionFigures(phases) {
  const everything = everythingOf(phases);
  const rows = phases.map((phase) => ({
    kind: phase.kind,
    length: phase.length ?? phase.seconds,
    readingsPerSecond: phase.notes.length / Math.max(phase.seconds, 1e-9),
    load: loadOf(phase),
  }));
  const length = rows.reduce((sum, row) => sum + row.length, 0);
  const load = rows.reduce((sum, row) => sum + row.length * row.load, 0) / Math.max(length, 1e-9);
  return { rows, everything, load, minutes: length / 60, ratio: everything === null ? null : load / everything };
}

/** @param {ReturnType<typeof sessionFigures>} session */
export const sessionTable = ({ rows, everything, load, minutes, ratio }) => [
  '| phase of one side of a set | seconds of it | readings/s | work, s a second |',
  '|---|---|---|---|',
  ...rows.map(
    (row) =>
      `| ${row.kind} | ${row.length.toFixed(0)} | ${row.readingsPerSecond.toFixed(1)} | ${row.load.toFixed(2)} |`,
  ),
  '',
  `The whole, ${minutes.toFixed(1)} minutes: ${load.toFixed(2)} s of work a second. Every network on every frame: ${everything?.toFixed(2) ?? '–'}. Ratio: ${ratio?.toFixed(2) ?? '–'}.`,
];
