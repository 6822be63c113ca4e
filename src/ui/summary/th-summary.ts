import { css, html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { changesSince, type HipChange, roundDifferences } from '../../coach/review/compare-sets.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { SetRecord } from '../../coach/record/set-record.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { angleWords } from './range-words.ts';
import { changeLines, roundLines } from './change-text.ts';
import { formatDate } from '../elements/format.ts';
import { coverageLines, normsOf, originText, summarySentence, unwatchedFaults } from './summary-text.ts';
import { routeHash } from '../shell/router.ts';
import type { Services } from '../shell/services.ts';
import { commonStyles } from '../styles/styles.ts';
import type { AfterEvent } from './th-after-set.ts';
import type { NoteEvent } from './th-note.ts';
import { stackForPhones, summaryTables } from './summary-tables.ts';
import { tables } from '../styles/table-styles.ts';
import { endName, sideName, storedGoalName, strictnessName, symptomAdvice } from '../shell/words.ts';
import '../charts/th-body-replay.ts';
import './th-note.ts';
import '../charts/th-plot.ts';
import '../charts/th-range-bars.ts';

/** The page of one past set. Fires `th-again` (drill id), `th-export`, `th-csv` and `th-delete` (set id). */
@customElement('th-summary')
export class ThSummary extends LitElement {
  static override styles = [
    commonStyles,
    tables,
    css`
      .says {
        font-size: clamp(1.3rem, 1rem + 1.2vw, 1.75rem);
        line-height: 1.3;
        letter-spacing: -0.01em;
        text-wrap: pretty;
        max-inline-size: 34ch;
      }
      .top {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
        gap: var(--s6);
        align-items: center;
      }
      .chip {
        display: inline-block;
        padding: 2px var(--s3);
        border: 1px solid var(--line);
        border-radius: 99px;
        font-size: 0.875rem;
        font-weight: 580;
      }
      .severity {
        white-space: nowrap;
      }
      .severity::before {
        content: '';
        display: inline-block;
        inline-size: 0.75em;
        block-size: 0.75em;
        margin-inline-end: 0.5em;
        border-radius: 50%;
        background: var(--warn);
        forced-color-adjust: none;
      }
      .severity.red::before {
        border-radius: 2px;
        background: var(--danger);
      }
      .unseen {
        padding-inline-start: 1.2em;
      }
      @media (max-width: 860px) {
        .top {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @property() setId = '';
  @state() private _record: SetRecord | null = null;
  @state() private _changes: readonly HipChange[] = [];
  @state() private _problem: string | null = null;

  /** Loads here rather than in connectedCallback: a lazily loaded element gets its properties only now. */
  protected override firstUpdated(): void {
    this.services.sets.load(this.setId).then(
      (record) => {
        this._record = record;
        if (record) this.#compare().catch(() => undefined);
        if (!record) this._problem = summaryWords().gone;
      },
      (error: unknown) => {
        this._problem = summaryWords().unreadable(error instanceof Error ? error.message : '');
      },
    );
  }

  /** Compares with earlier sets. If they cannot be loaded, the set is shown without the comparison. */
  async #compare(): Promise<void> {
    this._changes = changesSince(this.setId, await this.services.sets.list());
  }

  /** Loading replaces the heading that had the focus, so the new one gets it. */
  protected override updated(changed: PropertyValues): void {
    for (const table of this.renderRoot.querySelectorAll('table')) stackForPhones(table);
    const loaded = changed.has('_record') || changed.has('_problem');
    if (loaded && document.activeElement === document.body) this.renderRoot.querySelector('h1')?.focus();
  }

  override render() {
    const record = this._record;
    const words = summaryWords();
    if (this._problem)
      return html`<div class="page"><h1 tabindex="-1">${words.noSuchSet}</h1>
        <p>${this._problem}</p><p><a href="#/history">${words.pastSets}</a></p></div>`;
    if (!record)
      return html`<div class="page"><h1 tabindex="-1">${words.set}</h1><p class="muted" role="status">${words.reading}</p></div>`;
    const drill = this.services.drills.find(({ id }) => id === record.drill) ?? null;
    if (record.source.kind === 'none')
      return html`<div class="page">
        ${this.#header(record, drill)} ${this.#advice(record)} ${this.#after(record, drill)} ${this.#programme(record)}
        <section class="panel" aria-label=${words.result}><p class="says">${summarySentence(record)}</p></section> ${this.#note(record)}
      </div>`;
    return html`<div class="page">
      ${this.#header(record, drill)} ${this.#advice(record)} ${this.#after(record, drill)} ${this.#programme(record)} ${this.#result(record)} ${this.#lessons(record, drill)}
      <section class="panel stack" aria-labelledby="time">
        <h2 id="time">${words.plot.title(angleWords(record.range).column)}</h2>
        <th-plot .record=${record} .drill=${drill}></th-plot>
      </section>
      <th-body-replay .record=${record} .drill=${drill}></th-body-replay>
      ${this.#note(record)} ${summaryTables(record, drill, this.services.settings.current.units)} ${this.#unseen(record, drill)} ${this.#origin(record)}
    </div>`;
  }

  #header(record: SetRecord, drill: DrillDefinition | null) {
    const words = summaryWords();
    const facts = [formatDate(record.startedAt), sideName(record.side), storedGoalName(record.goal)];
    if (record.source.kind !== 'camera') facts.push(words.sources[record.source.kind]);
    if (record.strictness) facts.push(strictnessName(record.strictness));
    return html`<header class="row" style="justify-content: space-between; align-items: end">
      <div class="stack-s">
        <p class="eyebrow row"><span>${facts.join(' · ')}</span><span class="chip">${endName(record.ended)}</span></p>
        <h1 tabindex="-1">${drill?.title ?? record.drill}</h1>
      </div>
      <div class="row">
        ${drill ? html`<button class="primary" @click=${() => this.#fire('th-again', drill.id)}>${words.again}</button>` : null}
        <a class="button" href=${routeHash({ screen: 'report', id: record.id })}>${words.report}</a>
        <button @click=${() => this.#fire('th-export', record.id)}>${words.exportJson}</button>
        <button @click=${() => this.#fire('th-csv', record.id)}>${words.exportCsv}</button>
        <button class="danger" @click=${() => this.#fire('th-delete', record.id)}>${words.delete}</button>
      </div>
    </header>`;
  }

  #advice({ ended }: SetRecord) {
    const advice = symptomAdvice(ended);
    return advice
      ? html`<div class="note bad" role="note"><strong>${advice.title}</strong><span>${advice.text}</span></div>`
      : null;
  }

  /** Not after the demo or an analysed video: the person did not perform these. */
  #after(record: SetRecord, drill: DrillDefinition | null) {
    if (record.source.kind === 'demo' || record.source.kind === 'clip') return null;
    import('./th-after-set.ts').catch(() => undefined);
    return html`<th-after-set
      .services=${this.services}
      .record=${record}
      .drill=${drill}
      @th-after=${(event: AfterEvent) => (this._record = { ...record, after: event.detail })}
    ></th-after-set>`;
  }

  #note(record: SetRecord) {
    return html`<th-note
      .services=${this.services}
      .record=${record}
      @th-note=${(event: NoteEvent) => (this._record = { ...record, note: event.detail })}
    ></th-note>`;
  }

  #programme(record: SetRecord) {
    if (Object.keys(this.services.settings.current.programmeRuns).length === 0) return null;
    import('../programmes/th-next-part.ts').catch(() => undefined);
    return html`<th-next-part .services=${this.services} .record=${record}></th-next-part>`;
  }

  #result(record: SetRecord) {
    return html`<section class="panel stack" aria-label=${summaryWords().result}>
      <div class="top">
        <div class="stack">
          <p class="says">${summarySentence(record)}</p>
          ${record.summary.repsAll > 0 ? html`<p class="num">${summaryWords().repsCounted(record.summary.repsGood, record.summary.repsAll)}</p>` : null}
          ${[...roundLines(roundDifferences(record)), ...changeLines(this._changes)].map((line) => html`<p>${line}</p>`)}
          ${coverageLines(record).map((line) => html`<p class="small muted">${line}</p>`)}
        </div>
        <th-range-bars .ranges=${record.summary.sets}></th-range-bars>
      </div>
      <p class="small muted">${normsOf(record)}</p>
    </section>`;
  }

  /** Loaded lazily, to keep the first script of the page within its size budget. */
  #lessons(record: SetRecord, drill: DrillDefinition | null) {
    if (!drill) return null;
    import('./th-lessons.ts').catch(() => undefined);
    return html`<th-lessons .record=${record} .drill=${drill}></th-lessons>`;
  }

  #unseen({ summary }: SetRecord, drill: DrillDefinition | null) {
    const list = unwatchedFaults(summary.muted, drill);
    if (list.length === 0) return null;
    return html`<section class="stack-s" aria-labelledby="unseen">
      <h2 id="unseen">${summaryWords().notWatched}</h2>
      <ul class="unseen">
        ${list.map(({ name, why }) => html`<li>${name}: ${why}</li>`)}
      </ul>
    </section>`;
  }

  #origin(record: SetRecord) {
    const { engine, source } = record;
    const { measured, coaching } = summaryWords().origin;
    const size = `${source.width} × ${source.height}`;
    return html`<p class="small muted">
      ${measured(engine.model, engine.backend, source.frames, size)} ${originText(record)} ${coaching}
    </p>`;
  }

  #fire(name: string, detail: string): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }
}
