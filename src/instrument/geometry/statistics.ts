/** Arithmetic mean; NaN for an empty list. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

/** Median; the mean of the two middle values where the count is even. Null for an empty list. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const upper = sorted[sorted.length >> 1];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[sorted.length / 2 - 1] ?? upper) + upper) / 2;
}

/** Median; NaN for an empty list. */
export const medianOrNaN = (values: readonly number[]): number => median(values) ?? Number.NaN;

/** Median absolute deviation from the median, a measure of spread that ignores outliers; NaN for an empty list. */
export function medianDeviation(values: readonly number[]): number {
  const centre = medianOrNaN(values);
  return medianOrNaN(values.map((v) => Math.abs(v - centre)));
}

/** Median of the newer half minus median of the older half of a time series; NaN where a half is empty. */
export function medianDrift(values: readonly number[]): number {
  const half = values.length >> 1;
  return medianOrNaN(values.slice(half)) - medianOrNaN(values.slice(0, half));
}
