import { html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { changesSince } from '../coach/compare-sets.ts';
import type { RangeSummary, SetRecord } from '../coach/set-record.ts';
import { changeWords } from './change-text.ts';
import { formatBand, formatDate, formatDegrees, formatShare } from './format.ts';
import { borrowedCell, overviewWords } from './range-words.ts';
import { flagLines, limitLines, methodLines, trendOf } from './report-text.ts';
import { reportStyles } from './report-styles.ts';
import { routeHash } from './router.ts';
import type { Services, StoredSetItem } from './services.ts';
import { base, buttons } from './styles.ts';
import { summarySentence } from './summary-text.ts';
import { tables } from './table-styles.ts';
import { unwatched } from './unwatched.ts';
import { endName, sideName, storedGoalName } from './words.ts';
import './th-range-bars.ts';

const SOURCES = { clip: 'Video', file: 'Video', demo: 'Demo', none: 'No camera' } as const;

/** Two sheets for a physiotherapist: the set, and how it compares, with methods, error and limits. */
@customElement('th-report')
export class ThReport extends LitElement {
  static override styles = [base, buttons, tables, reportStyles];

  @property({ attribute: false }) services!: Services;
  @property() setId = '';
  @state() private _record: SetRecord | null = null;
  @state() private _sets: readonly StoredSetItem[] = [];
  @state() private _problem: string | null = null;

  /** Not as it is connected: an element that is fetched late has its properties only now. */
  protected override firstUpdated(): void {
    const { sets } = this.services;
    Promise.all([sets.load(this.setId), sets.list()]).then(
      ([record, all]) => {
        this._record = record;
        this._sets = all;
        if (record === null) this._problem = 'There is no set at this address. It may have been deleted.';
      },
      () => (this._problem = 'This set cannot be read any more.'),
    );
  }

  override render() {
    const record = this._record;
    return html`<div class="tools row">
        <button class="primary" ?disabled=${!record} @click=${() => print()}>Print, or save as PDF</button>
        <a class="button" href=${routeHash({ screen: 'set', id: this.setId })}>Back to the summary</a>
      </div>
      ${
        record
          ? html`${this.#first(record)} ${this.#second(record)}`
          : html`<section class="sheet"><h1 tabindex="-1">Report</h1><p role="status">${this._problem ?? 'Reading the set …'}</p></section>`
      }`;
  }

  #titleOf(record: SetRecord): string {
    const drill = this.services.drills.find(({ id }) => id === record.drill);
    return `${drill?.title ?? record.drill}, ${sideName(record.side).toLowerCase()}`;
  }

  #first(record: SetRecord) {
    const { summary, after } = record;
    const facts = [formatDate(record.startedAt), storedGoalName(record.goal), endName(record.ended)];
    if (record.source.kind !== 'camera') facts.push(SOURCES[record.source.kind]);
    const felt = [
      after?.effort === undefined || after.effort === null ? '' : `effort ${after.effort} of 10`,
      after?.pain === undefined || after.pain === null ? '' : `pain ${after.pain} of 10`,
    ].filter((text) => text !== '');
    const flags = flagLines(record.flags, this.services.settings.current.units);
    return html`<section class="sheet" aria-labelledby="set">
      <p class="small muted">Truehip, report of a set · ${facts.join(' · ')}</p>
      <h1 id="set" tabindex="-1">${this.#titleOf(record)}</h1>
      <p class="says">${summarySentence(record)}</p>
      <th-range-bars .ranges=${summary.sets}></th-range-bars>
      ${this.#rounds(summary.sets)}
      ${summary.repsAll > 0 ? html`<p>${summary.repsGood} of ${summary.repsAll} repetitions counted.</p>` : null}
      <h2 class="sub">What helped along</h2>
      ${flags.length === 0 ? html`<p>Nothing that could be watched from here.</p>` : this.#list(flags)}
      ${record.note?.text ? html`<p>The person’s note: ${record.note.text}</p>` : null}
      ${felt.length > 0 ? html`<p>Afterwards the person gave: ${felt.join(', ')}.</p>` : null}
    </section>`;
  }

  #rounds(ranges: readonly RangeSummary[]) {
    return html`<div class="table-wrap" tabindex="0" role="region" aria-label="Range by round"><table>
      <thead>
        <tr>
          <th scope="col">Round</th>
          <th scope="col" class="n">Clean</th>
          <th scope="col" class="n">Borrowed</th>
          <th scope="col" class="n">Gross</th>
          <th scope="col" class="n">Seen</th>
          <th scope="col" class="n">Pelvis watched</th>
        </tr>
      </thead>
      <tbody>
        ${ranges.map(
          (range) => html`<tr>
            <th scope="row">${sideName(range.side)}, round ${range.round}</th>
            <td class="n">${formatDegrees(range.clean)} ${formatBand(range.sd)}</td>
            <td class="n">${borrowedCell(range)}</td>
            <td class="n">${formatDegrees(range.gross)}</td>
            <td class="n">${formatShare(range.coverage)}</td>
            <td class="n">${formatShare(range.pelvisWatched)}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>`;
  }

  #second(record: SetRecord) {
    const drill = this.services.drills.find(({ id }) => id === record.drill) ?? null;
    const unseen = unwatched(record.summary.muted, drill).map(({ name, why }) => `${name}: ${why}`);
    return html`<section class="sheet">
      <h2 id="trend">The last sets</h2>
      ${this.#trend(record)}
      <h3>How it was measured</h3>
      ${this.#list(methodLines(record))}
      <h3>Error and limits</h3>
      ${this.#list(limitLines(record))}
      ${unseen.length > 0 ? html`<h3>Not watched in this set</h3>${this.#list(unseen)}` : null}
    </section>`;
  }

  #trend(record: SetRecord) {
    const rows = trendOf(record, this._sets);
    return html`<div class="table-wrap" tabindex="0" role="region" aria-labelledby="trend"><table>
      <thead>
        <tr>
          <th scope="col">Date</th>
          <th scope="col" class="n">Best range</th>
          <th scope="col">Known as</th>
          <th scope="col">Since the set before, seen from the same place</th>
          <th scope="col" class="n">Flags</th>
          <th scope="col">End</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (set) => html`<tr>
            <th scope="row">${formatDate(set.startedAt)}${set.id === record.id ? ' (this set)' : ''}</th>
            <td class="n">${set.clean === null ? '–' : html`${formatDegrees(set.clean)} ${formatBand(set.sd)}`}</td>
            <td>${overviewWords(set) || '–'}</td>
            <td>${changeWords(changesSince(set.id, this._sets)) || '–'}</td>
            <td class="n">${set.flags}</td>
            <td>${endName(set.ended)}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>`;
  }

  #list(lines: readonly string[]) {
    return html`<ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'th-report': ThReport;
  }
}
