import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import { isHipTestDrill } from '../assessment/test-drills.ts';
import { type CivilDay, mondayOf } from '../planning/civil-day.ts';
import type { EndTime } from '../../coach/record/set-record.ts';

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
