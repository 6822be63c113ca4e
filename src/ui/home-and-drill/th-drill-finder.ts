import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  EQUIPMENT,
  type Equipment,
  findDrills,
  STANCES,
  type Stance,
  WISHES,
  type Wish,
} from '../../coach/planning/drill-finder.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { homeWords } from '../../i18n/en/home.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { choiceField, choiceStyles, questionsStyles } from '../elements/choice-field.ts';
import { routeHash } from '../shell/router.ts';
import type { Services } from '../shell/services.ts';
import { cards, commonStyles } from '../styles/styles.ts';
import { drillLine } from './drill-line.ts';
import { lockOf } from './plan-choice.ts';
import './th-drill-still.ts';

/** Three questions that lead to one or two drills. The answer is read out as soon as it stands. */
@customElement('th-drill-finder')
export class ThDrillFinder extends LitElement {
  static override styles = [
    commonStyles,
    cards,
    choiceStyles,
    questionsStyles,
    css`
      :host {
        display: block;
      }
      .choice .face {
        place-content: center start;
        padding-inline: var(--s3);
        text-align: start;
      }
      .found {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
        gap: var(--s4);
        padding: 0;
        list-style: none;
      }
      .card {
        position: relative;
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
        align-items: center;
        border: 1px solid var(--line);
        border-radius: var(--radius);
        overflow: hidden;
        background: var(--bg);
      }
      .card div {
        padding: var(--s3) var(--s4);
      }
      .held {
        color: var(--danger);
        font-weight: 580;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @state() private _wish: Wish | null = null;
  @state() private _stance: Stance | null = null;
  @state() private _has: Equipment | null = null;
  @state() private _sets: readonly SetOverview[] = [];

  /** Loads here rather than in connectedCallback: a lazily loaded element gets its properties only now. */
  protected override firstUpdated(): void {
    this.services.sets.list().then(
      (sets) => (this._sets = sets),
      () => undefined,
    );
  }

  override render() {
    const words = drillWords().finder;
    const choices = <Value extends string>(values: readonly Value[], labels: Readonly<Record<Value, string>>) =>
      values.map((value) => ({ value, label: labels[value] }));
    return html`<section class="panel stack" aria-label=${words.intro}>
      <p class="muted">${words.intro}</p>
      <div class="questions">
        ${choiceField(words.wish, 'wish', choices(WISHES, words.wishes), this._wish, this.#takeWish)}
        ${choiceField(words.stance, 'stance', choices(STANCES, words.stances), this._stance, this.#takeStance)}
        ${choiceField(words.has, 'has', choices(EQUIPMENT, words.equipment), this._has, this.#takeHas)}
      </div>
      <div class="stack" role="status">${this.#answer()}</div>
    </section>`;
  }

  readonly #takeWish = (wish: Wish): void => {
    this._wish = wish;
  };

  readonly #takeStance = (stance: Stance): void => {
    this._stance = stance;
  };

  readonly #takeHas = (has: Equipment): void => {
    this._has = has;
  };

  #answer() {
    const words = drillWords().finder;
    const { _wish: wish, _stance: stance, _has: has } = this;
    if (wish === null || stance === null || has === null) return html`<p class="muted">${words.ask}</p>`;
    const { drills, missing } = findDrills({ wish, stance, has });
    return html`<h2>${words.answer(drills.length)}</h2>
      <p>${missing === null ? words.because[wish] : words.missing[missing]}</p>
      <ul class="found">
        ${drills.map((id) => html`<li>${this.#card(id)}</li>`)}
      </ul>`;
  }

  #card(id: string) {
    const { drills, settings } = this.services;
    const drill = drills.find((one) => one.id === id);
    if (!drill) return null;
    const onHold = lockOf(drill, drills, this._sets, settings.current) !== null;
    return html`<div class="card">
      <th-drill-still .drill=${drill}></th-drill-still>
      <div>
        <h3><a href=${routeHash({ screen: 'drill', id })}>${drill.title}</a></h3>
        <p class="small">${drillLine(drill)}</p>
        ${onHold ? html`<p class="small held">${homeWords().onHold}</p>` : null}
      </div>
    </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-drill-finder': ThDrillFinder;
  }
}
