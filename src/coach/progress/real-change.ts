import type { Degrees, Estimate } from '../../instrument/geometry/units.ts';

/** Two-sided 95 % of a normal error. */
const Z95 = 1.96;
/**
 * No change under this is called real, however narrow the bands: what a clinician's digital inclinometer can tell apart in hip
 * rotation (Krause et al., seated active internal rotation, MDC 5.4°). The bands know nothing of how the same person differs
 * from one time to the next.
 */
const LEAST: Degrees = 5.4;

export interface Change {
  readonly kind: 'about-the-same' | 'more' | 'less';
  /** Later minus earlier. */
  readonly by: Degrees;
  /** What a change must reach to be told from the error of measuring. */
  readonly line: Degrees;
}

/**
 * The minimal detectable change of two measured values, MDC95 = 1.96 · √(sd₁² + sd₂²). Where both have the same error this is
 * the usual 1.96 · √2 · SEM = 2.77 · SEM (Weir 2005, J Strength Cond Res 19:231–240).
 */
export const realChangeLine = (before: Estimate<Degrees>, after: Estimate<Degrees>): Degrees =>
  Math.max(LEAST, Z95 * Math.hypot(before.sd, after.sd));

/** What has changed from one measured value to a later one; less than the line is no change that can be told. */
export function changeBetween(before: Estimate<Degrees>, after: Estimate<Degrees>): Change {
  const by = after.value - before.value;
  const line = realChangeLine(before, after);
  if (Math.abs(by) < line) return { kind: 'about-the-same', by, line };
  return { kind: by > 0 ? 'more' : 'less', by, line };
}
