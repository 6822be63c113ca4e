import { channelOf } from './score-channels.mjs';
import { mean, percentile } from './statistics.mjs';

/**
 * What the sizes that are read for the pelvis are worth. Pure.
 *
 * @typedef {import('./score-channels.mjs').ChannelId} ChannelId
 * @typedef {import('./score-channels.mjs').Series} Series
 *
 * @typedef {object} SizeScore in the channel's unit
 * @property {number} frames with a number
 * @property {number | null} slope of the reading on the truth; null where the truth hardly moves
 * @property {number | null} mae
 * @property {number | null} falseSize 95th percentile of the size read while the truth lies still; null where it never does
 */

/** Truth within which nothing is there, and the spread of the truth from which on a slope says something. */
const STILL = { '°': 1, m: 0.002 };
const MOVING = { '°': 1.5, m: 0.005 };

/**
 * @param {readonly Series[]} series of one channel, of all the clips of a drill and view
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

/** Least squares, with its own constant. @param {readonly { truth: number, reading: number }[]} points @param {number} moving */
function slopeOf(points, moving) {
  const middle = mean(points.map(({ truth }) => truth)) ?? 0;
  const spread = mean(points.map(({ truth }) => (truth - middle) ** 2)) ?? 0;
  if (Math.sqrt(spread) < moving) return null;
  return (mean(points.map(({ truth, reading }) => (truth - middle) * reading)) ?? 0) / spread;
}
