import type { RangeSummary } from '../../coach/record/set-record.ts';
import { bandDegrees } from '../elements/format.ts';

/** The bar of one round, in percent of the scale. */
export interface RangeBar {
  readonly clean: number;
  readonly borrowed: number;
  /** Limits of the error band around the clean range. */
  readonly band: readonly [from: number, to: number] | null;
}

/** Smallest scale in degrees, so that a small range does not look large. */
const MIN_SCALE = 45;

/** Degrees of the full width. All rounds share one scale, so that they can be compared. */
export const barScale = (ranges: readonly RangeSummary[]): number =>
  Math.ceil(
    Math.max(MIN_SCALE, ...ranges.map(({ gross, clean, sd }) => Math.max(gross ?? 0, clean ?? 0) + (sd ?? 0) * 2)) / 5,
  ) * 5;

export function rangeBar({ clean, borrowed, sd }: RangeSummary, scale: number): RangeBar {
  const share = (value: number): number => (Math.min(scale, Math.max(0, value)) / scale) * 100;
  const end = clean ?? 0;
  return {
    clean: share(end),
    borrowed: share(borrowed ?? 0),
    band: clean === null || sd === null ? null : [share(end - bandDegrees(sd)), share(end + bandDegrees(sd))],
  };
}
