import { html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ownErrorsIn } from '../../training/assessment/retest.ts';
import { endsToday } from '../../training/review/after-set.ts';
import { changesSince, type HipChange, measuredAnew } from '../../training/review/compare-sets.ts';
import { sinceFirstWeeks, sinceLast, type SinceLast } from '../../training/review/since-last.ts';
import { type PersonalBest, personalBests } from '../../training/review/hip-story.ts';
import { lessonLines } from '../../training/review/lessons.ts';
import { hasSkippedPart } from '../../training/review/what-was-good.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { doubtsOf } from '../../coach/record/watched.ts';
import { isPerformed, type SetRecord } from '../../coach/record/set-record.ts';
import { lessonWords } from '../../i18n/en/lessons.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { angleWords } from './range-words.ts';
import { anewLines, changeLines } from './change-text.ts';
import { changeSettings, fire, focusLater, loadPart, Served } from '../shell/services.ts';
import { formatDate } from '../elements/format.ts';
import { bullets, itemsInSteps, nextTask } from '../elements/in-steps.ts';
import { moreText } from '../home-and-drill/next-load.ts';
import { fold, folds, unfoldForPrint } from './fold.ts';
import {
  backAnswerText,
  bestRange,
  brokenOffText,
  comparisonNote,
  coverageLines,
  hasBegun,
  originText,
  unwatchedFaults,
} from './summary-text.ts';
import { DAY } from '../../training/planning/civil-day.ts';
import type { Milliseconds, Side } from '../../instrument/geometry/units.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { datedSets } from '../history/days.ts';
import { takeFinished } from '../programmes/sitting.ts';
import { routeHash } from '../shell/router.ts';
import { commonStyles, sentences } from '../styles/styles.ts';
import type { AfterEvent } from './th-after-set.ts';
import type { NoteEvent } from './th-note.ts';
import { drillOf } from './watched-text.ts';
import { summaryTables } from './summary-tables.ts';
import { summaryStyles } from './summary-styles.ts';
import { tables } from '../styles/table-styles.ts';
import { endName, sideName, storedGoalName, strictnessName, symptomAdvice } from '../shell/words.ts';
import '../home-and-drill/th-drill-still.ts';
import './th-answer.ts';
import './th-note.ts';
import '../charts/th-plot.ts';
import '../charts/th-range-bars.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** Two sets that are no further apart belong to one training. */
const ONE_TRAINING: Milliseconds = DAY / 2;

/** Whether the other leg did the drill of a set in the same training. */
function otherLegDone(id: string, sets: readonly SetOverview[]): boolean {
  const set = sets.find((one) => one.id === id);
  const begun = Date.parse(set?.startedAt ?? '');
  return sets.some(
    ({ drill, side, source, startedAt, ended }) =>
      ended === 'finished' &&
      drill === set?.drill &&
      side !== set.side &&
      isPerformed(source) &&
      Math.abs(Date.parse(startedAt ?? '') - begun) < ONE_TRAINING,
  );
}

/**
 * The page of one past set. The answer comes first, then how it felt and what to do now, then the details, folded up. Fires
 * `th-again` (drill id), `th-export`, `th-csv` and `th-delete` (set id).
 */
@customElement('th-summary')
export class ThSummary extends Served {
  static override styles = [commonStyles, tables, folds, sentences, summaryStyles];

  @property() setId = '';
  @state() private _record: SetRecord | null = null;
  /** How many parts below the answer are drawn. Each is a task of its own: the whole page at once would hold up a slow machine. */
  @state() private _parts = 0;
  @state() private _changes: readonly HipChange[] = [];
  /** From when on the app measures as in this set; null: that changes nothing here. */
  @state() private _anew: string | null = null;
  @state() private _bests: readonly PersonalBest[] = [];
  /** The other leg has done the drill in the same training. */
  @state() private _evened = true;
  /** The ending offered the other leg, too. */
  @state() private _other: Side | null = null;
  @state() private _all: readonly SetOverview[] = [];
  /** Null: not read yet. */
  @state() private _since: readonly SinceLast[] | null = null;
  /** The set ended a moment ago. */
  @state() private _finished = false;
  /** The person may still lie on the floor, and reads its ending. */
  @state() private _ending = false;
  @state() private _saved = true;
  @state() private _problem: string | null = null;

