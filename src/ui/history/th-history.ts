import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type AppErrorCode, isAppErrorCode } from '../../app/app-error.ts';
import { ownErrorsIn } from '../../coach/assessment/own-error.ts';
import { personalBests } from '../../coach/review/personal-best.ts';
import { historyWords } from '../../i18n/en/history.ts';
import { goalWords } from '../../i18n/en/trends.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import { changeCellOf } from '../summary/change-text.ts';
import { formatDate } from '../elements/format.ts';
import { acts, type Column, dataTable, lead, numbers, plain } from '../elements/data-table.ts';
import { fire, type Services } from '../shell/services.ts';
import { datedSets, endOf } from './days.ts';
import { itemsInSteps, nextTask } from '../elements/in-steps.ts';
import { routeHash } from '../shell/router.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { chips, commonStyles } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { drillTitle, sideAndGoal } from '../shell/words.ts';
import { bestCell, flagCount, noted } from '../summary/range-cells.ts';
import '../goals/th-goal-lines.ts';
import './th-calendar.ts';
import '../shell/th-error-card.ts';
import './th-transfer.ts';

/** Change since the previous set of the same drill, side, camera place and instrument. */
const changeCell = (set: SetOverview, all: readonly SetOverview[]) => {
  const words = changeCellOf(set.id, all);
  return words === '' ? html`<span class="muted">–</span>` : words;
};

/** List of past sets. Fires `th-csv` and `th-delete` (set id). Call `refresh()` after the stored sets have changed. */
@customElement('th-history')
export class ThHistory extends LitElement {
  static override styles = [
    commonStyles,
    chips,
    tables,
    css`
      header {
        justify-content: space-between;
      }
      .panel {
        padding: var(--s2) var(--s4);
      }
      /* With eight columns, long words must not push the buttons out of sight. */
      th,
      td {
        padding-inline: var(--s2);
      }
      .empty {
        display: grid;
        justify-items: center;
        gap: var(--s4);
        padding: var(--s8) var(--s5);
        text-align: center;
      }
      td .quiet {
        min-block-size: 36px;
        padding-block: 0;
        padding-inline: var(--s3);
      }
      .acts {
        text-align: end;
        white-space: nowrap;
      }
      /* On a small laptop they stand one below the other, so that the table is not cut. */
      @media (max-width: 1100px) {
        .acts {
          white-space: normal;
        }
      }
      .broken {
        list-style: none;
        padding: 0;
      }
      .said {
        display: block;
        max-inline-size: 26ch;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      td:first-child {
        white-space: nowrap;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @state() private _sets: readonly SetOverview[] | null = null;
  @state() private _bests: ReturnType<typeof personalBests> = new Map();
  @state() private _damaged: readonly { readonly id: string; readonly problem: string }[] = [];
  @state() private _error: AppErrorCode | null = null;

  /** Loads here rather than in connectedCallback: a lazily loaded element gets its properties only now. */
  protected override firstUpdated(): void {
    this.refresh().catch(this.#failed);
  }

  async refresh(): Promise<void> {
    const { sets } = this.services;
    const [all, damaged] = await Promise.all([sets.list(), sets.damaged()]);
    this._bests = new Map();
    [this._sets, this._damaged] = [all, damaged];
    // With thousands of sets, finding the bests takes as long as showing the sets. So the sets are shown first.
    await nextTask();
    if (this._sets === all) this._bests = personalBests(datedSets(all), ownErrorsIn(all));
  }

  override render() {
    const sets = this._sets;
    const words = historyWords();
    return html`<div class="page">
      <header class="row">
        <h1 tabindex="-1">${words.heading}</h1>
        <div class="row">
          <a class="button" href="#/trends">${words.trends}</a>
          <a class="button" href="#/goals">${goalWords().heading}</a>
          <a class="button" href="#/self-check">${selfCheckWords().list.heading}</a>
          <th-transfer .services=${this.services} @th-imported=${this.#reload}></th-transfer>
        </div>
      </header>
      ${this._error ? html`<th-error-card .code=${this._error} .without=${['retry']}></th-error-card>` : null}
      ${sets === null ? null : html`<th-goal-lines .services=${this.services} .sets=${sets}></th-goal-lines>`}
      ${sets === null ? html`<p class="muted">${words.reading}</p>` : this.#list(sets)} ${this.#damagedSets()}
    </div>`;
  }

  #list(sets: readonly SetOverview[]) {
    const words = historyWords();
    if (sets.length === 0)
      return html`<div class="panel empty">
        <h2>${words.nothingTitle}</h2>
        <p class="muted">${words.nothing}</p>
        <a class="button primary" href="#/">${words.pick}</a>
      </div>`;
    return html`<th-calendar .sets=${sets}></th-calendar>
      ${dataTable(sets, this.#columns(sets), { label: words.heading, panel: true })}`;
  }

  #columns(all: readonly SetOverview[]): readonly Column<SetOverview>[] {
    const { columns, ...words } = historyWords();
    const { drills } = this.services;
    return [
      lead(
        columns.date,
        ({ id, startedAt, saved }) =>
          html`<a href=${routeHash({ screen: 'set', id })}>${formatDate(startedAt)}</a>${saved ? null : html` <span class="small muted">${words.notSaved}</span>`}`,
      ),
      lead(columns.drill, ({ drill, note }) => html`${drillTitle(drills, drill)}${noted(note)}`),
      lead(columns.sideGoal, (set) => sideAndGoal(drills, set)),
      numbers(columns.best, (set) => bestCell(set, this._bests.has(set.id))),
      plain(
        columns.since,
        (set) => changeCell(set, all),
        () => 'small',
      ),
      numbers(columns.flags, flagCount),
      plain(columns.end, endOf),
      acts(
        columns.actions,
        (set) => this.#acts(set),
        () => 'acts',
      ),
    ];
  }

  #acts({ id, startedAt }: SetOverview) {
    const words = historyWords();
    const date = formatDate(startedAt);
    return html`<a class="small" aria-label=${words.reportOf(date)} href=${routeHash({ screen: 'report', id })}>${words.report}</a>
      <button class="quiet" aria-label=${words.csvOf(date)} @click=${() => fire(this, 'th-csv', id)}>CSV</button>
      <button class="quiet" aria-label=${words.deleteOf(date)} @click=${() => fire(this, 'th-delete', id)}>${words.delete}</button>`;
  }

  #damagedSets() {
    if (this._damaged.length === 0) return null;
    return html`<section class="stack-s" aria-labelledby="broken">
      <h2 id="broken">${historyWords().broken(this._damaged.length)}</h2>
      <ul class="stack-s broken">
        ${itemsInSteps(
          this._damaged,
          ({ id, problem }) => html`<li class="row"><span class="muted">${problem}</span>
            <button class="quiet" @click=${() => fire(this, 'th-delete', id)}>${historyWords().delete}</button></li>`,
        )}
      </ul>
    </section>`;
  }

  readonly #reload = (): void => {
    this.refresh().catch(this.#failed);
  };

  readonly #failed = (error: unknown): void => {
    const name = error instanceof Error ? error.name : '';
    this._error = isAppErrorCode(name) ? name : 'unexpected';
    this._sets ??= [];
  };
}
