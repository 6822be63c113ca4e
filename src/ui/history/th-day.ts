import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { isoDay, parseIsoDay, type CivilDay, dayInZone } from '../../coach/planning/civil-day.ts';
import { absence, absenceIn, hiddenRules } from '../../coach/record/watched.ts';
import { bestOfSides } from '../../coach/review/compare-sets.ts';
import { historyWords } from '../../i18n/en/history.ts';
import { datedSets, endOf, formatDay } from './days.ts';
import { formatDate } from '../elements/format.ts';
import { strongAngle } from '../elements/strong-angle.ts';
import { rowsInSteps } from '../elements/in-steps.ts';
import { findProgramme } from '../programmes/programme-plan.ts';
import { overviewWords } from '../summary/range-words.ts';
import { routeHash } from '../shell/router.ts';
import type { Services } from '../shell/services.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { commonStyles } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { personsZone } from '../programmes/week-input.ts';
import { sideAndGoal } from '../shell/words.ts';
import './th-sides.ts';

/** All sets of one day: a summary, left and right hip side by side, and a table. */
@customElement('th-day')
export class ThDay extends LitElement {
  static override styles = [
    commonStyles,
    tables,
    css`
      .said {
        display: block;
        max-inline-size: 44ch;
        white-space: pre-line;
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  /** The day as "2026-11-20". */
  @property() day = '';
  @state() private _sets: readonly SetOverview[] | null = null;

  readonly #dayOf = dayInZone(personsZone());

  /** Loads here rather than in connectedCallback: a lazily loaded element gets its properties only now. */
  protected override firstUpdated(): void {
    this.services.sets.list().then(
      (sets) => (this._sets = sets),
      () => (this._sets = []),
    );
  }

  override render() {
    const day = parseIsoDay(this.day);
    const sets = this._sets;
    const words = historyWords();
    return html`<div class="page">
      <header class="stack-s">
        <p class="small"><a href="#/history">${words.heading}</a></p>
        <h1 tabindex="-1">${day === null ? words.day.noSuch : longDay(day)}</h1>
      </header>
      ${day === null ? html`<p>${words.day.notThere}</p>` : sets === null ? html`<p class="muted" role="status">${words.reading}</p>` : this.#content(day, sets)}
    </div>`;
  }

  /** The sets of the day, earliest first. */
  #setsOn(day: CivilDay, sets: readonly SetOverview[]): readonly SetOverview[] {
    const ids = new Set(datedSets(sets).flatMap(({ id, at }) => (this.#dayOf(at) === day ? [id] : [])));
    return sets.filter(({ id }) => ids.has(id)).toReversed();
  }

  #content(day: CivilDay, all: readonly SetOverview[]) {
    const sets = this.#setsOn(day, all);
    return html`${sets.length === 0 ? html`<p class="muted">${historyWords().day.none}</p>` : html`${this.#totals(sets)} ${this.#sides(sets)} ${this.#table(sets)}`}
    ${this.#neighbours(day, all)}`;
  }

  #totals(sets: readonly SetOverview[]) {
    const drills = new Set(sets.map(({ drill }) => drill)).size;
    const flags = sets.reduce((sum, set) => sum + set.flags, 0);
    const programmes = this.#programmes(sets);
    const words = historyWords().day;
    const drillOf = (set: SetOverview) => this.services.drills.find(({ id }) => id === set.drill) ?? null;
    const measured = sets.filter(({ source }) => source !== 'none');
    const untold = sets.length - measured.length;
    const absent = measured.map((set) => absence(set.watched, hiddenRules(set.muted ?? [], drillOf(set))));
    return html`<p>
      ${words.did(sets.length, drills)} ${measured.length === 0 ? null : flags > 0 ? words.flags(flags) : words.noFlags[absenceIn(absent)]}
      ${untold === 0 ? null : words.withoutCamera(untold)}
      ${programmes.length > 0 ? words.partOf(programmes.join(', ')) : null}
    </p>`;
  }

  /** Titles of the programmes in progress that contain one of these sets. */
  #programmes(sets: readonly SetOverview[]): readonly string[] {
    const { programmeRuns } = this.services.settings.current;
    const ids = new Set(sets.map(({ id }) => id));
    return Object.entries(programmeRuns).flatMap(([id, run]) =>
      run.sets.some(({ set }) => ids.has(set)) ? [findProgramme(this.services, id)?.title ?? id] : [],
    );
  }

  #sides(sets: readonly SetOverview[]) {
    const drills = [...new Set(sets.filter(({ hips }) => hips && hips.length > 0).map(({ drill }) => drill))];
    return drills.map((id) => {
      const hips = sets.filter(({ drill }) => drill === id).flatMap((set) => set.hips ?? []);
      const { left, right } = bestOfSides(hips);
      return html`<th-sides .heading=${this.#title(id)} .left=${left} .right=${right}></th-sides>`;
    });
  }

  #table(sets: readonly SetOverview[]) {
    const { columns, day } = historyWords();
    return html`<div class="panel table-wrap" tabindex="0" role="region" aria-label=${day.table}><table class="stacked">
      <thead>
        <tr>
          <th scope="col">${columns.set}</th>
          <th scope="col">${columns.drill}</th>
          <th scope="col">${columns.sideAndGoal}</th>
          <th scope="col" class="n">${columns.best}</th>
          <th scope="col" class="n">${columns.flags}</th>
          <th scope="col">${columns.end}</th>
        </tr>
      </thead>
      <tbody>
        ${rowsInSteps(
          sets,
          (set) => html`<tr>
            <th scope="row"><a href=${routeHash({ screen: 'set', id: set.id })}>${formatDate(set.startedAt)}</a></th>
            <td>${this.#title(set.drill)}${set.note ? html`<span class="said small muted">${set.note}</span>` : null}</td>
            <td>${sideAndGoal(this.services.drills, set)}</td>
            <td class="n" data-label=${columns.best}>${set.clean === null ? '–' : html`${strongAngle(set.clean, set.sd)} <span class="small muted">${overviewWords(set)}</span>`}</td>
            <td class="n" data-label=${columns.flags}>${set.source === 'none' ? '–' : set.flags}</td>
            <td data-label=${columns.end}>${endOf(set)}</td>
          </tr>`,
        )}
      </tbody>
    </table></div>`;
  }

  #neighbours(day: CivilDay, sets: readonly SetOverview[]) {
    const days = datedSets(sets).map(({ at }) => this.#dayOf(at));
    const before = Math.max(...days.filter((other) => other < day));
    const after = Math.min(...days.filter((other) => other > day));
    const words = historyWords().day;
    const link = (to: CivilDay, text: (date: string) => string) =>
      Number.isFinite(to)
        ? html`<a class="button" href=${routeHash({ screen: 'day', id: isoDay(to) })}>${text(longDay(to))}</a>`
        : null;
    return html`<p class="row">${link(before, words.before)} ${link(after, words.after)}</p>`;
  }

  #title(drill: string): string {
    return this.services.drills.find(({ id }) => id === drill)?.title ?? drill;
  }
}

const longDay = (day: CivilDay): string => formatDay(day, { dateStyle: 'long' });
