import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { AppErrorCode } from '../../app/app-error.ts';
import { isAppErrorCode } from '../../app/app-error.ts';
import { personalBests } from '../../coach/review/personal-best.ts';
import { historyWords } from '../../i18n/en/history.ts';
import { goalWords, trendWords } from '../../i18n/en/trends.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import { changeCellOf } from '../summary/change-text.ts';
import { formatDate } from '../elements/format.ts';
import { strongAngle } from '../elements/strong-angle.ts';
import { datedSets, endOf } from './days.ts';
import { itemsInSteps, nextTask, rowsInSteps } from '../elements/in-steps.ts';
import { overviewWords } from '../summary/range-words.ts';
import { routeHash } from '../shell/router.ts';
import type { Services } from '../shell/services.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { chips } from '../styles/chip-styles.ts';
import { commonStyles } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { sideAndGoal } from '../shell/words.ts';
import '../goals/th-goal-lines.ts';
import './th-calendar.ts';
import '../shell/th-error-card.ts';
import './th-transfer.ts';

/** @param isBest beyond every earlier comparable set */
const rangeCell = (set: SetOverview, isBest: boolean) =>
  set.clean === null
    ? html`–${set.doubtful ? html` <span class="small muted">${historyWords().doubtful}</span>` : null}`
    : html`${strongAngle(set.clean, set.sd)} <span class="small muted">${overviewWords(set)}</span>${isBest ? html` <span class="chip">${trendWords().newBest}</span>` : null}`;

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
    if (this._sets === all) this._bests = personalBests(datedSets(all));
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
    const { columns, ...words } = historyWords();
    if (sets.length === 0)
      return html`<div class="panel empty">
        <h2>${words.nothingTitle}</h2>
        <p class="muted">${words.nothing}</p>
        <a class="button primary" href="#/">${words.pick}</a>
      </div>`;
    return html`<th-calendar .sets=${sets}></th-calendar>
    <div class="panel table-wrap" tabindex="0" role="region" aria-label=${words.heading}>
      <table class="stacked">
        <thead>
          <tr>
            <th scope="col">${columns.date}</th>
            <th scope="col">${columns.drill}</th>
            <th scope="col">${columns.sideGoal}</th>
            <th scope="col" class="n">${columns.best}</th>
            <th scope="col">${columns.since}</th>
            <th scope="col" class="n">${columns.flags}</th>
            <th scope="col">${columns.end}</th>
            <th scope="col"><span class="visually-hidden">${columns.actions}</span></th>
          </tr>
        </thead>
        <tbody>
          ${rowsInSteps(sets, (set) => this.#row(set, sets, this._bests.has(set.id)))}
        </tbody>
      </table>
    </div>`;
  }

  #row(set: SetOverview, all: readonly SetOverview[], isBest: boolean) {
    const { id, startedAt, drill, flags, saved, note } = set;
    const title = this.services.drills.find((known) => known.id === drill)?.title ?? drill;
    const date = formatDate(startedAt);
    const { columns, ...words } = historyWords();
    return html`<tr>
      <td><a href=${routeHash({ screen: 'set', id })}>${date}</a>${saved ? null : html` <span class="small muted">${words.notSaved}</span>`}</td>
      <td>${title}${note ? html`<span class="said small muted">${note}</span>` : null}</td>
      <td>${sideAndGoal(this.services.drills, set)}</td>
      <td class="n" data-label=${columns.best}>${rangeCell(set, isBest)}</td>
      <td class="small" data-label=${columns.since}>${changeCell(set, all)}</td>
      <td class="n" data-label=${columns.flags}>${set.source === 'none' ? '–' : flags}</td>
      <td data-label=${columns.end}>${endOf(set)}</td>
      <td class="acts"><a class="small" aria-label=${words.reportOf(date)} href=${routeHash({ screen: 'report', id })}>${words.report}</a>
        <button class="quiet" aria-label=${words.csvOf(date)} @click=${() => this.#fire('th-csv', id)}>CSV</button>
        <button class="quiet" aria-label=${words.deleteOf(date)} @click=${() => this.#fire('th-delete', id)}>${words.delete}</button></td>
    </tr>`;
  }

  #damagedSets() {
    if (this._damaged.length === 0) return null;
    return html`<section class="stack-s" aria-labelledby="broken">
      <h2 id="broken">${historyWords().broken(this._damaged.length)}</h2>
      <ul class="stack-s broken">
        ${itemsInSteps(
          this._damaged,
          ({ id, problem }) => html`<li class="row"><span class="muted">${problem}</span>
            <button class="quiet" @click=${() => this.#fire('th-delete', id)}>${historyWords().delete}</button></li>`,
        )}
      </ul>
    </section>`;
  }

  #fire(name: 'th-csv' | 'th-delete', detail: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
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
