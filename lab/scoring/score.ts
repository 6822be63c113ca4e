import { referencePoseEnd, type Truth } from './clip-truth.ts';
import {
  CHANNELS,
  channelScore,
  channelSeries,
  mainChannel,
  type ChannelId,
  type ChannelScore,
  type Series,
} from './score-channels.ts';
import { cueOutcomes, matchEvents } from './score-events.ts';
import { phasesAreRight } from './score-phases.ts';
import { rangeScores } from './score-ranges.ts';
import { repScore } from './score-reps.ts';
import { isCoarse } from '../../src/coach/progress/clean-range.ts';
import type { SetRecord } from '../../src/coach/record/set-record.ts';

/** Scores one set record against the truth of its clip. Pure: no files, no clock. */

export interface ClipName {
  clip: string;
  drill: string;
  placement: string;
  /** Of its truth file. */
  fingerprint: string;
}

export type ScoredClip = ClipName & { score: ClipScore; series: readonly Series[] };

/** A clip that could not be run. */
export type FailedClip = ClipName & { error: string };

export interface ClipScore {
  /** Scored time. */
  minutes: number;
  /** Frames in the record. */
  measured: number;
  /** The angle that the drill trains. */
  main: ChannelId;
  /** Degrees, lift in metres; a channel that is not in the truth has no frames and no coverage. */
  channels: Record<ChannelId, ChannelScore>;
  events: ReturnType<typeof matchEvents>;
  ranges: ReturnType<typeof rangeScores>;
  /** Absolute errors of the main angle while the pelvis truly turns, degrees. */
  whileCheating: readonly number[];
  /** The app shows all ranges as rough values. */
  rough: boolean;
  reps: ReturnType<typeof repScore>;
  /** The set was led through the phases of the truth. */
  phasesRight: boolean;
  /** Spoken cues. */
  cues: ReturnType<typeof cueOutcomes>;
  /** Id of the drill and variant in the record. */
  drillId: string;
  /** Rules that were not watched according to the record. */
  unwatched: readonly string[];
  /** The set reached its summary and was not stopped early. */
  whole: boolean;
  /** No reference pose was accepted, so nothing was measured. */
  refused: boolean;
  /** True azimuth of the camera, 0 to 360 degrees; null: not known. */
  azimuth: number | null;
  /** How the app rated the view in the reference pose; null without one. */
  view: string | null;
  engine: { model: string; backend: string };
}

/** Compensations that only these drills detect. */
const DETECTED_BY = new Map([['back-round', ['standing-hamstring', 'quadruped-band-ir']]]);

const azimuthOf = ({ camera: { azimuthDegrees } }: Truth) =>
  azimuthDegrees === undefined ? null : (azimuthDegrees + 360) % 360;

const ENDED_WELL: ReadonlySet<string> = new Set(['finished', 'source-ended']);

/** Whether the app tells every range of the set as a coarse value. */
function isRough({ summary }: SetRecord) {
  const sds = summary.sets.flatMap(({ clean, sd }) => (clean === null || sd === null ? [] : [sd]));
  return sds.length > 0 && sds.every(isCoarse);
}

/** Marks the events that the drill does not claim to detect. */
const eventsFor = ({ drill, events }: Truth) =>
  events.map((event) =>
    (DETECTED_BY.get(event.rule) ?? [drill]).includes(drill) ? event : { ...event, rule: `${event.rule}, not claimed` },
  );

/** Compensations that shift the hips. */
const SHIFTS_HIPS = new Set(['pelvis-twist', 'pelvis-list', 'pelvis-yaw', 'pelvis-lift', 'sit-bone-lift']);

/** In a set that follows the hips in the picture, each such event counts once more, for the rule that watches the shift. */
const hipsShifts = ({ frames }: SetRecord, { events }: Truth) =>
  frames.some(({ form }) => form?.hipsShift !== undefined)
    ? events.filter(({ rule }) => SHIFTS_HIPS.has(rule)).map((event) => ({ ...event, rule: 'hips-shift' }))
    : [];

/**
 * @param series `channelSeries` of both, if already calculated
 * @param smallestRep degrees, `DrillOutline.smallestRep`
 */
export function scoreClip(
  record: SetRecord,
  truth: Truth,
  series: readonly Series[] = channelSeries(record, truth),
  smallestRep: number = 0,
): ClipScore {
  const start = referencePoseEnd(truth);
  const minutes = truth.frames.filter((_, index) => index / truth.fps >= start).length / truth.fps / 60;
  const main = mainChannel(record);
  const channels = CHANNELS.map(({ id }) => [id, channelScore(series.filter((one) => one.channel === id))]);
  return {
    minutes,
    measured: record.frames.length,
    main,
    channels: Object.fromEntries(channels) as ClipScore['channels'],
    events: matchEvents(record.flags, [...eventsFor(truth), ...hipsShifts(record, truth)]),
    ranges: rangeScores(record, truth),
    whileCheating: errorsWhileCheating(truth, series, main),
    rough: isRough(record),
    reps: repScore(record, truth, smallestRep),
    phasesRight: phasesAreRight(record.phases, truth.phases),
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
 * @param series from `channelSeries`
 * @returns degrees
 */
function errorsWhileCheating(truth: Truth, series: readonly Series[], main: ChannelId): number[] {
  const turns = truth.events.filter(({ rule }) => PELVIS_TURNS.has(rule));
  const turnsFar = (t: number) => {
    if (!turns.some(({ start, end }) => t >= start && t <= end)) return false;
    const pelvis = truth.frames[Math.round(t * truth.fps)]?.pelvis;
    return pelvis !== undefined && Math.max(Math.abs(pelvis.twist), Math.abs(pelvis.obliquity)) >= LARGE_TURN;
  };
  return series
    .filter(({ channel }) => channel === main)
    .flatMap(({ points }) => points.filter(({ t }) => turnsFar(t)))
    .map(({ reading, truth: value }) => Math.abs(reading - value));
}
