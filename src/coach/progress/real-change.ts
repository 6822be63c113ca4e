import type { Degrees, Estimate } from '../../instrument/geometry/units.ts';

/** Two-sided 95 % quantile of the normal distribution. */
const Z95 = 1.96;
/**
 * No smaller change is called real, because the standard deviations do not contain how a person varies from day to day.
 * This is the minimal detectable change of a clinician's digital inclinometer (Krause et al., seated active internal
 * rotation).
 */
const LEAST: Degrees = 5.4;

export interface Change {
  readonly kind: 'about-the-same' | 'more' | 'less';
  /** Later minus earlier. */
  readonly by: Degrees;
  /** The smallest change that can be told from the measurement error. */
  readonly line: Degrees;
}

/**
 * The minimal detectable change of two measured values, MDC95 = 1.96 · √(sd₁² + sd₂²). With equal errors this is the
 * usual 1.96 · √2 · SEM = 2.77 · SEM (Weir 2005, J Strength Cond Res 19:231–240).
 */
export const realChangeLine = (before: Estimate<Degrees>, after: Estimate<Degrees>): Degrees =>
  Math.max(LEAST, Z95 * Math.hypot(before.sd, after.sd));

/** The change between two measured values. Below the line it counts as about the same. */
export function changeBetween(before: Estimate<Degrees>, after: Estimate<Degrees>): Change {
  const by = after.value - before.value;
  const line = realChangeLine(before, after);
  if (Math.abs(by) < line) return { kind: 'about-the-same', by, line };
  return { kind: by > 0 ? 'more' : 'less', by, line };
}
