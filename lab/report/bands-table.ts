import { channelOf } from '../scoring/score-channels.ts';
import { isTrueBand, LEAST_PEOPLE, proposal, type BandRow, type ScaledDrill } from '../scoring/score-bands.ts';
import { fixed, markdownTable, percent, UNKNOWN } from './table-text.ts';

/** The bands by drill and painter, as Markdown. */

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

const degrees = (value: number | null) => (value === null ? UNKNOWN : `${fixed(value)}°`);

const halfWidth = (value: number | null) => (value === null ? UNKNOWN : `± ${fixed(value)}°`);

/** The constant of a drill is asked of all people together. */
function constant(row: BandRow, rows: readonly BandRow[], drills: readonly ScaledDrill[]) {
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

export const bandsTable = (rows: readonly BandRow[], drills: readonly ScaledDrill[]) =>
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

const README_HEADS = ['people', 'error', 'worst person', 'half-width', 'truth in the band'];

/** The README's table: one row for each angle, of both painters together where both have people. */
export function shortBandsTable(rows: readonly BandRow[]) {
  const whole = rows.filter(
    (row) =>
      row.painter === 'both' ||
      !rows.some(({ drill, channel, painter }) => painter === 'both' && drill === row.drill && channel === row.channel),
  );
  const painters = ({ painter }: BandRow) => (painter === 'both' ? 'A, B' : painter);
  return markdownTable(
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
  );
}
