import { type Change, changeBetween, type OwnError } from '../../coach/progress/real-change.ts';
import { type Degrees, type Estimate, type Milliseconds, type Side, SIDES } from '../../instrument/geometry/units.ts';
import { isHipTestDrill } from '../assessment/hip-test.ts';
import { WEEK } from '../planning/civil-day.ts';
import {
  type DatedSet,
  type Difference,
  differencesBetween,
  type HipBest,
  isSameKind,
  isTold,
  middleOf,
} from './compare-sets.ts';
import { type Trend, type TrendPoint, trendsOf } from './trends.ts';

/** The middle of the sets of a week. */
export interface WeekRange {
  /** Start of its first set, and of its last. */
  readonly from: Milliseconds;
  readonly to: Milliseconds;
  readonly range: Estimate<Degrees>;
}

/** A hip in its first week and in its latest one. */
export interface SinceStart {
  readonly first: WeekRange;
  readonly latest: WeekRange;
  readonly change: Change;
}

/** One hip in one drill, from the first set to the last. */
export interface HipStory {
  readonly side: Side;
  /** The newest line that compares with its first week; where none does, the one with the most sets. */
  readonly trend: Trend;
  /** The range is told as the hip's own. False: the pelvis was out of sight, so nothing is said about a change. */
  readonly isTold: boolean;
  /** Null: the first week is not over, or nothing is told. */
  readonly since: SinceStart | null;
  /** Sets of this hip in this drill that are on another line, and why. */
  readonly leftOut: number;
  readonly why: readonly Difference[];
}

/**
 * The drill to tell of: the one with the most sets that measured a hip, without hip tests as long as there is another whose
 * number is the hip's own. Null: no hip was measured.
 * @param sets newest first; of two drills with as many sets the one done last is taken
 */
export function mostTrained(sets: readonly DatedSet[]): string | null {
  const counts = new Map<string, number>();
  for (const { drill, range, hips = [] } of sets) {
    // Sets whose number may not be the hip's, and tests, count only where there is nothing else.
    const weight = isHipTestDrill(drill) ? 1e-3 : hips.some((hip) => isTold(hip, range)) ? 1 : 1e-6;
    if (hips.length > 0) counts.set(drill, (counts.get(drill) ?? 0) + weight);
  }
  let most: string | null = null;
  for (const [drill, count] of counts) if (most === null || count > (counts.get(most) ?? 0)) most = drill;
  return most;
}

const weekOf = (points: readonly TrendPoint[]): WeekRange | null => {
  const [first] = points;
  const last = points.at(-1);
  return first && last ? { from: first.at, to: last.at, range: middleOf(points.map(({ range }) => range)) } : null;
};

/** The first seven days of a line and the last seven on which it has sets, which are later. @param points oldest first */
export function sinceStart(points: readonly TrendPoint[], own: OwnError | null): SinceStart | null {
  const [begin, end] = [points[0]?.at ?? 0, points.at(-1)?.at ?? 0];
  const first = weekOf(points.filter(({ at }) => at <= begin + WEEK));
  const latest = weekOf(points.filter(({ at }) => at > begin + WEEK && at >= end - WEEK));
  return first && latest && { first, latest, change: changeBetween(first.range, latest.range, own) };
}

/** Each hip of a drill. A hip that was never measured in it has none. */
export function hipStories(sets: readonly DatedSet[], drill: string, own: OwnError | null): readonly HipStory[] {
  const range = sets.find((set) => set.drill === drill)?.range;
  const trends = trendsOf(sets, drill, own);
  return SIDES.flatMap((side) => {
    const lines = trends.filter((trend) => trend.side === side);
    const told = lines.filter(({ kind }) => isTold(kind, range));
    const longest = (told.length > 0 ? told : lines).reduce<Trend | null>(
      (most, one) => (most !== null && most.points.length >= one.points.length ? most : one),
      null,
    );
    // After the laptop has moved, the old line would tell of old sets as if they were new.
    const trend = told.find(({ points }) => sinceStart(points, own) !== null) ?? longest;
    if (trend === null) return [];
    const others = lines.filter((one) => one !== trend);
    const leftOut = others.reduce((sum, { points, otherwise }) => sum + points.length + otherwise.flat().length, 0);
    const why = [...new Set(others.flatMap(({ kind }) => differencesBetween(trend.kind, kind)))];
    const since = told.length > 0 ? sinceStart(trend.points, own) : null;
    return [{ side, trend, isTold: told.length > 0, since, leftOut, why }];
  });
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
  sets: readonly DatedSet[],
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
