import { html, LitElement, type PropertyValues } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { checksOfSet } from '../../coach/self-check/checks-of-set.ts';
import type { SelfCheckRecord } from '../../coach/self-check/self-check-record.ts';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { doubtsOf } from '../../coach/record/doubts.ts';
import type { RangeSummary, SetRecord } from '../../coach/record/set-record.ts';
import { isSideCheck } from '../../coach/rules/range-rules.ts';
import { rangeTexts } from '../../i18n/en/ranges.ts';
import { reportWords } from '../../i18n/en/report.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import { summaryWords } from '../../i18n/en/summary.ts';
import { trendWords } from '../../i18n/en/trends.ts';
import { trendSentence } from '../charts/trend-text.ts';
import { changeCellOf } from './change-text.ts';
import { formatDate, formatGross, formatShare } from '../elements/format.ts';
import { strongAngle } from '../elements/strong-angle.ts';
import { rowsInSteps } from '../elements/in-steps.ts';
import { borrowedCell, overviewWords } from './range-words.ts';
import { flagLines, limitLines, methodLines, reportTrends, trendOf } from './report-text.ts';
import { plannedProgrammes } from './report-programme.ts';
import { reportStyles } from './report-styles.ts';
import { routeHash } from '../shell/router.ts';
import type { Services } from '../shell/services.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { stackForPhones } from './summary-tables.ts';
import { checkLine } from '../self-check/check-texts.ts';
import { base, buttons, fields, panels } from '../styles/styles.ts';
import { backAnswerText, networkLines, summarySentence, unwatchedFaults } from './summary-text.ts';
import { tables } from '../styles/table-styles.ts';
import { endName, sideName, storedGoalName } from '../shell/words.ts';
import { gapTexts, noFlagText, watchedIn } from './watched-text.ts';
import '../charts/th-range-bars.ts';
import '../charts/th-trend-chart.ts';
import '../history/th-end-time.ts';

/**
 * Report for a physiotherapist on three printed sheets: the set; the weeks, left beside right, and the planned programme;
 * methods, error and limits.
 */
@customElement('th-report')
export class ThReport extends LitElement {
  static override styles = [base, buttons, panels, tables, fields, reportStyles];

  @property({ attribute: false }) services!: Services;
  @property() setId = '';
  @state() private _record: SetRecord | null = null;
  @state() private _sets: readonly SetOverview[] = [];
  @state() private _checks: readonly SelfCheckRecord[] = [];
  @state() private _problem: string | null = null;
  @state() private _nameLost = false;

  /** Loads here rather than in connectedCallback: a lazily loaded element gets its properties only now. */
  protected override firstUpdated(): void {
    const { sets, selfChecks } = this.services;
    Promise.all([sets.load(this.setId), sets.list()]).then(
      ([record, all]) => {
        this._record = record;
        this._sets = all;
        if (record === null) this._problem = summaryWords().gone;
      },
      () => (this._problem = reportWords().unreadable),
    );
    selfChecks.list().then(
      (checks) => {
        this._checks = checks;
      },
      () => undefined,
    );
  }

