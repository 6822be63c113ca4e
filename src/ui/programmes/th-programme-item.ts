import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DrillDefinition, Goal } from '../../coach/drill-definition.ts';
import { resolveDrill } from '../../coach/planning/parts.ts';
import { PROGRAMME_LIMITS, type ProgrammeItem } from '../../coach/planning/programme.ts';
import { programmeTexts } from '../../i18n/en/programmes.ts';
import { weekWords } from '../../i18n/en/week.ts';
import { programmeStyles } from './programme-styles.ts';
import { commonStyles } from '../styles/styles.ts';
import type { StepEvent } from '../elements/th-stepper.ts';
import { GOALS, goalName } from '../shell/words.ts';
import '../elements/th-stepper.ts';

/** Event `th-item` with the changed item, or with the command to move or remove it. */
export type ItemEvent = CustomEvent<ProgrammeItem | 'up' | 'down' | 'remove'>;

const SIDES: readonly ProgrammeItem['side'][] = ['each', 'left', 'right'];

const sideLabel = (side: ProgrammeItem['side']): string => {
  const { sides } = weekWords().own;
  return side === 'both' ? '' : sides[side];
};

/** Edits one item of a programme: drill, goal, side, rounds and rest. Fires `th-item`. */
@customElement('th-programme-item')
export class ThProgrammeItem extends LitElement {
  static override styles = [
    commonStyles,
    programmeStyles,
    css`
      fieldset {
        display: grid;
        gap: var(--s3);
      }
      legend {
        float: inline-start;
        padding: 0;
        font-weight: 640;
      }
      .fields {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
        gap: var(--s3);
        align-items: end;
      }
      .wide {
        grid-column: 1 / -1;
      }
    `,
  ];

  @property({ attribute: false }) drills: readonly DrillDefinition[] = [];
  @property({ attribute: false }) item!: ProgrammeItem;
  @property({ type: Number }) position = 0;
  @property({ type: Number }) count = 1;

  override render() {
    const { position, count } = this;
    const words = weekWords().own;
    return html`<fieldset class="panel">
      <legend>${words.part(position + 1)}</legend>
      <div class="fields">${this.#drill()} ${this.#goal()} ${this.#side()} ${this.#rounds()} ${this.#rest()}</div>
      <div class="row">
        <button ?disabled=${position === 0} aria-label=${words.partEarlier(position + 1)} @click=${() => this.#fire('up')}>${words.earlier}</button>
        <button ?disabled=${position === count - 1} aria-label=${words.partLater(position + 1)} @click=${() => this.#fire('down')}>${words.later}</button>
        <button class="quiet" ?disabled=${count === 1} aria-label=${words.removePart(position + 1)} @click=${() => this.#fire('remove')}>
          ${weekWords().remove}
        </button>
      </div>
    </fieldset>`;
  }

  get #known(): DrillDefinition | null {
    const [reference] = this.item.drills;
    return reference ? resolveDrill(this.drills, reference) : null;
  }

  #drill() {
    const known = this.#known;
    const choose = (event: Event) => {
      const drill = (event.currentTarget as HTMLSelectElement).value;
      this.#change({ drills: [{ drill, variant: null }] });
    };
    return html`<div class="plain wide">
      <label for="drill">${weekWords().own.drill}</label>
      <select id="drill" @change=${choose}>
        ${known ? null : html`<option selected disabled>${programmeTexts().absent}</option>`}
        ${this.drills.map(({ id, title }) => html`<option value=${id} ?selected=${id === known?.id}>${title}</option>`)}
      </select>
    </div>`;
  }

  #goal() {
    const choose = (event: Event) => {
      const { value } = event.currentTarget as HTMLSelectElement;
      this.#change({ goal: GOALS.find((goal: Goal) => goal === value) ?? null });
    };
    return html`<div class="plain">
      <label for="goal">${weekWords().own.goal}</label>
      <select id="goal" @change=${choose}>
        <option value="" ?selected=${this.item.goal === null}>${weekWords().own.goalOfDay}</option>
        ${GOALS.map((goal) => html`<option value=${goal} ?selected=${goal === this.item.goal}>${goalName(goal)}</option>`)}
      </select>
    </div>`;
  }

  #side() {
    if (this.#known?.bilateral) return null;
    const choose = (event: Event) => {
      const { value } = event.currentTarget as HTMLSelectElement;
      this.#change({ side: SIDES.find((side) => side === value) ?? 'each' });
    };
    return html`<div class="plain">
      <label for="leg">${weekWords().own.leg}</label>
      <select id="leg" @change=${choose}>
        ${SIDES.map((value) => html`<option value=${value} ?selected=${value === this.item.side}>${sideLabel(value)}</option>`)}
      </select>
    </div>`;
  }

  #rounds() {
    const counts = Array.from({ length: PROGRAMME_LIMITS.rounds }, (_, index) => index + 1);
    const choose = (event: Event) => {
      const { value } = event.currentTarget as HTMLSelectElement;
      this.#change({ rounds: value === '' ? null : Number(value) });
    };
    return html`<div class="plain">
      <label for="rounds">${weekWords().own.rounds}</label>
      <select id="rounds" @change=${choose}>
        <option value="" ?selected=${this.item.rounds === null}>${weekWords().own.asGoal}</option>
        ${counts.map((count) => html`<option value=${count} ?selected=${count === this.item.rounds}>${count}</option>`)}
      </select>
    </div>`;
  }

  #rest() {
    return html`<th-stepper
      label=${weekWords().own.rest}
      unit="s"
      .value=${this.item.rest}
      .min=${0}
      .max=${PROGRAMME_LIMITS.rest}
      .step=${15}
      @th-step=${(event: StepEvent) => this.#change({ rest: event.detail })}
    ></th-stepper>`;
  }

  #change(part: Partial<ProgrammeItem>): void {
    this.#fire({ ...this.item, ...part });
  }

  #fire(detail: ItemEvent['detail']): void {
    this.dispatchEvent(new CustomEvent('th-item', { detail }));
  }
}
