import { css, html } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { newId } from '../../app/new-id.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { goalWords, trendWords } from '../../i18n/en/trends.ts';
import type { Degrees, Side } from '../../instrument/geometry/units.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import {
  GOAL_LIMITS,
  type OwnGoal,
  type RangeGoal,
  rangeState,
  type RangeState,
  type SquatGoal,
  squatState,
  withAnswer,
  withGoal,
} from '../../training/planning/goals.ts';
import { choiceField, choiceStyles } from '../elements/choice-field.ts';
import { Fetched } from '../elements/fetched.ts';
import { selectField } from '../elements/fields.ts';
import { dayText, formatDegrees, formatEstimate } from '../elements/format.ts';
import { stepperField } from '../elements/stepper-field.ts';
import { datedSets } from '../history/days.ts';
import { exercises } from '../home-and-drill/plan-choice.ts';
import { changeSettings, fire, focusLater, Served } from '../shell/services.ts';
import { commonStyles, lists, selects } from '../styles/styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

const drillOf = (goal: RangeGoal, drills: readonly DrillDefinition[]): DrillDefinition | null =>
  drills.find(({ id }) => id === goal.drill) ?? null;

/** The hip and what is aimed at: "Left hip, Supine sleeper: 45°". */
export function goalName(goal: OwnGoal, drills: readonly DrillDefinition[]): string {
  const words = goalWords();
  const hip = words.hip(goal.side);
  if (goal.kind === 'squat') return words.squat(hip);
  return `${hip}, ${drillOf(goal, drills)?.title ?? goal.drill}: ${formatDegrees(goal.degrees)}`;
}

/** Where a goal in degrees stands. Reached is said only beyond the measuring error. */
function rangeText(goal: RangeGoal, sets: readonly SetOverview[], drills: readonly DrillDefinition[]): string {
  const bends = drillOf(goal, drills)?.measure.range === 'hip-flexion';
  const now = rangeState(goal, datedSets(sets), bends);
  if (now.kind === 'none') return goalWords().none;
  const text = stateText(now);
  return now.anew === undefined ? text : `${text} ${trendWords().anew.since(dayText(now.anew))}`;
}

function stateText(now: Exclude<RangeState, { readonly kind: 'none' }>): string {
  const words = goalWords();
  const best = formatEstimate(now.best);
  if (now.kind === 'reached') return words.reached(best, dayText(now.at));
  if (now.kind === 'at-error') return words.atError(best, `${Math.ceil(now.change.line)}°`);
  return words.onTheWay(best, formatDegrees(Math.abs(now.change.by)));
}

function squatText(goal: SquatGoal, now: number): string {
  const { last, freeInARow } = squatState(goal, now);
  const words = goalWords();
  if (last === null) return words.notAnswered;
  return freeInARow > 0 ? words.free(freeInARow) : words.pinched(dayText(last.at));
}

/** @param now milliseconds since 1970 */
export const goalText = (
  goal: OwnGoal,
  sets: readonly SetOverview[],
  drills: readonly DrillDefinition[],
  now: number,
): string => (goal.kind === 'squat' ? squatText(goal, now) : rangeText(goal, sets, drills));

const SQUAT = 'squat';
/** Aimed at beyond the best so far, if there is one: the smallest change that can be told. */
const FURTHER: Degrees = 6;
const USUAL: Degrees = 35;

/**
 * The goals in a few lines with the question of the week; empty without a goal. With `editable`, a fold in which they are also
 * set, changed and deleted.
 */
