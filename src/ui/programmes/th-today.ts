import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { dayWithSets } from '../../coach/planning/done-at.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { partsHere } from '../../coach/planning/parts.ts';
import { daysSince } from '../../coach/planning/rest-advice.ts';
import {
  type DayEntry,
  nextPlannedDay,
  type PlannedDay,
  todaysPlan,
  type WeekInput,
} from '../../coach/planning/week.ts';
import { weekWords } from '../../i18n/en/week.ts';
import { partsFor } from './programme-plan.ts';
import { programmeStyles } from './programme-styles.ts';
import { clockShown, dayName, entryText } from './programme-words.ts';
import { pastSets, personsZone, restNote, weekInput } from './week-input.ts';
import { routeHash } from '../shell/router.ts';
import type { Services } from '../shell/services.ts';
import { Fetched } from '../elements/fetched.ts';
import { repeatWhileShown } from '../elements/while-shown.ts';
import { commonStyles } from '../styles/styles.ts';
import '../home-and-drill/th-drill-still.ts';

/** Interval in ms at which the date is checked, because the page may stay open past midnight. */
const REFRESH_EVERY = 30_000;

/** After this many days without a set the person gets an encouraging note. */
const AWAY_DAYS = 4;

/** Programmes of the day that are not done. */
const openOf = ({ entries }: PlannedDay) =>
  entries.filter(({ state }) => state !== 'done').map(({ programme }) => programme);

/** The first programme of the day that is still to be done. */
const nextOf = (entries: readonly DayEntry[]): DayEntry | undefined =>
  entries.find(({ state }) => state === 'due' || state === 'begun');

/** Programmes planned for today, with their pictures and state. Empty if no week is planned. Has `due` while one is to be done. */
@customElement('th-today')
export class ThToday extends LitElement {
  static override styles = [
    commonStyles,
    programmeStyles,
    css`
      li {
        display: grid;
        grid-template-columns: clamp(6rem, 18vw, 12rem) minmax(0, 1fr);
        gap: var(--s4);
        align-items: center;
      }
      th-drill-still {
        border-radius: var(--radius-s);
      }
      .what {
        display: grid;
        gap: var(--s2);
        justify-items: start;
      }
      .name {
        font-size: var(--t-lead);
        font-weight: 640;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  readonly #sets = new Fetched<readonly SetOverview[]>(this, () => this.services.sets.list(), []);

  constructor() {
    super();
    repeatWhileShown(this, REFRESH_EVERY, () => this.requestUpdate());
  }

  protected override updated(): void {
    this.toggleAttribute('due', this.renderRoot.querySelector('.primary') !== null);
  }

  override render() {
    if (this.services.settings.current.week.length === 0 || this.#sets.value === null) return null;
    const input = weekInput(this.services, pastSets(this.#sets.value), Date.now(), personsZone());
    const today = todaysPlan(input);
    return html`<section class="panel stack" aria-labelledby="today">
      <h2 id="today">${weekWords().today}</h2>
      ${today.entries.length === 0 ? null : this.#away(input)} ${restNote(openOf(today), input)} ${today.entries.length === 0 ? this.#dayOff(input) : this.#entries(today)}
    </section>`;
  }

  #dayOff(input: WeekInput) {
    const { weekday, entries: [first] = [] } = nextPlannedDay(input) ?? {};
    const next = first && weekday !== undefined ? weekWords().next(dayName(weekday), first.programme.title) : '';
    return html`<p>${weekWords().dayOff} ${next}</p>`;
  }

  #entries({ entries }: PlannedDay) {
    const next = nextOf(entries);
    return html`<ul class="list">
        ${entries.map((entry) => this.#entry(entry, entry === next))}
      </ul>
      ${next ? null : html`<p class="muted">${weekWords().nothingMore}</p>`}`;
  }

  /** @param next it is what to do now, so its link is the main button */
  #entry(entry: DayEntry, next: boolean) {
    const { programme, at, state } = entry;
    const [first] = partsHere(partsFor(this.services, programme));
    return html`<li>
      ${first ? html`<th-drill-still aria-hidden="true" .drill=${first.drill}></th-drill-still>` : html`<span></span>`}
      <div class="what">
        <a class=${next ? 'button primary large' : 'name'} href=${routeHash({ screen: 'programme', id: programme.id })}>${programme.title}</a>
        <span class="row">
          <span class="chip ${state}">${entryText(entry, 'today')}</span>
          <span class="small muted num">${at.map((time) => clockShown(time)).join(', ')}</span>
        </span>
      </div>
    </li>`;
  }

  /** After some days without a set: a note that missed days need not be made up for. */
  #away({ sets, now, zone }: WeekInput) {
    const days = daysSince(sets, now, dayWithSets(sets, zone));
    if (days === null || days < AWAY_DAYS) return null;
    return html`<p>${weekWords().away}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-today': ThToday;
  }
}
