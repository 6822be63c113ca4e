import { BAND_90, channelSeries } from './score-channels.mjs';
import { largest, mean, median, percentile, share } from './statistics.mjs';

/**
 * How large turns of the pelvis, and bends of the back, are read on people of a renderer that a pelvis network was or was
 * not trained on.
 *
 * @typedef {import('../../src/coach/record/set-record.ts').SetRecord} SetRecord
 * @typedef {import('../../src/coach/drill-definition.ts').DrillDefinition} DrillDefinition
 * @typedef {import('./clip-truth.mjs').Truth} Truth
 * @typedef {import('./score-channels.mjs').Series} Series
 * @typedef {import('./score-channels.mjs').ChannelId} ChannelId
 *
 * @typedef {object} TurnChannel a turn that a pelvis network measures in a drill
 * @property {ChannelId} id
 * @property {string} name
 * @property {readonly string[]} rules rules that flag it; none: the drill does not tell it
 * @property {number} enter degrees from which it is flagged
 * @property {boolean} sized whether its size is told
 *
 * @typedef {object} TurnScore one channel of one set
 * @property {string} drill
 * @property {string} turn
 * @property {boolean} sized
 * @property {string} person
 * @property {number} peak largest true turn, degrees
 * @property {number} frames with a true turn of `LARGE_TURN` or more; 0: the set has no such turn
 * @property {number | null} abstained share of these frames in which nothing is told; null: no frames
 * @property {number | null} slope of the reading over the truth, through zero, in these frames; null: nothing is told
 * @property {number | null} inBand share of the readings whose 90 % band holds the truth
 * @property {number | null} quiet share of the readings whose 90 % band stays below what is flagged
 * @property {boolean} saidStill they are most of the readings
 * @property {boolean} flagged
 * @property {number | null} hipInBand share of the hip's readings during the turn whose 90 % band holds the truth
 * @property {boolean} calledClean the band of the clean range lies above everything that the hip did itself
 * @property {number | null} still 95th percentile of the readings' size while the truth is below `STILL`
 */

/** Degrees from which a turn counts as large. */
export const LARGE_TURN = 10;
/** A true turn below this is none. */
const STILL = 1;
/** A set with less of the pelvis seen claims no clean range; `src/coach/progress/best-range.ts` has the same share. */
const WATCHED_ENOUGH = 0.5;
/** Seconds after a turn within which its flag may open. */
const LATE = 1;

/** @type {Readonly<Record<string, { id: ChannelId, name: string }>>} */
const CHANNELS = {
  'pelvis-twist': { id: 'pelvis-twist', name: 'twist' },
  'pelvis-yaw': { id: 'pelvis-obliquity', name: 'yaw' },
  'back-arch': { id: 'back-arch', name: 'arch' },
};

/**
 * The turns that the drill's pelvis network measures. A drill whose network only serves the fit has one that is never told.
 * @param {Pick<DrillDefinition, 'rules' | 'measure'>} drill
 * @returns {TurnChannel[]}
 */
export function turnChannels({ rules, measure }) {
  if (measure.pelvisModel === undefined) return [];
  const told = Object.entries(CHANNELS).flatMap(([channel, { id, name }]) => {
    const own = rules.filter((rule) => rule.channel === channel);
    const [first] = own;
    if (first === undefined) return [];
    const sized = own.every(({ sizeTold }) => sizeTold !== false);
    return [{ id, name, rules: own.map((rule) => rule.id), enter: first.enter, sized }];
  });
  return told.length > 0 ? told : [{ id: 'pelvis-twist', name: 'twist', rules: [], enter: 0, sized: false }];
}

/**
 * @param {SetRecord} record
 * @param {Truth & { subject?: { id?: string } }} truth
 * @param {readonly TurnChannel[]} channels
 * @returns {TurnScore[]}
 */
export function turnScores(record, truth, channels) {
  const series = channelSeries(record, truth);
  const calledClean = isCalledClean(record, series);
  const hip = series.flatMap(({ channel, points }) => (channel === 'hip-internal-rotation' ? points : []));
  return channels.flatMap((channel) => {
    const own = series.find((one) => one.channel === channel.id);
    return own ? [turnScore(record, truth, own, channel, { calledClean, hip })] : [];
  });
}

/**
 * @param {SetRecord} record
 * @param {Truth & { subject?: { id?: string } }} truth
 * @param {Series} series
 * @param {TurnChannel} channel
 * @param {{ calledClean: boolean, hip: Series['points'] }} set
 * @returns {TurnScore}
 */
