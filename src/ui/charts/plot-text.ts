import { type Seconds, sdOfBound90 } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { angleWords } from '../summary/range-words.ts';
import { type AngleText, angleText, formatDegrees, formatMoment } from '../elements/format.ts';
import { flagsAt, type PlotModel, type PlotPoint, phaseAt, pointAt } from './plot-geometry.ts';
import { ruleName } from '../shell/words.ts';
import { noFlagText, watchedIn } from '../summary/watched-text.ts';

/** One moment of a set in words, for the readout, the screen reader and the table. */
export interface PlotMoment {
  readonly time: string;
  readonly phase: string;
  readonly angle: string;
  readonly band: string;
  readonly flags: string;
}

const told = (point: PlotPoint | null): AngleText =>
  point ? angleText(point.value, sdOfBound90(point.band)) : { value: summaryWords().plot.noReading, band: '' };
const readingText = (point: PlotPoint | null): string => `${told(point).value}${told(point).band}`;

export function momentAt(model: PlotModel, t: Seconds): PlotMoment {
  const point = pointAt(model, t);
  const other = pointAt({ segments: model.rightSegments }, t);
  const phase = phaseAt(model, t);
  return {
    time: formatMoment(t - model.start),
    phase: phase ? phase.title : '–',
    angle: other ? summaryWords().plot.both(readingText(point), readingText(other)) : told(point).value,
    band: other ? '' : told(point).band,
    flags: flagsAt(model, t)
      .map(({ rule }) => ruleName(rule))
      .join(', '),
  };
}

export const momentText = ({ time, phase, angle, band, flags }: PlotMoment): string =>
  `${time}, ${phase}: ${angle}${band}${flags ? `, ${flags}` : ''}`;

const MAX_ROWS = 120;

/** Rows of the table: one a second, fewer for a long set. */
export function momentRows(model: PlotModel): readonly PlotMoment[] {
  const span = model.end - model.start;
  const step = Math.max(1, Math.ceil(span / MAX_ROWS));
  return Array.from({ length: Math.floor(span / step) + 1 }, (_, i) => momentAt(model, model.start + i * step));
}

/** Describes the plot in one sentence, for the screen reader. */
export function plotDescription(record: SetRecord, model: PlotModel, drill: DrillDefinition | null): string {
  const points = [...model.segments, ...model.rightSegments].flat();
  const top = points.reduce((best, { value }) => Math.max(best, value), Number.NEGATIVE_INFINITY);
  const words = summaryWords().plot;
  const count = record.flags.length;
  const flags =
    count > 0 ? words.flagCount(count) : noFlagText(words.noFlags, watchedIn(record, drill)).replace(/\.$/, '');
  const length = formatMoment(model.end - model.start);
  if (points.length === 0) return words.none(length, flags);
  return words.sentence(angleWords(record.range).long, length, formatDegrees(top), flags);
}
