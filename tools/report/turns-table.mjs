import { LARGE_TURN, LEAST_SLOPE, pooledTurns } from '../scoring/score-turns.mjs';
import { fixed, percent, UNKNOWN } from './table-text.mjs';

/**
 * Large turns by drill as a Markdown table.
 *
 * @typedef {import('../scoring/score-turns.mjs').TurnScore} TurnScore
 * @typedef {import('../scoring/score-turns.mjs').TurnRow} TurnRow
 */

const HEADS = [
  'drill',
  'turn',
  'people',
  `turns ≥ ${LARGE_TURN}°`,
  'abstained',
  'slope: median (least to largest)',
  `told, slope < ${LEAST_SLOPE}`,
  'truth in the 90 % band',
  'hip in its band',
  'flagged',
  'said still',
  'called clean',
  'false motion, 95 %',
];

/** @param {TurnRow} row */
function cells(row) {
  const { slope, slopes, turns } = row;
  const told = slopes === null ? UNKNOWN : `${fixed(slope, 2)} (${fixed(slopes[0], 2)} to ${fixed(slopes[1], 2)})`;
  const of = (/** @type {number} */ count) => (turns === 0 ? UNKNOWN : `${count} of ${turns}`);
  return [
    row.drill,
    row.sized || slopes === null ? row.turn : `${row.turn} (size not told)`,
    `${row.people}`,
    `${turns}`,
    percent(row.abstained),
    told,
    row.sized && turns > 0 ? `${row.weak}` : UNKNOWN,
    percent(row.inBand),
    percent(row.hipInBand),
    of(row.flagged),
    turns === 0 ? UNKNOWN : `${of(row.saidStill)} (${percent(row.quiet)} of the readings)`,
    of(row.calledClean),
    row.still === null ? UNKNOWN : `${fixed(row.still)}°`,
  ];
}

/** Columns that need a coach. */
const OF_SETS = new Set(['hip in its band', 'flagged', 'called clean']);

/**
 * @param {readonly TurnScore[]} scores
 * @param {boolean} [alone] the networks were asked without a coach
 */
export function turnsTable(scores, alone = false) {
  const shown = HEADS.map((head) => !alone || !OF_SETS.has(head));
  return [HEADS, HEADS.map(() => '---'), ...pooledTurns(scores).map(cells)]
    .map((row) => `| ${row.filter((_, column) => shown[column]).join(' | ')} |`)
    .join('\n');
}

/** One row a set with a large turn. @param {readonly { name: string, score: TurnScore }[]} sets */
export const turnSetsTable = (sets) =>
  [
    [
      'set',
      'turn',
      'largest',
      'abstained',
      'slope',
      'in the band',
      'hip in its band',
      'flagged',
      'said still',
      'called clean',
    ],
    Array.from({ length: 10 }, () => '---'),
    ...sets
      .filter(({ score }) => score.frames > 0)
      .map(({ name, score }) => [
        name,
        score.turn,
        `${fixed(score.peak, 0)}°`,
        percent(score.abstained),
        fixed(score.slope, 2),
        percent(score.inBand),
        percent(score.hipInBand),
        ...[score.flagged, score.saidStill, score.calledClean].map((is) => (is ? 'yes' : 'no')),
      ]),
  ]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
