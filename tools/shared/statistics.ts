/** Statistics of small lists. Pure. A result that needs more values than there are is `null`, never 0. */

/** Half-width, in standard deviations, of the interval with 95 % of a normal distribution. */
const NORMAL_95 = 1.96;

/** Relative error that a sum of weights may have. */
const ROUNDING = 1e-9;

export function mean(values: readonly number[]) {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null;
}

/** Standard deviation of a sample (n − 1 in the denominator). */
function standardDeviation(values: readonly number[]) {
  const centre = mean(values);
  if (centre === null || values.length < 2) return null;
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}

/**
 * The smallest value that at least this share of the values does not exceed (nearest rank).
 * @param part above 0, at most 1
 */
export function percentile(values: readonly number[], part: number) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? null;
}

/**
 * The smallest value below or at which this share of the weight lies.
 * @param part above 0, at most 1
 */
export function weightedPercentile(values: readonly { value: number; weight: number }[], part: number) {
  const sorted = [...values].sort((a, b) => a.value - b.value);
  const wanted = part * sorted.reduce((sum, { weight }) => sum + weight, 0);
  let reached = 0;
  for (const { value, weight } of sorted) {
    reached += weight;
    if (reached >= wanted * (1 - ROUNDING)) return value;
  }
  return sorted.at(-1)?.value ?? null;
}

export function median(values: readonly number[]) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.slice(Math.floor((sorted.length - 1) / 2), Math.floor(sorted.length / 2) + 1);
  return mean(middle);
}

export function largest(values: readonly number[]) {
  return values.length > 0 ? values.reduce((most, value) => Math.max(most, value)) : null;
}

export function share(part: number, whole: number) {
  return whole > 0 ? part / whole : null;
}

/** Bland–Altman limits of agreement: 95 % of the differences lie between them if these are normal and independent. */
export function limitsOfAgreement(differences: readonly number[]): { low: number; high: number } | null {
  const bias = mean(differences);
  const sd = standardDeviation(differences);
  if (bias === null || sd === null) return null;
  return { low: bias - NORMAL_95 * sd, high: bias + NORMAL_95 * sd };
}
