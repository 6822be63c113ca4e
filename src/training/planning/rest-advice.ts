import type { Milliseconds } from '../../instrument/geometry/units.ts';
import { isHipTestDrill } from '../assessment/hip-test.ts';
import type { Goal } from '../../coach/drill-definition.ts';
import { type CivilDay, type Weekday, WEEKDAYS } from './civil-day.ts';
import { goalOf } from './parts.ts';
import type { Programme } from './programme.ts';
import type { PastSet } from './parts-done.ts';
import type { WeekEntry, WeekInput } from './week.ts';

/** Rest between two days of strength work, as teachers of the method recommend. Elapsed time. */
const STRENGTH_REST: Milliseconds = 48 * 3600 * 1000;

/** Largest recommended number of days a week for each goal. */
const MOST_DAYS: Readonly<Record<Goal, number>> = { prep: 7, build: 3, strength: 3 };

export const hardestGoal = ({ blocks }: Programme, goal: Goal): Goal => {
  const goals = new Set(blocks.flatMap(({ items }) => items.map((item) => goalOf(item, goal))));
  if (goals.has('strength')) return 'strength';
  return goals.has('build') ? 'build' : 'prep';
};

const isHard = (programme: Programme | undefined, goal: Goal): boolean =>
  programme !== undefined && hardestGoal(programme, goal) === 'strength';

const hardDays = (plan: readonly WeekEntry[], programmes: readonly Programme[], goal: Goal): ReadonlySet<Weekday> =>
  new Set(
    plan
      .filter(({ programme }) =>
        isHard(
          programmes.find(({ id }) => id === programme),
          goal,
        ),
      )
      .flatMap(({ days }) => days),
  );

/**
 * Advice on a week's plan: consecutive strength days, where Sunday is followed by Monday, and programmes that are planned on more days
 * than their goal recommends. Nothing is forbidden.
 */
export const planAdvice = ({ plan, programmes, goal }: Pick<WeekInput, 'plan' | 'programmes' | 'goal'>) => {
  const hard = hardDays(plan, programmes, goal);
  const pairs = WEEKDAYS.flatMap((first) => {
    const second = ((first + 1) % 7) as Weekday;
    return hard.has(first) && hard.has(second) ? [{ first, second }] : [];
  });
  const tooOften = programmes.flatMap((programme) => {
    const own = plan.filter((entry) => entry.programme === programme.id);
    const days = new Set(own.flatMap((entry) => entry.days)).size;
    const most = MOST_DAYS[hardestGoal(programme, goal)];
    return days > most ? [{ programme, days, most }] : [];
  });
  return { pairs, tooOften };
};

/** Sets that lie further apart are of two sessions, whatever the day of their places. */
const SAME_SESSION: Milliseconds = 16 * 3600 * 1000;

/**
 * Until when (milliseconds since 1970) strength work should wait: 48 h after the last strength set that began before
 * today. Null: no need to wait. Sets of today belong to the present session, unless a journey made the day long.
 */
export const restUntil = (
  sets: readonly PastSet[],
  now: Milliseconds,
  dayOf: (moment: Milliseconds) => CivilDay,
): Milliseconds | null => {
  const today = dayOf(now);
  const before = sets.filter(
    ({ goal, startedAt }) =>
      goal === 'strength' && startedAt <= now && (dayOf(startedAt) < today || now - startedAt > SAME_SESSION),
  );
  const last = Math.max(...before.map(({ startedAt }) => startedAt));
  return now - last < STRENGTH_REST ? last + STRENGTH_REST : null;
};

/** Whole days since the last set: 0 if it was today, null without any set. A hip test is no training. */
export const daysSince = (
  sets: readonly PastSet[],
  now: Milliseconds,
  dayOf: (moment: Milliseconds) => CivilDay,
): number | null => {
  const days = sets
    .filter(({ startedAt, drill }) => startedAt <= now && !isHipTestDrill(drill))
    .map(({ startedAt }) => dayOf(startedAt));
  return days.length === 0 ? null : dayOf(now) - Math.max(...days);
};
