import {
  aligned,
  errorWords,
  eventCells,
  fixed,
  percent,
  repWords,
  scaled,
  shownUnit,
  signed,
  UNKNOWN,
} from './table-text.mjs';
import { channelOf } from '../scoring/score-channels.mjs';

/**
 * The pooled scores as plain text; printed below the table of the clips.
 *
 * @typedef {import('../scoring/pool-scores.mjs').Pooled} Pooled
 * @typedef {import('../scoring/pool-scores.mjs').Group} Group
 * @typedef {import('../scoring/pool-scores.mjs').ChannelPool} ChannelPool
 * @typedef {import('../scoring/pool-scores.mjs').EventPool} EventPool
 */

/** A note for every place that shows limits of agreement. */
export const NOT_INDEPENDENT =
  'Frames of one clip are not independent: the limits describe these clips, and only the spread between clips says how another one would fare.';

/** @param {Pooled} pooled @returns {string[]} */
export function pooledTable(pooled) {
  return [
    'Pooled by drill and view',
    ...aligned([CHANNEL_HEAD, ...pooled.groups.flatMap(channelRows)]),
    '',
    ...aligned([SET_HEAD, ...pooled.groups.map(setRow)]),
    '',
    ...aligned([
      EVENT_HEAD,
      ...pooled.rules.map(({ rule, pool }) => eventRow(rule, pool)),
      eventRow('all rules', pooled.events),
    ]),
    '',
    NOT_INDEPENDENT,
    ...ruleLines(pooled),
  ];
}

const RULE_HEAD = [
  'rules by drill',
  'events',
  'found',
  'false',
  'F1',
  'delay s',
  'spoken right',
  'wrong',
  'clean min',
  'said there',
];

/** @param {Pooled} pooled @returns {string[]} one line for every rule of the drills that were run */
function ruleLines({ drills, all }) {
  const rows = drills
    .filter(({ clips }) => clips > 0)
    .flatMap((drill) => [
      [`${drill.drill}: phases right in ${drill.phasesRight} of ${drill.clips}${countWords(drill.cleanReps)}`],
      ...drill.rules.map(({ rule, seen, counts }) =>
        seen ? countCells(`  ${rule}`, counts) : [`  ${rule}: not seen from here`],
      ),
    ]);
  return rows.length === 0 ? [] : ['', ...aligned([RULE_HEAD, ...rows, countCells('all that are seen', all)])];
}

/** @param {import('../scoring/rule-cells.mjs').DrillCells['cleanReps']} reps */
const countWords = ({ counted, exact, clips }) =>
  counted && clips > 0 ? `, clean clips counted exactly ${exact} of ${clips}` : '';

/** @param {string} name @param {import('../scoring/rule-cells.mjs').Counts} counts */
const countCells = (name, counts) => [
  name,
  `${counts.found + counts.missed}${counts.unwatched > 0 ? ` (+${counts.unwatched} unseen)` : ''}`,
  `${counts.found}`,
  `${counts.false}`,
  fixed(counts.f1, 2),
  fixed(counts.delay, 2),
  `${counts.right}`,
  `${counts.wrong}`,
  fixed(counts.cleanMinutes),
  `${counts.cleanWrong}`,
];

const CHANNEL_HEAD = [
  'channel',
  'clips',
  'frames',
  'bias',
  'MAE',
  'RMSE',
  '95 % limits',
  'MAE after neutral',
  'in 90 %',
  'cover',
  'clip biases, sd',
];

/** @param {Group} group @returns {string[][]} */
const channelRows = (group) => [[`${group.drill} [${group.placement}]`], ...group.channels.map(channelRow)];

/** @param {ChannelPool} pool @returns {string[]} */
function channelRow({ channel, clips, score, between }) {
  const { unit, name } = channelOf(channel);
  const shown = shownUnit(unit);
  const one = (/** @type {number | null} */ value) => fixed(scaled(value, shown.scale));
  const withSign = (/** @type {number | null} */ value) => signed(scaled(value, shown.scale));
  return [
    `  ${name}, ${shown.unit.trim()}`,
    `${clips}`,
    `${score.frames}`,
    withSign(score.bias),
    one(score.mae),
    one(score.rmse),
    score.limits ? `${withSign(score.limits.low)} … ${withSign(score.limits.high)}` : UNKNOWN,
    one(score.maeAfterNeutral),
    percent(score.inBand),
    percent(score.coverage),
    between ? `${withSign(between.low)} … ${withSign(between.high)}, ${one(between.sd)}` : UNKNOWN,
  ];
}

const SET_HEAD = [
  'ranges and repetitions, bias / MAE',
  'clean °',
  'gross °',
  'borrowed °',
  'reps',
  'amplitude °',
  'hold s',
];

/** @param {Group} group @returns {string[]} */
function setRow({ drill, placement, ranges, reps }) {
  return [
    `  ${drill} [${placement}]`,
    errorWords(ranges.clean),
    errorWords(ranges.gross),
    errorWords(ranges.borrowed),
    repWords(reps),
    errorWords(reps.amplitude),
    errorWords(reps.hold, 2),
  ];
}

const EVENT_HEAD = [
  'rule',
  'found',
  'missed',
  'false',
  'precision',
  'recall',
  'F1',
  'delay s, median',
  '95 %',
  'false/min',
  'on clean clips',
];

/** @param {string} name @param {EventPool} pool @returns {string[]} */
const eventRow = (name, pool) => [
  `  ${name}`,
  ...eventCells(pool),
  fixed(pool.delay, 2),
  fixed(pool.delay95, 2),
  fixed(pool.falsePerMinute, 2),
  `${fixed(pool.cleanFalsePerMinute, 2)} (${fixed(pool.cleanMinutes)} min)`,
];
