import type { Degrees, Estimate, Milliseconds, Side } from '../../instrument/geometry/units.ts';
import { type Change, changeBetween } from '../../coach/progress/real-change.ts';
import type { DatedSet } from '../review/compare-sets.ts';
import { WEEK } from './civil-day.ts';
import { seamOf, type Trend, trendsOf } from '../review/trends.ts';

/** What the person says once a week about squats: did the hip pinch? */
export interface SquatAnswer {
  /** Milliseconds since 1970. */
  readonly at: Milliseconds;
  readonly pinched: boolean;
}

/** A clean range in degrees for one hip in one drill. */
export interface RangeGoal {
  readonly kind: 'range';
  readonly id: string;
  readonly side: Side;
  /** Id of the drill definition. */
  readonly drill: string;
  readonly degrees: Degrees;
  /** When it was set, milliseconds since 1970. */
  readonly since: Milliseconds;
}

/** To squat without a pinch in one hip. No camera judges it: it is the person's own word, asked for every week. */
export interface SquatGoal {
  readonly kind: 'squat';
  readonly id: string;
  readonly side: Side;
  readonly since: Milliseconds;
  /** Oldest first. */
  readonly answers: readonly SquatAnswer[];
}

export type OwnGoal = RangeGoal | SquatGoal;

export const GOAL_LIMITS = { goals: 40, answers: 200, least: 5, most: 90 } as const;

/**
 * How far a range goal is. `reached`: beyond it by more than the measuring error. `at-error`: at it, as far as can be measured.
 * `on-the-way`: short of it by more than the error. `none`: no comparable set yet.
 */
export type RangeState =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'reached' | 'at-error' | 'on-the-way';
      /** The best set since the goal was set, in the place of the newest sets. */
      readonly best: Estimate<Degrees>;
      readonly setId: string;
      readonly at: Milliseconds;
      /** Best minus goal, and the smallest difference that is beyond the error. */
      readonly change: Change;
      /** From when on the app measures in another way. Earlier sets do not count then. Absent: it always measured like this. */
      readonly anew?: Milliseconds;
    };

/** Hip flexion needs no watched pelvis, because the pelvis moves with the hip there. */
const isOwn = ({ kind }: Trend, bends: boolean): boolean => bends || kind.watched;

/**
 * How far a goal is by the sets since it was set. Only sets of the newest place, network and strictness count, with the pelvis
 * watched: another place could add degrees that are none of the hip's.
 * @param bends the drill works on hip flexion
 */
export function rangeState(goal: RangeGoal, sets: readonly DatedSet[], bends = false): RangeState {
  const trend = trendsOf(sets, goal.drill).find(
    (one) => one.side === goal.side && one.apart.length === 0 && isOwn(one, bends),
  );
  const points = (trend?.points ?? []).filter(({ at }) => at >= goal.since);
  const [first] = points;
  if (!first) return { kind: 'none' };
  const best = points.reduce((most, one) => (one.range.value > most.range.value ? one : most), first);
  const change = changeBetween({ value: goal.degrees, sd: 0 }, best.range);
  const kind = change.kind === 'more' ? 'reached' : change.kind === 'less' ? 'on-the-way' : 'at-error';
  const anew = trend ? seamOf(trend) : null;
  return { kind, best: best.range, setId: best.id, at: best.at, change, ...(anew === null ? {} : { anew }) };
}

/**
 * @param now milliseconds since 1970
 * @returns `due`: the question of this week is to be asked. `freeInARow`: how many of the newest answers in a row say that nothing pinched
 */
export function squatState({ answers }: SquatGoal, now: Milliseconds) {
  const last = answers.at(-1) ?? null;
  const pinchedAt = answers.findLastIndex(({ pinched }) => pinched);
  return {
    due: last === null || now - last.at >= WEEK,
    last,
    freeInARow: answers.length - 1 - pinchedAt,
  };
}

/** The goal with one more answer. A second answer within the week replaces the first. */
export function withAnswer(goal: SquatGoal, answer: SquatAnswer): SquatGoal {
  const { last, due } = squatState(goal, answer.at);
  const kept = last !== null && !due ? goal.answers.slice(0, -1) : goal.answers;
  return { ...goal, answers: [...kept, answer].slice(-GOAL_LIMITS.answers) };
}

const isSamePlace = (one: OwnGoal, other: OwnGoal): boolean =>
  one.kind === other.kind &&
  one.side === other.side &&
  (one.kind === 'squat' || other.kind === 'squat' || one.drill === other.drill);

/** The goals with this one, which replaces the goal for the same hip and drill. */
export const withGoal = (goals: readonly OwnGoal[], goal: OwnGoal): readonly OwnGoal[] =>
  [...goals.filter((one) => one.id !== goal.id && !isSamePlace(one, goal)), goal].slice(-GOAL_LIMITS.goals);

export const aimOf = (goals: readonly OwnGoal[], drill: string, side: Side): RangeGoal | null =>
  goals.find((goal): goal is RangeGoal => goal.kind === 'range' && goal.drill === drill && goal.side === side) ?? null;
