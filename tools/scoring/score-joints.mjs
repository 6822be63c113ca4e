import { JOINTS, SIDES } from './compare-markers.mjs';
import { BAND_90 } from './score-channels.mjs';
import { median, percentile } from './statistics.mjs';

/**
 * Scores where the joints of photographs are found against joints marked by hand. Pure.
 *
 * @typedef {import('./compare-markers.mjs').Joint} Joint
 * @typedef {import('./compare-markers.mjs').Leg} LegPoints pixels of the original picture
 *
 * @typedef {object} StartJoints the joints from which the app took a start
 * @property {number} trunk length of the trunk, mid-hip to mid-shoulder, pixels of the original picture
 * @property {Readonly<Record<'left' | 'right', LegPoints>>} legs
 * @property {Readonly<Record<'left' | 'right', Readonly<Record<Joint, number>>>> | null} sd stated standard deviation of
 *   each coordinate, share of the trunk; null: none is stated
 *
 * @typedef {StartJoints & { readonly drill: string }} AcceptedStart
 *
 * @typedef {object} MarkedPicture
 * @property {string} name
 * @property {string} series same person, clothes and place
 * @property {LegPoints} left the person's own left
 * @property {LegPoints} right
 * @property {readonly string[]} guessed joints that the markers could not see, as "left hip"
 *
 * @typedef {object} JointError
 * @property {string} drill
 * @property {string} picture
 * @property {string} series
 * @property {'left' | 'right'} side
 * @property {Joint} joint
 * @property {number} off share of the trunk's length
 * @property {readonly number[] | null} deviations error of x, then of y, without its sign, in stated standard deviations;
 *   null: none is stated
 *
 * @typedef {object} JointScore errors in % of the trunk's length; null where there is nothing to count
 * @property {number} starts pictures in which the app takes a reference pose, counted once for each drill
 * @property {number} joints
 * @property {number | null} median
 * @property {number | null} p90
 * @property {number | null} gross share of joints that are off by more than a fifth of the trunk
 * @property {number | null} covered share of coordinates in the 90 % band
 * @property {number | null} within 90 % of the coordinates are off by fewer stated standard deviations
 *
 * @typedef {object} JointScores
 * @property {Readonly<Record<string, JointScore>>} drills
 * @property {JointScore} all every picture once, however many drills start so
 */

/** An error of more than a fifth of the trunk, about 10 cm: the joint was found at another place of the body. */
const GROSS = 0.2;

/**
 * Errors of every marked joint that is not a guess of the markers.
 * @param {MarkedPicture} picture
 * @param {readonly AcceptedStart[]} starts
 * @returns {JointError[]}
 */
export function jointErrors(picture, starts) {
  return starts.flatMap((start) =>
    SIDES.flatMap((side) =>
      JOINTS.filter((joint) => !picture.guessed.includes(`${side} ${joint}`)).map((joint) => {
        const marked = picture[side][joint];
        const error = start.legs[side][joint].map((value, k) => (value - (marked[k] ?? 0)) / start.trunk);
        const sd = start.sd?.[side][joint];
        return {
          drill: start.drill,
          picture: picture.name,
          series: picture.series,
          side,
          joint,
          off: Math.hypot(...error),
          deviations: sd === undefined ? null : error.map((value) => Math.abs(value) / sd),
        };
      }),
    ),
  );
}

/**
 * One score for each drill, and one for all. Several drills start alike, so `all` counts each picture once.
 * @param {readonly JointError[]} errors
 * @returns {JointScores}
 */
export const scoreJoints = (errors) => ({
  drills: scoresBy(errors, ({ drill }) => drill),
  all: scoreOf(oncePerPicture(errors)),
});

/** The errors of the first drill that starts so in each picture. @param {readonly JointError[]} errors */
function oncePerPicture(errors) {
  const first = new Map();
  for (const { picture, drill } of errors) if (!first.has(picture)) first.set(picture, drill);
  return errors.filter(({ picture, drill }) => first.get(picture) === drill);
}

/** @param {readonly JointError[]} errors @param {(error: JointError) => string} nameOf */
function scoresBy(errors, nameOf) {
  const names = [...new Set(errors.map(nameOf))].sort();
  return Object.fromEntries(names.map((name) => [name, scoreOf(errors.filter((error) => nameOf(error) === name))]));
}

/** @param {readonly JointError[]} errors @returns {JointScore} */
function scoreOf(errors) {
  const offs = errors.map(({ off }) => off);
  const deviations = errors.flatMap((error) => error.deviations ?? []);
  const inPercent = (/** @type {number | null} */ value) => (value === null ? null : 100 * value);
  return {
    starts: new Set(errors.map(({ drill, picture }) => `${drill} ${picture}`)).size,
    joints: errors.length,
    median: inPercent(median(offs)),
    p90: inPercent(percentile(offs, 0.9)),
    gross: shareOf(offs, (value) => value > GROSS),
    covered: shareOf(deviations, (deviation) => deviation <= BAND_90),
    within: percentile(deviations, 0.9),
  };
}

/** @template T @param {readonly T[]} values @param {(value: T) => boolean} counts */
const shareOf = (values, counts) => (values.length > 0 ? values.filter(counts).length / values.length : null);

/** @param {string} rows what a row stands for */
const head = (rows) =>
  `| ${rows} | starts | joints | median | 90 % | gross | in the 90 % band | 90 % within |
|---|---|---|---|---|---|---|---|`;

/**
 * The scores of each drill and of each joint as tables. Errors in % of the trunk's length, shares in %.
 * @param {readonly JointError[]} errors
 * @returns {string}
 */
export function jointsTables(errors) {
  const { drills, all } = scoreJoints(errors);
  return [
    head('drill'),
    ...Object.entries(drills).map(rowOf),
    rowOf(['**all**, each picture once', all]),
    '',
    head('joint'),
    ...Object.entries(scoresBy(oncePerPicture(errors), ({ joint }) => joint)).map(rowOf),
  ].join('\n');
}

/** @param {readonly [string, JointScore]} named */
const rowOf = ([name, { starts, joints, median: middle, p90, gross, covered, within }]) =>
  `| ${[
    name,
    starts,
    joints,
    oneDigit(middle),
    oneDigit(p90),
    percent(gross),
    percent(covered),
    within === null ? '–' : `${within.toFixed(1)} sd`,
  ].join(' | ')} |`;

/** @param {number | null} value */
const oneDigit = (value) => (value === null ? '–' : value.toFixed(1));

/** @param {number | null} share */
const percent = (share) => (share === null ? '–' : `${Math.round(100 * share)} %`);

/**
 * Real and rendered people in two rows, for the README. Errors in % of the trunk's length, median and 90 %.
 * @param {Readonly<Record<'real' | 'rendered', readonly JointError[]>>} errors
 * @returns {string}
 */
export function shortJointsTable({ real, rendered }) {
  const row = (/** @type {string} */ people, /** @type {readonly JointError[]} */ errors) => {
    const { starts, joints, median: middle, p90, gross, covered } = scoreJoints(errors).all;
    return `| ${people} | ${starts} | ${joints} | ${oneDigit(middle)}, ${oneDigit(p90)} | ${percent(gross)} | ${percent(covered)} |`;
  };
  return [
    '| people | pictures taken as a start | joints | off by, median and 90 % | gross errors | in the 90 % band |',
    '|---|---|---|---|---|---|',
    row('real', real),
    row('rendered', rendered),
  ].join('\n');
}
