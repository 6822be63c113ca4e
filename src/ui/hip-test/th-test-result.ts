import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { hipTestOfSet } from '../../coach/assessment/hip-test-of-set.ts';
import type { HipTest } from '../../coach/assessment/hip-test.ts';
import { trainedBefore } from '../../coach/assessment/retest.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import type { Side } from '../../instrument/geometry/units.ts';
import { hipTestWords } from '../../i18n/en/hip/hip-test.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { hipArcs, hipArcStyles } from '../charts/hip-arcs.ts';
import { dataTable, numbers, rowHead, plain } from '../elements/data-table.ts';
import { Fetched } from '../elements/fetched.ts';
import { dayAmong, pastSets } from '../programmes/week-input.ts';
import type { Services } from '../shell/services.ts';
import { routeHash } from '../shell/router.ts';
import { sideName } from '../shell/words.ts';
import { commonStyles } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { fold, folds, unfoldForPrint } from '../summary/fold.ts';
import { resultRows } from './result-rows.ts';
import { type DrawnHip, drawnHips, resultSentences } from './result-text.ts';

/** The result of the hip test that a set was: which hip turns further, both hips as a picture, and the figures folded up behind it. */
@customElement('th-test-result')
export class ThTestResult extends LitElement {
  static override styles = [
    commonStyles,
    tables,
    folds,
    hipArcStyles,
    css`
      .says {
        font-size: clamp(1.375rem, 1.1rem + 1.2vw, 1.9rem);
        font-weight: 660;
        line-height: 1.2;
        letter-spacing: -0.015em;
        text-wrap: pretty;
      }
      .hips {
        display: grid;
        grid-template-columns: repeat(2, minmax(0, 22rem));
        gap: var(--s4) clamp(var(--s3), 5vw, var(--s7));
      }
      figure {
        display: grid;
        gap: var(--s2);
        align-content: start;
      }
      figcaption {
        font-weight: 640;
        text-align: center;
      }
      .ways {
        display: grid;
        grid-template-columns: 1fr 1fr;
        gap: var(--s2);
      }
      .ways > :last-child {
        text-align: end;
      }
      .ways dt {
        color: var(--muted);
        font-size: 0.9375rem;
      }
      .ways dd:first-of-type {
        font-size: clamp(1.0625rem, 0.9rem + 0.8vw, 1.375rem);
        font-weight: 660;
      }
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
      <p><a class="button ${test === null ? '' : 'primary'}" href=${routeHash({ screen: 'passport' })}>${words.passport}</a></p>
      ${test === null ? null : this.#sheet(test)}
    </section>`;
  }

  #inShort(test: HipTest) {
    const hips = drawnHips(test);
    return html`<div class="stack-s">${resultSentences(test).map((text) => html`<p class="says">${text}</p>`)}</div>
      <div class="hips">${hips.map((hip) => this.#drawn(hip))}</div>
      <p class="small muted">${hipTestWords().picture}</p>`;
  }

  #drawn({ side, name, arcs, figures }: DrawnHip) {
    const { turns, byItself } = hipTestWords();
    return html`<figure>
      <figcaption>${name}</figcaption>
      ${hipArcs(arcs, side)}
      <dl class="ways num">
        ${figures.map(
          ({ rotation, helped, own }) => html`<div>
            <dt>${turns[rotation]}</dt>
            <dd>${helped}</dd>
            <dd class="small">${byItself(own)}</dd>
          </div>`,
        )}
      </dl>
    </figure>`;
  }

  #sheet(test: HipTest) {
    const words = hipTestWords();
    const sheet = html`${(['left', 'right'] as const).map((side) => this.#hip(test, side))}
      <p class="small muted">${words.unproven} ${words.again}</p>`;
    return this.unfolded ? sheet : html`<div class="panel folds">${fold('sheet', words.sheet, sheet)}</div>`;
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
