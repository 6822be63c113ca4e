import { BAND_90, channelOf, channelSeries, mainChannel, type ChannelId } from './score-channels.ts';
import { largest, mean, weightedPercentile } from '../../tools/shared/statistics.ts';
import { WIDEST_BAND } from '../../src/instrument/geometry/units.ts';
import type { SetRecord } from '../../src/coach/record/set-record.ts';
import type { Truth } from './clip-truth.ts';

/**
 * Whether the stated standard deviation of a change holds: how often the truth lies in the 90 % band, and by which factor
 * the standard deviation would hold just 90 %. Every person has the same weight, and so has every clip of a person, so that
 * one long clip does not rule.
 */

export type LabTruth = Truth & { recipe?: string; subject?: { id?: string } };

/** A: the laboratory of this repository, B: another renderer. */
type Painter = 'A' | 'B';

/** Degrees. */
type BandPoint = { change: number; error: number; sd: number };

/** One channel of one clip, both legs together. */
export interface BandClip {
  /** Id of the drill and variant. */
  drill: string;
  channel: ChannelId;
  painter: Painter;
  person: string;
  /** The view is readable but not recommended. */
  fair: boolean;
  /** Frames with a number. */
  points: readonly BandPoint[];
}

export interface BandRow {
  drill: string;
  channel: ChannelId;
  painter: Painter | 'both';
  people: number;
  clips: number;
  /** Clips from a place that is not recommended. */
  fair: number;
  frames: number;
  /** Share of the true changes in the stated 90 % band. */
  inside: number | null;
  /** The same for changes of at least half of the clip's largest. */
  insideFar: number | null;
  /** Median half-width of the band, degrees. */
  halfWidth: number | null;
  /** Mean absolute error, degrees. */
  mae: number | null;
  /** Mean absolute error of the worst person, degrees. */
  worst: number | null;
  /** On the stated standard deviation, with which 90 % are inside. */
  factor: number | null;
}

/** Share that the band states. */
const STATED = 0.9;

/** Drills that tell the size of these angles beside the one that they train. */
const SHOWN_TOO: Readonly<Record<string, readonly ChannelId[]>> = { 'hip-movement-sequence': ['hip-abduction'] };

/** Only the laboratory of this repository names the recipe in its truth files. */
export const painterOf = ({ recipe }: LabTruth): Painter => (recipe === undefined ? 'B' : 'A');

/** @returns one for each angle that the drill shows; without points if nothing was read */
export function bandClips(record: SetRecord, truth: LabTruth): BandClip[] {
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

/** @returns by drill and angle: painter A, painter B, and both if there are both */
export function bandRows(clips: readonly BandClip[]): BandRow[] {
  const key = ({ drill, channel }: BandClip) => `${drill} ${channel}`;
  return [...new Set(clips.map(key))].flatMap((group) => {
    const own = clips.filter((clip) => key(clip) === group);
    const painters = (['A', 'B'] as const).filter((name) => own.some(({ painter }) => painter === name));
    const rows = painters.map((name) =>
      bandRow(
        own.filter(({ painter }) => painter === name),
        name,
      ),
    );
    return painters.length > 1 ? [...rows, bandRow(own, 'both')] : rows;
  });
}

/** @param clips of one drill and angle */
export function bandRow(clips: readonly BandClip[], painter: Painter | 'both'): BandRow {
  const read = clips.filter(({ points }) => points.length > 0);
  const people = byPerson(read);
  const ofPeople = (of: (clip: BandClip) => number | null) =>
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

const byPerson = (clips: readonly BandClip[]): BandClip[][] =>
  [...new Set(clips.map(({ person }) => person))].map((name) => clips.filter(({ person }) => person === name));

const shareInside = (points: readonly BandPoint[]) =>
  mean(points.map(({ error, sd }) => (Math.abs(error) <= BAND_90 * sd ? 1 : 0)));

function farPoints(points: readonly BandPoint[]) {
  const far = (largest(points.map(({ change }) => Math.abs(change))) ?? 0) / 2;
  return points.filter(({ change }) => Math.abs(change) >= far);
}

/** Values of all frames. The frames of a person weigh 1 together, each clip of theirs the same. */
const weighted = (people: readonly (readonly BandClip[])[], value: (point: BandPoint) => number) =>
  people.flatMap((own) =>
    own.flatMap(({ points }) =>
      points.map((point) => ({ value: value(point), weight: 1 / (own.length * points.length) })),
    ),
  );

/** The constant of a drill that widens the band of an angle, as it is and as the factor asks for. */

export type ScaledDrill = { id: string; measure: { motion: { hipSdScale: number; rotationSdScale?: number } } };

type Proposal = { name: 'hipSdScale' | 'rotationSdScale'; now: number; proposed: number };

/** Share inside the band that needs no change. */
const WANTED = [0.86, 0.94] as const;

/** With fewer people a constant would follow one body. */
export const LEAST_PEOPLE = 3;

export const isTrueBand = (inside: number | null) => inside !== null && inside >= WANTED[0] && inside <= WANTED[1];

/**
 * Rounded to two digits. Where the drill adds something to the band that its constant does not scale (the turn of the pelvis, a share
 * of the flexion), it is a first step: measure again.
 * @returns null: the band is true, there are too few people, or no constant of a drill scales it
 */
export function proposal(
  { channel, people, inside, factor }: BandRow,
  drill: ScaledDrill | undefined,
): Proposal | null {
  if (!drill || factor === null || people < LEAST_PEOPLE || isTrueBand(inside)) return null;
  const { hipSdScale, rotationSdScale } = drill.measure.motion;
  const scaled = (now: number) => Number((now * factor).toPrecision(2));
  if (channel === 'hip-internal-rotation' && rotationSdScale !== undefined)
    return { name: 'rotationSdScale', now: rotationSdScale, proposed: scaled(rotationSdScale) };
  if (channel === 'hip-internal-rotation' || channel === 'hip-flexion')
    return { name: 'hipSdScale', now: hipSdScale, proposed: scaled(hipSdScale) };
  return null;
}
