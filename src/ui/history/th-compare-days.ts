import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { compareDays, type DayPair } from '../../coach/review/compare-sets.ts';
import { type CivilDay, dayInZone } from '../../coach/planning/civil-day.ts';
import { trendWords } from '../../i18n/en/trends.ts';
import { datedSets, formatDay } from './days.ts';
import { formatEstimate } from '../elements/format.ts';
import type { Services } from '../shell/services.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { commonStyles, selects } from '../styles/styles.ts';
import { settingsStyles } from '../settings/settings-styles.ts';
import { tables } from '../styles/table-styles.ts';
import { changeCell, differenceWords } from '../charts/trend-text.ts';
import { personsZone } from '../programmes/week-input.ts';
import { sideName } from '../shell/words.ts';

const mediumDay = (day: CivilDay): string => formatDay(day, { dateStyle: 'medium' });

/** Compares the ranges of two days. Ranges that cannot be compared are shown with the reason. */
@customElement('th-compare-days')
export class ThCompareDays extends LitElement {
  static override styles = [commonStyles, tables, selects, settingsStyles];

  @property({ attribute: false }) services!: Services;
  @property({ attribute: false }) sets: readonly SetOverview[] = [];
  @state() private _picked: readonly [CivilDay, CivilDay] | null = null;

  readonly #dayOf = dayInZone(personsZone());

  override render() {
    const days = this.#days();
    const [newest] = days;
    const oldest = days.at(-1);
    const words = trendWords().twoDays;
    return html`<section class="panel stack" aria-labelledby="two">
      <h2 id="two">${words.heading}</h2>
      ${newest === undefined || oldest === undefined || newest === oldest ? html`<p class="muted">${words.tooFew}</p>` : this.#compared(days, this._picked ?? [oldest, newest])}
    </section>`;
  }

  /** Days with a measured set, newest first. */
  #days(): readonly CivilDay[] {
    const days = datedSets(this.sets).flatMap(({ at, hips }) => (hips && hips.length > 0 ? [this.#dayOf(at)] : []));
    return [...new Set(days)].toSorted((a, b) => b - a);
  }

  #compared(days: readonly CivilDay[], [first, second]: readonly [CivilDay, CivilDay]) {
    const words = trendWords().twoDays;
    const pairs = compareDays(datedSets(this.sets), [first, second], this.#dayOf);
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
    const changed = (event: Event): void => {
      this._picked = pick(Number((event.currentTarget as HTMLSelectElement).value));
    };
    return html`<label class="plain">
      ${label}
      <select @change=${changed}>
        ${days.map((day) => html`<option value=${day} ?selected=${day === chosen}>${mediumDay(day)}</option>`)}
      </select>
    </label>`;
  }

  #table(pairs: readonly DayPair[], before: CivilDay, after: CivilDay) {
    const words = trendWords().twoDays;
    return html`<div class="table-wrap" tabindex="0" role="region" aria-label=${words.table}><table class="stacked">
      <thead>
        <tr>
          <th scope="col">${words.drillAndHip}</th>
          <th scope="col" class="n">${mediumDay(before)}</th>
          <th scope="col" class="n">${mediumDay(after)}</th>
          <th scope="col">${words.change}</th>
        </tr>
      </thead>
      <tbody>
        ${pairs.map(
          (pair) => html`<tr>
            <th scope="row">${this.#title(pair.drill)}, ${sideName(pair.side).toLowerCase()}</th>
            <td class="n" data-label=${mediumDay(before)}>${formatEstimate(pair.before.range)}</td>
            <td class="n" data-label=${mediumDay(after)}>${formatEstimate(pair.after.range)}</td>
            <td data-label=${words.change}>${pair.change ? changeCell(pair.change) : words.notCompared(differenceWords(pair.differences))}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>`;
  }

  #title(drill: string): string {
    return this.services.drills.find(({ id }) => id === drill)?.title ?? drill;
  }
}
