import { referencePoseEnd, referencePoseMean, sidesOf } from './clip-truth.mjs';
import { limitsOfAgreement, mean, percentile, rootMeanSquare, share, standardDeviation } from './statistics.mjs';

/**
 * Pairs each reading with its truth, frame by frame. Hip angles are compared as changes from the reference pose
 * (`neutral` in clips and records): the truth minus its mean over that phase. The pelvis in the truth is such a change
 * already; the knee angle is absolute.
 *
 * @typedef {import('../../src/coach/record/set-record.ts').SetRecord} SetRecord
 * @typedef {import('../../src/coach/record/set-record.ts').FrameRecord} FrameRecord
 * @typedef {import('./clip-truth.mjs').Truth} Truth
 * @typedef {import('./clip-truth.mjs').TruthFrame} TruthFrame
 * @typedef {import('./clip-truth.mjs').Side} Side
 *
 * @typedef {'hip-internal-rotation' | 'hip-flexion' | 'hip-abduction' | 'knee-flexion'} JointChannelId
 * @typedef {'pelvis-twist' | 'pelvis-obliquity' | 'pelvis-lift'} PelvisChannelId
 * @typedef {'trunk-lean' | 'back-arch'} TrunkChannelId
 * @typedef {JointChannelId | PelvisChannelId | TrunkChannelId} ChannelId
 *
 * @typedef {object} Channel
 * @property {ChannelId} id
 * @property {string} name
 * @property {'°' | 'm'} unit
 * @property {'neutral' | 'absolute'} zero whether the values are changes from the reference pose or absolute
 * @property {boolean} sided true for a joint of the legs, false for the trunk
 * @property {(frame: TruthFrame, side: Side) => number | undefined} truth
 * @property {(frame: FrameRecord, side: Side) => { value: number, sd: number } | null} reading
 *
 * @typedef {{ t: number, truth: number, reading: number, sd: number }} Point
 *
 * @typedef {object} Series one channel of one leg, or of the trunk, over one clip
 * @property {ChannelId} channel
 * @property {Side | null} side
 * @property {number} wanted frames that were measured and could have a reading
 * @property {readonly { t: number, value: number }[]} truth all frames of the scored time
 * @property {readonly Point[]} points frames with a valid reading
 *
 * @typedef {object} ChannelScore
 * @property {number} frames with a truth and a valid reading
 * @property {number | null} bias mean error, reading minus truth
 * @property {number | null} mae mean absolute error
 * @property {number | null} rmse
 * @property {number | null} sd standard deviation of the error
 * @property {{ low: number, high: number } | null} limits 95 % limits of agreement
 * @property {number | null} maeAfterNeutral mean absolute error without the offset in the reference pose
 * @property {number | null} p95 95th percentile of the absolute error
 * @property {number | null} inBand share of frames whose truth lies inside the 90 % band of the reading
 * @property {number | null} coverage share of the frames with a valid reading
 */

/**
 * The angle that the drill of a record trains.
 * @param {Pick<SetRecord, 'range'>} record
 * @returns {'hip-internal-rotation' | 'hip-flexion' | 'back-arch'}
 */
export const mainChannel = ({ range }) => range ?? 'hip-internal-rotation';

/** Half-width of the 90 % band of a normal error, in standard deviations. */
export const BAND_90 = 1.645;

/**
 * Seconds after the reference pose in which the person has hardly moved; the offset of an absolute angle is taken here.
 */
const OFFSET_TIME = 0.5;

/**
 * @param {ChannelId} id
 * @param {string} name
 * @param {Omit<Channel, 'id' | 'name' | 'unit' | 'zero' | 'sided'> & Partial<Channel>} rest
 * @returns {Channel}
 */
const channel = (id, name, rest) => ({ unit: '°', zero: 'neutral', sided: false, ...rest, id, name });

/** @type {readonly Channel[]} */
export const CHANNELS = [
  channel('hip-internal-rotation', 'hip internal rotation', {
    sided: true,
    truth: ({ hip }, side) => hip[side].internalRotation,
    reading: ({ hipInternalRotation }, side) => hipInternalRotation[side],
  }),
  channel('hip-flexion', 'hip flexion', {
    sided: true,
    truth: ({ hip }, side) => hip[side].flexion,
    reading: ({ hipFlexion }, side) => hipFlexion[side],
  }),
  channel('hip-abduction', 'hip abduction', {
    sided: true,
    truth: ({ hip }, side) => hip[side].abduction,
    reading: ({ hipAbduction }, side) => hipAbduction[side],
  }),
  channel('knee-flexion', 'knee flexion', {
    sided: true,
    zero: 'absolute',
    truth: ({ knee }, side) => knee[side],
    reading: ({ kneeFlexion }, side) => kneeFlexion[side],
  }),
  channel('pelvis-twist', 'pelvis twist', {
    truth: ({ pelvis }) => pelvis.twist,
    reading: ({ pelvis }) => pelvis.twist,
  }),
  channel('pelvis-obliquity', 'pelvis obliquity', {
    truth: ({ pelvis }) => pelvis.obliquity,
    reading: ({ pelvis }) => pelvis.obliquity,
  }),
  channel('pelvis-lift', 'pelvis lift', {
    unit: 'm',
    truth: ({ pelvis }) => pelvis.lift,
    reading: ({ pelvis }) => pelvis.lift,
  }),
  channel('trunk-lean', 'trunk lean', {
    truth: ({ trunkLean }) => trunkLean,
    reading: ({ trunkLean }) => trunkLean,
  }),
  channel('back-arch', 'arch of the lower back', {
    truth: ({ lumbar }) => lumbar?.extension,
    reading: ({ lumbarExtension }) => lumbarExtension,
  }),
];

