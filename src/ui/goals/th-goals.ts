import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newId } from '../../app/new-id.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { GOAL_LIMITS, type OwnGoal, type RangeGoal, rangeState, withGoal } from '../../training/planning/goals.ts';
import { goalWords, trendWords } from '../../i18n/en/trends.ts';
import type { Degrees, Side } from '../../instrument/geometry/units.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { choiceField, choiceStyles } from '../elements/choice-field.ts';
import { Fetched } from '../elements/fetched.ts';
import { formatEstimate } from '../elements/format.ts';
import { selectField } from '../elements/fields.ts';
import { stepperField } from '../elements/stepper-field.ts';
import { datedSets } from '../history/days.ts';
import { exercises } from '../home-and-drill/plan-choice.ts';
import { fire, type Services } from '../shell/services.ts';
import { commonStyles, lists, readable, selects } from '../styles/styles.ts';
import { goalName, goalText } from './goal-text.ts';

const SQUAT = 'squat';
/** Aimed at beyond the best so far, if there is one: the smallest change that can be told. */
const FURTHER: Degrees = 6;
const USUAL: Degrees = 35;

/** The page on which the goals of both hips are set, changed and deleted. */
@customElement('th-goals')
export class ThGoals extends LitElement {
  static override styles = [
    commonStyles,
    lists,
    selects,
    choiceStyles,
    readable,
    css`
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
  readonly #sets = new Fetched<readonly SetOverview[]>(this, () => this.services.sets.list());
  @state() private _side: Side = 'left';
  @state() private _what = '';
  /** Null: the suggestion. */
  @state() private _degrees: Degrees | null = null;
  @state() private _message = '';

  get #goals(): readonly OwnGoal[] {
    return this.services.settings.current.hipGoals;
  }

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
    </div>`;
  }

  #list() {
    const { drills } = this.services;
    return html`<section class="panel" aria-label=${goalWords().yours}>
      <ul class="list">
        ${this.#goals.map(
          (goal) => html`<li>
            <strong>${goalName(goal, drills)}</strong>
            <span class="muted">${goalText(goal, this.#sets.value ?? [], drills, Date.now())}</span>
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

  get #field() {
    return { label: goalWords().degrees, unit: '°', min: GOAL_LIMITS.least, max: GOAL_LIMITS.most };
  }

  #stepper(goal: RangeGoal) {
    const { degrees } = goal;
    return stepperField({ ...this.#field, value: degrees }, (changed) =>
      this.#keep({ ...goal, degrees: changed }, goalWords().changed),
    );
  }

  #form() {
    const words = goalWords();
    const isSquat = this.#chosen === SQUAT;
    const sides = (['left', 'right'] as const).map((value) => ({ value, label: trendWords().hip(value) }));
    const aims = [
      ...this.#drills.map(({ id, title }) => ({ value: id, label: title })),
      { value: SQUAT, label: words.squatChoice },
    ];
    const choose = (what: string): void => {
      this._what = what;
      this._degrees = null;
    };
    return html`<section class="panel stack" aria-labelledby="new">
      <h2 id="new">${words.add}</h2>
      <form @submit=${this.#submit}>
        ${choiceField<Side>(words.which, 'side', sides, this._side, (side) => {
          this._side = side;
          this._degrees = null;
        })}
        ${selectField(words.what, aims, this.#chosen, choose)}
        ${isSquat ? html`<p class="small muted">${words.squatNote}</p>` : this.#degrees()}
        <div class="row"><button class="primary" type="submit">${words.set}</button></div>
      </form>
    </section>`;
  }

  #degrees() {
    const best = this.#bestSoFar;
    const words = goalWords();
    const value = this._degrees ?? this.#suggested;
    return html`${stepperField({ ...this.#field, value }, (degrees) => (this._degrees = degrees))}
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
    const found = rangeState(any, datedSets(this.#sets.value ?? []), drill.measure.range === 'hip-flexion');
    return found.kind === 'none' ? null : found.best;
  }

  get #suggested(): Degrees {
    const best = this.#bestSoFar;
    const wanted = best === null ? USUAL : Math.round(best.value) + FURTHER;
    return Math.min(GOAL_LIMITS.most, Math.max(GOAL_LIMITS.least, wanted));
  }

  readonly #submit = (event: Event): void => {
    event.preventDefault();
    const basis = { id: newId(), side: this._side, since: Date.now() };
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

  #delete(goal: OwnGoal): void {
    const { settings } = this.services;
    this.#store(
      this.#goals.filter(({ id }) => id !== goal.id),
      '',
    );
    fire(this, 'th-deleted', () => settings.change({ hipGoals: withGoal(settings.current.hipGoals, goal) }));
  }

  #store(hipGoals: readonly OwnGoal[], done: string): void {
    this._message = done;
    this.services.settings.change({ hipGoals }).catch(() => {
      this._message = goalWords().notStored;
    });
    this.requestUpdate();
  }
}
