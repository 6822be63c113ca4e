import { type ScaleLinear, scaleLinear } from 'd3-scale';
import type { Degrees, Pixels } from '../../instrument/geometry/units.ts';

/**
 * Around a drawing: labels of degrees stand on the left, those along it below. `inset`: from the first and last point to the edge, so that
 * their circles fit.
 */
export type Margins = Readonly<Record<'left' | 'right' | 'top' | 'bottom' | 'inset', Pixels>>;

/** Scales and limits in pixels of a chart with degrees upwards. */
export interface DegreeScale {
  readonly width: Pixels;
  readonly height: Pixels;
  readonly left: Pixels;
  readonly right: Pixels;
  readonly bottom: Pixels;
  /** Converts what the chart shows from left to right, such as milliseconds since 1970. */
  readonly x: ScaleLinear<Pixels, Pixels>;
  readonly y: ScaleLinear<Pixels, Pixels>;
  readonly ticks: readonly Degrees[];
}

/** Approximate number of grid lines. */
export const TICKS = 5;

export interface DegreeScaleOptions {
  readonly edges: readonly Degrees[];
  readonly along: readonly [from: number, to: number];
  readonly width: Pixels;
  readonly height: Pixels;
  /** Smallest height of the chart, so that a small change does not look large. */
  readonly leastSpan: Degrees;
  readonly margins: Margins;
}

export function degreeScale({ edges, along, width, height, leastSpan, margins }: DegreeScaleOptions): DegreeScale {
  const [lowest, highest] = [Math.min(...edges), Math.max(...edges)];
  const spare = Math.max(0, leastSpan - (highest - lowest)) / 2;
  const [left, right, bottom] = [margins.left, width - margins.right, height - margins.bottom];
  const y = scaleLinear([lowest - spare, highest + spare], [bottom, margins.top]).nice(TICKS);
  const x = scaleLinear(along, [left + margins.inset, right - margins.inset]);
  return { width, height, left, right, bottom, x, y, ticks: y.ticks(TICKS) };
}
