import { turnBetween } from '../../instrument/geometry/units.ts';
import { type Difference, differencesBetween, type HipBest } from './compare-sets.ts';
import { type Change, changeBetween } from '../progress/real-change.ts';

/** Left and right hip of one drill beside each other. */
export interface SidePair {
  readonly left: HipBest;
  readonly right: HipBest;
  /** Right minus left; null where the two were not seen alike, and `differences` says why. */
  readonly change: Change | null;
  readonly differences: readonly Difference[];
}

/** Degrees between two places of the lens that still count as the same (`compare-sets.ts`). */
const SAME_PLACE = 20;

/** The right leg is filmed from the mirrored place: that is the same one. */
const isMirrored = (left: HipBest, right: HipBest): boolean => turnBetween(left.azimuth, -right.azimuth) <= SAME_PLACE;

export function sidePair(left: HipBest, right: HipBest): SidePair {
  const differences = differencesBetween(left, right).filter(
    (name) => name !== 'side' && !(name === 'place' && isMirrored(left, right)),
  );
  return {
    left,
    right,
    change: differences.length === 0 ? changeBetween(left.range, right.range) : null,
    differences,
  };
}

const further = (a: HipBest | null, b: HipBest): HipBest => (a && a.range.value >= b.range.value ? a : b);

/** The furthest watched range of each hip, one that was not watched only where there is no other. */
export function bestOfSides(hips: readonly HipBest[]): {
  readonly left: HipBest | null;
  readonly right: HipBest | null;
} {
  const best = (side: HipBest['side']): HipBest | null => {
    const own = hips.filter((hip) => hip.side === side);
    const watched = own.filter((hip) => hip.watched);
    return (watched.length > 0 ? watched : own).reduce<HipBest | null>(further, null);
  };
  return { left: best('left'), right: best('right') };
}
