import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { hipTestOfSet } from '../../coach/assessment/hip-test-of-set.ts';
import type { HipTest } from '../../coach/assessment/hip-test.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import type { Side } from '../../instrument/geometry/units.ts';
import { drillWords } from '../../i18n/en/drill.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { stackForPhones } from '../summary/summary-tables.ts';
import { routeHash } from '../shell/router.ts';
import { sideName } from '../shell/words.ts';
import { commonStyles } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { resultRows } from './result-rows.ts';

/** The result of the hip test that a set was. */
@customElement('th-test-result')
export class ThTestResult extends LitElement {
  static override styles = [
    commonStyles,
    tables,
    css`
      /* The columns of both hips stand below each other. */
      table {
        table-layout: fixed;
      }
      @media print {
        .button {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) record!: SetRecord;

  protected override updated(): void {
    for (const table of this.renderRoot.querySelectorAll('table')) stackForPhones(table);
  }

  override render() {
    const words = drillWords().hipTest;
    const test = hipTestOfSet(this.record);
    return html`<section class="stack" aria-labelledby="result">
      <h2 id="result">${words.result}</h2>
      ${test === null ? html`<p>${words.nothing}</p>` : (['left', 'right'] as const).map((side) => this.#hip(test, side))}
      <p><a class="button ${test === null ? '' : 'primary'}" href=${routeHash({ screen: 'passport' })}>${words.passport}</a></p>
      <p class="small muted">${words.unproven} ${words.again}</p>
    </section>`;
  }

  #hip(test: HipTest, side: Side) {
    const rows = resultRows(test, side);
    if (rows === null) return null;
    const { columns } = drillWords().hipTest;
    return html`<table>
      <caption>${sideName(side)}</caption>
      <thead>
        <tr>
          <th scope="col">${columns.way}</th>
          <th scope="col" class="n">${summaryWords().tables.clean}</th>
          <th scope="col" class="n">${columns.spread}</th>
          <th scope="col">${columns.end}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ({ way, best, band, spread, end }) => html`<tr>
            <th scope="row">${way}</th>
            <td class="n"><strong>${best}</strong>${band}</td>
            <td class="n">${spread}</td>
            <td>${end}</td>
          </tr>`,
        )}
      </tbody>
    </table>`;
  }
}
