import { html } from 'lit';
import type { SetPlan } from '../../coach/coach-contract.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import type { Settings } from '../../storage/storage-contract.ts';
import { formatAbout } from '../elements/format.ts';
import { countInField, heightField } from '../settings/person-fields.ts';
import type { PresetRules } from '../shell/services.ts';
import { chosenPreset, setLength } from './plan-choice.ts';
import { goalField, legField } from './set-fields.ts';

interface Setup {
  readonly drill: DrillDefinition;
  readonly settings: Settings;
  /** The set as it may be done. */
  readonly plan: SetPlan;
  readonly advice: PresetRules['advice'];
}

/** Goal, side, the person's height and the count-in. The styles are those of `choice-field.ts` and `selects`. */
export function setupFields({ drill, settings, plan, advice }: Setup, change: (part: Partial<Settings>) => void) {
  const { goal, side } = settings;
  const words = drillWords();
  const length = formatAbout(setLength(plan.drill, plan.preset, plan.sides.length));
  const height = heightField(settings, (subjectHeight) => change({ subjectHeight }));
  return html`<div class="stack setup">
    ${goalField(goal, (chosen) => change({ goal: chosen }))}
    <p class="small muted">${advice[goal]} ${words.about(length)}</p>
    ${doseNote(drill, settings)}
    ${drill.bilateral ? html`<p class="small muted">${words.bothTogether}</p>` : legField(side, (chosen) => change({ side: chosen }))}
    ${drill.bilateral || side !== 'each' ? null : html`<p class="small muted">${words.leftFirst}${drill.turnsForOtherSide ? ` ${words.inBetween}` : ''}</p>`}
    <div class="pair">
      ${drill.camera === 'none' ? null : height} ${countInField(settings, (countIn) => change({ countIn }))}
    </div>
  </div>`;
}

/** Whose dose it is, as long as the person has not set numbers of their own. */
function doseNote(drill: DrillDefinition, settings: Settings) {
  const { dose, presets } = drill;
  const { goal } = settings;
  return dose === undefined || chosenPreset(drill, goal, settings) !== presets[goal]
    ? null
    : html`<p class="small muted">${drillWords().dose[dose[goal]]}</p>`;
}
