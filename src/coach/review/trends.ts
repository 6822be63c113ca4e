import type { Degrees, Estimate, Milliseconds, Side } from '../../instrument/geometry/units.ts';
import { type ComparableSet, type Difference, differencesBetween, type HipBest, isSameKind } from './compare-sets.ts';
import { type Change, changeBetween, realChangeLine } from '../progress/real-change.ts';

/** A set with its moment read: the core has no clock and no calendar. */
export interface DatedSet extends Pick<ComparableSet, 'id' | 'drill' | 'hips'> {
  readonly at: Milliseconds;
}

export interface TrendPoint {
  /** Of the set. */
  readonly id: string;
  readonly at: Milliseconds;
  readonly range: Estimate<Degrees>;
}

/** The ranges of one hip in one drill that may be held against each other, oldest first. */
export interface Trend {
  readonly side: Side;
  /** The newest of them: what all have in common is read from it. */
  readonly kind: HipBest;
  readonly points: readonly TrendPoint[];
  /** First against latest; null with one point only. */
  readonly change: Change | null;
  /** What a set must differ from the first by, to be told from the error of measuring; of the latest one. */
  readonly line: Degrees;
  /** Why it is no part of the newest trend of the same hip; empty: it is that one. */
  readonly apart: readonly Difference[];
}

interface Growing {
  readonly first: HipBest;
  kind: HipBest;
  readonly points: TrendPoint[];
}

/**
 * Every trend of a drill, left before right, the newest of each hip first. What was seen from another place, by another pelvis
 * model or judged by other thresholds is a trend of its own: a step between them would be the instrument's.
 * @param sets in any order
 */
export function trendsOf(sets: readonly DatedSet[], drill: string): readonly Trend[] {
  const dated = sets.filter((set) => set.drill === drill).toSorted((a, b) => a.at - b.at);
  return (['left', 'right'] as const).flatMap((side) => {
    const groups: Growing[] = [];
    for (const { at, id, hips } of dated)
      for (const hip of (hips ?? []).filter((one) => one.side === side))
        take(groups, hip, { at, id, range: hip.range });
    return finished(side, groups);
  });
}

/** Held against the first of a group, not the last: else a laptop that creeps round would never leave it. */
function take(groups: Growing[], hip: HipBest, point: TrendPoint): void {
  const group = groups.find(({ first }) => isSameKind(first, hip));
  if (!group) {
    groups.push({ first: hip, kind: hip, points: [point] });
    return;
  }
  group.points.push(point);
  group.kind = hip;
}

const newestOf = ({ points }: Growing): Milliseconds => points.at(-1)?.at ?? 0;

function finished(side: Side, groups: readonly Growing[]): readonly Trend[] {
  const sorted = groups.toSorted((a, b) => newestOf(b) - newestOf(a));
  const [newest] = sorted;
  return sorted.map((group) => {
    const { kind, points } = group;
    const [first] = points;
    const last = points.at(-1);
    const range = first?.range ?? kind.range;
    return {
      side,
      kind,
      points,
      change: first && last && points.length > 1 ? changeBetween(first.range, last.range) : null,
      line: realChangeLine(range, last?.range ?? range),
      apart: newest && newest !== group ? differencesBetween(newest.first, group.first) : [],
    };
  });
}
