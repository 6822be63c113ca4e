import type { RangeSummary } from '../../coach/record/set-record.ts';
import { bandDegrees } from '../elements/format.ts';

/** Widths of one round's bar in percent of the scale. */
export interface RangeBar {
  readonly clean: number;
  readonly borrowed: number;
  /** Ends of the clean range's error band. */
  readonly band: readonly [from: number, to: number] | null;
}

const LEAST_SCALE = 45;

/** Degrees that the full width stands for: the same for all rounds, so that they can be compared. */
export const barScale = (ranges: readonly RangeSummary[]): number =>
  Math.ceil(
    Math.max(LEAST_SCALE, ...ranges.map(({ gross, clean, sd }) => Math.max(gross ?? 0, clean ?? 0) + (sd ?? 0) * 2)) /
      5,
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
