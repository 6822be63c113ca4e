import type { Milliseconds, Side } from '../../instrument/geometry/units.ts';
import { type Difference, differencesBetween, type HipBest } from './compare-sets.ts';
import type { CivilDay } from '../planning/civil-day.ts';
import { type Change, changeBetween } from '../progress/real-change.ts';
import type { DatedSet } from './trends.ts';

/** One hip in one drill on two days. */
export interface DayPair {
  readonly drill: string;
  readonly side: Side;
  readonly before: HipBest;
  readonly after: HipBest;
  /** Null where the two are different things; `differences` says why. */
  readonly change: Change | null;
  readonly differences: readonly Difference[];
}

/** The best range of each hip, drill and kind of a day; of several of a kind the largest. */
function bestsOf(sets: readonly DatedSet[]): ReadonlyMap<string, readonly HipBest[]> {
  const bests = new Map<string, HipBest[]>();
  for (const { drill, hips } of sets)
    for (const hip of hips ?? []) {
      const key = `${hip.side} ${drill}`;
      const own = bests.get(key) ?? [];
      const at = own.findIndex((other) => differencesBetween(other, hip).length === 0);
      const other = own[at];
      if (!other) own.push(hip);
      else if (hip.range.value > other.range.value) own[at] = hip;
      bests.set(key, own);
    }
  return bests;
}

/**
 * What was done on both days, by drill and hip. Of several ways in which it was seen, one that both days share is compared;
 * where there is none, the first of each stands there with what differs.
 * @param dayOf which day a moment falls on
 */
export function compareDays(
  sets: readonly DatedSet[],
  [first, second]: readonly [CivilDay, CivilDay],
  dayOf: (moment: Milliseconds) => CivilDay,
): readonly DayPair[] {
  const on = (day: CivilDay) => bestsOf(sets.filter(({ at }) => dayOf(at) === day));
  const [earlier, later] = [on(Math.min(first, second)), on(Math.max(first, second))];
  return [...later].flatMap(([key, afters]) => {
    const befores = earlier.get(key) ?? [];
    const pairs = afters.flatMap((after) =>
      befores.map((before) => ({ before, after, differences: differencesBetween(before, after) })),
    );
    const [pair] = pairs.toSorted((a, b) => a.differences.length - b.differences.length);
    if (!pair) return [];
    const { before, after, differences } = pair;
    const change = differences.length === 0 ? changeBetween(before.range, after.range) : null;
    return [{ drill: key.slice(key.indexOf(' ') + 1), side: after.side, before, after, change, differences }];
  });
}
