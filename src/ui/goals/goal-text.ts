import type { DrillDefinition } from '../../coach/drill-definition.ts';
import {
  type OwnGoal,
  type RangeGoal,
  type RangeState,
  rangeState,
  type SquatGoal,
  squatState,
} from '../../training/planning/goals.ts';
import { goalWords, trendWords } from '../../i18n/en/trends.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { dayText, formatDegrees, formatEstimate } from '../elements/format.ts';
import { datedSets } from '../history/days.ts';

const drillOf = (goal: RangeGoal, drills: readonly DrillDefinition[]): DrillDefinition | null =>
  drills.find(({ id }) => id === goal.drill) ?? null;

/** The hip and what is aimed at: "Left hip, Supine sleeper: 45°". */
export function goalName(goal: OwnGoal, drills: readonly DrillDefinition[]): string {
  const words = goalWords();
  const hip = words.hip(goal.side);
  if (goal.kind === 'squat') return words.squat(hip);
  return `${hip}, ${drillOf(goal, drills)?.title ?? goal.drill}: ${formatDegrees(goal.degrees)}`;
}

/** Where a goal in degrees stands. Reached is said only beyond the measuring error. */
function rangeText(goal: RangeGoal, sets: readonly SetOverview[], drills: readonly DrillDefinition[]): string {
  const bends = drillOf(goal, drills)?.measure.range === 'hip-flexion';
  const state = rangeState(goal, datedSets(sets), bends);
  const words = goalWords();
  if (state.kind === 'none') return words.none;
  const text = stateText(state);
  return state.anew === undefined ? text : `${text} ${trendWords().anew.since(dayText(state.anew))}`;
}

function stateText(state: Exclude<RangeState, { readonly kind: 'none' }>): string {
  const words = goalWords();
  const best = formatEstimate(state.best);
  if (state.kind === 'reached') return words.reached(best, dayText(state.at));
  if (state.kind === 'at-error') return words.atError(best, `${Math.ceil(state.change.line)}°`);
  return words.onTheWay(best, formatDegrees(Math.abs(state.change.by)));
}

/** What the person said about squats. */
function squatText(goal: SquatGoal, now: number): string {
  const { last, freeInARow } = squatState(goal, now);
  const words = goalWords();
  if (last === null) return words.notAnswered;
  return freeInARow > 0 ? words.free(freeInARow) : words.pinched(dayText(last.at));
}

/** @param now milliseconds since 1970 */
export const goalText = (
  goal: OwnGoal,
  sets: readonly SetOverview[],
  drills: readonly DrillDefinition[],
  now: number,
): string => (goal.kind === 'squat' ? squatText(goal, now) : rangeText(goal, sets, drills));
