import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type DrillDefinition, type Goal, GOALS } from '../../coach/drill-definition.ts';
import { resolveDrill } from '../../training/planning/parts.ts';
import { PROGRAMME_LIMITS, type ProgrammeItem } from '../../training/planning/programme.ts';
import { programmeTexts } from '../../i18n/en/programmes.ts';
import { weekWords } from '../../i18n/en/week.ts';
import { programmeStyles } from './programme-styles.ts';
import { commonStyles } from '../styles/styles.ts';
import { selectField } from '../elements/fields.ts';
import { stepperField } from '../elements/stepper-field.ts';
import { goalName } from '../shell/words.ts';

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
    const drills = this.drills.map(({ id, title }) => ({ value: id, label: title }));
    return selectField(
      weekWords().own.drill,
      drills,
      known?.id ?? '',
      (drill) => this.#change({ drills: [{ drill, variant: null }] }),
      { look: 'wide', otherwise: programmeTexts().absent },
    );
  }

  #goal() {
    const words = weekWords().own;
    const goals = GOALS.map((goal) => ({ value: goal, label: goalName(goal) }));
    const choices = [{ value: null, label: words.goalOfDay }, ...goals];
    return selectField<Goal | null>(words.goal, choices, this.item.goal, (goal) => this.#change({ goal }));
  }

  #side() {
    if (this.#known?.bilateral) return null;
    const choices = SIDES.map((side) => ({ value: side, label: sideLabel(side) }));
    return selectField(weekWords().own.leg, choices, this.item.side, (side) => this.#change({ side }));
  }

  #rounds() {
    const words = weekWords().own;
    const counts = Array.from({ length: PROGRAMME_LIMITS.rounds }, (_, index) => index + 1);
    const choices = [
      { value: null, label: words.asGoal },
      ...counts.map((count) => ({ value: count, label: String(count) })),
    ];
    return selectField<number | null>(words.rounds, choices, this.item.rounds, (rounds) => this.#change({ rounds }));
  }

  #rest() {
    const { rest } = this.item;
    const limits = { min: 0, max: PROGRAMME_LIMITS.rest, step: 15 };
    return stepperField({ label: weekWords().own.rest, unit: 's', value: rest, ...limits }, (changed) =>
      this.#change({ rest: changed }),
    );
  }

  #change(part: Partial<ProgrammeItem>): void {
    this.#fire({ ...this.item, ...part });
  }

  #fire(detail: ItemEvent['detail']): void {
    this.dispatchEvent(new CustomEvent('th-item', { detail }));
  }
}
