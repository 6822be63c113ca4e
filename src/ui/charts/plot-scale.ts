import { type ScaleLinear, scaleLinear } from 'd3-scale';
import { area, line } from 'd3-shape';
import { utcTicks } from 'd3-time';
import type { Degrees, Pixels, Seconds } from '../../instrument/geometry/units.ts';
import type { PlotModel, PlotPoint } from './plot-geometry.ts';

/** Where the curve stands in the drawing. */
export interface PlotFrame {
  /** Top of the time axis, below the lanes of the flags. */
  readonly axis: Pixels;
  readonly left: Pixels;
  readonly top: Pixels;
  readonly width: Pixels;
  readonly height: Pixels;
}

/** From the record's own units to pixels of the drawing; a moment outside the set stands at its end. */
export interface PlotScale {
  readonly x: ScaleLinear<Pixels, Pixels>;
  readonly y: ScaleLinear<Pixels, Pixels>;
}

/** About as many lines across: steps of 10° for most sets, of 20° where the range is very large. */
const ANGLE_TICKS = 5;
/** Room that a moment on the time axis needs. */
const TICK_ROOM: Pixels = 80;

export const plotScale = (
  { start, end, low, high }: Pick<PlotModel, 'start' | 'end' | 'low' | 'high'>,
  frame: PlotFrame,
): PlotScale => ({
  x: scaleLinear([start, end], [frame.left, frame.left + frame.width]).clamp(true),
  y: scaleLinear([low, high], [frame.top + frame.height, frame.top]).nice(ANGLE_TICKS),
});

export const angleTicks = ({ y }: PlotScale): readonly Degrees[] => y.ticks(ANGLE_TICKS);

/** Even moments of a clock: quarters and halves of a minute, which steps of ten would miss. Counted like the record's own time. */
export const timeTicks = ({ start, end }: Pick<PlotModel, 'start' | 'end'>, { width }: PlotFrame): readonly Seconds[] =>
  utcTicks(new Date(0), new Date(1000 * (end - start)), Math.max(1, width / TICK_ROOM)).map(
    (moment) => start + Number(moment) / 1000,
  );

/** The curve and its band, as the paths of one stretch. */
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
