import type { OwnError } from '../../coach/progress/real-change.ts';
import type { EndTime } from '../../coach/record/set-record.ts';
import type { Degrees, Estimate, Milliseconds, Seconds, Side } from '../../instrument/geometry/units.ts';
import { isHipTestDrill } from '../assessment/hip-test.ts';
import { type CivilDay, mondayOf } from '../planning/civil-day.ts';
import {
  type DatedSet,
  type Difference,
  differencesBetween,
  differInMethodOnly,
  type HipBest,
  isSameInstrument,
  isSameKind,
} from './compare-sets.ts';

export interface TrendPoint {
  readonly id: string;
  readonly at: Milliseconds;
  readonly range: Estimate<Degrees>;
}

/** The comparable ranges of one hip in one drill, oldest first. */
export interface Trend {
  readonly side: Side;
  /** The newest of them. It stands for the conditions that all share. */
  readonly kind: HipBest;
  readonly points: readonly TrendPoint[];
  /**
   * What other versions of the instrument, or another rule of the hip test, made under the same conditions: one list for each,
   * oldest first. They are shown beyond a seam, and never compared with `points`.
   */
  readonly otherwise: readonly (readonly TrendPoint[])[];
  /** Of hip tests: the person's own error, which decides what is a change. Null: not known, or no test. */
  readonly own: OwnError | null;
  /** How it differs from the newest trend of the same hip. Empty: it is the newest. */
  readonly apart: readonly Difference[];
}

/** The moment from which on the app measures as it does in the newest sets of a trend; null: it has no seam. */
export const seamOf = ({ points, otherwise }: Pick<Trend, 'points' | 'otherwise'>): Milliseconds | null =>
  otherwise.length > 0 ? (points[0]?.at ?? null) : null;

/** The lists of a trend, that of the newest instrument last. */
export const partsOfTrend = ({
  points,
  otherwise,
}: Pick<Trend, 'points' | 'otherwise'>): readonly (readonly TrendPoint[])[] => [...otherwise, points];

interface Growing {
  readonly first: HipBest;
  kind: HipBest;
  readonly points: TrendPoint[];
}

/**
 * Every trend of a drill: left before right, the newest of each hip first. Another place, another pelvis network or
 * other thresholds start another trend, because a step between them would come from the instrument. Another version of the
 * instrument, or another rule of the hip test, makes a seam within the trend.
 * @param sets in any order
 * @param own of hip tests: the person's own error; null: not known
 */
export function trendsOf(sets: readonly DatedSet[], drill: string, own: OwnError | null = null): readonly Trend[] {
  const dated = sets.filter((set) => set.drill === drill).toSorted((a, b) => a.at - b.at);
  return (['left', 'right'] as const).flatMap((side) => {
    const groups: Growing[] = [];
    for (const { at, id, hips } of dated)
      for (const hip of (hips ?? []).filter((one) => one.side === side))
        take(groups, hip, { at, id, range: hip.range });
    return finished(side, groups, own);
  });
}

/** Compares with the first of a group, not the last, so that a slowly moving laptop does not stay in one group. */
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

function finished(side: Side, groups: readonly Growing[], own: OwnError | null): readonly Trend[] {
  const sorted = groups.toSorted((a, b) => newestOf(b) - newestOf(a));
  const joined = new Map<Growing, Growing[]>();
  for (const group of sorted) {
    const [newer] = [...joined].find(([one, older]) => isOlderPart(group, one, older)) ?? [];
    if (newer) joined.get(newer)?.push(group);
    else joined.set(group, []);
  }
  const [newest] = sorted;
  return [...joined].map(([group, older]) => {
    const { kind, points } = group;
    return {
      side,
      kind,
      points,
      otherwise: older.toReversed().map((part) => part.points),
      own,
      apart: newest && newest !== group ? differencesBetween(newest.first, group.first) : [],
    };
  });
}

/** Whether a group is a newer one's past by another instrument, of which it has no part yet. */
const isOlderPart = (group: Growing, newer: Growing, older: readonly Growing[]): boolean =>
  differInMethodOnly(newer.first, group.first) && older.every((part) => !isSameInstrument(part.first, group.first));

export interface EndTimeSet {
  readonly at: Milliseconds;
  /** Id of the drill definition. */
  readonly drill: string;
  /** Absent: not known, as in sets without a camera, where the pelvis was not seen, and in older ones. */
  readonly endTimes?: readonly EndTime[] | undefined;
}

/** The seconds at clean end range in one week, all drills together. */
export interface EndTimeWeek {
  readonly monday: CivilDay;
  readonly left: Seconds;
  readonly right: Seconds;
  /** Sets of the week in which it is not known. They are not part of the seconds. */
  readonly unknown: number;
}

/** Weeks that are told, this one included. */
const WEEKS = 6;

/**
 * The last weeks with a set, newest first, and this week in any case. A set belongs to the day on which it began.
 * @param sets in any order; hip tests, and sets of a later day than today, are left out
 */
export function endTimeWeeks(
  sets: readonly EndTimeSet[],
  today: CivilDay,
  dayOf: (moment: Milliseconds) => CivilDay,
): readonly EndTimeWeek[] {
  const monday = mondayOf(today);
  const weeks = new Map<CivilDay, EndTimeWeek>([[monday, { monday, left: 0, right: 0, unknown: 0 }]]);
  for (const { at, drill, endTimes = [] } of sets) {
    const of = mondayOf(dayOf(at));
    if (isHipTestDrill(drill) || of > monday || of <= monday - 7 * WEEKS) continue;
    const week = weeks.get(of) ?? { monday: of, left: 0, right: 0, unknown: 0 };
    const sum = (side: EndTime['side']): Seconds =>
      endTimes.reduce((all, one) => (one.side === side ? all + one.seconds : all), 0);
    const unknown = week.unknown + (endTimes.length === 0 ? 1 : 0);
    weeks.set(of, { monday: of, left: week.left + sum('left'), right: week.right + sum('right'), unknown });
  }
  return [...weeks.values()].toSorted((one, other) => other.monday - one.monday);
}
