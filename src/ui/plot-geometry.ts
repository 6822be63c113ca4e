import { band90, type Degrees, leadingSide, type Seconds, type Side, sidesOf } from '../body/units.ts';
import type { DrillDefinition, PhaseKind } from '../coach/drill-definition.ts';
import type { FlagRecord, FrameRecord, PhaseRecord, RangeSummary, SetRecord } from '../coach/set-record.ts';
import { isSideCheck } from '../coach/side-check.ts';
import { recordedTitle } from './phase-title.ts';

/** One moment of the curve: the angle that the drill works on with the half-width of its 90 % band. */
export interface PlotPoint {
  readonly t: Seconds;
  readonly value: Degrees;
  readonly band: Degrees;
}

/** A flag with the lane it is drawn in, so that flags at the same time do not hide each other. */
export interface PlotFlag extends FlagRecord {
  readonly lane: number;
}

interface PlotLevel {
  readonly side: Side;
  readonly start: Seconds;
  readonly end: Seconds;
  readonly clean: Degrees;
}

/** A phase under its drill's own name. */
export interface PlotPhase extends PhaseRecord {
  readonly title: string;
}

/** Everything the plot draws, in the record's own units. */
export interface PlotModel {
  readonly start: Seconds;
  readonly end: Seconds;
  readonly low: Degrees;
  readonly high: Degrees;
  /** Stretches with a reading of the hip that works; between them nothing is known and nothing is drawn. */
  readonly segments: readonly (readonly PlotPoint[])[];
  /** Of the right hip, where both work at once and `segments` is the left one. */
  readonly others: readonly (readonly PlotPoint[])[];
  readonly phases: readonly PlotPhase[];
  readonly flags: readonly PlotFlag[];
  /** Clean range of each side and round, with the time it covers. */
  readonly levels: readonly PlotLevel[];
}

/** A pause in the readings that is longer than this is shown as a gap. */
const GAP: Seconds = 0.7;
/** More points than a wide screen has pixels for only cost time. */
const MOST_POINTS = 900;
/** Flags nearer than this share of the plot's width do not fit into one lane with their numbers. */
const NEARNESS = 0.02;
const LEAST_SPAN: Degrees = 40;
const UNMEASURED = new Set<PhaseKind>(['ready', 'neutral', 'turn', 'rest']);

