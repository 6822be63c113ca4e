import { formatDay } from '../elements/format.ts';
import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import {
  type Month,
  monthGrid,
  monthOf,
  firstOf,
  isoDay,
  sameDayIn,
  type CivilDay,
  mondayOf,
  WEEKDAYS,
  yearMonthDay,
} from '../../coach/planning/civil-day.ts';
import { historyWords } from '../../i18n/en/history.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import { dayName } from '../programmes/programme-words.ts';
import { routeHash } from '../shell/router.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { commonStyles } from '../styles/styles.ts';
import { dayAmong } from '../programmes/week-input.ts';
import { datedSets } from './days.ts';

/** Milliseconds. The clock of a place is less than a day away from universal time. */
const DAY = 24 * 3600 * 1000;

/** Earlier than every set. */
const UNDATED = Number.NEGATIVE_INFINITY;

/** A month with the number of the person's own sets on each day: a grid in a wide window, a list on a phone. */
@customElement('th-calendar')
export class ThCalendar extends LitElement {
  static override styles = [
    commonStyles,
    css`
      .head {
        display: grid;
        grid-template-columns: auto 1fr auto;
        align-items: center;
        text-align: center;
        margin-block-end: var(--s3);
      }
      table {
        inline-size: 100%;
        border-collapse: separate;
        border-spacing: var(--s1);
        table-layout: fixed;
      }
      th {
        padding: var(--s1);
        color: var(--muted);
        font-size: 0.9375rem;
        font-weight: 600;
      }
      td {
        padding: 0;
        vertical-align: top;
        border-radius: var(--radius-s);
      }
      .day {
        position: relative;
        display: grid;
        align-content: space-between;
        gap: 2px;
        min-block-size: 66px;
        padding: var(--s1) var(--s2);
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        color: var(--muted);
        font-variant-numeric: tabular-nums;
        text-decoration: none;
      }
      a.day {
        border-color: var(--accent);
        background: var(--accent-dim);
        color: var(--text);
      }
      .today {
        outline: 2px solid var(--muted);
        outline-offset: -4px;
      }
      [data-day]:focus-visible {
        outline: 3px solid var(--focus);
        outline-offset: 2px;
      }
      .count {
        font-weight: 640;
      }
      .list {
        display: none;
        list-style: none;
        gap: var(--s2);
      }
      .list a {
        display: block;
        padding-block: var(--s2);
      }
      @media (max-width: 560px) {
        table,
        .help {
          display: none;
        }
        .list {
          display: grid;
        }
      }
    `,
  ];

  @property({ attribute: false }) sets: readonly SetOverview[] = [];
  @state() private _day: CivilDay | null = null;

