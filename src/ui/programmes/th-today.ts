import { css, html, LitElement } from 'lit';
import { customElement, property, state as reactive } from 'lit/decorators.js';
import { dayInZone } from '../../coach/planning/civil-day.ts';
import type { PastSet } from '../../coach/planning/parts-done.ts';
import { daysSince } from '../../coach/planning/rest-advice.ts';
import { type DayEntry, type PlannedDay, todaysPlan, type WeekInput } from '../../coach/planning/week.ts';
import { weekWords } from '../../i18n/en/week.ts';
import { programmeStyles } from './programme-styles.ts';
import { clockShown, entryText } from './programme-words.ts';
import { pastSets, personsZone, restNote, weekInput } from './week-input.ts';
import { routeHash } from '../shell/router.ts';
import type { Services } from '../shell/services.ts';
import { commonStyles } from '../styles/styles.ts';

/** Interval in ms at which the date is checked, because the page may stay open past midnight. */
const REFRESH_EVERY = 30_000;

/** After this many days without a set the person gets an encouraging note. */
const AWAY_DAYS = 4;

/** Programmes of the day that are not done. */
const openOf = ({ entries }: PlannedDay) =>
  entries.filter(({ state }) => state !== 'done').map(({ programme }) => programme);

/** Programmes planned for today, with their state. Empty if no week is planned. */
@customElement('th-today')
export class ThToday extends LitElement {
  static override styles = [
    commonStyles,
    programmeStyles,
    css`
      :host {
        display: block;
      }
      ul {
        list-style: none;
        display: grid;
        gap: var(--s2);
      }
      li {
        display: grid;
        grid-template-columns: minmax(0, 1fr) fit-content(45%);
        gap: var(--s1) var(--s3);
        align-items: center;
        min-block-size: 44px;
        border-block-start: 1px solid var(--line);
        padding-block-start: var(--s2);
      }
      .chip {
        align-self: center;
        justify-self: end;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @reactive() private _sets: readonly PastSet[] | null = null;
  @reactive() private _now = Date.now();
  #timer: ReturnType<typeof setInterval> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#timer = setInterval(() => (this._now = Date.now()), REFRESH_EVERY);
  }

  /** Loads here rather than in connectedCallback: a lazily loaded element gets its properties only now. */
  protected override firstUpdated(): void {
    this.services.sets.list().then(
      (sets) => (this._sets = pastSets(sets)),
      () => (this._sets = []),
    );
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  override render() {
    if (this.services.settings.current.week.length === 0 || this._sets === null) return null;
    const input = weekInput(this.services, this._sets, this._now, personsZone());
    const today = todaysPlan(input);
    return html`<section class="panel stack" aria-labelledby="today">
      <h2 id="today">${weekWords().today}</h2>
      ${this.#away(input)} ${restNote(openOf(today), input)} ${this.#entries(today)}
    </section>`;
  }

  #entries({ entries }: PlannedDay) {
    if (entries.length === 0) return html`<p>${weekWords().dayOff}</p>`;
    const open = entries.some(({ state }) => state === 'due' || state === 'begun');
    return html`<ul>
        ${entries.map((entry) => this.#entry(entry))}
      </ul>
      ${open ? null : html`<p class="muted">${weekWords().nothingMore}</p>`}`;
  }

  #entry(entry: DayEntry) {
    const { programme, at, state } = entry;
    return html`<li>
      <span>
        <a href=${routeHash({ screen: 'programme', id: programme.id })}>${programme.title}</a>
        <span class="small muted num">${at.map((time) => clockShown(time)).join(', ')}</span>
      </span>
      <span class="chip ${state}">${entryText(entry, 'today')}</span>
    </li>`;
  }

  /** After some days without a set: a note that missed days need not be made up for. */
  #away({ sets, now, zone }: WeekInput) {
    const days = daysSince(sets, now, dayInZone(zone));
    if (days === null || days < AWAY_DAYS) return null;
    return html`<p>${weekWords().away}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-today': ThToday;
  }
}
