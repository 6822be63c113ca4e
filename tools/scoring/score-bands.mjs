import { BAND_90, channelOf, channelSeries, mainChannel } from './score-channels.mjs';
import { largest, mean, weightedPercentile } from './statistics.mjs';

/**
 * Whether the stated standard deviation of a change holds: how often the truth lies in the 90 % band, and by which factor
 * the standard deviation would hold just 90 %. Every person has the same weight, and so has every clip of a person, so that
 * one long clip does not rule.
 *
 * @typedef {import('../../src/coach/record/set-record.ts').SetRecord} SetRecord
 * @typedef {import('./clip-truth.mjs').Truth & { recipe?: string, subject?: { id?: string } }} LabTruth
 * @typedef {import('./score-channels.mjs').ChannelId} ChannelId
 * @typedef {'A' | 'B'} Painter A: the laboratory of this repository, B: another renderer
 *
 * @typedef {{ change: number, error: number, sd: number }} BandPoint degrees
 * @typedef {object} BandClip one channel of one clip, both legs together
 * @property {string} drill id of the drill and variant
 * @property {ChannelId} channel
 * @property {Painter} painter
 * @property {string} person
 * @property {boolean} fair the view is readable but not recommended
 * @property {readonly BandPoint[]} points frames with a number
 *
 * @typedef {object} BandRow
 * @property {string} drill
 * @property {ChannelId} channel
 * @property {Painter | 'both'} painter
 * @property {number} people
 * @property {number} clips
 * @property {number} fair clips from a place that is not recommended
 * @property {number} frames
 * @property {number | null} inside share of the true changes in the stated 90 % band
 * @property {number | null} insideFar the same for changes of at least half of the clip's largest
 * @property {number | null} halfWidth median half-width of the band, degrees
 * @property {number | null} mae mean absolute error, degrees
 * @property {number | null} worst mean absolute error of the worst person, degrees
 * @property {number | null} factor on the stated standard deviation, with which 90 % are inside
 */

/** A wider band is shown as no number: `WIDEST_BAND` of the app, degrees. */
const WIDEST_BAND = 20;

/** Share that the band states. */
const STATED = 0.9;

/** Drills that tell the size of these angles beside the one that they train. @type {Readonly<Record<string, readonly ChannelId[]>>} */
const SHOWN_TOO = { 'hip-movement-sequence': ['hip-abduction'] };

/** Only the laboratory of this repository names the recipe in its truth files. @param {LabTruth} truth @returns {Painter} */
export const painterOf = ({ recipe }) => (recipe === undefined ? 'B' : 'A');

/**
 * @param {SetRecord} record
 * @param {LabTruth} truth
 * @returns {BandClip[]} one for each angle that the drill shows; without points if nothing was read
 */
export function bandClips(record, truth) {
  const series = channelSeries(record, truth);
  const painter = painterOf(truth);
  return [mainChannel(record), ...(SHOWN_TOO[record.drill] ?? [])].map((channel) => ({
    drill: record.drill,
    channel: channelOf(channel).id,
    painter,
    person: `${painter} ${truth.subject?.id ?? 'unknown'}`,
    fair: record.neutral?.view === 'fair',
    points: series
      .filter((one) => one.channel === channel)
      .flatMap(({ points }) => points)
      .filter(({ sd }) => BAND_90 * sd <= WIDEST_BAND)
      .map(({ truth: change, reading, sd }) => ({ change, error: reading - change, sd })),
  }));
}

/**
 * @param {readonly BandClip[]} clips
 * @returns {BandRow[]} by drill and angle: painter A, painter B, and both if there are both
 */
export function bandRows(clips) {
  const key = (/** @type {BandClip} */ { drill, channel }) => `${drill} ${channel}`;
  return [...new Set(clips.map(key))].flatMap((group) => {
    const own = clips.filter((clip) => key(clip) === group);
    const painters = /** @type {const} */ (['A', 'B']).filter((name) => own.some(({ painter }) => painter === name));
    const rows = painters.map((name) =>
      bandRow(
        own.filter(({ painter }) => painter === name),
        name,
      ),
    );
    return painters.length > 1 ? [...rows, bandRow(own, 'both')] : rows;
  });
}

