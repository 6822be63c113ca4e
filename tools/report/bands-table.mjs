import { channelOf } from '../scoring/score-channels.mjs';
import { isTrueBand, LEAST_PEOPLE, proposal } from '../scoring/score-bands.mjs';
import { fixed, markdownTable, percent, UNKNOWN } from './table-text.mjs';

/**
 * The bands by drill and painter, and those of photo puppets, as Markdown.
 *
 * @typedef {import('../scoring/score-bands.mjs').BandRow} BandRow
 * @typedef {import('../scoring/score-bands.mjs').ScaledDrill} ScaledDrill
 *
 * @typedef {object} PuppetRow
 * @property {number} drawn degrees by which the shin was turned
 * @property {number} n
 * @property {number | null} read mean, degrees
 * @property {number | null} mae degrees
 * @property {number | null} worst degrees
 * @property {number | null} covered puppets whose drawn angle lies in the 90 % band
 * @property {number | null} halfWidth median half-width of the band, degrees
 * @typedef {{ legs: number, rows: readonly PuppetRow[] }} Puppets
 */

const HEADS = [
  'angle',
  'painter',
  'people, clips (fair places)',
  'frames',
  'truth in the band',
  'of large changes',
  'half-width',
  'error',
  'worst person',
  'factor for 90 %',
  'constant',
];

/** @param {number | null} value */
const degrees = (value) => (value === null ? UNKNOWN : `${fixed(value)}°`);

/** @param {number | null} value */
const halfWidth = (value) => (value === null ? UNKNOWN : `± ${fixed(value)}°`);

/**
 * The constant of a drill is asked of all people together.
 * @param {BandRow} row
 * @param {readonly BandRow[]} rows
 * @param {readonly ScaledDrill[]} drills
 */
function constant(row, rows, drills) {
  const pooled = rows.some(
    ({ drill, channel, painter }) => painter === 'both' && drill === row.drill && channel === row.channel,
  );
  if (pooled && row.painter !== 'both') return '';
  if (isTrueBand(row.inside)) return 'holds';
  if (row.people < LEAST_PEOPLE) return 'too few people';
  const asked = proposal(
    row,
    drills.find(({ id }) => id === row.drill),
  );
  return asked === null ? UNKNOWN : `\`${asked.name}\` ${asked.now} → ${asked.proposed}`;
}

/**
 * @param {readonly BandRow[]} rows
 * @param {readonly ScaledDrill[]} drills
 */
export const bandsTable = (rows, drills) =>
  markdownTable(
    'drill',
    HEADS,
    rows.map((row) => [
      row.drill,
      channelOf(row.channel).name,
      row.painter,
      `${row.people}, ${row.clips}${row.fair > 0 ? ` (${row.fair})` : ''}`,
      `${row.frames}`,
      percent(row.inside),
      percent(row.insideFar),
      halfWidth(row.halfWidth),
      degrees(row.mae),
      degrees(row.worst),
      fixed(row.factor, 2),
      constant(row, rows, drills),
    ]),
  );

/** @param {Puppets} puppets */
export function puppetsTable({ rows }) {
  const n = rows.reduce((sum, row) => sum + row.n, 0);
  const covered = rows.reduce((sum, row) => sum + (row.covered ?? 0), 0);
  return [
    ...markdownTable(
      'drawn',
      ['n', 'read', 'error', 'worst', 'drawn angle in the band', 'half-width'],
      rows.map((row) => [
        `${row.drawn}°`.replace('-', '−'),
        `${row.n}`,
        degrees(row.read).replace('-', '−'),
        degrees(row.mae),
        degrees(row.worst),
        row.covered === null ? UNKNOWN : `${row.covered}`,
        halfWidth(row.halfWidth),
      ]),
    ),
    '',
    `Together ${covered} of ${n} (${percent(n > 0 ? covered / n : null)}).`,
  ];
}

const README_HEADS = ['people', 'error', 'worst person', 'half-width', 'truth in the band'];

/**
 * The README's table: one row for each angle, of both painters together where both have people; below it the photo puppets of the
 * seated hip test, the only real pixels with a known change.
 * @param {readonly BandRow[]} rows
 * @param {Puppets | null} puppets
 */
export function shortBandsTable(rows, puppets) {
  const whole = rows.filter(
    (row) =>
      row.painter === 'both' ||
      !rows.some(({ drill, channel, painter }) => painter === 'both' && drill === row.drill && channel === row.channel),
  );
  const painters = (/** @type {BandRow} */ { painter }) => (painter === 'both' ? 'A, B' : painter);
  return [
    ...markdownTable(
      'drill, angle',
      README_HEADS,
      whole.map((row) => [
        `${row.drill}, ${channelOf(row.channel).name}`,
        `${row.people} (${painters(row)})`,
        degrees(row.mae),
        degrees(row.worst),
        halfWidth(row.halfWidth),
        percent(row.inside),
      ]),
    ),
    ...(puppets?.rows ?? []).flatMap(({ drawn, n, mae, worst, halfWidth: half, covered }) =>
      drawn === PUPPET_TURN && n > 0
        ? [
            `| hip test, seated: photographs, the shin turned by ${PUPPET_TURN}° | ${n} legs | ${degrees(mae)} | ${degrees(worst)} | ${halfWidth(half)} | ${percent(covered === null ? null : covered / n)} |`,
          ]
        : [],
    ),
  ];
}

/** The turn of the puppets that the README shows, degrees. */
const PUPPET_TURN = 20;
