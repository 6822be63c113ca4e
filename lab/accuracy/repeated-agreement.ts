import { mean } from '../../src/instrument/geometry/statistics.ts';
import type { Degrees } from '../../src/instrument/geometry/units.ts';
import { LEAST_PAIRS, PROBABILITY, studentQuantile, varianceOf } from '../../src/training/review/agreement.ts';

/**
 * How well two instruments agree where each group (a set, a person) has many pairs, after Bland and Altman 2007,
 * doi 10.1080/10543400701329422: the true value varies, and the pairs of a group resemble each other.
 */
export interface RepeatedAgreement {
  readonly groups: number;
  readonly pairs: number;
  /** Mean of the groups' mean differences. Null without a pair. */
  readonly bias: Degrees | null;
  /** Half the width of the 95 % confidence interval of the bias. Null: fewer than `LEAST_PAIRS` groups. */
  readonly biasWithin: Degrees | null;
  /** Standard deviation of the differences of one group about its own mean. Null: no group has two pairs. */
  readonly within: Degrees | null;
  /** Standard deviation of the groups' own biases. Null: fewer than two groups, or `within` is not known. */
  readonly between: Degrees | null;
  /** The difference of one pair of a further group lies between these limits with at least 95 % confidence. Null as `biasWithin`. */
  readonly limits: { readonly low: Degrees; readonly high: Degrees } | null;
}

/**
 * Agreement from differences in groups. Every group counts alike, however many pairs it has, and only their number gives certainty: the
 * limits are bias ± t(n − 1) · √(within² + between² + SE²) for n groups. Pairs that follow each other need no thinning: their
 * likeness moves variance from `within` to `between` and leaves the sum as it is.
 * @param groups differences by group; what is not finite is left out, and so is a group without pairs
 */
export function repeatedAgreement(groups: readonly (readonly Degrees[])[]): RepeatedAgreement {
  const known = groups.map((group) => group.filter(Number.isFinite)).filter((group) => group.length > 0);
  const n = known.length;
  const means = known.map(mean);
  const bias = n > 0 ? mean(means) : null;
  const spreads = known.filter((group) => group.length > 1).map(varianceOf);
  const within = spreads.length > 0 ? mean(spreads) : null;
  const ofMeans = n > 1 ? varianceOf(means) : null;
  // A mean of few pairs varies by itself: that part is no difference between groups.
  const own = within === null ? null : within * mean(known.map((group) => 1 / group.length));
  const between = ofMeans === null || own === null ? null : Math.max(0, ofMeans - own);
  const t = n >= LEAST_PAIRS ? studentQuantile(PROBABILITY, n - 1) : null;
  const half =
    t === null || within === null || between === null || ofMeans === null
      ? null
      : t * Math.sqrt(within + between + ofMeans / n);
  return {
    groups: n,
    pairs: known.reduce((sum, { length }) => sum + length, 0),
    bias,
    biasWithin: t === null || ofMeans === null ? null : t * Math.sqrt(ofMeans / n),
    within: within === null ? null : Math.sqrt(within),
    between: between === null ? null : Math.sqrt(between),
    limits: half === null || bias === null ? null : { low: bias - half, high: bias + half },
  };
}
