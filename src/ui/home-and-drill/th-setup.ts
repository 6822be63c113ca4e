import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SetPlan } from '../../coach/coach-contract.ts';
import type { DrillDefinition, Preset } from '../../coach/drill-definition.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { choiceStyles } from '../elements/choice-field.ts';
import { fire, changeSettings, type Services } from '../shell/services.ts';
import { formatAbout } from '../elements/format.ts';
import { countInField, heightField } from '../settings/person-fields.ts';
import { chosenPreset, setLength } from './plan-choice.ts';
import { goalField, legField } from './set-fields.ts';
import type { Settings } from '../../storage/storage-contract.ts';
import { commonStyles, selects } from '../styles/styles.ts';

/** Goal, side, the person's height and the count-in. Each change is stored at once; then `th-changed` is fired with it. */
@customElement('th-setup')
export class ThSetup extends LitElement {
  static override styles = [
    commonStyles,
    choiceStyles,
    selects,
    css`
      :host {
        display: grid;
        gap: var(--s4);
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @property({ attribute: false }) drill!: DrillDefinition;
  @property({ attribute: false }) settings!: Settings;
  /** The set as it may be done. */
  @property({ attribute: false }) plan!: SetPlan;

  override render() {
    const { settings, plan } = this;
    const words = drillWords();
    const preset = chosenPreset(this.drill, settings.goal, settings);
    const length = formatAbout(setLength(plan.drill, plan.preset, plan.sides.length));
    return html`${goalField(settings.goal, (goal) => this.#change({ goal }))}
      <p class="small muted">${this.services.presets.advice[settings.goal]} ${words.about(length)}</p>
      ${this.#dose(preset)}
      ${this.drill.bilateral ? html`<p class="small muted">${words.bothTogether}</p>` : this.#legs(settings)}
      ${this.#person()}`;
  }

  /** Whose dose it is, as long as the person has not set numbers of their own. */
  #dose(preset: Preset) {
    const { dose, presets } = this.drill;
    const { goal } = this.settings;
    return dose === undefined || preset !== presets[goal]
      ? null
      : html`<p class="small muted">${drillWords().dose[dose[goal]]}</p>`;
  }

  #legs({ side }: Settings) {
    const { leftFirst, inBetween } = drillWords();
    return html`${legField(side, (chosen) => this.#change({ side: chosen }))}
    ${side === 'each' ? html`<p class="small muted">${leftFirst}${this.drill.turnsForOtherSide ? ` ${inBetween}` : ''}</p>` : null}`;
  }

  #person() {
    const { settings } = this;
    const height = heightField(settings, (subjectHeight) => this.#change({ subjectHeight }));
    return html`<div class="pair">
      ${this.drill.camera === 'none' ? null : height}
      ${countInField(settings, (countIn) => this.#change({ countIn }))}
    </div>`;
  }

  #change(part: Partial<Settings>): void {
    changeSettings(this, part);
    fire(this, 'th-changed', part);
  }
}
