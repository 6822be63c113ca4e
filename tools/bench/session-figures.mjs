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
 * @property {number} round
 * @property {number | null} length seconds that it takes in a set; null: as long as it was watched
 * @property {number} seconds that it was watched
 * @property {readonly SessionNote[]} notes
 */

/**
 * For how long a person moves in a phase of a sleeper, in seconds; in a phase that is not named, to its end. This is an assumption:
 * about three times what the people of the rendered sleepers need (`docs/performance.md`), plus the two seconds after which the app
 * takes a person for still.
 * @type {Readonly<Record<string, number>>}
 */
export const MOVING = { neutral: 0, passive: 12, pails: 7, rails: 7, sink: 7 };

/** Seconds of work in a second, of both workers. @param {WatchedPhase} phase */
const loadOf = ({ notes, seconds }) =>
  notes.reduce((sum, { total, aside }) => sum + total + aside, 0) / 1000 / Math.max(seconds, 1e-9);

/** @param {WatchedPhase} phase */
const rateOf = ({ notes, seconds }) => notes.length / Math.max(seconds, 1e-9);

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
 * @param {readonly WatchedPhase[]} moving the phases before a camera that shows the clip again and again
 * @param {readonly WatchedPhase[]} still the same before one that shows a person who only breathes
 */
export function sessionFigures(moving, still) {
  const everything = everythingOf([...moving, ...still]);
  const rows = moving.map((phase) => {
    const calm = still.find(({ kind, round }) => kind === phase.kind && round === phase.round) ?? phase;
    // How long a hold lasts depends on how still the person is.
    const length = calm.length ?? calm.seconds;
    const moves = Math.min(length, MOVING[phase.kind] ?? length);
    const loads = { moving: loadOf(phase), still: loadOf(calm) };
    const load = length > 0 ? (moves * loads.moving + (length - moves) * loads.still) / length : loads.still;
    return { kind: phase.kind, length, moves, rates: { moving: rateOf(phase), still: rateOf(calm) }, loads, load };
  });
  const length = rows.reduce((sum, row) => sum + row.length, 0);
  /** @param {(row: typeof rows[number]) => number} of */
  const mean = (of) => rows.reduce((sum, row) => sum + row.length * of(row), 0) / Math.max(length, 1e-9);
  const load = mean((row) => row.load);
  const extremes = { moving: mean(({ loads }) => loads.moving), still: mean(({ loads }) => loads.still) };
  /** @param {number} work */
  const ratioOf = (work) => (everything === null ? null : work / everything);
  return {
    rows,
    everything,
    load,
    minutes: length / 60,
    moves: rows.reduce((sum, row) => sum + row.moves, 0) / Math.max(length, 1e-9),
    ratio: ratioOf(load),
    ratios: { moving: ratioOf(extremes.moving), still: ratioOf(extremes.still) },
  };
}

/** @param {number | null} value */
const text = (value) => value?.toFixed(2) ?? '–';

/** @param {ReturnType<typeof sessionFigures>} session */
export const sessionTable = ({ rows, everything, load, minutes, moves, ratio, ratios }) => [
  '| phase of one side of a set | seconds of it, moving | readings/s: moving, still | work, s a second: moving, still | as assumed |',
  '|---|---|---|---|---|',
  ...rows.map(({ kind, length, moves: some, rates, loads, load: work }) => {
    const cells = [
      `${length.toFixed(0)}, ${some.toFixed(0)}`,
      `${rates.moving.toFixed(1)}, ${rates.still.toFixed(1)}`,
      `${loads.moving.toFixed(2)}, ${loads.still.toFixed(2)}`,
      work.toFixed(2),
    ];
    return `| ${kind} | ${cells.join(' | ')} |`;
  }),
  '',
  `The whole, ${minutes.toFixed(1)} minutes, in ${(100 * moves).toFixed(0)} % of which the person moves: ${load.toFixed(2)} s of work a second. Every network on every frame: ${text(everything)}. Ratio: ${text(ratio)}; of the clip alone ${text(ratios.moving)}, of a person who only breathes ${text(ratios.still)}.`,
];
