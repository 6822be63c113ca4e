import { MOST_FLAGS } from '../elements/in-steps.ts';
import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { utcTicks } from 'd3-time';
import {
  band90,
  type Degrees,
  leadingSide,
  type Pixels,
  type Seconds,
  type Side,
  sidesOf,
} from '../../instrument/geometry/units.ts';
import { type DrillDefinition, isWorking } from '../../coach/drill-definition.ts';
import { usable } from '../../coach/progress/clean-range.ts';
import type { FlagRecord, FrameRecord, PhaseRecord, RangeSummary, SetRecord } from '../../coach/record/set-record.ts';
import { recordedTitle } from '../elements/phase-title.ts';

/** One point of the curve: the trained angle and the half-width of its 90 % band. */
export interface PlotPoint {
  readonly t: Seconds;
  readonly value: Degrees;
  readonly band: Degrees;
}

/** A flag and its lane. Flags at the same time get different lanes, so that none hides another. */
export interface PlotFlag extends FlagRecord {
  readonly lane: number;
}

/** The clean range of one side and round, drawn as a horizontal line. */
interface PlotLevel {
  readonly side: Side;
  readonly start: Seconds;
  readonly end: Seconds;
  readonly clean: Degrees;
}

export interface PlotPhase extends PhaseRecord {
  readonly title: string;
}

/** Everything that the plot draws, in seconds of the record and degrees. */
export interface PlotModel {
  readonly start: Seconds;
  readonly end: Seconds;
  /** Limits of all bands. `plotScale` widens them to round numbers. */
  readonly low: Degrees;
  readonly high: Degrees;
  /** Curve of the working hip, one segment for each stretch without a gap in the readings. */
  readonly segments: readonly (readonly PlotPoint[])[];
  /** Curve of the right hip while both hips work at once; `segments` is then the left hip. */
  readonly rightSegments: readonly (readonly PlotPoint[])[];
  readonly phases: readonly PlotPhase[];
  readonly flags: readonly PlotFlag[];
  readonly levels: readonly PlotLevel[];
}

/** A longer pause in the readings interrupts the curve. */
const GAP: Seconds = 0.7;
/** Points of the curve at most; a wide screen shows no more. */
const MAX_POINTS = 900;
/** Smallest distance between flags in one lane, as a share of the plot's width: their numbers need the room. */
const FLAG_GAP_SHARE = 0.02;
/** The plot always covers these angles, so that a small movement does not look large. */
const MIN_RANGE = { low: -10, high: 30 } as const satisfies Record<string, Degrees>;

/** @param drill gives the phases their titles; null if this version does not know the drill */
export function plotModel(record: SetRecord, drill: DrillDefinition | null = null): PlotModel {
  const phases = record.phases.filter(({ start, end }) => end > start);
  const times = record.frames.map(({ t }) => t);
  const start = Math.min(phases[0]?.start ?? times[0] ?? 0, times[0] ?? Number.POSITIVE_INFINITY);
  const end = Math.max(phases.at(-1)?.end ?? 0, times.at(-1) ?? 0, start + 1);
  const phaseOf = (t: Seconds) => phases.find((phase) => t >= phase.start && t < phase.end);
  const segments = segmentsOf(record, (t) => leadingSide(phaseOf(t)?.side ?? record.side));
  const rightSegments = segmentsOf(record, (t) => (phaseOf(t)?.side === 'both' ? 'right' : null));
  const points = [...segments, ...rightSegments].flat();
  const tops = points.map(({ value, band }) => value + band);
  const bottoms = points.map(({ value, band }) => value - band);
  return {
    start,
    end,
    low: Math.min(MIN_RANGE.low, ...bottoms),
    high: Math.max(MIN_RANGE.high, ...tops),
    segments,
    rightSegments,
    phases: phases.map((phase) => ({ ...phase, title: recordedTitle(record, drill, phase) })),
    flags: lanesOf(record.flags.slice(0, MOST_FLAGS), (end - start) * FLAG_GAP_SHARE),
    levels: levelsOf(record, phases),
  };
}

function lanesOf(flags: readonly FlagRecord[], gap: Seconds): readonly PlotFlag[] {
  const ends: Seconds[] = [];
  return flags.map((flag) => {
    const from = Math.min(flag.onset, flag.start);
    const free = ends.findIndex((end) => end <= from);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = flag.end + gap;
    return { ...flag, lane };
  });
}

