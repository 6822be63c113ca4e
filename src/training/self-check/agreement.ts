import { mean } from '../../instrument/geometry/statistics.ts';
import { band90, type Degrees } from '../../instrument/geometry/units.ts';
import { type HeldPosition, legInTotal, type OwnInstrument } from './self-check-record.ts';

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
  /** The difference of one further pair lies between these limits with 95 % confidence. */
  readonly limits: { readonly low: Degrees; readonly high: Degrees } | null;
}

/**
 * Quantile of Student's t at 0.975, which is 95 % on both sides, for the two to four degrees of freedom of three to five pairs
 * (Abramowitz and Stegun, table 26.10, with more digits). For two pairs it is above 12: the limits would say nothing.
 */
const T: Readonly<Record<number, number>> = { 2: 4.30265273, 3: 3.182446305, 4: 2.776445105 };

/**
 * Bias and limits of the differences. The limits are bias ± t(n − 1) · SD · √(1 + 1/n): the interval for one further
 * difference. For five it is ± 3.04 SD, because the SD of five pairs is uncertain itself.
 * @param pairs at most five
 */
export function agreementOf(pairs: readonly ComparedPair[]): Agreement {
  const differences = pairs.map(({ app, own }) => app - own);
  const n = differences.length;
  if (n === 0) return { pairs: n, bias: null, limits: null };
  const bias = mean(differences);
  const t = T[n - 1];
  if (t === undefined) return { pairs: n, bias, limits: null };
  const variance = sum(differences.map((one) => (one - bias) ** 2)) / (n - 1);
  const half = t * Math.sqrt(variance * (1 + 1 / n));
  return { pairs: n, bias, limits: { low: bias - half, high: bias + half } };
}

/** Below this angle the ratio of instrument to leg is mostly noise, so the ratio over the whole check is used. */
const LEAST_FOR_SHARE: Degrees = 8;

const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);

/** How far the instrument turns for one degree of the leg, over all positions. */
function pooledGain(turns: readonly { readonly expected: Degrees | null; readonly total: Degrees }[]): number {
  const known = turns.flatMap(({ expected, total }) =>
    expected !== null && Math.abs(total) >= LEAST_FOR_SHARE ? [{ expected, total }] : [],
  );
  const total = sum(known.map((one) => Math.abs(one.total)));
  const gain = total > 0 ? sum(known.map((one) => Math.abs(one.expected))) / total : 1;
  return gain > 0 ? gain : 1;
}

/**
 * By how many degrees the instrument turns for one degree of the leg, in each position. Where the thigh stays, this is
 * 1, because the shin turns as far as the leg. Where the foot is planted and the knee falls in, the whole leg rolls and
 * the shin turns further.
 */
export function gainsOf(positions: readonly HeldPosition[], instrument: OwnInstrument): readonly number[] {
  if (instrument === 'goniometer') return positions.map(() => 1);
  const turns = positions.map((held) => ({ expected: held.expected, total: legInTotal(held) }));
  const pooled = pooledGain(turns);
  return turns.map(({ expected, total }) => {
    const isLarge = expected !== null && Math.min(Math.abs(expected), Math.abs(total)) >= LEAST_FOR_SHARE;
    return isLarge ? Math.abs(expected / total) : pooled;
  });
}

/** The typed positions as pairs of turns of the leg: the app's, and the instrument's divided by its gain. */
export function comparedPairs(positions: readonly HeldPosition[], instrument: OwnInstrument): readonly ComparedPair[] {
  const gains = gainsOf(positions, instrument);
  return positions.flatMap((held, index) => {
    if (held.typed === null) return [];
    return [{ app: legInTotal(held), own: held.typed / (gains[index] ?? 1), band: band90(held.statedSd) }];
  });
}
