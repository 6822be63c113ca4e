import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { Goal } from '../drill-definition.ts';
import { type CivilDay, type Weekday, WEEKDAYS } from './civil-day.ts';
import { goalOf } from './parts.ts';
import type { Programme } from './programme.ts';
import type { PastSet } from './past-set.ts';
import type { WeekEntry, WeekInput } from './week.ts';

/** Between two days of strength work, as teachers of the method ask for it. Real hours, whatever the clocks do. */
const STRENGTH_REST: Milliseconds = 48 * 3600 * 1000;

/** Days a week that a goal is good for, at most. */
const MOST_DAYS: Readonly<Record<Goal, number>> = { prep: 7, build: 3, strength: 3 };

/** The hardest goal of its items. */
export const hardestGoal = ({ blocks }: Programme, goal: Goal): Goal => {
  const goals = new Set(blocks.flatMap(({ items }) => items.map((item) => goalOf(item, goal))));
  if (goals.has('strength')) return 'strength';
  return goals.has('build') ? 'build' : 'prep';
};

const isHard = (programme: Programme | undefined, goal: Goal): boolean =>
  programme !== undefined && hardestGoal(programme, goal) === 'strength';

/** Days of the plan on which something hard is done. */
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

/** Two hard days with less than a day between; the second may be the Monday after. */
export interface HardPair {
  readonly first: Weekday;
  readonly second: Weekday;
}

export interface PlanAdvice {
  readonly pairs: readonly HardPair[];
  /** Programmes planned on more days than their goal is good for. */
  readonly tooOften: readonly {
    readonly programme: Programme;
    readonly days: number;
    readonly most: number;
  }[];
}

/** What to say of a week's plan: strength days that meet, and what comes too often. Advice, nothing is forbidden. */
export const planAdvice = ({ plan, programmes, goal }: Pick<WeekInput, 'plan' | 'programmes' | 'goal'>): PlanAdvice => {
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

/**
 * Until when (milliseconds since 1970) hard work had better wait, or null: 48 h after the last strength set that began
 * before today. What is done today belongs to the same session.
 */
export const restUntil = (
  sets: readonly PastSet[],
  now: Milliseconds,
  dayOf: (moment: Milliseconds) => CivilDay,
): Milliseconds | null => {
  const today = dayOf(now);
  const before = sets.filter(
    ({ goal, startedAt }) => goal === 'strength' && startedAt <= now && dayOf(startedAt) < today,
  );
  const last = Math.max(...before.map(({ startedAt }) => startedAt));
  return now - last < STRENGTH_REST ? last + STRENGTH_REST : null;
};

/** Whole days since the last set, 0 for today, null without any. Days without a set are not counted against anyone. */
export const daysSince = (
  sets: readonly PastSet[],
  now: Milliseconds,
  dayOf: (moment: Milliseconds) => CivilDay,
): number | null => {
  const days = sets.filter(({ startedAt }) => startedAt <= now).map(({ startedAt }) => dayOf(startedAt));
  return days.length === 0 ? null : dayOf(now) - Math.max(...days);
};