/** @param sideAt the hip that the curve shows at a moment; null: none */
function segmentsOf(record: SetRecord, sideAt: (t: Seconds) => Side | null): readonly (readonly PlotPoint[])[] {
  const segments: PlotPoint[][] = [];
  let last: { readonly t: Seconds; readonly side: Side } | null = null;
  for (const frame of thinned(record.frames)) {
    const side = sideAt(frame.t);
    const estimate = side === null ? null : usable(frame, side, record.range ?? 'hip-internal-rotation');
    if (!estimate || side === null) continue;
    const point = { t: frame.t, value: estimate.value, band: band90(estimate.sd) };
    const gap = Math.max(GAP, 2.5 * stepOf(record.frames));
    const current = last && last.side === side && frame.t - last.t <= gap ? segments.at(-1) : undefined;
    if (current) current.push(point);
    else segments.push([point]);
    last = { t: frame.t, side };
  }
  return segments;
}

const stepOf = (frames: readonly FrameRecord[]): Seconds => {
  const span = (frames.at(-1)?.t ?? 0) - (frames[0]?.t ?? 0);
  return span / Math.min(MAX_POINTS, Math.max(1, frames.length - 1));
};

function thinned(frames: readonly FrameRecord[]): readonly FrameRecord[] {
  const every = Math.ceil(frames.length / MAX_POINTS);
  return every <= 1 ? frames : frames.filter((_, i) => i % every === 0);
}

function levelsOf(record: SetRecord, phases: readonly PhaseRecord[]): PlotModel['levels'] {
  return record.summary.sets.flatMap((range: RangeSummary) => {
    const own = phases.filter(
      ({ side, round, kind }) => sidesOf(side).includes(range.side) && round === range.round && isWorking(kind),
    );
    const first = own[0];
    const last = own.at(-1);
    if (range.clean === null || !first || !last) return [];
    return [{ side: range.side, start: first.start, end: last.end, clean: range.clean }];
  });
}

/** The point nearest to a moment; null if there is none within `GAP`. */
export const pointAt = ({ segments }: Pick<PlotModel, 'segments'>, t: Seconds): PlotPoint | null => {
  let best: PlotPoint | null = null;
  for (const point of segments.flat()) if (!best || Math.abs(point.t - t) < Math.abs(best.t - t)) best = point;
  return best && Math.abs(best.t - t) <= GAP ? best : null;
};

export const phaseAt = (model: PlotModel, t: Seconds): PlotPhase | null =>
  model.phases.find(({ start, end }) => t >= start && t < end) ?? null;

export const flagsAt = (model: PlotModel, t: Seconds): readonly FlagRecord[] =>
  model.flags.filter(({ onset, start, end }) => t >= Math.min(onset, start) && t <= end);

export interface PlotFrame {
  /** y of the time axis, below the lanes of the flags. */
  readonly axis: Pixels;
  readonly left: Pixels;
  readonly top: Pixels;
  readonly width: Pixels;
  readonly height: Pixels;
}

/** Converts seconds and degrees to pixels of the drawing. Times outside the set are clamped to its ends. */
export interface PlotScale {
  readonly x: ScaleLinear<Pixels, Pixels>;
  readonly y: ScaleLinear<Pixels, Pixels>;
}

/** Approximate number of grid lines. It gives steps of 10° for most sets and of 20° for very large ranges. */
const ANGLE_TICKS = 5;
/** Width that a label of the time axis needs. */
const TICK_WIDTH: Pixels = 80;

export const plotScale = (
  { start, end, low, high }: Pick<PlotModel, 'start' | 'end' | 'low' | 'high'>,
  frame: PlotFrame,
): PlotScale => ({
  x: scaleLinear([start, end], [frame.left, frame.left + frame.width]).clamp(true),
  y: scaleLinear([low, high], [frame.top + frame.height, frame.top]).nice(ANGLE_TICKS),
});

export const angleTicks = ({ y }: PlotScale): readonly Degrees[] => y.ticks(ANGLE_TICKS);

/** Labels of the time axis, at steps that suit a clock: 5, 15 or 30 s, whole minutes. Seconds of the record. */
export const timeTicks = ({ start, end }: Pick<PlotModel, 'start' | 'end'>, { width }: PlotFrame): readonly Seconds[] =>
  utcTicks(new Date(0), new Date(1000 * (end - start)), Math.max(1, width / TICK_WIDTH)).map(
    (moment) => start + Number(moment) / 1000,
  );

export const plotPaths = ({ x, y }: PlotScale) => ({
  curve: line<PlotPoint>(
    ({ t }) => x(t),
    ({ value }) => y(value),
  ).digits(1),
  band: area<PlotPoint>(
    ({ t }) => x(t),
    ({ value, band }) => y(value - band),
    ({ value, band }) => y(value + band),
  ).digits(1),
});
