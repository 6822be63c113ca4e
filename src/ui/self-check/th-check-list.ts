import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { SelfCheckRecord } from '../../coach/self-check/self-check-record.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import { formatDate } from '../elements/format.ts';
import { rowsInSteps } from '../elements/in-steps.ts';
import { routeHash } from '../shell/router.ts';
import type { Services } from '../shell/services.ts';
import { sideName } from '../shell/words.ts';
import { commonStyles } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { formatDifference, formatLimits, placeText, totalAgreement } from './check-texts.ts';

/** The stored checks, newest first, each with a link to its result. */
@customElement('th-check-list')
export class ThCheckList extends LitElement {
  static override styles = [
    commonStyles,
    tables,
    css`
      :host {
        display: block;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @state() private _checks: readonly SelfCheckRecord[] | null = null;
  @state() private _failed = false;

  /** Not in `connectedCallback`: an element that is fetched late gets its properties only after it. */
  protected override firstUpdated(): void {
    this.services.selfChecks.list().then(
      (checks) => {
        this._checks = checks;
      },
      () => {
        this._failed = true;
      },
    );
  }

  override render() {
    const { prepare, result } = selfCheckWords();
    if (this._failed) return html`<p role="alert">${prepare.unreadable}</p>`;
    const checks = this._checks;
    if (checks === null) return html`<p class="muted">${result.reading}</p>`;
    return checks.length === 0 ? html`<p class="muted">${prepare.none}</p>` : this.#table(checks);
  }

  #table(checks: readonly SelfCheckRecord[]) {
    const { columns } = selfCheckWords().list;
    return html`<div class="table-wrap" tabindex="0" role="region" aria-label=${selfCheckWords().prepare.earlier}>
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">${columns.date}</th>
            <th scope="col">${columns.drill}</th>
            <th scope="col">${columns.instrument}</th>
            <th scope="col">${columns.place}</th>
            <th scope="col" class="n">${columns.bias}</th>
            <th scope="col" class="n">${columns.limits}</th>
          </tr>
        </thead>
        <tbody>
          ${rowsInSteps(checks, (check) => this.#row(check))}
        </tbody>
      </table>
    </div>`;
  }

  #row(check: SelfCheckRecord) {
    const words = selfCheckWords();
    const { columns } = words.list;
    const agreement = totalAgreement(check);
    const title = this.services.drills.find(({ id }) => id === check.drill)?.title ?? check.drill;
    return html`<tr>
      <td><a href=${routeHash({ screen: 'check', id: check.id })}>${formatDate(check.at)}</a></td>
      <td>${title}, ${sideName(check.side).toLowerCase()}</td>
      <td data-label=${columns.instrument}>${words.prepare.instruments[check.instrument]}</td>
      <td data-label=${columns.place}>${placeText(check)}</td>
      <td class="n" data-label=${columns.bias}>
        ${agreement.bias === null ? words.list.noResult : formatDifference(agreement.bias)}
      </td>
      <td class="n" data-label=${columns.limits}>${formatLimits(agreement)}</td>
    </tr>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-check-list': ThCheckList;
  }
}
