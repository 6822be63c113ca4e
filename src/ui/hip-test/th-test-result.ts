import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { hipTestOfSet } from '../../coach/assessment/hip-test-of-set.ts';
import type { HipTest } from '../../coach/assessment/hip-test.ts';
import { ruleOf } from '../../coach/assessment/test-drills.ts';
import { trainedBefore } from '../../coach/assessment/retest.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import type { Side } from '../../instrument/geometry/units.ts';
import { hipTestWords } from '../../i18n/en/hip/hip-test.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { dataTable, numbers, rowHead, plain } from '../elements/data-table.ts';
import { dayAmong, pastSets } from '../programmes/week-input.ts';
import type { Services } from '../shell/services.ts';
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

  @property({ attribute: false }) services!: Services;
  @property({ attribute: false }) record!: SetRecord;
  /** A set was done on that day before the test. */
  @state() private _trained = false;

  /** Loads here rather than in connectedCallback: a lazily loaded element gets its properties only now. */
  protected override firstUpdated(): void {
    const test = { testedAt: this.record.startedAt ?? '' };
    this.services.sets.list().then(
      (sets) => (this._trained = trainedBefore(test, pastSets(sets), dayAmong(sets))),
      () => undefined,
    );
  }

  override render() {
    const words = hipTestWords();
    const test = hipTestOfSet(this.record);
    return html`<section class="stack" aria-labelledby="result">
      <h2 id="result">${words.result}</h2>
      ${this._trained ? html`<p class="note" role="note">${words.wasTrained}</p>` : null}
      ${test !== null && ruleOf(test) === 'best' ? html`<p class="note" role="note">${words.oldRule}</p>` : null}
      ${test === null ? html`<p>${words.nothing}</p>` : (['left', 'right'] as const).map((side) => this.#hip(test, side))}
      <p><a class="button ${test === null ? '' : 'primary'}" href=${routeHash({ screen: 'passport' })}>${words.passport}</a></p>
      <p class="small muted">${words.unproven} ${words.again}</p>
    </section>`;
  }

  #hip(test: HipTest, side: Side) {
    const rows = resultRows(test, side);
    if (rows === null) return null;
    const { columns } = hipTestWords();
    return dataTable(
      rows,
      [
        rowHead(columns.way, ({ way }) => way),
        numbers(summaryWords().tables.clean, ({ result, band }) => html`<strong>${result}</strong>${band}`),
        numbers(columns.spread, ({ spread }) => spread),
        plain(columns.end, ({ end }) => end),
      ],
      { caption: sideName(side) },
    );
  }
}
