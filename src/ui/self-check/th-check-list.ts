import { html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { SelfCheckRecord } from '../../training/self-check/self-check-record.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import { formatDate } from '../elements/format.ts';
import { dataTable, lead, numbers, plain } from '../elements/data-table.ts';
import { Fetched } from '../elements/fetched.ts';
import { routeHash } from '../shell/router.ts';
import type { Services } from '../shell/services.ts';
import { drillTitle, sideName } from '../shell/words.ts';
import { commonStyles } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { formatDifference, formatLimits, placeText, totalAgreement } from './check-texts.ts';

/** The stored checks, newest first, each with a link to its result. */
@customElement('th-check-list')
export class ThCheckList extends LitElement {
  static override styles = [commonStyles, tables];

  @property({ attribute: false }) services!: Services;
  readonly #checks = new Fetched(this, () => this.services.selfChecks.list());

  override render() {
    const { prepare, result } = selfCheckWords();
    if (this.#checks.failed) return html`<p role="alert">${prepare.unreadable}</p>`;
    const checks = this.#checks.value;
    if (checks === null) return html`<p class="muted">${result.reading}</p>`;
    return checks.length === 0 ? html`<p class="muted">${prepare.none}</p>` : this.#table(checks);
  }

  #table(checks: readonly SelfCheckRecord[]) {
    const { list, prepare } = selfCheckWords();
    const { columns } = list;
    return dataTable(
      checks.map((check) => ({ ...check, agreement: totalAgreement(check) })),
      [
        lead(columns.date, ({ id, at }) => html`<a href=${routeHash({ screen: 'check', id })}>${formatDate(at)}</a>`),
        lead(
          columns.drill,
          ({ drill, side }) => `${drillTitle(this.services.drills, drill)}, ${sideName(side).toLowerCase()}`,
        ),
        plain(columns.instrument, ({ instrument }) => prepare.instruments[instrument]),
        plain(columns.place, placeText),
        numbers(columns.bias, ({ agreement: { bias } }) => (bias === null ? list.noResult : formatDifference(bias))),
        numbers(columns.limits, ({ agreement }) => formatLimits(agreement)),
      ],
      { label: prepare.earlier },
    );
  }
}
