import type { Side } from '../../instrument/geometry/units.ts';
import { WEEK } from '../planning/civil-day.ts';
import type { OwnError } from '../../coach/progress/real-change.ts';
import { isTold } from './compare-sets.ts';
import { type SinceStart, sinceStart } from './hip-story.ts';
import type { BestSet } from './personal-best.ts';
import { trendsOf } from './trends.ts';

/** A hip since its first week, as it was known after a set. */
export interface HipSince extends SinceStart {
  readonly side: Side;
}

/**
 * By id of the set, what `hipStories` tells of its hips if the set is the newest: the last seven days against the first week. A set
 * of the first week has none, nor has a range that may not be the hip's own.
 * @param sets in any order
 * @param ownErrors the person's own error by drill, where it is known
 */
export function sinceFirstWeeks(
  sets: readonly BestSet[],
  ownErrors: ReadonlyMap<string, OwnError> = new Map(),
): ReadonlyMap<string, readonly HipSince[]> {
  const found = new Map<string, HipSince[]>();
  for (const [drill, range] of new Map(sets.map((set) => [set.drill, set.range]))) {
    const own = ownErrors.get(drill) ?? null;
    for (const { side, kind, points } of trendsOf(sets, drill, own)) {
      if (!isTold(kind, range)) continue;
      const over = (points[0]?.at ?? 0) + WEEK;
      const first = points.filter(({ at }) => at <= over);
      const later = points.slice(first.length);
      let from = 0;
      for (const [index, { at, id }] of later.entries()) {
        while ((later[from]?.at ?? at) < at - WEEK) from += 1;
        const since = sinceStart([...first, ...later.slice(from, index + 1)], own);
        if (since) found.set(id, [...(found.get(id) ?? []), { side, ...since }]);
      }
    }
  }
  return found;
}
