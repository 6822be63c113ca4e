import { mean } from '../../instrument/geometry/statistics.ts';
import type { Degrees, Share } from '../../instrument/geometry/units.ts';

/** One position by two instruments, in degrees of the same angle. */
export interface ComparedPair {
  readonly app: Degrees;
  readonly own: Degrees;
  /** Half the width of the band that the app states: 90 % of the true values should lie inside. */
  readonly band: Degrees;
}

/**
 * How well two instruments agree, after Bland and Altman 1986, doi 10.1016/S0140-6736(86)90837-8: bias and limits of
 * agreement of the differences app − own. Null: too few pairs.
 */
export interface Agreement {
  readonly pairs: number;
  /** Mean difference. Null without a pair. */
  readonly bias: Degrees | null;
  /** Half the width of the 95 % confidence interval of the bias. */
  readonly biasWithin: Degrees | null;
  readonly sd: Degrees | null;
  /** The difference of one further pair lies between these limits with 95 % confidence. */
  readonly limits: { readonly low: Degrees; readonly high: Degrees } | null;
  /** The largest difference, with its sign. */
  readonly largest: Degrees | null;
  /** Pairs whose difference is within the band that the app states. */
  readonly inBand: number;
}

/** With fewer pairs the t quantile is above 12, and the limits would be too wide to say anything. */
export const LEAST_PAIRS = 3;

/** 95 % on both sides. */
export const PROBABILITY: Share = 0.975;

/**
 * Bias and limits of the differences. The limits are bias ± t(n − 1) · SD · √(1 + 1/n): the interval for one further
 * difference. For many pairs this becomes the usual ± 1.96 SD; for five it is ± 3.04 SD, because the SD of five pairs
 * is uncertain itself.
 */
export function agreementOf(pairs: readonly ComparedPair[]): Agreement {
  const differences = pairs.map(({ app, own }) => app - own);
  const n = differences.length;
  const bias = n > 0 ? mean(differences) : null;
  const sd = n < 2 ? null : Math.sqrt(varianceOf(differences));
  const enough = bias !== null && sd !== null && n >= LEAST_PAIRS;
  const t = enough ? studentQuantile(PROBABILITY, n - 1) : null;
  const half = t === null || sd === null ? null : t * sd * Math.sqrt(1 + 1 / n);
  return {
    pairs: n,
    bias,
    biasWithin: t === null || sd === null ? null : (t * sd) / Math.sqrt(n),
    sd,
    limits: half === null || bias === null ? null : { low: bias - half, high: bias + half },
    largest: differences.reduce<number | null>(
      (most, one) => (most === null || Math.abs(one) > Math.abs(most) ? one : most),
      null,
    ),
    inBand: pairs.filter(({ app, own, band }) => Math.abs(app - own) <= band).length,
  };
}

/** @param values at least two */
export function varianceOf(values: readonly number[]): number {
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
