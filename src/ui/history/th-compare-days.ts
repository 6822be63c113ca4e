import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ownErrorsIn } from '../../coach/assessment/own-error.ts';
import { compareDays, type DayPair } from '../../coach/review/compare-sets.ts';
import type { CivilDay } from '../../coach/planning/civil-day.ts';
import { trendWords } from '../../i18n/en/trends.ts';
import { selectField } from '../elements/fields.ts';
import { dataTable, numbers, rowHead, plain } from '../elements/data-table.ts';
import { datedSets } from './days.ts';
import { formatDay, formatEstimate } from '../elements/format.ts';
import type { Services } from '../shell/services.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { commonStyles, selects } from '../styles/styles.ts';
import { settingsStyles } from '../settings/settings-styles.ts';
import { tables } from '../styles/table-styles.ts';
import { changeCell, differenceWords } from '../charts/trend-text.ts';
import { dayAmong } from '../programmes/week-input.ts';
import { drillTitle, sideName } from '../shell/words.ts';

const mediumDay = (day: CivilDay): string => formatDay(day, { dateStyle: 'medium' });

/** Compares the ranges of two days. Ranges that cannot be compared are shown with the reason. */
@customElement('th-compare-days')
export class ThCompareDays extends LitElement {
  static override styles = [commonStyles, tables, selects, settingsStyles];

  @property({ attribute: false }) services!: Services;
  @property({ attribute: false }) sets: readonly SetOverview[] = [];
  @state() private _picked: readonly [CivilDay, CivilDay] | null = null;

  override render() {
    const days = this.#days();
    const [newest] = days;
    const oldest = days.at(-1);
    const words = trendWords().twoDays;
    return html`<section class="stack" aria-label=${words.heading}>
      ${newest === undefined || oldest === undefined || newest === oldest ? html`<p class="muted">${words.tooFew}</p>` : this.#compared(days, this._picked ?? [oldest, newest])}
    </section>`;
  }

  /** Days with a measured set, newest first. */
  #days(): readonly CivilDay[] {
    const dayOf = dayAmong(this.sets);
    const days = datedSets(this.sets).flatMap(({ at, hips }) => (hips && hips.length > 0 ? [dayOf(at)] : []));
    return [...new Set(days)].toSorted((a, b) => b - a);
  }

  #compared(days: readonly CivilDay[], [first, second]: readonly [CivilDay, CivilDay]) {
    const words = trendWords().twoDays;
    const errors = ownErrorsIn(this.sets);
    const ownError = (drill: string) => errors.get(drill) ?? null;
    const pairs = compareDays(datedSets(this.sets), [first, second], dayAmong(this.sets), ownError);
    return html`<div class="pair">
        ${this.#field(words.one, days, first, (day) => [day, second])} ${this.#field(words.another, days, second, (day) => [first, day])}
      </div>
      <div role="status">${pairs.length === 0 ? html`<p class="muted">${words.nothing}</p>` : this.#table(pairs, Math.min(first, second), Math.max(first, second))}</div>`;
  }

  #field(
    label: string,
    days: readonly CivilDay[],
    chosen: CivilDay,
    pick: (day: CivilDay) => readonly [CivilDay, CivilDay],
  ) {
    const choices = days.map((day) => ({ value: day, label: mediumDay(day) }));
    return selectField(label, choices, chosen, (day) => (this._picked = pick(day)));
  }

  #table(pairs: readonly DayPair[], before: CivilDay, after: CivilDay) {
    const words = trendWords().twoDays;
    const columns = [
      rowHead(
        words.drillAndHip,
        (pair: DayPair) => `${drillTitle(this.services.drills, pair.drill)}, ${sideName(pair.side).toLowerCase()}`,
      ),
      numbers(mediumDay(before), (pair: DayPair) => formatEstimate(pair.before.range)),
      numbers(mediumDay(after), (pair: DayPair) => formatEstimate(pair.after.range)),
      plain(words.change, ({ change, differences }: DayPair) =>
        change ? changeCell(change) : words.notCompared(differenceWords(differences)),
      ),
    ];
    return dataTable(pairs, columns, { label: words.table });
  }
}
