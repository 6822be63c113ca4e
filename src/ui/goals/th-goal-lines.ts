import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type OwnGoal, type SquatGoal, squatState, withAnswer, withGoal } from '../../training/planning/goals.ts';
import { goalWords } from '../../i18n/en/trends.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { routeHash } from '../shell/router.ts';
import { Fetched } from '../elements/fetched.ts';
import { changeSettings, focusLater, type Services } from '../shell/services.ts';
import { commonStyles, lists } from '../styles/styles.ts';
import { goalName, goalText } from './goal-text.ts';

/** All goals in a few lines, and the question of the week. Empty without a goal. */
@customElement('th-goal-lines')
export class ThGoalLines extends LitElement {
  static override styles = [
    commonStyles,
    lists,
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
        gap: var(--s1);
        max-inline-size: var(--measure);
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  /** Newest first. Null: the element reads them itself. */
  @property({ attribute: false }) sets: readonly SetOverview[] | null = null;
  /** Only goals of this drill, and no question. Null: all. */
  @property({ attribute: false }) drill: string | null = null;
  readonly #read = new Fetched(
    this,
    async (): Promise<readonly SetOverview[]> =>
      this.sets === null && this.#goals.length > 0 ? this.services.sets.list() : [],
  );

  protected override willUpdate(): void {
    this.hidden = this.#goals.length === 0;
  }

  get #goals(): readonly OwnGoal[] {
    const { hipGoals } = this.services.settings.current;
    return this.drill === null
      ? hipGoals
      : hipGoals.filter((goal) => goal.kind === 'range' && goal.drill === this.drill);
  }

  override render() {
    const goals = this.#goals;
    if (goals.length === 0) return null;
    const words = goalWords();
    return html`<section class="panel stack-s" aria-labelledby="goals">
      <h2 id="goals"><a href=${routeHash({ screen: 'goals' })}>${words.heading}</a></h2>
      <ul class="list">
        ${goals.map((goal) => this.#line(goal))}
      </ul>
    </section>`;
  }

  #line(goal: OwnGoal) {
    const now = Date.now();
    const text = goalText(goal, this.sets ?? this.#read.value ?? [], this.services.drills, now);
    const isDue = goal.kind === 'squat' && squatState(goal, now).due;
    return html`<li>
      <strong>${goalName(goal, this.services.drills)}</strong>
      <span class="muted">${text}</span>
      ${isDue ? this.#question(goal) : null}
    </li>`;
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
    const { settings } = this.services;
    const answered = withAnswer(goal, { at: Date.now(), pinched });
    const hipGoals = withGoal(settings.current.hipGoals, answered);
    changeSettings(this, { hipGoals });
    focusLater(this, 'h2 a');
  }
}