  #dayOf = dayAmong([]);
  /** When the sets began. */
  #times: readonly Milliseconds[] = [];

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('sets')) return;
    this.#times = datedSets(this.sets).map(({ at }) => at);
    this.#dayOf = dayAmong(this.sets);
  }

  override render() {
    const today = this.#dayOf(Date.now());
    const newest = this.#times.reduce((latest, at) => Math.max(latest, at), UNDATED);
    const day = this._day ?? (newest === UNDATED ? today : this.#dayOf(newest));
    const month = monthOf(day);
    const counts = this.#counts(month);
    const words = historyWords().calendar;
    return html`<section class="panel" aria-labelledby="month">
      <div class="head">
        <button class="quiet" aria-label=${words.before} @click=${() => this.#show(sameDayIn(day, -1))}>‹</button>
        <h2 id="month" aria-live="polite">${formatDay(day, { month: 'long', year: 'numeric' })}</h2>
        <button class="quiet" aria-label=${words.next} @click=${() => this.#show(sameDayIn(day, 1))}>›</button>
      </div>
      ${this.#grid(month, day, today, counts)} ${this.#list(month, counts)}
      <p class="help small muted" id="help">${words.help}</p>
    </section>`;
  }

  /** Number of sets by day, of this month and the days beside it: finding the day of a moment is slow. */
  #counts(month: Month): ReadonlyMap<CivilDay, number> {
    const [from, to] = [(firstOf(month) - 1) * DAY, (firstOf(month, 1) + 1) * DAY];
    const counts = new Map<CivilDay, number>();
    for (const at of this.#times) {
      if (at < from || at > to) continue;
      const day = this.#dayOf(at);
      counts.set(day, (counts.get(day) ?? 0) + 1);
    }
    return counts;
  }

  #grid(month: Month, chosen: CivilDay, today: CivilDay, counts: ReadonlyMap<CivilDay, number>) {
    return html`<table role="grid" aria-labelledby="month" aria-describedby="help" @keydown=${(event: KeyboardEvent) => this.#key(event, chosen)}>
      <thead>
        <tr role="row">
          ${WEEKDAYS.map((weekday) => html`<th role="columnheader" scope="col" abbr=${dayName(weekday)} aria-label=${dayName(weekday)}>${dayName(weekday).slice(0, 2)}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${monthGrid(month).map(
          (week) => html`<tr role="row">
            ${week.map((day) => (day === null ? html`<td role="gridcell"></td>` : this.#cell(day, chosen, today, counts.get(day) ?? 0)))}
          </tr>`,
        )}
      </tbody>
    </table>`;
  }

  #cell(day: CivilDay, chosen: CivilDay, today: CivilDay, count: number) {
    const classes = `day ${day === today ? 'today' : ''}`;
    const date = formatDay(day, { dateStyle: 'full' });
    const words = historyWords().calendar;
    // The label starts with the visible text, so that voice control finds the cell by it.
    const label = count === 0 ? words.noSets(date) : words.withSets(yearMonthDay(day).day, count, date);
    const current = day === today ? 'date' : nothing;
    const tab = day === chosen ? 0 : -1;
    const number = yearMonthDay(day).day;
    // The focus goes to the link of a day with sets, and to the cell of a day without.
    if (count === 0)
      return html`<td role="gridcell" data-day=${day} tabindex=${tab} aria-label=${label} aria-current=${current}><span class=${classes}>${number}</span></td>`;
    return html`<td role="gridcell"><a class=${classes} data-day=${day} tabindex=${tab} aria-label=${label} aria-current=${current} href=${routeHash({ screen: 'day', id: isoDay(day) })}
        >${number} <span class="count">${words.sets(count)}</span></a></td>`;
  }

  #list(month: Month, counts: ReadonlyMap<CivilDay, number>) {
    const [from, to] = [firstOf(month), firstOf(month, 1)];
    const days = [...counts].filter(([day]) => day >= from && day < to).toSorted(([a], [b]) => b - a);
    if (days.length === 0) return html`<p class="list muted">${historyWords().calendar.none}</p>`;
    return html`<ul class="list">
      ${days.map(
        ([day, count]) =>
          html`<li><a href=${routeHash({ screen: 'day', id: isoDay(day) })}>${formatDay(day, { weekday: 'short', day: 'numeric', month: 'long' })}: ${historyWords().calendar.sets(count)}</a></li>`,
      )}
    </ul>`;
  }

  #key(event: KeyboardEvent, day: CivilDay): void {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const to: Readonly<Record<string, CivilDay>> = {
      ArrowLeft: day - 1,
      ArrowRight: day + 1,
      ArrowUp: day - WEEKDAYS.length,
      ArrowDown: day + WEEKDAYS.length,
      Home: mondayOf(day),
      End: mondayOf(day) + WEEKDAYS.length - 1,
      PageUp: sameDayIn(day, -1),
      PageDown: sameDayIn(day, 1),
    };
    const next = to[event.key];
    if (next === undefined) return;
    event.preventDefault();
    this.#show(next);
    this.updateComplete
      .then(() => this.renderRoot.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus())
      .catch(() => undefined);
  }

  #show(day: CivilDay): void {
    this._day = day;
  }
}
