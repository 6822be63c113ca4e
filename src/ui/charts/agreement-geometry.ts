import type { Agreement, ComparedPair } from '../../training/self-check/agreement.ts';
import type { Degrees, Pixels } from '../../instrument/geometry/units.ts';
import { degreeScale, type DegreeScale, type Margins, TICKS } from './degree-scale.ts';

const MARGINS: Margins = { left: 48, right: 14, top: 12, bottom: 30, inset: 16 };
/** Smallest height, so that differences within an instrument's own error do not look large. */
const MIN_SPAN: Degrees = 12;

export interface AgreementPoint {
  readonly mean: Degrees;
  /** The instrument that is judged minus the other one. */
  readonly difference: Degrees;
  /** Half the width of the band that the app states. */
  readonly band: Degrees;
}

/** Scales and limits of the plot in pixels. */
export interface AgreementScale extends DegreeScale {
  readonly angles: readonly Degrees[];
}

export type AgreementLines = Pick<Agreement, 'bias' | 'limits'>;

export const agreementPoints = (pairs: readonly ComparedPair[]): readonly AgreementPoint[] =>
  pairs.map(({ app, own, band }) => ({ mean: (app + own) / 2, difference: app - own, band }));

/** The plot shows zero, every difference with the band of the app around zero, and the limits. */
export function agreementScale(
  points: readonly AgreementPoint[],
  { limits }: Pick<AgreementLines, 'limits'>,
  width: Pixels,
  height: Pixels,
): AgreementScale {
  const edges = [
    0,
    ...points.flatMap(({ difference, band }) => [difference, band, -band]),
    ...(limits ? [limits.low, limits.high] : []),
  ];
  const means = points.map(({ mean }) => mean);
  const along = [Math.min(...means, 0), Math.max(...means, 1)] as const;
  const scale = degreeScale({ edges, along, width, height, leastSpan: MIN_SPAN, margins: MARGINS });
  // A narrow range has ticks between whole degrees, which would all read "0°".
  return { ...scale, angles: scale.x.ticks(TICKS).filter(Number.isInteger) };
}
