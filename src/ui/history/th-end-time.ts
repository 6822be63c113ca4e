import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type EndTimeWeek, endTimeWeeks } from '../../training/review/end-time-weeks.ts';
import { endTimeWords } from '../../i18n/en/trends.ts';
import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { dataTable, numbers, rowHead } from '../elements/data-table.ts';
import { dayDate, formatCountdown } from '../elements/format.ts';
import { dayAmong } from '../programmes/week-input.ts';
import { base, panels, readable } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { datedSets } from './days.ts';

/** A bar as long as its share of the longest, below the figure. */
const bar = (seconds: Seconds, most: Seconds) =>
  html`<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">${svg`<rect width=${most > 0 ? (100 * seconds) / most : 0} height="6" />`}</svg>`;

const timeText = (seconds: Seconds): string => (seconds < 0.5 ? '–' : formatCountdown(Math.round(seconds)));

/** The time at clean end range of each hip, week by week. */
@customElement('th-end-time')
export class ThEndTime extends LitElement {
  static override styles = [
    base,
    panels,
    tables,
    readable,
    css`
      /* On a printed report, among its tables. */
      :host([dense]) h2 {
        font-size: 0.9375rem;
      }
      :host([dense]) th,
      :host([dense]) td {
        padding: 3px var(--s2);
        font-size: 0.78rem;
      }
      svg {
        display: block;
        inline-size: 100%;
        block-size: 6px;
        fill: var(--accent);
      }
      :host([dense]) svg {
        display: none;
      }
      table {
        inline-size: auto;
        min-inline-size: min(100%, 26rem);
      }
    `,
  ];

  @property({ attribute: false }) sets: readonly SetOverview[] = [];
  /** The last day that counts; null: today. */
  @property({ attribute: false }) until: Milliseconds | null = null;

  override render() {
    const words = endTimeWords();
    const dayOf = dayAmong(this.sets);
    const now = this.until ?? Date.now();
    const weeks = endTimeWeeks(
      datedSets(this.sets).filter(({ at }) => at <= now),
      dayOf(now),
      dayOf,
    );
    const unknown = weeks.reduce((sum, week) => sum + week.unknown, 0);
    const most = Math.max(...weeks.flatMap(({ left, right }) => [left, right]));
    // Dashes in every week would say nothing: that no set counts is one sentence.
    const isEmpty = most === 0 && unknown > 0;
    const columns = [
      rowHead(words.week, ({ monday }: EndTimeWeek) => words.from(dayDate(monday))),
      numbers(words.left, ({ left }: EndTimeWeek) => html`${timeText(left)}${bar(left, most)}`),
      numbers(words.right, ({ right }: EndTimeWeek) => html`${timeText(right)}${bar(right, most)}`),
    ];
    return html`<div class="stack-s">
      <h2 id="end-time">${words.heading}</h2>
      <p class="small muted">${words.what}</p>
      ${isEmpty ? null : dataTable(weeks, columns, { labelledby: 'end-time', flat: true })}
      ${unknown === 0 ? null : html`<p class="small muted">${words.unknown(unknown)}</p>`}
    </div>`;
  }
}
