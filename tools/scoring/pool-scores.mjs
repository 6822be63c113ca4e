import { goalsOf } from './goals.mjs';
import { poolByRule, poolEvents } from './pool-events.mjs';
import { allCounts, ruleCells } from '../report/rule-cells.mjs';
import { CHANNELS, channelScore } from './score-channels.mjs';
import { largest, mean, standardDeviation } from './statistics.mjs';

/**
 * Many clips as one figure: per drill and view (the placement in words), and the flags over everything.
 *
 * @typedef {import('./score-channels.mjs').ChannelId} ChannelId
 * @typedef {import('./score-channels.mjs').ChannelScore} ChannelScore
 * @typedef {import('./score-channels.mjs').Series} Series
 * @typedef {import('./score.mjs').ClipScore} ClipScore
 * @typedef {import('./pool-events.mjs').EventPool} EventPool
 *
 * @typedef {object} ClipName
 * @property {string} clip
 * @property {string} drill
 * @property {string} placement
 * @property {string} fingerprint of its truth
 * @typedef {ClipName & { score: ClipScore, series: readonly Series[] }} ScoredClip
 * @typedef {ClipName & { error: string }} FailedClip a clip that could not be run
 *
 * @typedef {object} ChannelPool
 * @property {ChannelId} channel
 * @property {ChannelScore} score over the frames of all clips
 * @property {number} clips that have at least one number
 * @property {{ sd: number, low: number, high: number } | null} between spread of the clips' own biases; null for fewer than two
 *
 * @typedef {{ count: number, bias: number | null, mae: number | null, worst: number | null }} ErrorPool
 * @typedef {object} Group
 * @property {string} drill
 * @property {string} placement
 * @property {readonly { clip: string, fingerprint: string }[]} clips also those that could not be run
 * @property {number} failed clips that could not be run
 * @property {readonly ChannelPool[]} channels those with at least one number; the angle that the drill works on comes first, always
 * @property {EventPool} events
 * @property {{ clean: ErrorPool, gross: ErrorPool, borrowed: ErrorPool }} ranges degrees
 * @property {{ true: number, found: number, extra: number, unread: number, small: number, amplitude: ErrorPool, hold: ErrorPool }} reps
 *   degrees, seconds
 *
 * @typedef {object} Pooled
 * @property {readonly Group[]} groups
 * @property {EventPool} events
 * @property {readonly { rule: string, pool: EventPool }[]} rules
 * @property {readonly DrillPool[]} drills each drill of the catalogue with the rules that it arms
 * @property {readonly import('./goals.mjs').DrillGoals[]} goals what was asked of the instrument, for each drill that has a clip
 * @property {import('../report/rule-cells.mjs').Counts} all of all those drills, where the placement shows the rule
 * @typedef {import('../report/rule-cells.mjs').DrillCells & { files: readonly { clip: string, fingerprint: string }[] }} DrillPool
 */

/**
 * @param {readonly (ScoredClip | FailedClip)[]} rows
 * @param {readonly import('../accuracy/drill-catalogue.mjs').DrillInBrief[]} [catalogue] every drill that the app watches
 * @returns {Pooled}
 */
export function poolScores(rows, catalogue = []) {
  const keys = [...new Set(rows.map(groupKey))];
  const scores = rows.flatMap((row) => ('score' in row ? [row.score] : []));
  const drills = ruleCells(catalogue, scores).map((cells) => ({
    ...cells,
    files: filesOf(rows, cells.drill),
  }));
  return {
    groups: keys.map((key) => poolGroup(rows.filter((row) => groupKey(row) === key))),
    events: poolEvents(scores),
    rules: poolByRule(scores),
    drills,
    goals: goalsOf(rows, drills),
    all: allCounts(catalogue, scores),
  };
}

/** @param {readonly (ScoredClip | FailedClip)[]} rows @param {string} drill */
const filesOf = (rows, drill) =>
  rows.flatMap((row) =>
    'score' in row && row.score.drillId === drill ? [{ clip: row.clip, fingerprint: row.fingerprint }] : [],
  );

/** @param {{ drill: string, placement: string }} row */
export const groupKey = ({ drill, placement }) => `${drill}, ${placement}`;

/** @param {readonly (ScoredClip | FailedClip)[]} rows of one drill and placement @returns {Group} */
function poolGroup(rows) {
  const scored = rows.flatMap((row) => ('score' in row ? [row] : []));
  const main = scored[0]?.score.main ?? 'hip-internal-rotation';
  const ranges = scored.flatMap(({ score }) => score.ranges);
  const errorsOf = (/** @type {'clean' | 'gross' | 'borrowed'} */ range) =>
    poolErrors(ranges.flatMap((one) => one[range].error ?? []));
  const reps = scored.map(({ score }) => score.reps);
  const sum = (/** @type {'true' | 'found' | 'extra' | 'unread' | 'small'} */ count) =>
    reps.reduce((total, one) => total + one[count], 0);
  return {
    drill: rows[0]?.drill ?? '',
    placement: rows[0]?.placement ?? '',
    clips: rows.map(({ clip, fingerprint }) => ({ clip, fingerprint })),
    failed: rows.length - scored.length,
    channels: mainFirst(CHANNELS, main)
      .map(({ id }) => poolChannel(id, scored))
      .filter(({ channel, score }) => score.frames > 0 || channel === main),
    events: poolEvents(scored.map(({ score }) => score)),
    ranges: { clean: errorsOf('clean'), gross: errorsOf('gross'), borrowed: errorsOf('borrowed') },
    reps: {
      true: sum('true'),
      found: sum('found'),
      extra: sum('extra'),
      unread: sum('unread'),
      small: sum('small'),
      amplitude: poolErrors(reps.flatMap((one) => one.amplitude)),
      hold: poolErrors(reps.flatMap((one) => one.hold)),
    },
  };
}

/** @param {typeof CHANNELS} channels @param {ChannelId} main */
const mainFirst = (channels, main) => [
  ...channels.filter(({ id }) => id === main),
  ...channels.filter(({ id }) => id !== main),
];

/** @param {ChannelId} channel @param {readonly ScoredClip[]} clips @returns {ChannelPool} */
function poolChannel(channel, clips) {
  const series = clips.flatMap((clip) => clip.series.filter((one) => one.channel === channel));
  const biases = clips.flatMap(({ score }) => score.channels[channel].bias ?? []);
  const sd = standardDeviation(biases);
  return {
    channel,
    score: channelScore(series),
    clips: biases.length,
    between: sd === null ? null : { sd, low: Math.min(...biases), high: Math.max(...biases) },
  };
}

/** @param {readonly number[]} errors @returns {ErrorPool} */
function poolErrors(errors) {
  const sizes = errors.map(Math.abs);
  return { count: errors.length, bias: mean(errors), mae: mean(sizes), worst: largest(sizes) };
}