/** @param {ChannelId} id @returns {Channel} */
export function channelOf(id) {
  const found = CHANNELS.find((one) => one.id === id);
  if (!found) throw new Error(`no channel "${id}"`);
  return found;
}

/**
 * @param {SetRecord} record
 * @param {Truth} truth
 * @returns {Series[]} of every channel in the truth, from the end of the reference pose
 */
export function channelSeries(record, truth) {
  const seen = framesByIndex(record, truth.fps);
  const every = record.source.every ?? 1;
  return CHANNELS.flatMap((one) =>
    (one.sided ? sidesOf(truth.side) : [null]).flatMap((side) => {
      const series = pairWithTruth(one, side, truth, { seen, every });
      return series.wanted > 0 ? [series] : [];
    }),
  );
}

/**
 * @param {Channel} one
 * @param {Side | null} side
 * @param {Truth} truth
 * @param {{ seen: ReadonlyMap<number, FrameRecord>, every: number }} record `every`: only each such frame was measured
 * @returns {Series}
 */
function pairWithTruth({ id, sided, zero, truth: trueValue, reading }, side, truth, { seen, every }) {
  const leg = side ?? sidesOf(truth.side)[0] ?? 'left';
  const origin = sided && zero === 'neutral' ? referencePoseMean(truth, (frame) => trueValue(frame, leg) ?? 0) : 0;
  const start = referencePoseEnd(truth);
  /** @type {{ t: number, value: number }[]} */
  const known = [];
  /** @type {Point[]} */
  const points = [];
  let wanted = 0;
  for (const [index, frame] of truth.frames.entries()) {
    const t = index / truth.fps;
    const absolute = trueValue(frame, leg);
    if (t < start || absolute === undefined) continue;
    const value = absolute - origin;
    known.push({ t, value });
    if (index % every === 0) wanted += 1;
    const record = seen.get(index);
    const estimate = record?.valid ? reading(record, leg) : null;
    if (estimate) points.push({ t, truth: value, reading: estimate.value, sd: estimate.sd });
  }
  return { channel: id, side, wanted, truth: known, points };
}

/**
 * The frames of the record by the index of the nearest truth frame. If two have the same index, the later one is used.
 * @param {SetRecord} record
 * @param {number} fps
 */
function framesByIndex(record, fps) {
  /** @type {Map<number, FrameRecord>} */
  const byIndex = new Map();
  for (const frame of record.frames) byIndex.set(Math.round(frame.t * fps), frame);
  return byIndex;
}

/**
 * Scores one or more series of the same channel: both legs of a clip, or all clips of a drill and view.
 * @param {readonly Series[]} series
 * @returns {ChannelScore}
 */
export function channelScore(series) {
  const points = series.flatMap((one) => one.points);
  const errors = points.map(({ reading, truth }) => reading - truth);
  const sizes = errors.map(Math.abs);
  const inBand = points.filter(({ reading, truth, sd }) => Math.abs(reading - truth) <= BAND_90 * sd);
  const wanted = series.reduce((sum, one) => sum + one.wanted, 0);
  return {
    frames: points.length,
    bias: mean(errors),
    mae: mean(sizes),
    rmse: rootMeanSquare(errors),
    sd: standardDeviation(errors),
    limits: limitsOfAgreement(errors),
    maeAfterNeutral: mean(series.flatMap(errorsAfterReferencePose).map(Math.abs)),
    p95: percentile(sizes, 0.95),
    inBand: share(inBand.length, points.length),
    coverage: share(points.length, wanted),
  };
}

/** @param {Series} series @returns {number[]} */
function errorsAfterReferencePose({ channel: id, points, truth }) {
  const errors = points.map((point) => point.reading - point.truth);
  if (channelOf(id).zero === 'neutral') return errors;
  const until = (truth[0]?.t ?? 0) + OFFSET_TIME;
  const offset = mean(errors.filter((_, index) => (points[index]?.t ?? Infinity) < until));
  return offset === null ? [] : errors.map((error) => error - offset);
}
