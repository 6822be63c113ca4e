import type { Seconds } from '../body/units.ts';
import type { SetRecord } from '../coach/set-record.ts';
import { angleWords } from './angle-words.ts';
import { formatDegrees, formatMoment } from './format.ts';
import { flagsAt, type PlotModel, phaseAt, pointAt } from './plot-geometry.ts';
import { phaseName, ruleName } from './words.ts';

/** What is known at one moment of a set, for the readout, the screen reader and the table. */
export interface PlotMoment {
  readonly time: string;
  readonly phase: string;
  readonly angle: string;
  readonly band: string;
  readonly flags: string;
}

export function momentAt(model: PlotModel, t: Seconds): PlotMoment {
  const point = pointAt(model, t);
  const phase = phaseAt(model, t);
  return {
    time: formatMoment(t - model.start),
    phase: phase ? phaseName(phase.kind) : '–',
    angle: point ? formatDegrees(point.value) : 'no reading',
    band: point ? `± ${Math.max(1, Math.round(point.band))}°` : '',
    flags: flagsAt(model, t)
      .map(({ rule }) => ruleName(rule))
      .join(', '),
  };
}

export const momentText = ({ time, phase, angle, band, flags }: PlotMoment): string =>
  `${time}, ${phase}: ${angle}${band ? ` ${band}` : ''}${flags ? `, ${flags}` : ''}`;

const MOST_ROWS = 120;

/** One row a second, or fewer for a long set. */
export function momentRows(model: PlotModel): readonly PlotMoment[] {
  const span = model.end - model.start;
  const step = Math.max(1, Math.ceil(span / MOST_ROWS));
  return Array.from({ length: Math.floor(span / step) + 1 }, (_, i) =>
    momentAt(model, model.start + i * step),
  );
}

/** The plot in one sentence. */
export function plotDescription(record: SetRecord, model: PlotModel): string {
  const points = model.segments.flat();
  const top = points.reduce((best, { value }) => Math.max(best, value), Number.NEGATIVE_INFINITY);
  const flags = record.flags.length === 0 ? 'No flags' : `${record.flags.length} flags`;
  if (points.length === 0) return `No readings in ${formatMoment(model.end - model.start)}. ${flags}.`;
  return `${angleWords(record.range).long} over ${formatMoment(model.end - model.start)}, at most ${formatDegrees(top)}. ${flags}.`;
}
