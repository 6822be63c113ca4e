import { mean } from '../../src/instrument/geometry/statistics.ts';
import type { Degrees, Share } from '../../src/instrument/geometry/units.ts';

/** With fewer groups the t quantile is above 12, and the limits would be too wide to say anything. */
export const LEAST_PAIRS = 3;

/** 95 % on both sides. */
const PROBABILITY: Share = 0.975;

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
    pairs: sum(known.map((group) => group.length)),
    bias,
    biasWithin: t === null || ofMeans === null ? null : t * Math.sqrt(ofMeans / n),
    within: within === null ? null : Math.sqrt(within),
    between: between === null ? null : Math.sqrt(between),
    limits: half === null || bias === null ? null : { low: bias - half, high: bias + half },
  };
}

/** @param values at least two */
function varianceOf(values: readonly number[]): number {
  const middle = mean(values);
  return sum(values.map((value) => (value - middle) ** 2)) / (values.length - 1);
}

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** Halvings of the interval in which the quantile is searched: 10⁶ / 2⁶⁰ is below any figure shown. */
const HALVINGS = 60;
const LARGEST_T = 1e6;

/**
 * Quantile of Student's t distribution.
 * @param probability above 0.5
 * @param freedom degrees of freedom, a whole number ≥ 1
 */
export function studentQuantile(probability: Share, freedom: number): number {
  let [low, high] = [0, LARGEST_T];
  for (let i = 0; i < HALVINGS; i += 1) {
    const middle = (low + high) / 2;
    if (studentBelow(middle, freedom) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Share of the distribution below t ≥ 0, by finite sums (Abramowitz and Stegun 26.7.3 and 26.7.4). */
function studentBelow(t: number, freedom: number): Share {
  const angle = Math.atan(t / Math.sqrt(freedom));
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  const odd = freedom % 2 === 1;
  let term = odd ? cos : 1;
  let series = odd && freedom === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k < freedom; k += 2) {
    term *= (cos * cos * (k - 1)) / k;
    series += term;
  }
  const within = odd ? (2 / Math.PI) * (angle + sin * series) : sin * series;
  return 0.5 + within / 2;
}
