import { median } from './median.ts';

const middleOf = (values: readonly number[]): number => median(values) ?? Number.NaN;

/** Median distance from the median; NaN where there is nothing. */
export function scatterOf(values: readonly number[]): number {
  const centre = middleOf(values);
  return middleOf(values.map((v) => Math.abs(v - centre)));
}

/** How far the median of the newer half has gone from that of the older one; NaN where a half is empty. */
export function driftOf(values: readonly number[]): number {
  const half = values.length >> 1;
  return middleOf(values.slice(half)) - middleOf(values.slice(0, half));
}
