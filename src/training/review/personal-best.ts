import type { Degrees, Estimate, Milliseconds, Side } from '../../instrument/geometry/units.ts';
import type { RangeChannel } from '../../coach/drill-definition.ts';
import { type Change, changeBetween, type OwnError } from '../../coach/progress/real-change.ts';
import { type DatedSet, type HipBest, isSameKind, isTold } from './compare-sets.ts';

export interface BestSet extends DatedSet {
  readonly range?: RangeChannel | undefined;
}

/** A range that is beyond every earlier comparable one by more than the measuring error. */
export interface PersonalBest {
  readonly side: Side;
  readonly range: Estimate<Degrees>;
  readonly before: Estimate<Degrees>;
  readonly since: Milliseconds;
  readonly change: Change;
}

interface Line {
  readonly first: HipBest;
  best: Estimate<Degrees>;
  at: Milliseconds;
}

/**
 * The personal bests by id of the set. Only sets of the same drill, hip, place, network and strictness are compared, and a
 * rotation only with the pelvis watched. The first set of a place is no best, because there is nothing to compare it with.
 * @param sets in any order
 * @param ownErrors the person's own error by drill, where it is known
 */
export function personalBests(
  sets: readonly BestSet[],
  ownErrors: ReadonlyMap<string, OwnError> = new Map(),
): ReadonlyMap<string, readonly PersonalBest[]> {
  const found = new Map<string, PersonalBest[]>();
  const lines = new Map<string, Line[]>();
  for (const { id, at, drill, range, hips = [] } of sets.toSorted((one, other) => one.at - other.at)) {
    for (const hip of hips) {
      if (!isTold(hip, range)) continue;
      const key = `${hip.side} ${drill}`;
      const own = lines.get(key) ?? [];
      lines.set(key, own);
      // The first of a line stands for its place, as in the trends.
      const line = own.find(({ first }) => isSameKind(first, hip));
      if (!line) {
        own.push({ first: hip, best: hip.range, at });
        continue;
      }
      const change = changeBetween(line.best, hip.range, ownErrors.get(drill) ?? null);
      if (change.kind === 'more') {
        const best = { side: hip.side, range: hip.range, before: line.best, since: line.at, change };
        found.set(id, [...(found.get(id) ?? []), best]);
      }
      if (hip.range.value > line.best.value) Object.assign(line, { best: hip.range, at });
    }
  }
  return found;
}
