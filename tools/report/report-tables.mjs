import { errorWords, eventCells, fixed, percent, repWords, scaled, shownUnit, signed, UNKNOWN } from './table-text.mjs';
import { html } from './markup.mjs';
import { RULE_HEAD, ruleRows } from './rules-markdown.mjs';
import { channelOf } from '../scoring/score-channels.mjs';

/**
 * The tables of the HTML report.
 *
 * @typedef {import('../scoring/pool-scores.mjs').Pooled} Pooled
 * @typedef {import('../scoring/pool-scores.mjs').Group} Group
 * @typedef {import('../scoring/pool-scores.mjs').ErrorPool} ErrorPool
 * @typedef {import('../scoring/pool-scores.mjs').EventPool} EventPool
 * @typedef {import('../scoring/score-channels.mjs').ChannelScore} ChannelScore
 * @typedef {import('../scoring/score-channels.mjs').ChannelId} ChannelId
 * @typedef {import('../scoring/score.mjs').ClipScore} ClipScore
 */

/**
 * @param {string} caption
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows the first cell is the title of the row
 */
function table(caption, head, rows) {
  return html`<div class="wide-table" role="region" tabindex="0" aria-label="${caption}"><table>
<caption>${caption}</caption>
<thead><tr>${head.map((cell) => html`<th scope="col">${cell}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([name = '', ...cells]) =>
    html`<tr><th scope="row">${name}</th>${cells.map((cell) => html`<td>${cell}</td>`)}</tr>
`,
)}</tbody></table></div>`;
}

/** @param {Pooled} pooled */
export const rulesTable = (pooled) => table('Every rule of every drill', RULE_HEAD, ruleRows(pooled));

const CHANNEL_HEAD = ['bias', 'MAE', 'RMSE', '95 % limits', 'MAE after neutral', '95th percentile'];
const SHARES_HEAD = ['truth in 90 % band', 'coverage'];

/** @param {ChannelId} channel @param {ChannelScore} score */
function channelCells(channel, { bias, mae, rmse, limits, maeAfterNeutral, p95, inBand, coverage }) {
  const { scale, unit } = shownUnit(channelOf(channel).unit);
  const size = (/** @type {number | null} */ value) => (value === null ? UNKNOWN : `${fixed(value * scale)}${unit}`);
  const withSign = (/** @type {number | null} */ value) => signed(scaled(value, scale));
  return [
    withSign(bias),
    size(mae),
    size(rmse),
    limits ? `${withSign(limits.low)} … ${withSign(limits.high)}` : UNKNOWN,
    size(maeAfterNeutral),
    size(p95),
    percent(inBand),
    percent(coverage),
  ];
}

/** @param {Group} group */
export function groupTable(group) {
  return table(
    `${group.drill}, ${group.placement}: all clips together`,
    ['channel', 'clips', 'frames', ...CHANNEL_HEAD, ...SHARES_HEAD, 'biases of the clips', 'their sd'],
    group.channels.map(({ channel, clips, score, between }) => {
      const { scale } = shownUnit(channelOf(channel).unit);
      const withSign = (/** @type {number} */ value) => signed(value * scale);
      return [
        channelOf(channel).name,
        `${clips}`,
        `${score.frames}`,
        ...channelCells(channel, score),
        between ? `${withSign(between.low)} … ${withSign(between.high)}` : UNKNOWN,
        between ? fixed(between.sd * scale) : UNKNOWN,
      ];
    }),
  );
}

/** @param {string} clip @param {ClipScore} score */
export function clipTable(clip, { channels }) {
  const read = Object.entries(channels).filter(([, score]) => score.frames > 0);
  return table(
    `${clip}: channels`,
    ['channel', 'frames', ...CHANNEL_HEAD, ...SHARES_HEAD],
    read.map(([id, score]) => {
      const channel = /** @type {ChannelId} */ (id);
      return [channelOf(channel).name, `${score.frames}`, ...channelCells(channel, score)];
    }),
  );
}

/** @param {Pooled} pooled */
export function eventTable({ rules, events }) {
  return table(
    'Flags against true compensations, by rule',
    [
      'rule',
      'found',
      'missed',
      'false',
      'precision',
      'recall',
      'F1',
      'median delay',
      '95 % delay',
      'false a minute',
      'false a minute on clean clips',
    ],
    [...rules.map(({ rule, pool }) => eventRow(rule, pool)), eventRow('all rules', events)],
  );
}

/** @param {string} name @param {EventPool} pool */
const eventRow = (name, pool) => [
  name,
  ...eventCells(pool),
  seconds(pool.delay),
  seconds(pool.delay95),
  `${fixed(pool.falsePerMinute, 2)} (${pool.false} in ${fixed(pool.minutes)} min)`,
  `${fixed(pool.cleanFalsePerMinute, 2)} (${pool.cleanFalse} in ${fixed(pool.cleanMinutes)} min)`,
];

/** @param {number | null} value */
const seconds = (value) => (value === null ? UNKNOWN : `${fixed(value, 2)} s`);

/** @param {Pooled} pooled */
export function setTable({ groups }) {
  return table(
    'What the summary of a set states: bias / mean absolute error',
    [
      'drill, view',
      'clean range,\u00a0°',
      'gross range,\u00a0°',
      'borrowed,\u00a0°',
      'repetitions found',
      'amplitude,\u00a0°',
      'hold time,\u00a0s',
      'compensations found',
      'false flags',
    ],
    groups.map(({ drill, placement, ranges, reps, events }) => [
      `${drill}, ${placement}`,
      errorWords(ranges.clean),
      errorWords(ranges.gross),
      errorWords(ranges.borrowed),
      repWords(reps),
      errorWords(reps.amplitude),
      errorWords(reps.hold, 2),
      events.found + events.missed === 0 ? 'none there' : `${events.found} of ${events.found + events.missed}`,
      `${events.false}`,
    ]),
  );
}
