import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { Served } from '../shell/services.ts';
import type { Effort, Rotation } from '../../coach/drill-definition.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { hipTestWords } from '../../i18n/en/hip/hip-test.ts';
import type { Side } from '../../instrument/geometry/units.ts';
import { hipTestOfSet } from '../../training/assessment/hip-test-of-set.ts';
import { EFFORTS, type HipTest, type HipTry, ROTATIONS, type TestedRange } from '../../training/assessment/hip-test.ts';
import { trainedBefore } from '../../training/assessment/retest.ts';
import { section } from '../elements/page-parts.ts';
import { dataTable, numbers, plain, rowHead } from '../elements/data-table.ts';
import { Fetched } from '../elements/fetched.ts';
import { angleText, formatDegrees } from '../elements/format.ts';
import { hipPictures, hipPictureStyles } from './hip-pictures.ts';
import { resultSentences } from './result-text.ts';
import { dayAmong, pastSets } from '../programmes/week-input.ts';
import { routeHash } from '../shell/router.ts';
import { sideName } from '../shell/words.ts';
import { commonStyles } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { fold, folds, unfoldForPrint } from '../summary/fold.ts';
import { commonWords } from '../../i18n/en/common.ts';

const wayOf = (rotation: Rotation, effort: Effort): string => {
  const words = hipTestWords();
  return `${words.rotation[rotation]}, ${words.effort[effort]}`;
};

function rowOf(way: string, range: TestedRange | null) {
  const words = hipTestWords();
  if (range === null) return { way, result: words.unread, band: '', spread: '–', end: '–' };
  const { tries, result, spread } = range;
  const told = angleText(result.value, result.sd);
  return { way, result: told.value, band: told.band, spread: formatDegrees(spread), end: endOf(tries) };
}

function endOf(tries: readonly HipTry[]): string {
  const words = hipTestWords();
  const byPelvis = tries.filter(({ end }) => end === 'pelvis').length;
  return byPelvis > 0 ? words.pelvis(byPelvis, tries.length) : words.stopped;
}

/** The rows of one hip; null: it was not tested. */
export function resultRows({ hips }: HipTest, side: Side) {
  const hip = hips[side];
  if (hip === null) return null;
  return ROTATIONS.flatMap((rotation) =>
    EFFORTS.map((effort) => rowOf(wayOf(rotation, effort), hip[rotation][effort])),
  );
}

/** The result of the hip test that a set was: which hip turns further, both hips as a picture, and the figures folded up behind it. */
@customElement('th-test-result')
export class ThTestResult extends Served {
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
    return section('result', words.result, 'stack')`
      ${test === null ? html`<p>${words.nothing}</p>` : html`<div class="stack-s">${resultSentences(test).map((text) => html`<p class="says">${text}</p>`)}</div> ${hipPictures(test)}`}
      ${this.#trained.value ? html`<p class="note" role="note">${words.wasTrained}</p>` : null}
      <p class="screen-only"><a class="button ${test === null ? '' : 'primary'}" href=${routeHash({ screen: 'passport' })}>${words.passport}</a></p>
      ${test === null ? null : this.#sheet(test)}`;
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
        numbers(commonWords().hipAlone, ({ result, band }) => html`<strong>${result}</strong>${band}`),
        numbers(columns.spread, ({ spread }) => spread),
        plain(columns.end, ({ end }) => end),
      ],
      { caption: sideName(side) },
    );
  }
}
