import type { Degrees, Estimate } from '../../instrument/geometry/units.ts';

/** Two-sided 95 % quantile of the normal distribution. */
const Z95 = 1.96;
/**
 * No smaller change is called real, because the standard deviations do not contain how a person varies from day to day.
 * This is the minimal detectable change of a clinician's digital inclinometer (Krause et al., seated active internal
 * rotation).
 */
const LEAST: Degrees = 5.4;

/** How much a person's own tests differ from day to day (`own-error.ts`). */
export interface OwnError {
  /** Standard deviation of one test: the typical error. */
  readonly sd: Degrees;
  /** Degrees of freedom behind it. */
  readonly freedom: number;
}

/** The general error counts as if it rested on so many degrees of freedom: as many as two whole tests give. Judgement. */
const GENERAL_FREEDOM = 6;

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
 * @param own the person's own error. It moves the variance of a test towards their own, the further the more freedom it has:
 * (d₀ · s₀² + d · s²) / (d₀ + d) (Smyth 2004, Stat Appl Genet Mol Biol 3:3)
 */
export function realChangeLine(
  before: Estimate<Degrees>,
  after: Estimate<Degrees>,
  own: OwnError | null = null,
): Degrees {
  const general = (before.sd ** 2 + after.sd ** 2) / 2;
  const { sd, freedom } = own ?? { sd: 0, freedom: 0 };
  const variance = (GENERAL_FREEDOM * general + freedom * sd ** 2) / (GENERAL_FREEDOM + freedom);
  return Math.max(LEAST, Z95 * Math.sqrt(2 * variance));
}

/** The change between two measured values. Below the line it counts as about the same. */
export function changeBetween(
  before: Estimate<Degrees>,
  after: Estimate<Degrees>,
  own: OwnError | null = null,
): Change {
  const by = after.value - before.value;
  const line = realChangeLine(before, after, own);
  if (Math.abs(by) < line) return { kind: 'about-the-same', by, line };
  return { kind: by > 0 ? 'more' : 'less', by, line };
}
