import { css, html } from 'lit';
import { goalName } from '../shell/words.ts';
import { choicesOf } from '../elements/fields.ts';
import { choiceField } from '../elements/choice-field.ts';
import { type Goal, GOALS, type DrillDefinition, type PhaseKind, type Preset } from '../../coach/drill-definition.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { shortTitle } from '../elements/phase-title.ts';
import type { PresetRules } from '../shell/services.ts';
import type { PresetNumber } from '../../drills/presets.ts';
import { usedNumbers, usesEffort, type SideChoice } from './plan-choice.ts';
import { stepperField } from '../elements/stepper-field.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** The label of a number. A time has the drill's own name of its phase, without what follows a colon. */
function labelOf(drill: DrillDefinition, key: PresetNumber): string {
  const words = drillWords().numbers;
  const named = (...kinds: readonly PhaseKind[]): string =>
    shortTitle(drill.phases.find(({ kind }) => kinds.includes(kind))?.title ?? '');
  switch (key) {
    case 'passive':
      return named('passive', 'hold', 'guided', 'reps');
    case 'pailsRamp':
      return words.buildUp(named('pails'));
    case 'pailsHold':
      return words.hold(named('pails'));
    case 'rails':
    case 'sink':
      return named(key);
    case 'rest':
      return words.rest;
    case 'rounds':
      return drill.bilateral ? commonWords().rounds : words.roundsEach;
    case 'reps':
      return drill.reps?.sequence ? words.timesThrough : commonWords().phases.reps;
  }
}

export const presetStyles = css`
  .preset {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
    gap: var(--s4);
  }
`;

/** The numbers of a preset that the drill uses. @param change gets the edited preset, already inside its limits */
export function presetFields(drill: DrillDefinition, preset: Preset, rules: PresetRules, change: (to: Preset) => void) {
  const { effortFrom, effortTo } = drillWords().numbers;
  const edit = (part: Partial<Preset>): void => change(rules.clamp({ ...preset, ...part }));
  const number = (key: PresetNumber) => {
    const unit = key === 'rounds' || key === 'reps' ? '' : 's';
    const field = { label: labelOf(drill, key), unit, value: preset[key], ...rules.limits[key] };
    return stepperField(field, (value) => edit({ [key]: value }));
  };
  const percent = (share: number): number => Math.round(share * 100);
  const { min, max, step } = rules.effort;
  const limits = { unit: '%', min: percent(min), max: percent(max), step: percent(step) };
  const [low, high] = preset.effort;
  return html`<div class="preset">
    ${usedNumbers(drill).map(number)}
    ${
      usesEffort(drill)
        ? [
            stepperField({ label: effortFrom, value: percent(low), ...limits }, (value) =>
              edit({ effort: [value / 100, Math.max(value / 100, high)] }),
            ),
            stepperField({ label: effortTo, value: percent(high), ...limits }, (value) =>
              edit({ effort: [Math.min(low, value / 100), value / 100] }),
            ),
          ]
        : null
    }
  </div>`;
}

/** Which leg, or one after the other. Not for a drill in which both work at once. */
export function legField(chosen: SideChoice, choose: (side: SideChoice) => void) {
  const { leg, legs } = drillWords();
  const isEach = chosen === 'both' || chosen === 'each';
  const choices = choicesOf(['left', 'right', 'each'], legs);
  return choiceField<SideChoice>(leg, 'side', choices, isEach ? 'each' : chosen, choose);
}

export function goalField(chosen: Goal, choose: (goal: Goal) => void) {
  const goals = GOALS.map((value) => ({ value, label: goalName(value) }));
  return choiceField<Goal>(drillWords().goal, 'goal', goals, chosen, choose);
}
