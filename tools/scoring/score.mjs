import { referencePoseEnd } from './clip-truth.mjs';
import { errorsWhileCheating } from './score-cheating.mjs';
import { BAND_90, CHANNELS, channelScore, channelSeries, mainChannel } from './score-channels.mjs';
import { cueOutcomes } from './score-cues.mjs';
import { matchEvents } from './score-events.mjs';
import { phaseScore } from './score-phases.mjs';
import { rangeScores } from './score-ranges.mjs';
import { repScore } from './score-reps.mjs';

/**
 * Scores one set record against the truth of the clip it was made from. Pure: no files, no clock.
 *
 * @typedef {import('../../src/coach/record/set-record.ts').SetRecord} SetRecord
 * @typedef {import('./clip-truth.mjs').Truth} Truth
 * @typedef {import('./score-channels.mjs').ChannelId} ChannelId
 * @typedef {import('./score-channels.mjs').ChannelScore} ChannelScore
 * @typedef {import('./score-channels.mjs').Series} Series
 *
 * @typedef {object} ClipScore
 * @property {string} drill
 * @property {string} placement
 * @property {number} minutes scored time
 * @property {number} frames truth frames scored
 * @property {number} measured frames in the record
 * @property {ChannelId} main the angle that the drill works on
 * @property {Record<ChannelId, ChannelScore>} channels degrees, the lift in metres; one the truth does not know has no frames
 *   and no coverage
 * @property {ReturnType<typeof matchEvents>} events
 * @property {ReturnType<typeof rangeScores>} ranges
 * @property {readonly number[]} whileCheating sizes of the main angle's error while the pelvis truly cheats, degrees
 * @property {boolean} rough every range is shown as a rough figure
 * @property {ReturnType<typeof repScore>} reps
 * @property {ReturnType<typeof phaseScore>} phases
 * @property {ReturnType<typeof cueOutcomes>} cues what was said aloud
 * @property {string} drillId the drill as the record names it, each variant by itself
 * @property {readonly string[]} unwatched rules that the record itself says were not watched
 * @property {boolean} whole the set came to its summary: it was not broken off
 * @property {boolean} refused no neutral was held, so that nothing was measured
 * @property {number | null} azimuth where the lens truly stood, degrees from 0; null: not told
 * @property {string | null} view how the app judged the view at neutral; null when none was held
 * @property {{ model: string, backend: string }} engine
 */

/** Half-width of a band from which on the app calls a range rough, degrees. */
const ROUGH_BAND = 7;

/** Compensations that only the drills named here claim to see. */
const CLAIMED_BY = new Map([['back-round', ['standing-hamstring', 'quadruped-band-ir']]]);

/** @param {Truth} truth */
const azimuthOf = ({ camera: { azimuthDegrees } }) =>
  azimuthDegrees === undefined ? null : (azimuthDegrees + 360) % 360;

/** @type {ReadonlySet<string>} */
const ENDED_WELL = new Set(['finished', 'source-ended']);

/** As the app's own `isRough` (`src/ui/elements/format.ts`) has it. @param {SetRecord} record */
function isRough({ summary }) {
  const bands = summary.sets.flatMap(({ clean, sd }) =>
    clean === null || sd === null ? [] : [Math.round(BAND_90 * sd)],
  );
  return bands.length > 0 && bands.every((band) => band >= ROUGH_BAND);
}

/** @param {Truth} truth */
const eventsFor = ({ drill, events }) =>
  events.map((event) =>
    (CLAIMED_BY.get(event.rule) ?? [drill]).includes(drill) ? event : { ...event, rule: `${event.rule}, not claimed` },
  );

/**
 * @param {SetRecord} record
 * @param {Truth} truth
 * @param {readonly Series[]} [series] `channelSeries` of the two, where it is at hand already
 * @param {number} [smallestRep] degrees, `DrillInBrief.smallestRep`
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
    events: matchEvents(record.flags, eventsFor(truth), minutes),
    ranges: rangeScores(record, truth),
    whileCheating: errorsWhileCheating(truth, series, main),
    rough: isRough(record),
    reps: repScore(record, truth, smallestRep),
    phases: phaseScore(record.phases, truth.phases),
    cues: cueOutcomes(record.flags, truth.events, truth.phases),
    drillId: record.drill,
    unwatched: record.summary.muted.map(({ rule }) => rule),
    whole: ENDED_WELL.has(record.ended),
    refused: record.neutral === null,
    azimuth: azimuthOf(truth),
    view: record.neutral?.view ?? null,
    engine: { model: record.engine.model, backend: record.engine.backend },
  };
}
