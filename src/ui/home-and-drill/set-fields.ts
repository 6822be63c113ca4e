import { type Goal, GOALS } from '../../coach/drill-definition.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { choiceField } from '../elements/choice-field.ts';
import { choicesOf } from '../elements/fields.ts';
import { goalName } from '../shell/words.ts';
import type { SideChoice } from './plan-choice.ts';

/*
 * What is chosen for every set, before a camera as for a video of it. The styles are those of `choice-field.ts`.
 */

/** Which leg, or one after the other. Not for a drill in which both work at once. */
export function legField(chosen: SideChoice, choose: (side: SideChoice) => void) {
  const { leg, legs } = drillWords();
  const isEach = chosen === 'both' || chosen === 'each';
  return choiceField<SideChoice>(
    leg,
    'side',
    choicesOf(['left', 'right', 'each'], legs),
    isEach ? 'each' : chosen,
    choose,
  );
}

export function goalField(chosen: Goal, choose: (goal: Goal) => void) {
  const goals = GOALS.map((value) => ({ value, label: goalName(value) }));
  return choiceField<Goal>(drillWords().goal, 'goal', goals, chosen, choose);
}