export function plotModel(record: SetRecord, drill: DrillDefinition | null = null): PlotModel {
  const phases = record.phases.filter(({ start, end }) => end > start);
  const times = record.frames.map(({ t }) => t);
  const start = Math.min(phases[0]?.start ?? times[0] ?? 0, times[0] ?? Number.POSITIVE_INFINITY);
  const end = Math.max(phases.at(-1)?.end ?? 0, times.at(-1) ?? 0, start + 1);
  const phaseOf = (t: Seconds) => phases.find((phase) => t >= phase.start && t < phase.end);
  const segments = segmentsOf(record, (t) => leadingSide(phaseOf(t)?.side ?? record.side));
  const others = segmentsOf(record, (t) => (phaseOf(t)?.side === 'both' ? 'right' : null));
  const points = [...segments, ...others].flat();
  const tops = points.map(({ value, band }) => value + band);
  const bottoms = points.map(({ value, band }) => value - band);
  const high = Math.ceil(Math.max(LEAST_SPAN - 10, ...tops) / 10) * 10;
  const low = Math.floor(Math.min(-1, ...bottoms) / 10) * 10;
  return {
    start,
    end,
    low,
    high,
    segments,
    others,
    phases: phases.map((phase) => ({ ...phase, title: recordedTitle(record, drill, phase) })),
    flags: lanesOf(record.flags, (end - start) * NEARNESS),
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

/** @param sideAt the hip whose curve this is at a moment; null: none */
function segmentsOf(
  record: SetRecord,
  sideAt: (t: Seconds) => Side | null,
): readonly (readonly PlotPoint[])[] {
  const segments: PlotPoint[][] = [];
  let last: { readonly t: Seconds; readonly side: Side } | null = null;
  for (const frame of thinned(record.frames)) {
    const side = sideAt(frame.t);
    const estimate = frame.valid && side !== null ? angleOf(frame, record)[side] : null;
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

/** The angle that the drill works on. */
const angleOf = (frame: FrameRecord, record: SetRecord): FrameRecord['hipFlexion'] => {
  if (isSideCheck(record)) return { left: frame.lumbarExtension, right: frame.lumbarExtension };
  return record.range === 'hip-flexion' ? frame.hipFlexion : frame.hipInternalRotation;
};

const stepOf = (frames: readonly FrameRecord[]): Seconds => {
  const span = (frames.at(-1)?.t ?? 0) - (frames[0]?.t ?? 0);
  return span / Math.min(MOST_POINTS, Math.max(1, frames.length - 1));
};

function thinned(frames: readonly FrameRecord[]): readonly FrameRecord[] {
  const every = Math.ceil(frames.length / MOST_POINTS);
  return every <= 1 ? frames : frames.filter((_, i) => i % every === 0);
}

function levelsOf(record: SetRecord, phases: readonly PhaseRecord[]): PlotModel['levels'] {
  return record.summary.sets.flatMap((range: RangeSummary) => {
    const own = phases.filter(
      ({ side, round, kind }) =>
        sidesOf(side).includes(range.side) && round === range.round && !UNMEASURED.has(kind),
    );
    const first = own[0];
    const last = own.at(-1);
    if (range.clean === null || !first || !last) return [];
    return [{ side: range.side, start: first.start, end: last.end, clean: range.clean }];
  });
}

export interface PlotFrame {
  /** Top of the time axis, below the lanes of the flags. */
  readonly axis: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PlotScale {
  x(t: Seconds): number;
  y(value: Degrees): number;
}

export const plotScale = (model: PlotModel, frame: PlotFrame): PlotScale => ({
  x: (t) => frame.left + ((t - model.start) / (model.end - model.start)) * frame.width,
  y: (value) => frame.top + ((model.high - value) / (model.high - model.low)) * frame.height,
});

const pair = (x: number, y: number): string => `${x.toFixed(1)} ${y.toFixed(1)}`;

export const curvePath = (points: readonly PlotPoint[], scale: PlotScale): string =>
  points.map(({ t, value }, i) => `${i === 0 ? 'M' : 'L'}${pair(scale.x(t), scale.y(value))}`).join('');

export const bandPath = (points: readonly PlotPoint[], scale: PlotScale): string => {
  const top = points.map(({ t, value, band }) => pair(scale.x(t), scale.y(value + band)));
  const bottom = points.map(({ t, value, band }) => pair(scale.x(t), scale.y(value - band))).reverse();
  return top.length === 0 ? '' : `M${[...top, ...bottom].join('L')}Z`;
};

const STEPS: readonly Seconds[] = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600];

/** Whole, even moments inside the plot, at most `most` of them. */
export const timeTicks = (model: PlotModel, most: number): readonly Seconds[] => {
  const span = model.end - model.start;
  const step = STEPS.find((candidate) => span / candidate <= most) ?? 1200;
  const first = Math.ceil(model.start / step) * step;
  return Array.from({ length: Math.floor((model.end - first) / step) + 1 }, (_, i) => first + i * step);
};

export const angleTicks = (model: PlotModel): readonly Degrees[] => {
  const step = model.high - model.low > 80 ? 20 : 10;
  const first = Math.ceil(model.low / step) * step;
  return Array.from({ length: Math.floor((model.high - first) / step) + 1 }, (_, i) => first + i * step);
};

/** The point nearest to a moment, or null where nothing within a gap's reach is known. */
export const pointAt = ({ segments }: Pick<PlotModel, 'segments'>, t: Seconds): PlotPoint | null => {
  let best: PlotPoint | null = null;
  for (const point of segments.flat())
    if (!best || Math.abs(point.t - t) < Math.abs(best.t - t)) best = point;
  return best && Math.abs(best.t - t) <= GAP ? best : null;
};

export const phaseAt = (model: PlotModel, t: Seconds): PlotPhase | null =>
  model.phases.find(({ start, end }) => t >= start && t < end) ?? null;

export const flagsAt = (model: PlotModel, t: Seconds): readonly FlagRecord[] =>
  model.flags.filter(({ onset, start, end }) => t >= Math.min(onset, start) && t <= end);
