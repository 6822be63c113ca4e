import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DrillDefinition, PhaseKind, Preset } from '../../coach/drill-definition.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { shortTitle } from '../elements/phase-title.ts';
import type { PresetRules } from '../shell/services.ts';
import type { PresetNumber } from '../../drills/presets.ts';
import { usedNumbers, usesEffort } from './plan-choice.ts';
import { base } from '../styles/styles.ts';
import { stepperField } from '../elements/stepper-field.ts';

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
      return drill.bilateral ? words.rounds : words.roundsEach;
    case 'reps':
      return drill.reps?.sequence ? words.timesThrough : words.reps;
  }
}

/** Fired as `th-preset` with the edited preset, already inside its limits. */
export type PresetEvent = CustomEvent<Preset>;

/** Edits the numbers of a preset that the drill uses, each within its limits. Fires `th-preset`. */
@customElement('th-preset-editor')
export class ThPresetEditor extends LitElement {
  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(12rem, 1fr));
        gap: var(--s4) var(--s4);
      }
    `,
  ];

  @property({ attribute: false }) drill!: DrillDefinition;
  @property({ attribute: false }) preset!: Preset;
  @property({ attribute: false }) rules!: PresetRules;

  override render() {
    const { effortFrom, effortTo } = drillWords().numbers;
    return html`${usedNumbers(this.drill).map((key) => this.#number(key))}
    ${usesEffort(this.drill) ? [this.#effort(0, effortFrom), this.#effort(1, effortTo)] : null}`;
  }

  #number(key: PresetNumber) {
    const unit = key === 'rounds' || key === 'reps' ? '' : 's';
    const field = { label: labelOf(this.drill, key), unit, value: this.preset[key], ...this.rules.limits[key] };
    return stepperField(field, (value) => this.#change({ [key]: value }));
  }

  #effort(end: 0 | 1, label: string) {
    const percent = (share: number): number => Math.round(share * 100);
    const { min, max, step } = this.rules.effort;
    const limits = { min: percent(min), max: percent(max), step: percent(step) };
    return stepperField({ label, unit: '%', value: percent(this.preset.effort[end]), ...limits }, (value) =>
      this.#changeEffort(end, value / 100),
    );
  }

  #changeEffort(end: 0 | 1, share: number): void {
    const [low, high] = this.preset.effort;
    const effort = end === 0 ? ([share, Math.max(share, high)] as const) : ([Math.min(low, share), share] as const);
    this.#change({ effort });
  }

  #change(part: Partial<Preset>): void {
    const detail = this.rules.clamp({ ...this.preset, ...part });
    this.dispatchEvent(new CustomEvent('th-preset', { detail }));
  }
}
