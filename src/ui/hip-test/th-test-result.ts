import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { hipTestOfSet } from '../../training/assessment/hip-test-of-set.ts';
import type { HipTest } from '../../training/assessment/hip-test.ts';
import { trainedBefore } from '../../training/assessment/retest.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import type { Side } from '../../instrument/geometry/units.ts';
import { hipTestWords } from '../../i18n/en/hip/hip-test.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { dataTable, numbers, rowHead, plain } from '../elements/data-table.ts';
import { Fetched } from '../elements/fetched.ts';
import { dayAmong, pastSets } from '../programmes/week-input.ts';
import type { Services } from '../shell/services.ts';
import { routeHash } from '../shell/router.ts';
import { sideName } from '../shell/words.ts';
import { commonStyles } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { fold, folds, unfoldForPrint } from '../summary/fold.ts';
import { hipPictures, hipPictureStyles } from './hip-pictures.ts';
import { resultRows } from './result-rows.ts';
import { resultSentences } from './result-text.ts';

/** The result of the hip test that a set was: which hip turns further, both hips as a picture, and the figures folded up behind it. */
@customElement('th-test-result')
export class ThTestResult extends LitElement {
  static override styles = [
    commonStyles,
    tables,
    folds,
    hipPictureStyles,
    css`
      .says {
        font-size: clamp(1.375rem, 1.1rem + 1.2vw, 1.9rem);
        font-weight: 660;
        line-height: 1.2;
        letter-spacing: -0.015em;
        text-wrap: pretty;
      }
      /* The columns of both hips stand below each other. */
      table {
        table-layout: fixed;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @property({ attribute: false }) record!: SetRecord;
  /** On a report: the figures are not folded up. */
  @property({ type: Boolean }) unfolded = false;
  /** Whether a set was done on that day before the test. */
  readonly #trained = new Fetched(this, async () => {
    const sets = await this.services.sets.list();
    return trainedBefore({ testedAt: this.record.startedAt ?? '' }, pastSets(sets), dayAmong(sets));
  });

  constructor() {
    super();
    unfoldForPrint(this);
  }

  override render() {
    const words = hipTestWords();
    const test = hipTestOfSet(this.record);
    return html`<section class="stack" aria-labelledby="result">
      <h2 id="result">${words.result}</h2>
      ${test === null ? html`<p>${words.nothing}</p>` : this.#inShort(test)}
      ${this.#trained.value ? html`<p class="note" role="note">${words.wasTrained}</p>` : null}
      <p class="screen-only"><a class="button ${test === null ? '' : 'primary'}" href=${routeHash({ screen: 'passport' })}>${words.passport}</a></p>
      ${test === null ? null : this.#sheet(test)}
    </section>`;
  }

  #inShort(test: HipTest) {
    return html`<div class="stack-s">${resultSentences(test).map((text) => html`<p class="says">${text}</p>`)}</div>
      ${hipPictures(test)}`;
  }

  #sheet(test: HipTest) {
    const words = hipTestWords();
    const sheet = html`${(['left', 'right'] as const).map((side) => this.#hip(test, side))}
      ${this.record.phases.some(({ leg }) => leg !== undefined) ? html`<p class="small">${words.byPhone}</p>` : null}
      <p class="small muted">${words.unproven} ${words.again}</p>`;
    return this.unfolded ? sheet : html`<div class="panel folds">${fold('sheet', words.sheet, sheet)}</div>`;
  }

  #hip(test: HipTest, side: Side) {
    const rows = resultRows(test, side, this.record);
    if (rows === null) return null;
    const { columns } = hipTestWords();
    return dataTable(
      rows,
      [
        rowHead(columns.way, ({ way }) => way),
        numbers(summaryWords().tables.clean, ({ result, band }) => html`<strong>${result}</strong>${band}`),
        numbers(columns.spread, ({ spread }) => spread),
        plain(columns.end, ({ end }) => end),
        rows.some(({ leg }) => leg !== null) ? numbers(columns.leg, ({ leg }) => leg ?? '–') : null,
      ],
      { caption: sideName(side) },
    );
  }
}