  #more: string | null = null;

  constructor() {
    super();
    unfoldForPrint(this);
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (this._record && (changed.has('_record') || changed.has('_all'))) this.#more = this.#findMore(this._record);
  }

  protected override firstUpdated(): void {
    this.services.sets.load(this.setId).then(
      async (record) => {
        // Reading the set and drawing its answer are a task each.
        await nextTask();
        this._record = record;
        this._finished = takeFinished(this.setId);
        this._ending = record !== null && this._finished && this.#hasEnding(record);
        if (record) this.#complete().catch(() => (this._since = []));
        if (!record) this._problem = summaryWords().gone;
      },
      (error: unknown) => {
        this._problem = summaryWords().unreadable(error instanceof Error ? error.message : '');
      },
    );
  }

  /** Adds what follows the answer, then the comparison with earlier sets. If they cannot be loaded, it is left out. */
  async #complete(): Promise<void> {
    for (const parts of [1, 2, 3]) {
      await nextTask();
      this._parts = parts;
    }
    await nextTask();
    const all = await this.services.sets.list();
    this._all = all;
    this._saved = all.find(({ id }) => id === this.setId)?.saved ?? true;
    this._changes = changesSince(this.setId, all);
    this._anew = measuredAnew(this.setId, all);
    // Hips are compared within a drill only.
    const own = datedSets(all).filter(({ drill }) => drill === this._record?.drill);
    const errors = ownErrorsIn(all);
    this._since = sinceLast(this.setId, all, sinceFirstWeeks(own, errors).get(this.setId));
    this._evened = otherLegDone(this.setId, all);
    this._bests = personalBests(own, errors).get(this.setId) ?? [];
  }

  /** Loading replaces the heading that had the focus, so the new one gets it. */
  protected override updated(changed: PropertyValues): void {
    const loaded = changed.has('_record') || changed.has('_problem');
    if (loaded && !this._ending && document.activeElement === document.body)
      this.renderRoot.querySelector('h1')?.focus();
  }

  override render() {
    const record = this._record;
    const words = summaryWords();
    if (this._problem)
      return html`<div class="page"><h1 tabindex="-1">${words.noSuchSet}</h1>
        <p>${this._problem}</p><p><a href="#/history">${commonWords().pastSets}</a></p></div>`;
    if (!record)
      return html`<div class="page"><h1 tabindex="-1">${commonWords().set}</h1><p class="muted" role="status">${words.reading}</p></div>`;
    const drill = drillOf(this.services.drills, record);
    // Pain that is told meanwhile ends the day.
    const isAtEnd = this._ending && drill !== null && !endsToday(record);
    const [brokenOff, advice] = [brokenOffText(record), symptomAdvice(record.ended)];
    return html`<div class="page">
      ${isAtEnd ? html`${this.#unsaved(record)} ${this.#atEnd(record, drill)}` : null}
      ${this.#header(record, drill)} ${isAtEnd ? null : this.#unsaved(record)} ${brokenOff && html`<p class="note" role="note">${brokenOff}</p>`} ${advice && html`<div class="note bad" role="note"><strong>${advice.title}</strong><span>${advice.text}</span></div>`}
      ${this.#answer(record, drill)} ${this._parts >= 1 ? html`${this.#after(record, drill)} ${this.#programme(record)} ${this.#whatNow(record, drill)}` : null}
      ${this._parts >= 2 && record.source.kind !== 'none' ? this.#details(record, drill) : null}
      ${this._parts >= 3 ? this.#keep(record) : null}
    </div>`;
  }

  /** Not after a symptom, whose advice comes first, nor after a hip test, whose passport follows. In a programme it lasts until the next part. */
  #hasEnding(record: SetRecord): boolean {
    const drill = this.services.drills.find(({ id }) => id === record.drill);
    const { kind } = record.source;
    const isOwn = kind === 'camera' || kind === 'none';
    return isOwn && hasBegun(record) && !endsToday(record) && drill !== undefined && !drill.hipTest;
  }

  #atEnd(record: SetRecord, drill: DrillDefinition) {
    loadPart(this, import('./th-ending.ts'));
    return html`<th-ending
      .services=${this.services}
      .record=${record}
      .drill=${drill}
      .since=${this._since}
      .bests=${this._bests}
      .evened=${this._evened}
      .more=${this.#more}
      @th-done=${this.#toDesk}
    ></th-ending>`;
  }

  readonly #toDesk = ({ detail }: CustomEvent<Side | null>): void => {
    this._other = detail;
    this._ending = false;
    focusLater(this);
  };

  #header(record: SetRecord, drill: DrillDefinition | null) {
    const words = summaryWords();
    // A hip test has neither goal nor rules.
    const isTest = drill?.hipTest !== undefined;
    const facts = [formatDate(record.startedAt), sideName(record.side)];
    if (!isTest) facts.push(storedGoalName(record.goal));
    if (record.source.kind !== 'camera') facts.push(words.sources[record.source.kind]);
    if (record.strictness && !isTest) facts.push(strictnessName(record.strictness));
    if (record.phone) facts.push(words.byPhone);
    return html`<header class="row head">
      ${drill ? html`<th-drill-still aria-hidden="true" .drill=${drill} .side=${record.side}></th-drill-still>` : null}
      <h1 tabindex="-1">${drill?.title ?? record.drill}</h1>
      <p class="eyebrow row"><span>${facts.join(' · ')}</span><span class="chip">${this.#endOf(record, drill)}</span></p>
    </header>`;
  }

  #endOf(record: SetRecord, drill: DrillDefinition | null): string {
    const skipped = record.ended === 'finished' && drill && !drill.hipTest && hasSkippedPart(record, drill);
    return skipped ? summaryWords().skipped : endName(record.ended);
  }

  /** Comes first, because the set is lost when the tab closes. */
  #unsaved({ id }: SetRecord) {
    if (this._saved) return null;
    const { title, text, now } = summaryWords().unsaved;
    return html`<div class="note bad" role="alert">
      <strong>${title}</strong><span>${text}</span>
      <p><button class="primary" @click=${() => fire(this, 'th-export', id)}>${now}</button></p>
    </div>`;
  }

  /** Not after the demo or an analysed video: the person did not perform these. */
  #after(record: SetRecord, drill: DrillDefinition | null) {
    if (!isPerformed(record.source.kind)) return null;
    loadPart(this, import('./th-after-set.ts'));
    return html`<th-after-set
      .services=${this.services}
      .record=${record}
      .drill=${drill}
      @th-after=${(event: AfterEvent) => (this._record = { ...record, after: event.detail })}
    ></th-after-set>`;
  }

  /** A hip test has a table of its own instead of one range. */
  #answer(record: SetRecord, drill: DrillDefinition | null) {
    if (drill?.hipTest === undefined)
      return html`<th-answer .record=${record} .drill=${drill} .changes=${this._changes} .since=${this._since} .bests=${this._bests} .more=${this.#more}></th-answer>`;
    loadPart(this, import('../hip-test/th-test-result.ts'));
    return html`<th-test-result .services=${this.services} .record=${record}></th-test-result>`;
  }

  /** One thing more that the last sets of the drill were borne for, with the answers after this one. Of an older set: nothing. */
  #findMore(record: SetRecord): string | null {
    const own = this.services.overviewOf(record);
    const drill = drillOf(this.services.drills, record);
    const isLater = ({ startedAt }: SetOverview) => Date.parse(startedAt ?? '') > Date.parse(own.startedAt ?? '');
    const isOld = this._all.some((set) => set.drill === own.drill && isPerformed(set.source) && isLater(set));
    return drill && !isOld && isPerformed(own.source) ? moreText(this.services, drill, own, this._all) : null;
  }

  #programme(record: SetRecord) {
    if (Object.keys(this.services.settings.current.programmeRuns).length === 0) return null;
    loadPart(this, import('../programmes/th-next-part.ts'));
    return html`<th-next-part .services=${this.services} .record=${record} ?finished=${this._finished}></th-next-part>`;
  }

  /**
   * The buttons. After a symptom or too much pain the day ends: "Do it again" is not offered, and to finish is the main
   * button. Otherwise the next part of a programme, or the passport of a hip test, is what to do, so none of these is the main
   * one.
   */
  #whatNow(record: SetRecord, drill: DrillDefinition | null) {
    const words = summaryWords();
    const runs = Object.values(this.services.settings.current.programmeRuns);
    const inProgramme = runs.some((run) => run.sets.some(({ set }) => set === record.id));
    const isOver = endsToday(record);
    // After a hip test the passport is what follows.
    const isMain = isOver || (!inProgramme && drill?.hipTest === undefined);
    const main = isMain ? 'primary large' : '';
    const other = isOver ? null : this._other;
    const isOtherFirst = other !== null && !this._evened;
    const first = isOver
      ? html`<a class="button ${main}" href=${routeHash({ screen: 'home' })}>${words.endToday}</a>`
      : drill &&
        html`${other && html`<button class=${isOtherFirst ? main : 'large'} @click=${() => this.#toLeg(other, drill)}>${words.ending.otherLeg[other]}</button>`}
          <button class=${isOtherFirst ? 'large' : main} @click=${() => fire(this, 'th-again', drill.id)}>${commonWords().again}</button>`;
    return html`<p class="row tools ${isMain && !this._ending ? 'now' : ''}">${first}
      <a class="button ${isMain ? 'large' : ''}" href=${routeHash({ screen: 'report', id: record.id })}>${commonWords().report}</a>
    </p>`;
  }

  #toLeg(side: Side, { id }: DrillDefinition): void {
    changeSettings(this, { side });
    fire(this, 'th-again', id);
  }

  /** A hip test has no rounds and watches no rule, so their parts would be empty. */
  #details(record: SetRecord, drill: DrillDefinition | null) {
    const isTest = drill?.hipTest !== undefined;
    return html`<div class="panel folds">
      ${isTest ? null : fold('lessons', summaryWords().lessons, this.#findings(record, drill))}
      ${fold('time', summaryWords().plot.title(angleWords(record.range).column), html`<th-plot .record=${record} .drill=${drill}></th-plot>`)}
      ${isTest ? null : summaryTables(record, drill, this.services.settings.current.units)}
      ${fold('seen', summaryWords().howSeen, this.#seen(record, drill))}
    </div>`;
  }

  /** What the data show, how the set before compares, and the rounds as bars. */
  #findings(record: SetRecord, drill: DrillDefinition | null) {
    const doubtful = doubtsOf(record).length > 0;
    const lines = [
      ...(drill && !doubtful ? lessonLines(record, drill, lessonWords()) : []),
      ...changeLines(this._changes),
      ...anewLines(this._anew),
    ];
    const { sets } = record.summary;
    const note = comparisonNote(record);
    return html`${lines.length === 0 ? null : html`<ul class="num sentences">${itemsInSteps(lines, (line) => html`<li>${line}</li>`)}</ul>`}
      ${sets.length > 1 && bestRange(record) ? html`<h3>${summaryWords().allRounds}</h3><th-range-bars .ranges=${sets}></th-range-bars>` : null}
      ${note === null ? null : html`<p class="small muted">${note}</p>`}`;
  }

  #seen(record: SetRecord, drill: DrillDefinition | null) {
    const list = unwatchedFaults(record.summary.muted, drill);
    const { engine, source } = record;
    const answer = backAnswerText(record, drill);
    const words = summaryWords();
    const size = `${source.width} × ${source.height}`;
    return html`${coverageLines(record).map((line) => html`<p>${line}</p>`)}
      ${
        list.length === 0
          ? null
          : html`<h3>${words.notWatched}</h3>
            ${bullets(
              list.map(({ name, why }) => `${name}: ${why}`),
              'sentences',
            )}`
      }
      ${answer === null ? null : html`<p>${answer}</p>`}
      <p class="small muted">
        ${words.origin.measured(engine.model, engine.backend, source.frames, size)} ${originText(record)} ${words.origin.coaching}
      </p>`;
  }

  #keep(record: SetRecord) {
    const words = summaryWords();
    return html`<th-note .services=${this.services} .record=${record} @th-note=${(event: NoteEvent) => (this._record = { ...record, note: event.detail })}></th-note>
    <div class="row tools" role="group" aria-label=${words.keep}>
      <button @click=${() => fire(this, 'th-export', record.id)}>${words.exportJson}</button>
      <button @click=${() => fire(this, 'th-csv', record.id)}>${words.exportCsv}</button>
      <button class="danger" @click=${() => fire(this, 'th-delete', record.id)}>${commonWords().delete}</button>
    </div>`;
  }
}
