import '../charts/th-range-bars.ts';
import '../charts/th-trend-chart.ts';
import { html, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import type { RangeSummary, SetRecord } from '../../coach/record/set-record.ts';
import { doubtsOf } from '../../coach/record/watched.ts';
import { isSideCheck } from '../../coach/rules/range-rules.ts';
import { rangeTexts } from '../../i18n/en/ranges.ts';
import { reportWords } from '../../i18n/en/report.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { trendWords } from '../../i18n/en/trends.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { WEEKDAYS } from '../../training/planning/civil-day.ts';
import { cleanReps } from '../../training/review/what-was-good.ts';
import { weeksSentence } from '../charts/trend-text.ts';
import { dataTable, numbers, plain, rowHead } from '../elements/data-table.ts';
import { formatDate, formatGross, formatShare } from '../elements/format.ts';
import { bullets } from '../elements/in-steps.ts';
import { endTime, endTimeStyles } from '../history/end-time.ts';
import { nameOf } from '../people/change-person.ts';
import { findProgramme, partsFor } from '../programmes/programme-plan.ts';
import { dayName, partFacts, partTitle } from '../programmes/programme-words.ts';
import { routeHash } from '../shell/router.ts';
import { loadPart, Served } from '../shell/services.ts';
import { drillTitle, endName, sideName, storedGoalName } from '../shell/words.ts';
import { base, buttons, fields, panels } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { changeCellOf } from './change-text.ts';
import { flagCount, strongAngle } from './range-cells.ts';
import { borrowedCell, overviewWords } from './range-words.ts';
import { reportStyles } from './report-styles.ts';
import { flagLines, limitLines, methodLines, painLines, reportStories, trendOf } from './report-text.ts';
import { backAnswerText, networkLines, summarySentence, unwatchedFaults } from './summary-text.ts';
import { drillOf, gapTexts, noFlagText, watchedIn } from './watched-text.ts';
import { commonWords } from '../../i18n/en/common.ts';

/**
 * Report for a physiotherapist on three printed sheets: the set; the weeks, left beside right, and the planned programme;
 * methods, error and limits.
 */
@customElement('th-report')
export class ThReport extends Served {
  static override styles = [base, buttons, panels, tables, fields, endTimeStyles, reportStyles];

  @property() setId = '';
  @state() private _record: SetRecord | null = null;
  @state() private _sets: readonly SetOverview[] = [];
  @state() private _problem: string | null = null;
  @state() private _nameLost = false;

  protected override firstUpdated(): void {
    const { sets } = this.services;
    Promise.all([sets.load(this.setId), sets.list()]).then(
      ([record, all]) => {
        this._record = record;
        this._sets = all;
        if (record === null) this._problem = summaryWords().gone;
      },
      () => (this._problem = reportWords().unreadable),
    );
  }

  override render() {
    const record = this._record;
    const words = reportWords();
    return html`<div class="tools row screen-only">
        <button class="primary" ?disabled=${!record} @click=${() => print()}>${words.print}</button>
        <a class="button" href=${routeHash({ screen: 'set', id: this.setId })}>${words.back}</a>
        ${this.#nameField()}
      </div>
      ${
        record
          ? html`${this.#setSheet(record)} ${this.#isTest(record) ? null : this.#weeksSheet(record)} ${this.#contextSheet(record)}`
          : html`<section class="sheet"><h1 tabindex="-1">${commonWords().report}</h1><p role="status">${this._problem ?? summaryWords().reading}</p></section>`
      }`;
  }

  #nameField() {
    const words = reportWords();
    return html`<label class="name">
      ${words.name}
      <input type="text" maxlength="80" autocomplete="name" placeholder=${this.#nameHere()} .value=${this.services.settings.current.reportName} @change=${this.#named} />
      <span class="small muted" role="status">${this._nameLost ? words.nameLost : words.nameNote}</span>
    </label>`;
  }

  /** The name that is printed: where several train never none, so that no report is taken for another's. */
  #nameHere(): string {
    const { settings, people } = this.services;
    return settings.current.reportName || (people.several ? nameOf(this.services, people.here) : '');
  }

  readonly #named = (event: Event): void => {
    const reportName = (event.currentTarget as HTMLInputElement).value.trim();
    this.services.settings.change({ reportName }).then(
      () => (this._nameLost = false),
      () => (this._nameLost = true),
    );
    this.requestUpdate();
  };

  /** Loading replaces the heading that had the focus, so the new one gets it. */
  protected override updated(changed: PropertyValues): void {
    if (changed.has('_record') && document.activeElement === document.body)
      this.renderRoot.querySelector('h1')?.focus();
  }

  #isTest({ drill }: SetRecord): boolean {
    return this.services.drills.find(({ id }) => id === drill)?.hipTest !== undefined;
  }

  /** What a set showed. A hip test has a table of its own instead of one range, and no rule that was watched. */
  #result(record: SetRecord, drill: DrillDefinition | null) {
    if (this.#isTest(record)) {
      loadPart(this, import('../hip-test/th-test-result.ts'));
      return html`<th-test-result unfolded .services=${this.services} .record=${record}></th-test-result> ${this.#programme()}`;
    }
    const { summary } = record;
    const words = reportWords();
    const watched = watchedIn(record, drill);
    const gaps = gapTexts(watched, record.phases[0]?.start ?? record.frames[0]?.t ?? 0);
    const flags = flagLines(record.flags, this.services.settings.current.units, drill);
    return html`<p class="says">${[summarySentence(record), ...networkLines(record)].join(' ')}</p>
      ${summary.sets.length === 0 || isSideCheck(record) || doubtsOf(record).length > 0 ? null : html`<th-range-bars .ranges=${summary.sets}></th-range-bars> ${this.#rounds(summary.sets)}`}
      ${summary.repsAll > 0 ? html`<p>${summaryWords().repsDone(cleanReps(record), summary.repsAll)}</p>` : null}
      ${
        record.source.kind === 'none'
          ? null
          : html`<h2 class="sub">${words.helped}</h2>
            ${flags.length === 0 ? html`<p>${noFlagText(words.nothing, watched)}</p>` : bullets(flags)}
            ${gaps.length > 0 ? bullets(gaps) : null}`
      }`;
  }

  #setSheet(record: SetRecord) {
    const { after } = record;
    const words = reportWords();
    const goal = this.#isTest(record) ? [] : [storedGoalName(record.goal)];
    const facts = [formatDate(record.startedAt), ...goal, endName(record.ended)];
    if (record.source.kind !== 'camera') facts.push(summaryWords().sources[record.source.kind]);
    if (record.phone) facts.push(summaryWords().byPhone);
    const felt = [
      after?.effort === undefined || after.effort === null ? '' : words.effort(after.effort),
      after?.pain === undefined || after.pain === null ? '' : words.pain(after.pain),
    ].filter((text) => text !== '');
    const drill = drillOf(this.services.drills, record);
    const name = this.#nameHere();
    const back = backAnswerText(record, drill);
    return html`<section class="sheet" aria-labelledby="set">
      ${name === '' ? null : html`<p class="person">${name}</p>`}
      <p class="small muted">${words.of(facts.join(' · '))}</p>
      <h1 id="set" tabindex="-1">${words.title(drillTitle(this.services.drills, record.drill), sideName(record.side))}</h1>
      ${this.#result(record, drill)}
      ${record.note?.text ? html`<p>${words.note(record.note.text)}</p>` : null}
      ${felt.length > 0 ? html`<p>${words.felt(felt.join(', '))}</p>` : null} ${back === null ? null : html`<p>${back}</p>`}
    </section>`;
  }

  #rounds(ranges: readonly RangeSummary[]) {
    const words = reportWords();
    const columns = summaryWords().tables;
    return dataTable(
      ranges,
      [
        rowHead(words.round, ({ side, round }) => rangeTexts().round(sideName(side), round)),
        numbers(commonWords().hipAlone, ({ clean, sd }) => strongAngle(clean, sd, false)),
        numbers(commonWords().fromPelvis, borrowedCell),
        numbers(commonWords().legInTotal, formatGross),
        numbers(columns.seen, ({ coverage }) => formatShare(coverage)),
        numbers(columns.pelvisWatched, ({ pelvisWatched }) => formatShare(pelvisWatched)),
      ],
      { label: words.rounds },
    );
  }

  #weeksSheet(record: SetRecord) {
    return html`<section class="sheet">
      ${this.#sides(record)}
      <h3 id="trend">${reportWords().trend(sideName(record.side))}</h3>
      ${this.#trend(record)} ${this.#endTime(record)} ${this.#programme()}
    </section>`;
  }

  /** The best ranges of each hip over the weeks, up to this set, left beside right. */
  #sides(record: SetRecord) {
    const stories = reportStories(record, this._sets);
    const words = reportWords();
    const title = drillTitle(this.services.drills, record.drill);
    return html`<h2>${words.weeks(title)}</h2>
      <div class="sides">
        ${stories.map((story) => {
          const told = weeksSentence(story);
          return html`<div class="stack-s">
              <h3>${trendWords().hip(story.side)}</h3>
              <th-trend-chart label=${told} .trend=${story.trend} .beside=${stories.map(({ trend }) => trend)}></th-trend-chart>
              <p>${told}</p>
            </div>`;
        })}
      </div>
      ${stories.length === 0 ? html`<p>${words.noTrend}</p>` : null}`;
  }

  #endTime({ startedAt }: SetRecord) {
    const until = Date.parse(startedAt ?? '');
    if (Number.isNaN(until) || !this._sets.some(({ endTimes }) => endTimes !== undefined)) return null;
    return endTime(this._sets, { dense: true, until });
  }

  /** The programmes in the plan of the week. Those that no longer exist are left out. */
  #programme() {
    const { current } = this.services.settings;
    const words = reportWords();
    const entries = current.week.flatMap(({ programme: id, days, at }) => {
      const programme = findProgramme(this.services, id);
      if (programme === null) return [];
      const named = days.toSorted((a, b) => a - b).map(dayName);
      // A block that is done several times is listed once.
      const parts = partsFor(this.services, programme)
        .filter(({ time }) => time === 1)
        .map((part) => words.laps(`${partTitle(part)} · ${partFacts(part, current)}`, part.times));
      const when = words.on(programme.title, days.length === WEEKDAYS.length ? null : named.join(', '), at.length);
      return [html`<div class="stack-s"><p><strong>${when}</strong></p>${bullets(parts)}</div>`];
    });
    return entries.length === 0 ? null : html`<h3>${words.planned}</h3>${entries}`;
  }

  #contextSheet(record: SetRecord) {
    const words = reportWords();
    const drill = drillOf(this.services.drills, record);
    if (record.source.kind === 'none')
      return html`<section class="sheet"><h2>${words.measured}</h2>${bullets(methodLines(record))}</section>`;
    const unseen = unwatchedFaults(record.summary.muted, drill).map(({ name, why }) => `${name}: ${why}`);
    return html`<section class="sheet">
      <h2>${words.measured}</h2>
      ${bullets(methodLines(record))}
      <h3>${words.limits}</h3>
      ${bullets(limitLines(record))}
      ${unseen.length > 0 ? html`<h3>${summaryWords().notWatched}</h3>${bullets(unseen)}` : null}
    </section>`;
  }

  #trend(record: SetRecord) {
    const words = reportWords();
    const date = ({ id, startedAt }: SetOverview) =>
      id === record.id ? words.thisSet(formatDate(startedAt)) : formatDate(startedAt);
    const sets = trendOf(record, this._sets);
    // What is the same in every row stands in the head.
    const [known = '', ...others] = new Set(sets.map(overviewWords));
    const isPainTold = sets.some(({ pain }) => pain !== undefined);
    const hurt = painLines(sets, this._sets, (drill) => drillTitle(this.services.drills, drill));
    return html`${dataTable(
      sets,
      [
        rowHead(commonWords().date, date),
        numbers(
          others.length > 0 || known === '' ? commonWords().bestRange : `${commonWords().bestRange}, ${known}`,
          ({ clean, sd }) => (clean === null ? '–' : strongAngle(clean, sd, false)),
        ),
        others.length > 0 ? plain(words.knownAs, (set) => overviewWords(set) || '–') : null,
        plain(words.since, ({ id }) => changeCellOf(id, this._sets) || '–'),
        numbers(commonWords().flags, flagCount),
        isPainTold ? numbers(commonWords().pain, ({ pain }) => pain ?? '–') : null,
        plain(commonWords().end, ({ ended }) => endName(ended)),
      ],
      { labelledby: 'trend' },
    )}
    ${hurt.map((line) => html`<p>${line}</p>`)}`;
  }
}
