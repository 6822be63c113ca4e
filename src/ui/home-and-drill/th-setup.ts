import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DrillDefinition, Goal } from '../../coach/drill-definition.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { choiceField, choiceStyles } from '../elements/choice-field.ts';
import { formatLength } from '../elements/format.ts';
import { countInField } from '../settings/count-in-field.ts';
import { heightField } from '../settings/height-field.ts';
import { chosenPreset, type SideChoice, sidesOf } from './plan-choice.ts';
import type { Services, UiSettings } from '../shell/services.ts';
import { setLength } from './set-length.ts';
import { base, buttons, panels } from '../styles/styles.ts';
import { GOALS, goalName } from '../shell/words.ts';
import '../elements/th-stepper.ts';

/** Goal, side, height and the time to get into place. Fires `th-changed` after every change, which is already kept. */
@customElement('th-setup')
export class ThSetup extends LitElement {
  static override styles = [
    base,
    buttons,
    panels,
    choiceStyles,
    css`
      :host {
        display: grid;
        gap: var(--s4);
      }
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 9rem), 1fr));
        gap: var(--s3);
        align-items: end;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @property({ attribute: false }) drill!: DrillDefinition;

  get #settings(): UiSettings {
    return this.services.settings.current;
  }

  override render() {
    const settings = this.#settings;
    const words = drillWords();
    const preset = chosenPreset(this.drill, settings.goal, settings);
    const length = formatLength(setLength(this.drill, preset, sidesOf(this.drill, settings.side).length));
    const goals = GOALS.map((value) => ({ value, label: goalName(value) }));
    return html`${choiceField<Goal>(words.goal, 'goal', goals, settings.goal, this.#goal)}
      <p class="small muted">${this.services.presets.advice[settings.goal]} ${words.about(length)}</p>
      ${this.drill.bilateral ? html`<p class="small muted">${words.bothTogether}</p>` : this.#legs(settings)}
      ${this.#person()}`;
  }

  #legs({ side }: UiSettings) {
    const { leg, legs, leftFirst, inBetween } = drillWords();
    return html`${choiceField<SideChoice>(
      leg,
      'side',
      [
        { value: 'left', label: legs.left },
        { value: 'right', label: legs.right },
        { value: 'each', label: legs.each },
      ],
      side === 'both' ? 'each' : side,
      this.#side,
    )}
    ${side === 'each' ? html`<p class="small muted">${leftFirst}${this.drill.turnsForOtherSide ? ` ${inBetween}` : ''}</p>` : null}`;
  }

  #person() {
    const settings = this.#settings;
    const height = heightField(settings, (subjectHeight) => this.#change({ subjectHeight }));
    return html`<div class="pair">
      ${this.drill.camera === 'none' ? null : height}
      ${countInField(settings, (countIn) => this.#change({ countIn }))}
    </div>`;
  }

  readonly #goal = (goal: Goal): void => this.#change({ goal });

  readonly #side = (side: SideChoice): void => this.#change({ side });

  #change(part: Partial<UiSettings>): void {
    // What cannot be kept for the next visit still counts for this one.
    this.services.settings.change(part).catch(() => undefined);
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('th-changed', { bubbles: true, composed: true }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-setup': ThSetup;
  }
}