/**
 * @param {readonly BandClip[]} clips of one drill and angle
 * @param {Painter | 'both'} painter
 * @returns {BandRow}
 */
export function bandRow(clips, painter) {
  const read = clips.filter(({ points }) => points.length > 0);
  const people = byPerson(read);
  const ofPeople = (/** @type {(clip: BandClip) => number | null} */ of) =>
    people.map((own) => mean(own.flatMap((clip) => of(clip) ?? []))).flatMap((value) => value ?? []);
  const errors = ofPeople(({ points }) => mean(points.map(({ error }) => Math.abs(error))));
  return {
    drill: clips[0]?.drill ?? '',
    channel: clips[0]?.channel ?? 'hip-internal-rotation',
    painter,
    people: people.length,
    clips: read.length,
    fair: read.filter(({ fair }) => fair).length,
    frames: read.reduce((sum, { points }) => sum + points.length, 0),
    inside: mean(ofPeople(({ points }) => shareInside(points))),
    insideFar: mean(ofPeople(({ points }) => shareInside(farPoints(points)))),
    halfWidth: weightedPercentile(
      weighted(people, ({ sd }) => BAND_90 * sd),
      0.5,
    ),
    mae: mean(errors),
    worst: largest(errors),
    factor: weightedPercentile(
      weighted(people, ({ error, sd }) => Math.abs(error) / (BAND_90 * sd)),
      STATED,
    ),
  };
}

/** @param {readonly BandClip[]} clips @returns {BandClip[][]} */
const byPerson = (clips) =>
  [...new Set(clips.map(({ person }) => person))].map((name) => clips.filter(({ person }) => person === name));

/** @param {readonly BandPoint[]} points */
const shareInside = (points) => mean(points.map(({ error, sd }) => (Math.abs(error) <= BAND_90 * sd ? 1 : 0)));

/** @param {readonly BandPoint[]} points */
function farPoints(points) {
  const far = (largest(points.map(({ change }) => Math.abs(change))) ?? 0) / 2;
  return points.filter(({ change }) => Math.abs(change) >= far);
}

/**
 * Values of all frames. The frames of a person weigh 1 together, each clip of theirs the same.
 * @param {readonly (readonly BandClip[])[]} people
 * @param {(point: BandPoint) => number} value
 */
const weighted = (people, value) =>
  people.flatMap((own) =>
    own.flatMap(({ points }) =>
      points.map((point) => ({ value: value(point), weight: 1 / (own.length * points.length) })),
    ),
  );

/** The constant of a drill that widens the band of an angle, as it is and as the factor asks for.
 *
 * @typedef {{ id: string, measure: { motion: { hipSdScale: number, rotationSdScale?: number } } }} ScaledDrill
 * @typedef {{ name: 'hipSdScale' | 'rotationSdScale', now: number, proposed: number }} Proposal
 */

/** Share inside the band that needs no change. */
const WANTED = /** @type {const} */ ([0.86, 0.94]);

/** With fewer people a constant would follow one body. */
export const LEAST_PEOPLE = 3;

/** @param {number | null} inside */
export const isTrueBand = (inside) => inside !== null && inside >= WANTED[0] && inside <= WANTED[1];

/**
 * Rounded to two digits. Where the drill adds something to the band that its constant does not scale (the turn of the pelvis, a share
 * of the flexion), it is a first step: measure again.
 * @param {BandRow} row
 * @param {ScaledDrill | undefined} drill
 * @returns {Proposal | null} null: the band is true, there are too few people, or no constant of a drill scales it
 */
export function proposal({ channel, people, inside, factor }, drill) {
  if (!drill || factor === null || people < LEAST_PEOPLE || isTrueBand(inside)) return null;
  const { hipSdScale, rotationSdScale } = drill.measure.motion;
  const scaled = (/** @type {number} */ now) => Number((now * factor).toPrecision(2));
  if (channel === 'hip-internal-rotation' && rotationSdScale !== undefined)
    return { name: 'rotationSdScale', now: rotationSdScale, proposed: scaled(rotationSdScale) };
  if (channel === 'hip-internal-rotation' || channel === 'hip-flexion')
    return { name: 'hipSdScale', now: hipSdScale, proposed: scaled(hipSdScale) };
  return null;
}
