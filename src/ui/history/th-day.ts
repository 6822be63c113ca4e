import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { isoDay, parseIsoDay, type CivilDay } from '../../training/planning/civil-day.ts';
import { absence, absenceIn, hiddenRules } from '../../coach/record/watched.ts';
import { bestOfSides } from '../../training/review/compare-sets.ts';
import { historyWords } from '../../i18n/en/history.ts';
import { datedSets, endOf } from './days.ts';
import { formatDate, formatDay } from '../elements/format.ts';
import { dataTable, lead, numbers, rowHead, plain } from '../elements/data-table.ts';
import { Fetched } from '../elements/fetched.ts';
import { findProgramme } from '../programmes/programme-plan.ts';
import { routeHash } from '../shell/router.ts';
import type { Services } from '../shell/services.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { commonStyles } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { dayAmong } from '../programmes/week-input.ts';
import { drillTitle, sideAndGoal } from '../shell/words.ts';
import { bestCell, flagCount, noted } from '../summary/range-cells.ts';
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
  readonly #sets = new Fetched(this, () => this.services.sets.list(), []);

  override render() {
    const day = parseIsoDay(this.day);
    const sets = this.#sets.value;
    const words = historyWords();
    return html`<div class="page">
      <header class="stack-s">
        <p class="small"><a href="#/history">${words.heading}</a></p>
        <h1 tabindex="-1">${day === null ? words.day.noSuch : longDay(day)}</h1>
      </header>
      ${day === null ? html`<p>${words.day.notThere}</p>` : sets === null ? html`<p class="muted" role="status">${words.reading}</p>` : this.#content(day, sets)}
    </div>`;
  }

  #setsOn(day: CivilDay, sets: readonly SetOverview[]): readonly SetOverview[] {
    const dayOf = dayAmong(sets);
    const ids = new Set(datedSets(sets).flatMap(({ id, at }) => (dayOf(at) === day ? [id] : [])));
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
      return html`<th-sides .heading=${drillTitle(this.services.drills, id)} .left=${left} .right=${right}></th-sides>`;
    });
  }

  #table(sets: readonly SetOverview[]) {
    const { columns, day } = historyWords();
    const { drills } = this.services;
    const setColumns = [
      rowHead(
        columns.set,
        ({ id, startedAt }: SetOverview) =>
          html`<a href=${routeHash({ screen: 'set', id })}>${formatDate(startedAt)}</a>`,
      ),
      lead(columns.drill, ({ drill, note }: SetOverview) => html`${drillTitle(drills, drill)}${noted(note)}`),
      lead(columns.sideAndGoal, (set: SetOverview) => sideAndGoal(drills, set)),
      numbers(columns.best, (set: SetOverview) => bestCell(set)),
      numbers(columns.flags, flagCount),
      plain(columns.end, endOf),
    ];
    return dataTable(sets, setColumns, { label: day.table, panel: true });
  }

  #neighbours(day: CivilDay, sets: readonly SetOverview[]) {
    const dayOf = dayAmong(sets);
    const days = datedSets(sets).map(({ at }) => dayOf(at));
    const before = Math.max(...days.filter((other) => other < day));
    const after = Math.min(...days.filter((other) => other > day));
    const words = historyWords().day;
    const link = (to: CivilDay, text: (date: string) => string) =>
      Number.isFinite(to)
        ? html`<a class="button" href=${routeHash({ screen: 'day', id: isoDay(to) })}>${text(longDay(to))}</a>`
        : null;
    return html`<p class="row">${link(before, words.before)} ${link(after, words.after)}</p>`;
  }
}

const longDay = (day: CivilDay): string => formatDay(day, { dateStyle: 'long' });
