import { JOINTS, SIDES } from './compare-markers.mjs';
import { median, percentile } from './statistics.mjs';

/**
 * Scores where the joints of photographs are found against joints marked by hand. Pure.
 *
 * @typedef {import('./compare-markers.mjs').Joint} Joint
 * @typedef {import('./compare-markers.mjs').Leg} LegPoints pixels of the original picture
 *
 * @typedef {object} AcceptedStart a start position that the app accepted in a picture
 * @property {string} network name of the drill's leg network (`models/legs-NAME.json`)
 * @property {boolean} believed true: the reference pose was taken from the network's joints; false: from BlazePose's
 * @property {number} trunk length of the trunk, mid-hip to mid-shoulder by BlazePose, pixels of the original picture
 * @property {Readonly<Record<'left' | 'right', LegPoints>>} blazePose
 * @property {Readonly<Record<'left' | 'right', LegPoints>>} used the joints that the fit gets
 * @property {Readonly<Record<'left' | 'right', Readonly<Record<Joint, number>>>> | null} sd stated standard deviation of
 *   each coordinate of the used joints, share of the trunk; null: none is stated
 *
 * @typedef {object} MarkedPicture
 * @property {string} name
 * @property {string} series same person, clothes and place
 * @property {LegPoints} left the person's own left
 * @property {LegPoints} right
 * @property {readonly string[]} guessed joints that the markers could not see, as "left hip"
 *
 * @typedef {object} JointError errors as shares of the trunk's length
 * @property {string} network
 * @property {string} picture
 * @property {string} series
 * @property {'left' | 'right'} side
 * @property {Joint} joint
 * @property {boolean} believed
 * @property {number} blazepose
 * @property {number} used
 * @property {readonly number[] | null} deviations error of x, then of y, without its sign, in stated standard deviations;
 *   null: none is stated
 *
 * @typedef {object} Errors in % of the trunk's length; null where there is nothing to count
 * @property {number | null} median
 * @property {number | null} p90
 * @property {number | null} gross share of joints that are off by more than a fifth of the trunk
 *
 * @typedef {object} JointScore
 * @property {number} pictures starts: pictures in which the app takes a reference pose, counted once for each network
 * @property {number} believed starts whose reference pose is taken from the network's keypoints
 * @property {number} joints
 * @property {Errors} blazepose
 * @property {Errors & { readonly covered: number | null, readonly within: number | null }} used what the fit uses. `covered`: share of
 *   coordinates in the 90 % band. `within`: 90 % of the coordinates are off by fewer stated standard deviations
 *
 * @typedef {object} JointScores
 * @property {Readonly<Record<string, JointScore>>} networks
 * @property {JointScore} all
 */

/** An error of more than a fifth of the trunk, about 10 cm: the joint was found at another place of the body. */
const GROSS = 0.2;
/** Half-width of a 90 % band, in standard deviations of a normal distribution. */
const BAND_90 = 1.645;

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
        const off = (/** @type {readonly [number, number]} */ at) =>
          at.map((value, k) => (value - (marked[k] ?? 0)) / start.trunk);
        const used = off(start.used[side][joint]);
        const sd = start.sd?.[side][joint];
        return {
          network: start.network,
          picture: picture.name,
          series: picture.series,
          side,
          joint,
          believed: start.believed,
          blazepose: Math.hypot(...off(start.blazePose[side][joint])),
          used: Math.hypot(...used),
          deviations: sd === undefined ? null : used.map((value) => Math.abs(value) / sd),
        };
      }),
    ),
  );
}

/**
 * One score for each network, and one for all.
 * @param {readonly JointError[]} errors
 * @returns {JointScores}
 */
export const scoreJoints = (errors) => ({ networks: scoresBy(errors, ({ network }) => network), all: scoreOf(errors) });

/** @param {readonly JointError[]} errors @param {(error: JointError) => string} nameOf */
function scoresBy(errors, nameOf) {
  const names = [...new Set(errors.map(nameOf))].sort();
  return Object.fromEntries(names.map((name) => [name, scoreOf(errors.filter((error) => nameOf(error) === name))]));
}

/** @param {readonly JointError[]} errors @returns {JointScore} */
function scoreOf(errors) {
  const pictures = (/** @type {readonly JointError[]} */ some) =>
    new Set(some.map(({ network, picture }) => `${network} ${picture}`)).size;
  const deviations = errors.flatMap((error) => error.deviations ?? []);
  return {
    pictures: pictures(errors),
    believed: pictures(errors.filter(({ believed }) => believed)),
    joints: errors.length,
    blazepose: errorsOf(errors.map(({ blazepose }) => blazepose)),
    used: {
      ...errorsOf(errors.map(({ used }) => used)),
      covered: shareOf(deviations, (deviation) => deviation <= BAND_90),
      within: percentile(deviations, 0.9),
    },
  };
}

/** @param {readonly number[]} values @returns {Errors} */
function errorsOf(values) {
  const inPercent = (/** @type {number | null} */ value) => (value === null ? null : 100 * value);
  return {
    median: inPercent(median(values)),
    p90: inPercent(percentile(values, 0.9)),
    gross: shareOf(values, (value) => value > GROSS),
  };
}

/** @template T @param {readonly T[]} values @param {(value: T) => boolean} counts */
const shareOf = (values, counts) => (values.length > 0 ? values.filter(counts).length / values.length : null);

/** @param {string} rows what a row stands for */
const head = (rows) =>
  `| ${rows} | starts, believed | joints | BlazePose: median | 90 % | gross | used: median | 90 % | gross | in the 90 % band | 90 % within |
|---|---|---|---|---|---|---|---|---|---|---|`;

/**
 * The scores of each network and of each joint as tables. Errors in % of the trunk's length, shares in %.
 * @param {readonly JointError[]} errors
 * @returns {string}
 */
export function jointsTables(errors) {
  const { networks, all } = scoreJoints(errors);
  return [
    head('network'),
    ...Object.entries(networks).map(rowOf),
    rowOf(['**all**', all]),
    '',
    head('joint'),
    ...Object.entries(scoresBy(errors, ({ joint }) => joint)).map(rowOf),
  ].join('\n');
}

/** @param {readonly [string, JointScore]} named */
const rowOf = ([name, { pictures, believed, joints, blazepose, used }]) =>
  `| ${[
    name,
    `${pictures}, ${believed}`,
    joints,
    oneDigit(blazepose.median),
    oneDigit(blazepose.p90),
    percent(blazepose.gross),
    oneDigit(used.median),
    oneDigit(used.p90),
    percent(used.gross),
    percent(used.covered),
    used.within === null ? '–' : `${used.within.toFixed(1)} sd`,
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
    const { pictures, believed, joints, blazepose, used } = scoreJoints(errors).all;
    const off = (/** @type {Errors} */ one) => `${oneDigit(one.median)}, ${oneDigit(one.p90)}`;
    return `| ${people} | ${pictures} | ${believed} | ${joints} | ${off(blazepose)} | ${off(used)} | ${percent(used.gross)} | ${percent(used.covered)} |`;
  };
  return [
    '| people | starts | with the leg network | joints | BlazePose | used | gross errors | in the 90 % band |',
    '|---|---|---|---|---|---|---|---|',
    row('real', real),
    row('rendered', rendered),
  ].join('\n');
}
