import type { Milliseconds } from '../../instrument/geometry/units.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { DAY } from '../planning/civil-day.ts';
import { type DoneSet, FINISHED } from '../planning/parts-done.ts';
import { painLight } from '../review/after-set.ts';
import { setsOf, worksHip } from './tolerance.ts';

/** Tendon and joint need longer than muscle and nerve to get used to a push at the end of the range. Judgement. */
const DAYS = 14;
const SETS = 6;

/** Whether strength work is earned, and what is missing; both 0: nothing is. */
export interface StrengthState {
  readonly earned: boolean;
  /** A set of Build or harder was finished, so the days count. */
  readonly begun: boolean;
  readonly daysLeft: number;
  readonly setsLeft: number;
}

/**
 * Strength is earned two weeks after the first set of Build or harder, with six of them finished whose pain was told and was 2 at most.
 * A set without an answer does not count, because nobody said how it was. One dated ahead of the clock counts as of now.
 */
export function strengthEarned(
  sets: readonly DoneSet[],
  drills: readonly DrillDefinition[],
  now: Milliseconds,
): StrengthState {
  const hard = setsOf(sets, drills, worksHip).filter(
    ({ goal, ended }) => (goal === 'build' || goal === 'strength') && FINISHED.has(ended),
  );
  const first = hard.reduce((least, { startedAt }) => Math.min(least, startedAt), now);
  const calm = hard.filter(({ pain }) => pain !== null && painLight(pain) === 'green').length;
  // Nobody trains at the same minute: half a day is given.
  const daysLeft = Math.max(0, DAYS - Math.round((now - first) / DAY));
  const setsLeft = Math.max(0, SETS - calm);
  return { earned: daysLeft === 0 && setsLeft === 0, begun: hard.length > 0, daysLeft, setsLeft };
}
