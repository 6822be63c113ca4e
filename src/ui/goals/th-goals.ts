import { css, html, LitElement } from 'lit';
import { customElement, property, query, state } from 'lit/decorators.js';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { GOAL_LIMITS, type OwnGoal, type RangeGoal, rangeState, withGoal } from '../../coach/planning/goals.ts';
import { goalWords, trendWords } from '../../i18n/en/trends.ts';
import type { Degrees, Side } from '../../instrument/geometry/units.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { choiceField, choiceStyles } from '../elements/choice-field.ts';
import { formatEstimate } from '../elements/format.ts';
import type { ThConfirm } from '../elements/th-confirm.ts';
import type { StepEvent } from '../elements/th-stepper.ts';
import { datedSets } from '../history/days.ts';
import { exercises } from '../home-and-drill/plan-choice.ts';
import type { Services } from '../shell/services.ts';
import { settingsStyles } from '../settings/settings-styles.ts';
import { commonStyles, selects } from '../styles/styles.ts';
import { goalName, goalText } from './goal-text.ts';
import '../elements/th-confirm.ts';
import '../elements/th-stepper.ts';

/** In the list of what can be aimed at: the squat. */
const SQUAT = 'squat';
/** Aimed at beyond the best so far, if there is one: the smallest change that can be told. */
const FURTHER: Degrees = 6;
const USUAL: Degrees = 35;

