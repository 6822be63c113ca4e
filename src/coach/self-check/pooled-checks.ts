import type { Degrees } from '../../instrument/geometry/units.ts';
import { type ComparedPair, LEAST_PAIRS, studentQuantile } from '../review/agreement.ts';
import { comparedPairs } from './compared-pairs.ts';
import type { ValidationRecord } from './validation-record.ts';

/**
 * Agreement over several checks. Positions of one check resemble each other, so the variance between checks is kept
 * apart from that within them: Bland and Altman 2007, doi 10.1080/10543400701329422, "true value varies". Null: too few
 * checks.
 */
export interface PooledAgreement {
  readonly checks: number;
  readonly positions: number;
  /** Mean of all differences, app minus instrument. */
  readonly bias: Degrees | null;
  readonly sdWithin: Degrees | null;
  readonly sdBetween: Degrees | null;
  /** 95 % limits for one position of a further check: bias ± t · SD · √(1 + 1/checks). */
  readonly limits: { readonly low: Degrees; readonly high: Degrees } | null;
  readonly largest: Degrees | null;
  /** Positions within the 90 % band that the app stated. */
  readonly inBand: number;
}

/** 95 % on both sides. */
const PROBABILITY = 0.975;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
const mean = (values: readonly number[]): number => sum(values) / values.length;

/** The compared pairs of a record. The comparison does not use the number of readings, so any will do. */
const pairsOf = ({ positions, instrument }: ValidationRecord, compared: 'total' | 'hip'): readonly ComparedPair[] =>
  comparedPairs(
    positions.map((held) => ({ ...held, readings: 0 })),
    instrument,
    compared,
  );

/**
 * Pools checks. The same check given twice counts once; checks of the demo do not count, since its person is rendered.
 * @param compared the leg in total, or the hip alone
 */
export function pooledChecks(
  records: readonly ValidationRecord[],
  compared: 'total' | 'hip' = 'total',
): PooledAgreement {
  const groups = countedOnce(records)
    .map((record) => pairsOf(record, compared))
    .filter(({ length }) => length > 0);
  const differences = groups.map((pairs) => pairs.map(({ app, own }) => app - own));
  const all = differences.flat();
  const bias = all.length > 0 ? mean(all) : null;
  const { within, between } = variances(differences);
  const total = within === null && between === null ? null : Math.sqrt((within ?? 0) + (between ?? 0));
  const enough = groups.length >= LEAST_PAIRS && bias !== null && total !== null;
  const half = enough
    ? studentQuantile(PROBABILITY, groups.length - 1) * total * Math.sqrt(1 + 1 / groups.length)
    : null;
  return {
    checks: groups.length,
    positions: all.length,
    bias,
    sdWithin: within === null ? null : Math.sqrt(within),
    sdBetween: between === null ? null : Math.sqrt(between),
    limits: half === null || bias === null ? null : { low: bias - half, high: bias + half },
    largest: all.reduce<number | null>(
      (most, one) => (most === null || Math.abs(one) > Math.abs(most) ? one : most),
      null,
    ),
    inBand: groups.flat().filter(({ app, own, band }) => Math.abs(app - own) <= band).length,
  };
}

/** The records without copies and without the demo. */
export function countedOnce(records: readonly ValidationRecord[]): readonly ValidationRecord[] {
  const seen = new Set<string>();
  return records.filter((record) => {
    const text = JSON.stringify(record);
    if (record.source === 'demo' || seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}

/** Variance components of a one-way analysis with groups of unequal size. */
function variances(groups: readonly (readonly number[])[]): {
  readonly within: number | null;
  readonly between: number | null;
} {
  const sizes = groups.map(({ length }) => length);
  const [k, n] = [groups.length, sum(sizes)];
  const insides = sum(groups.map((group) => sum(group.map((value) => (value - mean(group)) ** 2))));
  const within = n > k ? insides / (n - k) : null;
  if (k < 2) return { within, between: null };
  const grand = mean(groups.flat());
  const between = sum(groups.map((group) => group.length * (mean(group) - grand) ** 2)) / (k - 1);
  const size = (n - sum(sizes.map((one) => one * one)) / n) / (k - 1);
  return { within, between: Math.max(0, (between - (within ?? 0)) / size) };
}
