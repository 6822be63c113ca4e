import type { RangeSummary } from '../../coach/record/set-record.ts';
import type { Degrees } from '../../instrument/geometry/units.ts';
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

/**
 * Degrees of the full width. All rounds share one scale, so that they can be compared.
 * @param marks angles that are marked on the bars
 */
export const barScale = (ranges: readonly RangeSummary[], marks: readonly Degrees[] = []): number =>
  Math.ceil(
    Math.max(
      MIN_SCALE,
      ...marks,
      ...ranges.map(({ gross, clean, sd }) => Math.max(gross ?? 0, clean ?? 0) + (sd ?? 0) * 2),
    ) / 5,
  ) * 5;

/** Where a mark stands on the bar, in percent of the scale. */
export const markAt = (angle: Degrees, scale: number): number => (Math.min(scale, Math.max(0, angle)) / scale) * 100;

export function rangeBar({ clean, borrowed, sd }: RangeSummary, scale: number): RangeBar {
  const share = (value: number): number => markAt(value, scale);
  const end = clean ?? 0;
  return {
    clean: share(end),
    borrowed: share(borrowed ?? 0),
    band: clean === null || sd === null ? null : [share(end - bandDegrees(sd)), share(end + bandDegrees(sd))],
  };
}