@customElement('th-goals')
export class ThGoals extends Served {
  static override styles = [
    commonStyles,
    lists,
    selects,
    choiceStyles,
    css`
      h2 {
        font-size: 1.125rem;
      }
      h2 a {
        display: inline-block;
        line-height: 1.5rem;
      }
      li {
        display: grid;
        gap: var(--s2);
        max-inline-size: var(--measure);
      }
      summary h2 {
        display: inline;
      }
      .edit {
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

  /** Newest first. Null: the element reads them itself. */
  @property({ attribute: false }) sets: readonly SetOverview[] | null = null;
  @property({ type: Boolean }) editable = false;
  readonly #read = new Fetched(
    this,
    async (): Promise<readonly SetOverview[]> =>
      this.sets === null && (this.editable || this.#goals.length > 0) ? this.services.sets.list() : [],
  );
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

  get #sets(): readonly SetOverview[] {
    return this.sets ?? this.#read.value ?? [];
  }

  protected override willUpdate(): void {
    this.hidden = !this.editable && this.#goals.length === 0;
  }

  override focus(): void {
    const summary = this.renderRoot.querySelector('summary');
    summary?.closest('details')?.setAttribute('open', '');
    summary?.focus();
  }

  override render() {
    if (this.editable) return this.#fold();
    const now = Date.now();
    return html`<section class="panel stack-s" aria-labelledby="goals">
      <h2 id="goals"><a href="#/goals">${commonWords().goalList}</a></h2>
      <ul class="list">
        ${this.#goals.map((goal) => html`<li>${this.#said(goal, now)}</li>`)}
      </ul>
    </section>`;
  }

  /** The goal, how far it is, and the question of the week. */
  #said(goal: OwnGoal, now: number) {
    const { drills } = this.services;
    return html`<strong>${goalName(goal, drills)}</strong>
      <span class="muted">${goalText(goal, this.#sets, drills, now)}</span>
      ${goal.kind === 'squat' && squatState(goal, now).due ? this.#question(goal) : null}`;
  }

  #question(goal: SquatGoal) {
    const words = goalWords();
    const ask = words.ask(goal.side);
    return html`<span role="group" aria-label=${ask} class="stack-s">
      <span>${ask}</span>
      <span class="row">
        <button @click=${() => this.#answer(goal, false)}>${words.noPinch}</button>
        <button @click=${() => this.#answer(goal, true)}>${words.didPinch}</button>
      </span>
    </span>`;
  }

  #answer(goal: SquatGoal, pinched: boolean): void {
    const answered = withAnswer(goal, { at: Date.now(), pinched });
    const hipGoals = withGoal(this.services.settings.current.hipGoals, answered);
    changeSettings(this, { hipGoals });
    focusLater(this, 'h2 a, summary');
  }

  #fold() {
    const words = goalWords();
    return html`<details class="panel">
      <summary><h2>${commonWords().goalList}</h2></summary>
      <div class="stack">
        <p class="muted">${words.lead}</p>
        ${this.#goals.length === 0 ? html`<p>${words.noGoals}</p>` : this.#list()} ${this.#form()}
        <p role="status">${this._message}</p>
      </div>
    </details>`;
  }

  #list() {
    const { drills } = this.services;
    return html`<section aria-label=${goalWords().yours}>
      <ul class="list">
        ${this.#goals.map(
          (goal) => html`<li>
            ${this.#said(goal, Date.now())}
            <div class="row edit">
              ${goal.kind === 'range' ? stepperField({ ...this.#field, value: goal.degrees }, (degrees) => this.#keep({ ...goal, degrees }, goalWords().changed)) : null}
              <button class="danger" aria-label=${goalWords().deleteOf(goalName(goal, drills))} @click=${() => this.#delete(goal)}>
                ${commonWords().delete}
              </button>
            </div>
          </li>`,
        )}
      </ul>
    </section>`;
  }

  get #field() {
    return { label: commonWords().goal, unit: '°', min: GOAL_LIMITS.least, max: GOAL_LIMITS.most };
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
    return html`<section class="stack" aria-labelledby="new">
      <h3 id="new">${words.add}</h3>
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
    const any = { kind: 'range', id: '', side: this._side, drill: drill.id, degrees: 0, since: 0 } as const;
    const found = rangeState(any, datedSets(this.#sets), drill.measure.range === 'hip-flexion');
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
    const others = this.#goals.filter(({ id }) => id !== goal.id);
    this.#store(others, '');
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
