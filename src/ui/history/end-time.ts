import { css, html, svg } from 'lit';
import { type EndTimeWeek, endTimeWeeks } from '../../training/review/trends.ts';
import { endTimeWords } from '../../i18n/en/trends.ts';
import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { dataTable, numbers, rowHead } from '../elements/data-table.ts';
import { dayDate, formatCountdown } from '../elements/format.ts';
import { dayAmong } from '../programmes/week-input.ts';
import { datedSets } from './days.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** A bar as long as its share of the longest, below the figure. */
const bar = (seconds: Seconds, most: Seconds) =>
  html`<svg viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">${svg`<rect width=${most > 0 ? (100 * seconds) / most : 0} height="6" />`}</svg>`;

const timeText = (seconds: Seconds): string => (seconds < 0.5 ? '–' : formatCountdown(Math.round(seconds)));

export const endTimeStyles = css`
  /* On a printed report, among its tables. */
  .end-time.dense h2 {
    font-size: 0.9375rem;
  }
  .end-time.dense :is(th, td) {
    padding: 3px var(--s2);
    font-size: 0.78rem;
  }
  .end-time p {
    max-inline-size: var(--measure);
  }
  .end-time svg {
    display: block;
    inline-size: 100%;
    block-size: 6px;
    fill: var(--accent);
  }
  .end-time.dense svg {
    display: none;
  }
  .end-time table {
    inline-size: auto;
    min-inline-size: min(100%, 26rem);
  }
`;

interface EndTimeOptions {
  readonly dense?: boolean;
  /** The last day that counts. Absent: today. */
  readonly until?: Milliseconds;
}

/** The time at clean end range of each hip, week by week. */
export function endTime(sets: readonly SetOverview[], { dense = false, until }: EndTimeOptions = {}) {
  const words = endTimeWords();
  const dayOf = dayAmong(sets);
  const now = until ?? Date.now();
  const weeks = endTimeWeeks(
    datedSets(sets).filter(({ at }) => at <= now),
    dayOf(now),
    dayOf,
  );
  const unknown = weeks.reduce((sum, week) => sum + week.unknown, 0);
  const most = Math.max(...weeks.flatMap(({ left, right }) => [left, right]));
  // Dashes in every week would say nothing: that no set counts is one sentence.
  const isEmpty = most === 0 && unknown > 0;
  const columns = [
    rowHead(commonWords().week, ({ monday }: EndTimeWeek) => words.from(dayDate(monday))),
    numbers(commonWords().which.left, ({ left }: EndTimeWeek) => html`${timeText(left)}${bar(left, most)}`),
    numbers(commonWords().which.right, ({ right }: EndTimeWeek) => html`${timeText(right)}${bar(right, most)}`),
  ];
  return html`<div class="stack-s end-time ${dense ? 'dense' : ''}">
    <h2 id="end-time">${words.heading}</h2>
    <p class="small muted">${words.what}</p>
    ${isEmpty ? null : dataTable(weeks, columns, { labelledby: 'end-time', flat: true })}
    ${unknown === 0 ? null : html`<p class="small muted">${words.unknown(unknown)}</p>`}
  </div>`;
}
