import { band90, type Degrees } from '../../instrument/geometry/units.ts';
import type { RangeChannel } from '../drill-definition.ts';
import type { RangeSummary, SetRecord } from './set-record.ts';

/**
 * Why the figures of a set cannot be right. `no-reference-pose`: angles are changes from the reference pose, and there was
 * none. `beyond-a-body`: no hip or back goes that far, or the error is so wide that the figure says nothing. `sum`: hip alone,
 * borrowed and total contradict each other.
 */
export type Doubt = 'no-reference-pose' | 'beyond-a-body' | 'sum';

/** Degrees in either direction that no body reaches. The most mobile hips rotate by about 80° and bend by about 150°. */
const BEYOND: Readonly<Record<RangeChannel, Degrees>> = {
  'hip-internal-rotation': 120,
  'hip-flexion': 180,
  'back-arch': 120,
};

/** An error band of ± 90° covers everything that a hip can do. */
const WIDEST_BAND: Degrees = 90;

/** Degrees. Figures may have been rounded before they were stored. */
const ROUNDING: Degrees = 1;

const known = (values: readonly (number | null | undefined)[]): readonly number[] =>
  values.filter((value) => typeof value === 'number');

const anglesOf = ({ clean, possible, gross, endRange }: RangeSummary): readonly Degrees[] =>
  known([clean, possible, gross, endRange]);

const isBeyond = (range: RangeSummary): boolean => {
  const limit = BEYOND[range.of ?? 'hip-internal-rotation'];
  return anglesOf(range).some((angle) => Math.abs(angle) > limit) || band90(range.sd ?? 0) > WIDEST_BAND;
};

/** The total is never smaller than what the hip did alone, and nothing negative is borrowed. */
const contradictsItself = ({ clean, gross, borrowed, sd }: RangeSummary): boolean => {
  const error = band90(sd ?? 0) + ROUNDING;
  return (clean !== null && gross !== null && clean > gross + error) || (borrowed ?? 0) < -error;
};

/** Empty: the figures of the set agree with each other and with a body. */
export function doubtsOf({ summary, neutral, neutrals }: Pick<SetRecord, 'summary' | 'neutral' | 'neutrals'>): Doubt[] {
  const rows: readonly RangeSummary[] = [...summary.sets, ...summary.phases];
  const found: Doubt[] = [];
  const hasReferencePose = neutral !== null || neutrals.length > 0;
  if (!hasReferencePose && rows.some((range) => anglesOf(range).length > 0)) found.push('no-reference-pose');
  if (rows.some(isBeyond)) found.push('beyond-a-body');
  if (rows.some(contradictsItself)) found.push('sum');
  return found;
}
