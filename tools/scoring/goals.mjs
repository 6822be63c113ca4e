import { channelOf, channelScore } from './score-channels.mjs';
import { mean, percentile } from './statistics.mjs';

/**
 * The accuracy goals of the instrument for each drill. Drills are not pooled, so that one cannot hide another. Pure.
 *
 * @typedef {import('./score.mjs').ScoredClip} ScoredClip
 * @typedef {import('./score.mjs').FailedClip} FailedClip
 * @typedef {import('./score-channels.mjs').ChannelId} ChannelId
 * @typedef {import('./score-channels.mjs').Series} Series
 * @typedef {import('./score-channels.mjs').Point} Point
 *
 * @typedef {object} DrillGoals
 * @property {string} drill id as in a record
 * @property {number} clips clips with a measurement
 * @property {boolean} rough the app shows all ranges as rough values
 * @property {number | null} mae mean absolute error of the trained angle as the app shows it, degrees; with both hips
 *   at work, of their mean
 * @property {{ frames: number, mae: number | null }} cheating the error of each leg while the pelvis turns by 10° or
 *   more
 * @property {number | null} cleanBias bias of the best clean range of a set, degrees
 * @property {readonly { channel: ChannelId, score: SizeScore }[]} sizes of the pelvis channels whose size the app shows
 * @property {number | null} f1
 * @property {number | null} delay median, seconds
 * @property {number | null} delay95 95th percentile, seconds
 * @property {number | null} falseAMinute flags per minute on clips without any compensation
 * @property {number | null} coverage
 * @property {number | null} inBand share of the truth inside the 90 % band
 *
 * @typedef {object} SizeScore values in the unit of the channel
 * @property {number} frames frames with a reading
 * @property {number | null} slope of the reading on the truth; null if the truth hardly moves
 * @property {number | null} mae
 * @property {number | null} falseSize 95th percentile of the size that is read while the truth is still; null if it
 *   never is
 */

/** Pelvis channels of rules that the truth has as well. @type {readonly ChannelId[]} */
const SIZED = ['pelvis-twist', 'pelvis-obliquity', 'pelvis-lift'];

/**
 * @param {readonly (ScoredClip | FailedClip)[]} rows
 * @param {readonly import('./rule-cells.mjs').DrillCells[]} drills
 * @returns {DrillGoals[]} without drills that have no measured clip
 */
export function goalsOf(rows, drills) {
  const read = rows.flatMap((row) => ('score' in row && !row.score.refused ? [row] : []));
  return drills.flatMap((cells) => {
    const own = read.filter(({ score }) => score.drillId === cells.drill);
    return own.length === 0 ? [] : [goalOf(cells, own)];
  });
}

/** @param {import('./rule-cells.mjs').DrillCells} cells @param {readonly ScoredClip[]} own @returns {DrillGoals} */
function goalOf({ drill, rules, counts }, own) {
  const main = own[0]?.score.main ?? 'hip-internal-rotation';
  const seriesOf = (/** @type {ChannelId} */ channel) =>
    own.flatMap(({ series }) => series.filter((one) => one.channel === channel));
  const shown = own.flatMap(({ series }) => shownSeries(series.filter(({ channel }) => channel === main)));
  const { mae, coverage, inBand } = channelScore(shown);
  const cheating = own.flatMap(({ score }) => score.whileCheating);
  const shownSizes = rules.flatMap(({ seen, sizeOf }) => SIZED.filter((channel) => seen && channel === sizeOf));
  return {
    drill,
    clips: own.length,
    rough: own.every(({ score }) => score.rough),
    mae,
    cheating: { frames: cheating.length, mae: mean(cheating) },
    cleanBias: mean(own.flatMap(({ score }) => score.ranges.flatMap(({ clean }) => clean.error ?? []))),
    sizes: [...new Set(shownSizes)].map((channel) => ({ channel, score: sizeScore(seriesOf(channel), channel) })),
    f1: counts.f1,
    delay: counts.delay,
    delay95: counts.delay95,
    falseAMinute: falseAMinute(own),
    coverage,
    inBand,
  };
}

/** @param {readonly ScoredClip[]} own */
function falseAMinute(own) {
  const clean = own.filter(({ score }) => score.events.wanted === 0);
  const minutes = clean.reduce((sum, { score }) => sum + score.minutes, 0);
  const flags = clean.reduce((sum, { score }) => sum + score.events.falseFlags.length, 0);
  return minutes > 0 ? flags / minutes : null;
}

/**
 * Mean of both hips, as the app calculates it (`workingEstimate`).
 * @param {Point} a
 * @param {Point} b
 * @returns {Point}
 */
const meanOf = (a, b) => ({
  t: a.t,
  truth: (a.truth + b.truth) / 2,
  reading: (a.reading + b.reading) / 2,
  sd: Math.hypot(a.sd, b.sd) / 2,
});

/**
 * The series that the app shows. If both hips work at once it shows their mean, and nothing while one of them is not
 * read.
 * @param {readonly Series[]} series of one channel and one clip: one series a leg
 * @returns {readonly Series[]} the series of one leg unchanged, or one series of the mean
 */
export function shownSeries(series) {
  const [left, right] = series;
  if (!left || !right) return series;
  const rightPoints = new Map(right.points.map((point) => [point.t, point]));
  const points = left.points.flatMap((point) => {
    const other = rightPoints.get(point.t);
    return other ? [meanOf(point, other)] : [];
  });
  const truth = left.truth.map(({ t, value }, index) => ({
    t,
    value: (value + (right.truth[index]?.value ?? value)) / 2,
  }));
  return [{ ...left, side: null, truth, points }];
}

/** A smaller true value counts as no movement. */
const STILL = { '°': 1, m: 0.002 };
/** Smallest standard deviation of the truth for which a slope is given. */
const MOVING = { '°': 1.5, m: 0.005 };

/**
 * @param {readonly Series[]} series of one channel: all clips of a drill and view
 * @param {ChannelId} channel
 * @returns {SizeScore}
 */
export function sizeScore(series, channel) {
  const points = series.flatMap((one) => one.points);
  const { unit } = channelOf(channel);
  const still = points.filter(({ truth }) => Math.abs(truth) < STILL[unit]);
  return {
    frames: points.length,
    slope: slopeOf(points, MOVING[unit]),
    mae: mean(points.map(({ reading, truth }) => Math.abs(reading - truth))),
    falseSize: percentile(
      still.map(({ reading }) => Math.abs(reading)),
      0.95,
    ),
  };
}

/**
 * Slope of the reading on the truth by least squares, with an intercept.
 * @param {readonly { truth: number, reading: number }[]} points
 * @param {number} minSd of the truth
 */
function slopeOf(points, minSd) {
  const centre = mean(points.map(({ truth }) => truth)) ?? 0;
  const variance = mean(points.map(({ truth }) => (truth - centre) ** 2)) ?? 0;
  if (Math.sqrt(variance) < minSd) return null;
  return (mean(points.map(({ truth, reading }) => (truth - centre) * reading)) ?? 0) / variance;
}