/** The page on which the goals of both hips are set, changed and deleted. */
@customElement('th-goals')
export class ThGoals extends LitElement {
  static override styles = [
    commonStyles,
    selects,
    choiceStyles,
    settingsStyles,
    css`
      p {
        max-inline-size: var(--measure);
      }
      ul {
        list-style: none;
        display: grid;
        gap: var(--s4);
      }
      li {
        display: grid;
        gap: var(--s2);
      }
      .edit {
        display: flex;
        flex-wrap: wrap;
        gap: var(--s3);
        align-items: end;
      }
      th-stepper {
        inline-size: 13rem;
      }
      form {
        display: grid;
        gap: var(--s4);
        max-inline-size: 32rem;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @state() private _sets: readonly SetOverview[] = [];
  @state() private _side: Side = 'left';
  @state() private _what = '';
  /** Null: the suggestion. */
  @state() private _degrees: Degrees | null = null;
  @state() private _message = '';
  @query('th-confirm') private _confirm!: ThConfirm;

  /** Loads here rather than in connectedCallback: a lazily loaded element gets its properties only now. */
  protected override firstUpdated(): void {
    this.services.sets.list().then(
      (sets) => (this._sets = sets),
      () => undefined,
    );
  }

  get #goals(): readonly OwnGoal[] {
    return this.services.settings.current.hipGoals;
  }

  /** Drills with a range that is measured. */
  get #drills(): readonly DrillDefinition[] {
    return exercises(this.services.drills).filter(({ camera }) => camera !== 'none');
  }

  get #chosen(): string {
    return this._what || (this.#drills[0]?.id ?? SQUAT);
  }

  override render() {
    const words = goalWords();
    return html`<div class="page">
      <header class="stack-s">
        <h1 tabindex="-1">${words.heading}</h1>
        <p class="muted">${words.lead}</p>
      </header>
      ${this.#goals.length === 0 ? html`<p>${words.noGoals}</p>` : this.#list()} ${this.#form()}
      <p role="status">${this._message}</p>
      <th-confirm></th-confirm>
    </div>`;
  }

  #list() {
    const { drills } = this.services;
    return html`<section class="panel" aria-label=${goalWords().yours}>
      <ul>
        ${this.#goals.map(
          (goal) => html`<li>
            <strong>${goalName(goal, drills)}</strong>
            <span class="muted">${goalText(goal, this._sets, drills, Date.now())}</span>
            <div class="edit">
              ${goal.kind === 'range' ? this.#stepper(goal) : null}
              <button class="danger" aria-label=${goalWords().deleteOf(goalName(goal, drills))} @click=${() => this.#delete(goal)}>
                ${goalWords().delete}
              </button>
            </div>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  #stepper(goal: RangeGoal) {
    return html`<th-stepper
      label=${goalWords().degrees}
      unit="°"
      .value=${goal.degrees}
      .min=${GOAL_LIMITS.least}
      .max=${GOAL_LIMITS.most}
      @th-step=${(event: StepEvent) => this.#keep({ ...goal, degrees: event.detail }, goalWords().changed)}
    ></th-stepper>`;
  }

  #form() {
    const words = goalWords();
    const isSquat = this.#chosen === SQUAT;
    const sides = (['left', 'right'] as const).map((value) => ({ value, label: trendWords().hip(value) }));
    const chosen = (event: Event): void => {
      this._what = (event.currentTarget as HTMLSelectElement).value;
      this._degrees = null;
    };
    return html`<section class="panel stack" aria-labelledby="new">
      <h2 id="new">${words.add}</h2>
      <form @submit=${this.#submit}>
        ${choiceField<Side>(words.which, 'side', sides, this._side, (side) => {
          this._side = side;
          this._degrees = null;
        })}
        <label class="plain">
          ${words.what}
          <select @change=${chosen}>
            ${this.#drills.map(({ id, title }) => html`<option value=${id} ?selected=${id === this.#chosen}>${title}</option>`)}
            <option value=${SQUAT} ?selected=${isSquat}>${words.squatChoice}</option>
          </select>
        </label>
        ${isSquat ? html`<p class="small muted">${words.squatNote}</p>` : this.#degrees()}
        <div class="row"><button class="primary" type="submit">${words.set}</button></div>
      </form>
    </section>`;
  }

  #degrees() {
    const best = this.#bestSoFar;
    const words = goalWords();
    return html`<th-stepper
        label=${words.degrees}
        unit="°"
        .value=${this._degrees ?? this.#suggested}
        .min=${GOAL_LIMITS.least}
        .max=${GOAL_LIMITS.most}
        @th-step=${(event: StepEvent) => (this._degrees = event.detail)}
      ></th-stepper>
      <p class="small muted">${best === null ? words.noBest : words.soFar(formatEstimate(best))} ${words.error}</p>`;
  }

  /** The best comparable range of the chosen hip in the chosen drill; null: none. */
  get #bestSoFar() {
    const drill = this.#drills.find(({ id }) => id === this.#chosen);
    if (!drill) return null;
    const any: RangeGoal = {
      kind: 'range',
      id: '',
      side: this._side,
      drill: drill.id,
      degrees: 0,
      since: 0,
    };
    const found = rangeState(any, datedSets(this._sets), drill.measure.range === 'hip-flexion');
    return found.kind === 'none' ? null : found.best;
  }

  get #suggested(): Degrees {
    const best = this.#bestSoFar;
    const wanted = best === null ? USUAL : Math.round(best.value) + FURTHER;
    return Math.min(GOAL_LIMITS.most, Math.max(GOAL_LIMITS.least, wanted));
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const basis = { id: crypto.randomUUID(), side: this._side, since: Date.now() };
    const goal: OwnGoal =
      this.#chosen === SQUAT
        ? { ...basis, kind: 'squat', answers: [] }
        : { ...basis, kind: 'range', drill: this.#chosen, degrees: this._degrees ?? this.#suggested };
    this._degrees = null;
    this.#keep(goal, goalWords().added);
  };

  #keep(goal: OwnGoal, done: string): void {
    this.#store(withGoal(this.#goals, goal), done);
  }

  async #delete(goal: OwnGoal): Promise<void> {
    const text = goalName(goal, this.services.drills);
    if (!(await this._confirm.ask({ ...goalWords().askDelete, text }))) return;
    this.#store(
      this.#goals.filter(({ id }) => id !== goal.id),
      goalWords().deleted,
    );
    await this.updateComplete;
    // The button that was pressed is gone.
    this.renderRoot.querySelector('h1')?.focus();
  }

  #store(hipGoals: readonly OwnGoal[], done: string): void {
    this._message = done;
    this.services.settings.change({ hipGoals }).catch(() => {
      this._message = goalWords().notStored;
    });
    this.requestUpdate();
  }
}
