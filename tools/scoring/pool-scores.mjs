import { goalsOf } from './goals.mjs';
import { allCounts, ruleCells } from './rule-cells.mjs';
import { CHANNELS, channelScore } from './score-channels.mjs';
import { largest, mean, median, percentile, share, standardDeviation } from './statistics.mjs';
import { tally } from './score-events.mjs';

/**
 * Pools the scores of many clips by drill and view (the camera placement in words), and the flags of all clips.
 *
 * @typedef {import('./score-channels.mjs').ChannelId} ChannelId
 * @typedef {import('./score-channels.mjs').ChannelScore} ChannelScore
 * @typedef {import('./score-channels.mjs').Series} Series
 * @typedef {import('./score.mjs').ClipScore} ClipScore
 * @typedef {import('./score-events.mjs').EventScore} EventScore
 * @typedef {{ events: EventScore, minutes: number }} Scored
 *
 * @typedef {import('./score.mjs').ClipName} ClipName
 * @typedef {import('./score.mjs').ScoredClip} ScoredClip
 * @typedef {import('./score.mjs').FailedClip} FailedClip
 *
 * @typedef {object} EventPool
 * @property {number} found
 * @property {number} missed
 * @property {number} false
 * @property {number | null} precision found ÷ (found + false); a late flag counts as neither
 * @property {number | null} recall found ÷ (found + missed); a late flag counts as missed
 * @property {number | null} f1 harmonic mean of precision and recall
 * @property {number | null} delay median seconds from the true onset to the flag; late flags included
 * @property {number | null} delay95 95th percentile of the delay
 * @property {number} minutes scored time
 * @property {number | null} falsePerMinute
 * @property {number} cleanMinutes scored time of the clips without a compensation
 * @property {number} cleanFalse flags in these clips
 * @property {number | null} cleanFalsePerMinute
 *
 * @typedef {object} ChannelPool
 * @property {ChannelId} channel
 * @property {ChannelScore} score over the frames of all clips
 * @property {number} clips with at least one reading
 * @property {{ sd: number, low: number, high: number } | null} between standard deviation and limits of the biases of
 *   the clips; null for fewer than two
 *
 * @typedef {{ count: number, bias: number | null, mae: number | null, worst: number | null }} ErrorPool
 * @typedef {object} Group
 * @property {string} drill
 * @property {string} placement
 * @property {readonly { clip: string, fingerprint: string }[]} clips including those that could not be run
 * @property {number} failed clips that could not be run
 * @property {boolean} readsLegs false: all clips are side checks, which read the trunk; the legs' angles are printed, not compared
 * @property {readonly ChannelPool[]} channels the trained angle first, then every other channel with a reading
 * @property {EventPool} events
 * @property {{ clean: ErrorPool, gross: ErrorPool, borrowed: ErrorPool }} ranges degrees
 * @property {{ true: number, found: number, extra: number, unread: number, small: number, amplitude: ErrorPool, hold:
 *   ErrorPool }} reps amplitude in degrees, hold in seconds
 *
 * @typedef {object} Pooled
 * @property {readonly Group[]} groups
 * @property {EventPool} events
 * @property {readonly { rule: string, pool: EventPool }[]} rules
 * @property {readonly DrillPool[]} drills each drill of the catalogue with its rules
 * @property {readonly import('./goals.mjs').DrillGoals[]} goals for each drill with a clip
 * @property {import('./rule-cells.mjs').Counts} all counts over all drills, for rules that the placement shows
 * @typedef {import('./rule-cells.mjs').DrillCells & { files: readonly { clip: string, fingerprint: string }[] }}
 *   DrillPool
 */

/**
 * @param {readonly (ScoredClip | FailedClip)[]} rows
 * @param {readonly import('../accuracy/drill-catalogue.mjs').DrillOutline[]} [catalogue] every drill that the app
 *   measures
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
    groups: keys.map((key) =>
      poolGroup(
        rows.filter((row) => groupKey(row) === key),
        catalogue,
      ),
    ),
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

/** Name of the group of a drill and view. @param {{ drill: string, placement: string }} row */
export const groupKey = ({ drill, placement }) => `${drill}, ${placement}`;

/**
 * @param {readonly (ScoredClip | FailedClip)[]} rows all of one drill and one placement
 * @param {readonly import('../accuracy/drill-catalogue.mjs').DrillOutline[]} catalogue
 * @returns {Group}
 */
function poolGroup(rows, catalogue) {
  const scored = rows.flatMap((row) => ('score' in row ? [row] : []));
  const isSideCheck = (/** @type {ScoredClip} */ { score }) =>
    catalogue.some(({ id, trunkOnly }) => id === score.drillId && trunkOnly);
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
    readsLegs: scored.length === 0 || !scored.every(isSideCheck),
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

/**
 * @param {readonly Scored[]} scores
 * @param {string | null} rule null: all rules
 * @returns {EventPool}
 */
export function poolEvents(scores, rule = null) {
  const ofRule = (/** @type {{ rule: string }} */ one) => rule === null || one.rule === rule;
  const outcomes = scores.flatMap(({ events }) => events.outcomes.filter(ofRule));
  const falseIn = (/** @type {readonly Scored[]} */ some) =>
    some.reduce((sum, { events }) => sum + events.falseFlags.filter(ofRule).length, 0);
  const minutesOf = (/** @type {readonly Scored[]} */ some) => some.reduce((sum, { minutes }) => sum + minutes, 0);
  const clean = scores.filter(({ events }) => events.wanted === 0);
  const { found, missed, delays } = tally(outcomes);
  const falseFlags = falseIn(scores);
  return {
    found,
    missed,
    false: falseFlags,
    precision: share(found, found + falseFlags),
    recall: share(found, outcomes.length),
    f1: share(2 * found, found + outcomes.length + falseFlags),
    delay: median(delays),
    delay95: percentile(delays, 0.95),
    minutes: minutesOf(scores),
    falsePerMinute: share(falseFlags, minutesOf(scores)),
    cleanMinutes: minutesOf(clean),
    cleanFalse: falseIn(clean),
    cleanFalsePerMinute: share(falseIn(clean), minutesOf(clean)),
  };
}

/**
 * One pool for each rule that happened or was flagged.
 * @param {readonly Scored[]} scores
 * @returns {{ rule: string, pool: EventPool }[]} sorted by rule
 */
export function poolByRule(scores) {
  const rules = new Set(scores.flatMap(({ events }) => Object.keys(events.rules)));
  return [...rules].sort().map((rule) => ({ rule, pool: poolEvents(scores, rule) }));
}