  override render() {
    const record = this._record;
    const words = reportWords();
    return html`<div class="tools row">
        <button class="primary" ?disabled=${!record} @click=${() => print()}>${words.print}</button>
        <a class="button" href=${routeHash({ screen: 'set', id: this.setId })}>${words.back}</a>
        ${this.#nameField()}
      </div>
      ${
        record
          ? html`${this.#setSheet(record)} ${this.#isTest(record) ? null : this.#weeksSheet(record)} ${this.#contextSheet(record)}`
          : html`<section class="sheet"><h1 tabindex="-1">${words.heading}</h1><p role="status">${this._problem ?? summaryWords().reading}</p></section>`
      }`;
  }

  #nameField() {
    const words = reportWords();
    return html`<label class="name">
      ${words.name}
      <input type="text" maxlength="80" autocomplete="name" .value=${this.services.settings.current.reportName} @change=${this.#named} />
      <span class="small muted" role="status">${this._nameLost ? words.nameLost : words.nameNote}</span>
    </label>`;
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
    for (const table of this.renderRoot.querySelectorAll('table')) stackForPhones(table);
    if (changed.has('_record') && document.activeElement === document.body)
      this.renderRoot.querySelector('h1')?.focus();
  }

  #titleOf(record: SetRecord): string {
    const drill = this.services.drills.find(({ id }) => id === record.drill);
    return reportWords().title(drill?.title ?? record.drill, sideName(record.side));
  }

  #isTest({ drill }: SetRecord): boolean {
    return this.services.drills.find(({ id }) => id === drill)?.hipTest !== undefined;
  }

  /** What a set showed. A hip test has a table of its own instead of one range, and no rule that was watched. */
  #result(record: SetRecord, drill: DrillDefinition | null) {
    if (this.#isTest(record)) {
      import('../hip-test/th-test-result.ts').catch(() => undefined);
      return html`<th-test-result .record=${record}></th-test-result> ${this.#programme()}`;
    }
    const { summary } = record;
    const words = reportWords();
    const watched = watchedIn(record, drill);
    const gaps = gapTexts(watched, record.phases[0]?.start ?? record.frames[0]?.t ?? 0);
    const flags = flagLines(record.flags, this.services.settings.current.units, drill);
    return html`<p class="says">${[summarySentence(record), ...networkLines(record)].join(' ')}</p>
      ${summary.sets.length === 0 || isSideCheck(record) || doubtsOf(record).length > 0 ? null : html`<th-range-bars .ranges=${summary.sets}></th-range-bars> ${this.#rounds(summary.sets)}`}
      ${summary.repsAll > 0 ? html`<p>${summaryWords().repsCounted(summary.repsGood, summary.repsAll)}</p>` : null}
      ${
        record.source.kind === 'none'
          ? null
          : html`<h2 class="sub">${words.helped}</h2>
            ${flags.length === 0 ? html`<p>${noFlagText(words.nothing, watched)}</p>` : this.#list(flags)}
            ${gaps.length > 0 ? this.#list(gaps) : null}`
      }`;
  }

  #setSheet(record: SetRecord) {
    const { after } = record;
    const words = reportWords();
    const goal = this.#isTest(record) ? [] : [storedGoalName(record.goal)];
    const facts = [formatDate(record.startedAt), ...goal, endName(record.ended)];
    if (record.source.kind !== 'camera') facts.push(summaryWords().sources[record.source.kind]);
    const felt = [
      after?.effort === undefined || after.effort === null ? '' : words.effort(after.effort),
      after?.pain === undefined || after.pain === null ? '' : words.pain(after.pain),
    ].filter((text) => text !== '');
    const drill = this.services.drills.find(({ id }) => id === record.drill) ?? null;
    const { reportName } = this.services.settings.current;
    const back = backAnswerText(record, drill);
    return html`<section class="sheet" aria-labelledby="set">
      ${reportName === '' ? null : html`<p class="person">${reportName}</p>`}
      <p class="small muted">${words.of(facts.join(' · '))}</p>
      <h1 id="set" tabindex="-1">${this.#titleOf(record)}</h1>
      ${this.#result(record, drill)}
      ${record.note?.text ? html`<p>${words.note(record.note.text)}</p>` : null}
      ${felt.length > 0 ? html`<p>${words.felt(felt.join(', '))}</p>` : null} ${back === null ? null : html`<p>${back}</p>`}
    </section>`;
  }

  #rounds(ranges: readonly RangeSummary[]) {
    const words = reportWords();
    const columns = summaryWords().tables;
    return html`<div class="table-wrap" tabindex="0" role="region" aria-label=${words.rounds}><table>
      <thead>
        <tr>
          <th scope="col">${words.round}</th>
          <th scope="col" class="n">${columns.clean}</th>
          <th scope="col" class="n">${columns.borrowed}</th>
          <th scope="col" class="n">${columns.gross}</th>
          <th scope="col" class="n">${columns.seen}</th>
          <th scope="col" class="n">${columns.pelvisWatched}</th>
        </tr>
      </thead>
      <tbody>
        ${rowsInSteps(
          ranges,
          (range) => html`<tr>
            <th scope="row">${rangeTexts().round(sideName(range.side), range.round)}</th>
            <td class="n">${strongAngle(range.clean, range.sd, false)}</td>
            <td class="n">${borrowedCell(range)}</td>
            <td class="n">${formatGross(range)}</td>
            <td class="n">${formatShare(range.coverage)}</td>
            <td class="n">${formatShare(range.pelvisWatched)}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>`;
  }

  #weeksSheet(record: SetRecord) {
    const words = reportWords();
    return html`<section class="sheet">
      ${this.#sides(record)}
      <h3 id="trend">${words.trend}</h3>
      ${this.#trend(record)} ${this.#endTime(record)} ${this.#programme()}
    </section>`;
  }

  /** The best ranges of each hip over the weeks, up to this set, left beside right. */
  #sides(record: SetRecord) {
    const trends = reportTrends(record, this._sets);
    const words = reportWords();
    const title = this.services.drills.find(({ id }) => id === record.drill)?.title ?? record.drill;
    return html`<h2>${words.weeks(title)}</h2>
      <div class="sides">
        ${trends.map(
          (trend) => html`<div class="stack-s">
            <h3>${trendWords().hip(trend.side)}</h3>
            <th-trend-chart .trend=${trend} .beside=${trends}></th-trend-chart>
            <p>${trendSentence(trend)}</p>
          </div>`,
        )}
      </div>
      ${trends.length === 0 ? html`<p>${words.noTrend}</p>` : html`<p class="small muted">${words.alike}</p>`}`;
  }

  /** The weeks up to this set. */
  #endTime({ startedAt }: SetRecord) {
    const until = Date.parse(startedAt ?? '');
    if (Number.isNaN(until) || !this._sets.some(({ endTimes }) => endTimes !== undefined)) return null;
    return html`<th-end-time dense .sets=${this._sets} .until=${until}></th-end-time>`;
  }

  /** What is planned for the week, with the drills of each programme. */
  #programme() {
    const entries = plannedProgrammes(this.services);
    return entries.length === 0
      ? null
      : html`<h3>${reportWords().planned}</h3>
        ${entries.map(({ when, parts }) => html`<div class="stack-s"><p><strong>${when}</strong></p>${this.#list(parts)}</div>`)}`;
  }

  #contextSheet(record: SetRecord) {
    const words = reportWords();
    const drill = this.services.drills.find(({ id }) => id === record.drill) ?? null;
    if (record.source.kind === 'none')
      return html`<section class="sheet"><h2>${words.measured}</h2>${this.#list(methodLines(record))}</section>`;
    const unseen = unwatchedFaults(record.summary.muted, drill).map(({ name, why }) => `${name}: ${why}`);
    return html`<section class="sheet">
      <h2>${words.measured}</h2>
      ${this.#list(methodLines(record))}
      <h3>${words.limits}</h3>
      ${this.#list(limitLines(record))} ${this.#ownChecks(record)}
      ${unseen.length > 0 ? html`<h3>${summaryWords().notWatched}</h3>${this.#list(unseen)}` : null}
    </section>`;
  }

  /** What the person's own instrument says about this hip in this drill. */
  #ownChecks(record: SetRecord) {
    const lines = checksOfSet(record, this._checks).map(({ check, samePlace }) =>
      checkLine(check, formatDate(check.at), samePlace),
    );
    return lines.length === 0 ? null : html`<h3>${selfCheckWords().list.heading}</h3>${this.#list(lines)}`;
  }

  #trend(record: SetRecord) {
    const words = reportWords();
    const rows = trendOf(record, this._sets);
    return html`<div class="table-wrap" tabindex="0" role="region" aria-labelledby="trend"><table>
      <thead>
        <tr>
          <th scope="col">${words.date}</th>
          <th scope="col" class="n">${words.best}</th>
          <th scope="col">${words.knownAs}</th>
          <th scope="col">${words.since}</th>
          <th scope="col" class="n">${summaryWords().tables.flags}</th>
          <th scope="col">${words.end}</th>
        </tr>
      </thead>
      <tbody>
        ${rowsInSteps(
          rows,
          (set) => html`<tr>
            <th scope="row">${set.id === record.id ? words.thisSet(formatDate(set.startedAt)) : formatDate(set.startedAt)}</th>
            <td class="n">${set.clean === null ? '–' : strongAngle(set.clean, set.sd, false)}</td>
            <td>${overviewWords(set) || '–'}</td>
            <td>${changeCellOf(set.id, this._sets) || '–'}</td>
            <td class="n">${set.source === 'none' ? '–' : set.flags}</td>
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
