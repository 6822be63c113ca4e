import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Agreement, ComparedPair } from '../../coach/review/agreement.ts';
import type { Degrees, Pixels } from '../../instrument/geometry/units.ts';

const LEFT: Pixels = 48;
const RIGHT: Pixels = 14;
const TOP: Pixels = 12;
const BOTTOM: Pixels = 30;
/** Distance of the first and last point from the edge. */
const INSET: Pixels = 16;
/** Smallest height, so that differences within an instrument's own error do not look large. */
const MIN_SPAN: Degrees = 12;
const TICKS = 5;

/** One position of the plot. */
export interface AgreementPoint {
  /** Mean of both instruments. */
  readonly mean: Degrees;
  /** App minus own instrument. */
  readonly difference: Degrees;
  readonly band: Degrees;
}

/** Scales and limits of the plot in pixels. */
export interface AgreementScale {
  readonly left: Pixels;
  readonly right: Pixels;
  readonly bottom: Pixels;
  readonly x: ScaleLinear<Pixels, Pixels>;
  readonly y: ScaleLinear<Pixels, Pixels>;
  readonly ticks: readonly Degrees[];
  readonly angles: readonly Degrees[];
}

export const agreementPoints = (pairs: readonly ComparedPair[]): readonly AgreementPoint[] =>
  pairs.map(({ app, own, band }) => ({ mean: (app + own) / 2, difference: app - own, band }));

/** The plot shows zero, every difference with the band of the app around zero, and the limits. */
export function agreementScale(
  points: readonly AgreementPoint[],
  { limits }: Pick<Agreement, 'limits'>,
  width: Pixels,
  height: Pixels,
): AgreementScale {
  const edges = [
    0,
    ...points.flatMap(({ difference, band }) => [difference, band, -band]),
    ...(limits ? [limits.low, limits.high] : []),
  ];
  const [lowest, highest] = [Math.min(...edges), Math.max(...edges)];
  const spare = Math.max(0, MIN_SPAN - (highest - lowest)) / 2;
  const [left, right, bottom] = [LEFT, width - RIGHT, height - BOTTOM];
  const y = scaleLinear([lowest - spare, highest + spare], [bottom, TOP]).nice(TICKS);
  const means = points.map(({ mean }) => mean);
  const x = scaleLinear([Math.min(...means, 0), Math.max(...means, 1)], [left + INSET, right - INSET]);
  return { left, right, bottom, x, y, ticks: y.ticks(TICKS), angles: x.ticks(TICKS) };
}
