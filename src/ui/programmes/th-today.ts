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

/** What is asked for now: a programme that is begun, else one that is due. */
const nextOf = ({ entries }: PlannedDay): DayEntry | null =>
  entries.find(({ state }) => state === 'begun') ?? entries.find(({ state }) => state === 'due') ?? null;

/**
 * Programmes planned for today, with their state. Empty if no week is planned. `compact`: a heading, and one line with what
 * comes next and a button to it, for the top of a screen.
 */
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
      .line {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s2) var(--s4);
        padding-block: var(--s3);
      }
      .line p:not(.note) {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: var(--s1) var(--s3);
        flex: 1 1 14rem;
      }
      .line .note {
        flex-basis: 100%;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @property({ type: Boolean, reflect: true }) compact = false;
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
    if (this.compact) return this.#line(today, input);
    return html`<section class="panel stack" aria-labelledby="today">
      <h2 id="today">${weekWords().today}</h2>
      ${this.#away(input)} ${restNote(openOf(today), input)} ${this.#entries(today)}
    </section>`;
  }

  /** One line: the next programme with its time and state. The rest of the day is one press away, in the week. */
  #line(today: PlannedDay, input: WeekInput) {
    const words = weekWords();
    const next = nextOf(today);
    const more = today.entries.length - (next === null ? 0 : 1);
    return html`<section class="panel line" aria-labelledby="today">
      <h2 id="today">${words.today}</h2>
      ${
        next === null
          ? html`<p>${today.entries.length === 0 ? words.dayOff : words.nothingMore}</p>`
          : html`<p>
              <strong>${next.programme.title}</strong>
              <span class="muted num">${next.at.map((time) => clockShown(time)).join(', ')}</span>
              <span class="chip ${next.state}">${entryText(next, 'today')}</span>
            </p>
            <a class="button primary" href=${routeHash({ screen: 'programme', id: next.programme.id })}>${words.open(next.programme.title)}</a>`
      }
      <a class="small" href="#/week">${more > 0 && next !== null ? words.more(more) : words.toWeek}</a>
      ${next === null ? null : restNote([next.programme], input)}
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
