import { band90, type Degrees } from '../../instrument/geometry/units.ts';
import type { ComparedPair } from '../review/agreement.ts';
import { type HeldPosition, legInTotal, type OwnInstrument } from './self-check-record.ts';

/** Which reading of the app is compared. `total`: hip and pelvis together, which is what an instrument on the shin sees. */
export type Compared = 'total' | 'hip';

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
export function comparedPairs(
  positions: readonly HeldPosition[],
  instrument: OwnInstrument,
  compared: Compared,
): readonly ComparedPair[] {
  const gains = gainsOf(positions, instrument);
  return positions.flatMap((held, index) => {
    if (held.typed === null) return [];
    const app = compared === 'total' ? legInTotal(held) : held.hip;
    return [{ app, own: held.typed / (gains[index] ?? 1), band: band90(held.statedSd) }];
  });
}
