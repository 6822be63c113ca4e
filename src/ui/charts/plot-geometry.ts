import {
  band90,
  type Degrees,
  leadingSide,
  type Seconds,
  type Side,
  sidesOf,
} from '../../instrument/geometry/units.ts';
import type { DrillDefinition, PhaseKind } from '../../coach/drill-definition.ts';
import type { FlagRecord, FrameRecord, PhaseRecord, RangeSummary, SetRecord } from '../../coach/record/set-record.ts';
import { isSideCheck } from '../../coach/record/side-check.ts';
import { recordedTitle } from '../elements/phase-title.ts';

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
  /** Lowest and highest of all bands; what is drawn goes on to the next even degree. */
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
/** Shown even where the hip turned less: a small wobble must not look like a large turn. */
const LEAST_RANGE = { low: -10, high: 30 } as const satisfies Record<string, Degrees>;
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
  return {
    start,
    end,
    low: Math.min(LEAST_RANGE.low, ...bottoms),
    high: Math.max(LEAST_RANGE.high, ...tops),
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
function segmentsOf(record: SetRecord, sideAt: (t: Seconds) => Side | null): readonly (readonly PlotPoint[])[] {
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
      ({ side, round, kind }) => sidesOf(side).includes(range.side) && round === range.round && !UNMEASURED.has(kind),
    );
    const first = own[0];
    const last = own.at(-1);
    if (range.clean === null || !first || !last) return [];
    return [{ side: range.side, start: first.start, end: last.end, clean: range.clean }];
  });
}

/** The point nearest to a moment, or null where nothing within a gap's reach is known. */
export const pointAt = ({ segments }: Pick<PlotModel, 'segments'>, t: Seconds): PlotPoint | null => {
  let best: PlotPoint | null = null;
  for (const point of segments.flat()) if (!best || Math.abs(point.t - t) < Math.abs(best.t - t)) best = point;
  return best && Math.abs(best.t - t) <= GAP ? best : null;
};

export const phaseAt = (model: PlotModel, t: Seconds): PlotPhase | null =>
  model.phases.find(({ start, end }) => t >= start && t < end) ?? null;

export const flagsAt = (model: PlotModel, t: Seconds): readonly FlagRecord[] =>
  model.flags.filter(({ onset, start, end }) => t >= Math.min(onset, start) && t <= end);
