import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { Served } from '../shell/services.ts';
import {
  EQUIPMENT,
  type Equipment,
  findDrills,
  STANCES,
  type Stance,
  WISHES,
  type Wish,
} from '../../training/planning/drill-finder.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { choiceField, choiceStyles, questionsStyles } from '../elements/choice-field.ts';
import { Fetched } from '../elements/fetched.ts';
import { choicesOf } from '../elements/fields.ts';
import { routeHash } from '../shell/router.ts';
import { cards, commonStyles } from '../styles/styles.ts';
import { careFor } from '../../training/planning/built-in-programmes.ts';
import { drillsOnHold, PersonHere } from '../safety/person-now.ts';
import './th-drill-still.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** Three questions that lead to one or two drills. The answer is read out as soon as it stands. */
@customElement('th-drill-finder')
export class ThDrillFinder extends Served {
  static override styles = [
    commonStyles,
    cards,
    choiceStyles,
    questionsStyles,
    css`
      .choice .face {
        place-content: center start;
        padding-inline: var(--s3);
        text-align: start;
      }
      .found {
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
      }
      .card {
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
    `,
  ];

  @state() private _wish: Wish | null = null;
  @state() private _stance: Stance | null = null;
  @state() private _has: Equipment | null = null;
  readonly #onHold = new Fetched(this, () => drillsOnHold(this.services));
  readonly #person = new PersonHere(this);

  override render() {
    const words = drillWords().finder;
    return html`<section class="panel stack" aria-label=${words.intro}>
      <p class="muted">${words.intro}</p>
      <div class="questions">${this.#questions()}</div>
      <div class="stack" role="status">${this.#answer()}</div>
    </section>`;
  }

  #questions() {
    const words = drillWords().finder;
    return html`
      ${choiceField(commonWords().wish, 'wish', choicesOf(WISHES, words.wishes), this._wish, (wish) => (this._wish = wish))}
      ${choiceField(words.stance, 'stance', choicesOf(STANCES, words.stances), this._stance, (stance) => (this._stance = stance))}
      ${choiceField(words.has, 'has', choicesOf(EQUIPMENT, words.equipment), this._has, (has) => (this._has = has))}`;
  }

  #answer() {
    const words = drillWords().finder;
    const { _wish: wish, _stance: stance, _has: has } = this;
    if (wish === null || stance === null || has === null) return html`<p class="muted">${words.ask}</p>`;
    const { drills, missing } = findDrills({ wish, stance, has, sore: careFor(this.#person.now, Date.now()) !== null });
    return html`<h2>${words.answer(drills.length)}</h2>
      <p>${missing === null ? words.because[wish] : words.missing[missing]}</p>
      <ul class="cards found">
        ${drills.map((id) => html`<li>${this.#card(id)}</li>`)}
      </ul>`;
  }

  #card(id: string) {
    const drill = this.services.drills.find((one) => one.id === id);
    if (!drill) return null;
    const onHold = this.#onHold.value?.has(id) === true;
    return html`<div class="card">
      <th-drill-still .drill=${drill}></th-drill-still>
      <div>
        <h3><a href=${routeHash({ screen: 'drill', id })}>${drill.title}</a></h3>
        <p class="small">${drill.line ?? drill.summary}</p>
        ${onHold ? html`<p class="small held">${commonWords().onHold}</p>` : null}
      </div>
    </div>`;
  }
}
