import { referencePoseEnd } from './clip-truth.mjs';
import { BAND_90, CHANNELS, channelScore, channelSeries, mainChannel } from './score-channels.mjs';
import { cueOutcomes, matchEvents } from './score-events.mjs';
import { phaseScore } from './score-phases.mjs';
import { rangeScores } from './score-ranges.mjs';
import { repScore } from './score-reps.mjs';

/**
 * Scores one set record against the truth of its clip. Pure: no files, no clock.
 *
 * @typedef {import('../../src/coach/record/set-record.ts').SetRecord} SetRecord
 * @typedef {import('./clip-truth.mjs').Truth} Truth
 * @typedef {import('./score-channels.mjs').ChannelId} ChannelId
 * @typedef {import('./score-channels.mjs').ChannelScore} ChannelScore
 * @typedef {import('./score-channels.mjs').Series} Series
 *
 * @typedef {object} ClipName
 * @property {string} clip
 * @property {string} drill
 * @property {string} placement
 * @property {string} fingerprint of its truth file
 * @typedef {ClipName & { score: ClipScore, series: readonly import('./score-channels.mjs').Series[] }} ScoredClip
 * @typedef {ClipName & { error: string }} FailedClip a clip that could not be run
 *
 * @typedef {object} ClipScore
 * @property {string} drill
 * @property {string} placement
 * @property {number} minutes scored time
 * @property {number} frames of the truth in the scored time
 * @property {number} measured frames in the record
 * @property {ChannelId} main the angle that the drill trains
 * @property {Record<ChannelId, ChannelScore>} channels degrees, lift in metres; a channel that is not in the truth has
 *   no frames and no coverage
 * @property {ReturnType<typeof matchEvents>} events
 * @property {ReturnType<typeof rangeScores>} ranges
 * @property {readonly number[]} whileCheating absolute errors of the main angle while the pelvis truly turns, degrees
 * @property {boolean} rough the app shows all ranges as rough values
 * @property {ReturnType<typeof repScore>} reps
 * @property {ReturnType<typeof phaseScore>} phases
 * @property {ReturnType<typeof cueOutcomes>} cues spoken cues
 * @property {string} drillId id of the drill and variant in the record
 * @property {readonly string[]} unwatched rules that were not watched according to the record
 * @property {boolean} whole the set reached its summary and was not stopped early
 * @property {boolean} refused no reference pose was accepted, so nothing was measured
 * @property {number | null} azimuth true azimuth of the camera, 0 to 360 degrees; null: not known
 * @property {string | null} view how the app rated the view in the reference pose; null without one
 * @property {{ model: string, backend: string }} engine
 */

/** Beyond this half-width of the 90 % band (degrees) the app tells a range as a coarse value. */
const ROUGH_BAND = 8;

/** Compensations that only these drills detect. */
const DETECTED_BY = new Map([['back-round', ['standing-hamstring', 'quadruped-band-ir']]]);

/** @param {Truth} truth */
const azimuthOf = ({ camera: { azimuthDegrees } }) =>
  azimuthDegrees === undefined ? null : (azimuthDegrees + 360) % 360;

/** @type {ReadonlySet<string>} */
const ENDED_WELL = new Set(['finished', 'source-ended']);

/** The same rule as `isCoarse` of the app (`src/coach/progress/useful-band.ts`). @param {SetRecord} record */
function isRough({ summary }) {
  const bands = summary.sets.flatMap(({ clean, sd }) => (clean === null || sd === null ? [] : [BAND_90 * sd]));
  return bands.length > 0 && bands.every((band) => band > ROUGH_BAND);
}

/** Marks the events that the drill does not claim to detect. @param {Truth} truth */
const eventsFor = ({ drill, events }) =>
  events.map((event) =>
    (DETECTED_BY.get(event.rule) ?? [drill]).includes(drill) ? event : { ...event, rule: `${event.rule}, not claimed` },
  );

/** Compensations that shift the hips. */
const SHIFTS_HIPS = new Set(['pelvis-twist', 'pelvis-list', 'pelvis-yaw', 'pelvis-lift', 'sit-bone-lift']);

/**
 * In a set that follows the hips in the picture, each such event counts once more, for the rule that watches the shift.
 * @param {SetRecord} record @param {Truth} truth
 */
const hipsShifts = ({ frames }, { events }) =>
  frames.some(({ form }) => form?.hipsShift !== undefined)
    ? events.filter(({ rule }) => SHIFTS_HIPS.has(rule)).map((event) => ({ ...event, rule: 'hips-shift' }))
    : [];

/**
 * @param {SetRecord} record
 * @param {Truth} truth
 * @param {readonly Series[]} [series] `channelSeries` of both, if already calculated
 * @param {number} [smallestRep] degrees, `DrillOutline.smallestRep`
 * @returns {ClipScore}
 */
export function scoreClip(record, truth, series = channelSeries(record, truth), smallestRep = 0) {
  const start = referencePoseEnd(truth);
  const frames = truth.frames.filter((_, index) => index / truth.fps >= start).length;
  const minutes = frames / truth.fps / 60;
  const main = mainChannel(record);
  const channels = CHANNELS.map(({ id }) => [id, channelScore(series.filter((one) => one.channel === id))]);
  return {
    drill: truth.drill,
    placement: truth.camera.placement,
    minutes,
    frames,
    measured: record.frames.length,
    main,
    channels: /** @type {ClipScore['channels']} */ (Object.fromEntries(channels)),
    events: matchEvents(record.flags, [...eventsFor(truth), ...hipsShifts(record, truth)], minutes),
    ranges: rangeScores(record, truth),
    whileCheating: errorsWhileCheating(truth, series, main),
    rough: isRough(record),
    reps: repScore(record, truth, smallestRep),
    phases: phaseScore(record.phases, truth.phases),
    cues: cueOutcomes(record.flags, [...truth.events, ...hipsShifts(record, truth)], truth.phases),
    drillId: record.drill,
    unwatched: record.summary.muted.map(({ rule }) => rule),
    whole: ENDED_WELL.has(record.ended),
    refused: record.neutral === null,
    azimuth: azimuthOf(truth),
    view: record.neutral?.view ?? null,
    engine: { model: record.engine.model, backend: record.engine.backend },
  };
}

/** Compensations in which the pelvis turns, by their names in truth files. */
const PELVIS_TURNS = new Set(['pelvis-twist', 'pelvis-list', 'pelvis-yaw']);

/** Smallest turn of the pelvis (degrees) that counts as a large compensation. */
const LARGE_TURN = 10;

/**
 * Absolute errors of the trained angle in the frames with a true turn of the pelvis of `LARGE_TURN` or more. Only turns
 * that the truth lists as events count: in the 90/90 drills the pelvis turns on purpose.
 * @param {Truth} truth
 * @param {readonly Series[]} series from `channelSeries`
 * @param {ChannelId} main
 * @returns {number[]} degrees
 */
function errorsWhileCheating(truth, series, main) {
  const turns = truth.events.filter(({ rule }) => PELVIS_TURNS.has(rule));
  const turnsFar = (/** @type {number} */ t) => {
    if (!turns.some(({ start, end }) => t >= start && t <= end)) return false;
    const pelvis = truth.frames[Math.round(t * truth.fps)]?.pelvis;
    return pelvis !== undefined && Math.max(Math.abs(pelvis.twist), Math.abs(pelvis.obliquity)) >= LARGE_TURN;
  };
  return series
    .filter(({ channel }) => channel === main)
    .flatMap(({ points }) => points.filter(({ t }) => turnsFar(t)))
    .map(({ reading, truth: value }) => Math.abs(reading - value));
}