function turnScore(record, truth, series, { name, rules, enter, sized }, { calledClean, hip }) {
  const isLarge = (/** @type {number} */ value) => Math.abs(value) >= LARGE_TURN;
  const every = record.source.every ?? 1;
  const turned = series.truth.filter(({ value }) => isLarge(value));
  // Frames that were left out on purpose are not missing.
  const wanted = Math.ceil(turned.length / every);
  const told = series.points.filter((point) => isLarge(point.truth));
  const squares = told.reduce((sum, point) => sum + point.truth ** 2, 0);
  const products = told.reduce((sum, point) => sum + point.truth * point.reading, 0);
  const during = new Set(turned.map(({ t }) => t));
  const hipThen = hip.filter(({ t }) => during.has(t));
  const quiet = told.filter(({ reading, sd }) => Math.abs(reading) + BAND_90 * sd < enter);
  const first = turned[0]?.t ?? Number.POSITIVE_INFINITY;
  const last = turned.at(-1)?.t ?? Number.NEGATIVE_INFINITY;
  const still = series.points.filter((point) => Math.abs(point.truth) < STILL);
  return {
    drill: record.drill,
    turn: name,
    sized,
    person: truth.subject?.id ?? '',
    peak: largest(series.truth.map(({ value }) => Math.abs(value))) ?? 0,
    frames: wanted,
    abstained: wanted > 0 ? Math.max(0, 1 - told.length / wanted) : null,
    slope: squares > 0 ? products / squares : null,
    inBand: share(told.filter(isInBand).length, told.length),
    hipInBand: share(hipThen.filter(isInBand).length, hipThen.length),
    quiet: share(quiet.length, told.length),
    saidStill: quiet.length > told.length / 2,
    flagged: record.flags.some(({ rule, start, end }) => rules.includes(rule) && start <= last + LATE && end >= first),
    calledClean,
    still: percentile(
      still.map(({ reading }) => Math.abs(reading)),
      0.95,
    ),
  };
}

/** @param {Series['points'][number]} point */
const isInBand = ({ reading, truth, sd }) => Math.abs(reading - truth) <= BAND_90 * sd;

/** @param {SetRecord} record @param {readonly Series[]} series */
function isCalledClean({ summary }, series) {
  return summary.sets.some(({ side, of = 'hip-internal-rotation', clean, sd, pelvisWatched }) => {
    if (clean === null || sd === null || pelvisWatched < WATCHED_ENOUGH) return false;
    const own = series.find((one) => one.channel === of && one.side === side);
    const most = largest((own?.truth ?? []).map(({ value }) => value));
    return most !== null && clean - BAND_90 * sd > most;
  });
}

/**
 * @typedef {object} TurnRow all sets of one turn in one drill
 * @property {string} drill
 * @property {string} turn
 * @property {boolean} sized
 * @property {number} people
 * @property {number} turns sets with a large turn
 * @property {number | null} abstained mean share
 * @property {number | null} slope median over the sets in which it is told
 * @property {readonly [number, number] | null} slopes least and largest
 * @property {number} weak sets in which a told turn has a slope below `LEAST_SLOPE`
 * @property {number | null} inBand
 * @property {number | null} hipInBand mean over the sets
 * @property {number} flagged
 * @property {number | null} quiet share of the readings
 * @property {number} saidStill
 * @property {number} calledClean
 * @property {number | null} still largest false motion over the sets
 */

/** Least slope of a turn whose size is told. */
export const LEAST_SLOPE = 0.7;

/**
 * @param {readonly TurnScore[]} scores
 * @returns {TurnRow[]}
 */
export function pooledTurns(scores) {
  const keys = [...new Set(scores.map(({ drill, turn }) => `${drill} ${turn}`))].sort();
  return keys.map((key) => rowOf(scores.filter(({ drill, turn }) => `${drill} ${turn}` === key)));
}

/** @param {readonly TurnScore[]} all @returns {TurnRow} */
function rowOf(all) {
  const turned = all.filter(({ frames }) => frames > 0);
  const slopes = turned.flatMap(({ slope }) => slope ?? []);
  const frames = turned.reduce((sum, one) => sum + one.frames, 0);
  const silent = turned.reduce((sum, one) => sum + one.frames * (one.abstained ?? 0), 0);
  /** Mean over all readings. */
  const overReadings = (/** @type {(one: TurnScore) => number | null} */ part) =>
    share(
      turned.reduce((sum, one) => sum + (one.frames - one.frames * (one.abstained ?? 0)) * (part(one) ?? 0), 0),
      frames - silent,
    );
  return {
    drill: all[0]?.drill ?? '',
    turn: all[0]?.turn ?? '',
    sized: all[0]?.sized ?? false,
    people: new Set(all.map(({ person }) => person)).size,
    turns: turned.length,
    abstained: share(silent, frames),
    slope: median(slopes),
    slopes: slopes.length > 0 ? [Math.min(...slopes), Math.max(...slopes)] : null,
    weak: slopes.filter((slope) => slope < LEAST_SLOPE).length,
    inBand: overReadings(({ inBand }) => inBand),
    quiet: overReadings(({ quiet }) => quiet),
    hipInBand: mean(turned.flatMap(({ hipInBand }) => hipInBand ?? [])),
    flagged: turned.filter(({ flagged }) => flagged).length,
    saidStill: turned.filter(({ saidStill }) => saidStill).length,
    calledClean: turned.filter(({ calledClean }) => calledClean).length,
    still: largest(all.flatMap(({ still }) => still ?? [])),
  };
}
