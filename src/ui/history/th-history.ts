import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { type AppErrorCode, errorCode } from '../../app/app-error.ts';
import type { CivilDay } from '../../training/planning/civil-day.ts';
import { isPerformed } from '../../coach/record/set-record.ts';
import { type Side, SIDES } from '../../instrument/geometry/units.ts';
import { ownErrorsIn } from '../../training/assessment/own-error.ts';
import { personalBests } from '../../training/review/personal-best.ts';
import { sinceFirstWeeks } from '../../training/review/since-first-week.ts';
import { historyWords } from '../../i18n/en/history.ts';
import { agreementWords } from '../../i18n/en/phone/agreement.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import { changeCellOf, changeWords } from '../summary/change-text.ts';
import { choicesOf, selectField } from '../elements/fields.ts';
import { formatDate, formatDay, formatTimeAtPlace } from '../elements/format.ts';
import { type Column, dataTable, lead, numbers, plain } from '../elements/data-table.ts';
import { fire, focusLater, type Services } from '../shell/services.ts';
import { dayStyles, dayTold } from './day-told.ts';
import { datedSets, endOf } from './days.ts';
import { EVERYTHING, findSets, isEverything, type ListedWeek, type Sought, weeksOf } from './find-sets.ts';
import { itemsInSteps, nextTask } from '../elements/in-steps.ts';
import { routeHash } from '../shell/router.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { bars, chips, commonStyles, lists, selects } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { drillTitle, sideAndGoal, sideName } from '../shell/words.ts';
import { headingHere } from '../people/change-person.ts';
import { dayAmong } from '../programmes/week-input.ts';
import { bestCell, flagCount, noted } from '../summary/range-cells.ts';
import '../goals/th-goals.ts';
import '../shell/th-error-card.ts';
import './th-transfer.ts';

const changeCell = (words: string) => (words === '' ? html`<span class="muted">–</span>` : words);

/** "Week from 23 Nov 2026: 5 sets". */
const weekHead = ({ monday, sets }: ListedWeek) =>
  monday === null
    ? formatDate(null)
    : historyWords().week(formatDay(monday, { day: 'numeric', month: 'short', year: 'numeric' }), sets);

/** Past sets, newest first, by week; they can be searched, and a day opened. Fires `th-delete` (id of a damaged set). Call `refresh()` after the stored sets have changed. */
@customElement('th-history')
export class ThHistory extends LitElement {
  static override styles = [
    commonStyles,
    bars,
    chips,
    dayStyles,
    lists,
    selects,
    tables,
    css`
      header {
        justify-content: space-between;
      }
      header .row {
        align-items: start;
      }
      .panel {
        padding: var(--s2) var(--s4);
      }
      /* Nine columns with long words must fit. */
      th,
      td {
        padding-inline: var(--s2);
      }
      thead th {
        white-space: normal;
        vertical-align: bottom;
      }
      td {
        vertical-align: top;
      }
      td.n .small {
        display: block;
      }
      .empty {
        display: grid;
        justify-items: center;
        gap: var(--s4);
        padding: var(--s8) var(--s5);
        text-align: center;
      }
      .said {
        display: block;
        max-inline-size: 26ch;
        overflow: hidden;
        text-overflow: ellipsis;
        white-space: nowrap;
      }
      td:first-child a,
      td:first-child button {
        white-space: nowrap;
      }
      td button {
        min-block-size: 1.6em;
        padding: 0;
        border: 0;
        color: var(--accent);
        font-weight: inherit;
        text-decoration: underline;
      }
      .above th {
        padding-block: var(--s4) var(--s2);
        font-size: 1rem;
      }
      search {
        display: grid;
        grid-template-columns: minmax(12rem, 2fr) repeat(4, minmax(8rem, 1fr));
        gap: var(--s3);
        align-items: end;
      }
      search > .found {
        grid-column: 1 / -1;
      }
      input[type='search'] {
        inline-size: 100%;
      }
      @media (max-width: 860px) {
        search {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
        search > .plain:first-child {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @state() private _sets: readonly SetOverview[] | null = null;
  @state() private _bests: ReturnType<typeof personalBests> = new Map();
  @state() private _firsts: ReturnType<typeof sinceFirstWeeks> = new Map();
  @state() private _damaged: readonly { readonly id: string; readonly problem: string }[] = [];
  @state() private _error: AppErrorCode | null = null;
  @state() private _sought: Sought = EVERYTHING;

  protected override firstUpdated(): void {
    this.refresh().catch(this.#failed);
  }

  async refresh(): Promise<void> {
    const { sets } = this.services;
    const [all, damaged] = await Promise.all([sets.list(), sets.damaged()]);
    [this._bests, this._firsts] = [new Map(), new Map()];
    [this._sets, this._damaged] = [all, damaged];
    // With thousands of sets, finding the bests takes as long as showing the sets. So the sets are shown first.
    await nextTask();
    if (this._sets !== all) return;
    const [own, errors] = [datedSets(all), ownErrorsIn(all)];
    this._bests = personalBests(own, errors);
    this._firsts = sinceFirstWeeks(own, errors);
  }

  override render() {
    const sets = this._sets;
    const words = historyWords();
    return html`<div class="page">
      <header class="row">
        <h1 tabindex="-1">${headingHere(this.services, words.heading)}</h1>
        <div class="row">
          <a class="button" href="#/trends">${words.trends}</a>
          ${sets?.some(({ phone }) => phone) ? html`<a class="button" href="#/agreement">${agreementWords().link}</a>` : null}
          <a class="button" href="#/self-check">${selfCheckWords().list.heading}</a>
          <th-transfer .services=${this.services} @th-imported=${() => this.refresh().catch(this.#failed)}></th-transfer>
        </div>
      </header>
      ${this._error ? html`<th-error-card .code=${this._error} .without=${['retry']}></th-error-card>` : null}
      ${sets === null ? null : html`<th-goals .services=${this.services} .sets=${sets}></th-goals>`}
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
    const { drills } = this.services;
    const dayOf = dayAmong(sets);
    const found = findSets(sets, this._sought, (drill) => drillTitle(drills, drill), dayOf);
    const { day } = this._sought;
    const weeks = weeksOf(found, dayOf);
    const above = ({ id }: SetOverview) => {
      const week = weeks.get(id);
      return week === undefined ? null : weekHead(week);
    };
    return html`${this.#search(sets, found.length)} ${day === null ? null : dayTold(this.services, day, found)}
      ${found.length === 0 ? null : dataTable(found, this.#columns(sets, dayOf), { label: words.heading, panel: true, above })}`;
  }

  #search(sets: readonly SetOverview[], found: number) {
    const { find } = historyWords();
    const sought = this._sought;
    const seek = this.#seek;
    const drills = [...new Set(sets.map(({ drill }) => drill))].map((id) => ({
      value: id,
      label: drillTitle(this.services.drills, id),
    }));
    return html`<search>
      <div class="plain">
        <label for="text">${find.text}</label>
        <input id="text" type="search" autocomplete="off" .value=${sought.text} @input=${(event: Event) => seek({ text: (event.currentTarget as HTMLInputElement).value })} />
      </div>
      ${selectField(find.drill, [{ value: null, label: find.everyDrill }, ...drills], sought.drill, (drill) => seek({ drill }))}
      ${selectField<Side | null>(
        find.hip,
        [{ value: null, label: find.bothHips }, ...SIDES.map((side) => ({ value: side, label: sideName(side) }))],
        sought.hip,
        (hip) => seek({ hip }),
      )}
      ${selectField(
        find.flags,
        choicesOf(['any', 'flagged', 'clean'], find.flagChoices),
        sought.flagged === null ? 'any' : sought.flagged ? 'flagged' : 'clean',
        (choice) => seek({ flagged: choice === 'any' ? null : choice === 'flagged' }),
      )}
      ${selectField(find.pain, choicesOf(['any', 'hurt'], find.painChoices), sought.hurt ? 'hurt' : 'any', (choice) =>
        seek({ hurt: choice === 'hurt' }),
      )}
      <div class="row found">
        <p class="small muted" role="status">${isEverything(sought) ? find.all(sets.length) : find.found(found, sets.length)}</p>
        ${isEverything(sought) ? null : html`<button class="quiet" @click=${this.#showAll}>${find.showAll}</button>`}
      </div>
    </search>`;
  }

  readonly #seek = (part: Partial<Sought>): void => {
    this._sought = { ...this._sought, ...part };
  };

  readonly #showDay = (day: CivilDay): void => {
    this.#seek({ day });
    focusLater(this, '#day');
  };

  readonly #showAll = (): void => {
    this._sought = EVERYTHING;
    focusLater(this, '#text');
  };

  /** The day, which opens unless it has demos and clips only, and the time. */
  #when({ startedAt, saved, source }: SetOverview, dayOf: (moment: number) => CivilDay) {
    if (startedAt === null) return formatDate(null);
    const day = dayOf(Date.parse(startedAt));
    const name = formatDay(day, { weekday: 'short', day: 'numeric', month: 'short' });
    return html`${isPerformed(source) ? html`<button class="quiet" @click=${() => this.#showDay(day)}>${name}</button>` : name},
      ${formatTimeAtPlace(startedAt)}${saved ? null : html` <span class="small muted">${historyWords().notSaved}</span>`}`;
  }

  #columns(all: readonly SetOverview[], dayOf: (moment: number) => CivilDay): readonly (Column<SetOverview> | null)[] {
    const { columns } = historyWords();
    const { drills } = this.services;
    const isPainTold = all.some(({ pain }) => pain !== undefined);
    const small = () => 'small';
    return [
      lead(columns.time, (set) => this.#when(set, dayOf)),
      lead(
        columns.drill,
        ({ id, drill, note }) =>
          html`<a href=${routeHash({ screen: 'set', id })}>${drillTitle(drills, drill)}</a>${noted(note)}`,
      ),
      lead(columns.sideGoal, (set) => sideAndGoal(drills, set)),
      numbers(columns.best, (set) => bestCell(set, this._bests.has(set.id))),
      plain(columns.since, (set) => changeCell(changeCellOf(set.id, all)), small),
      plain(columns.sinceFirst, ({ id }) => changeCell(changeWords(this._firsts.get(id) ?? [])), small),
      numbers(columns.flags, flagCount),
      isPainTold ? numbers(columns.pain, ({ pain }) => pain ?? '–') : null,
      plain(columns.end, endOf),
    ];
  }

  #damagedSets() {
    if (this._damaged.length === 0) return null;
    return html`<section class="stack-s" aria-labelledby="broken">
      <h2 id="broken">${historyWords().broken(this._damaged.length)}</h2>
      <ul class="list">
        ${itemsInSteps(
          this._damaged,
          ({ id, problem }) => html`<li class="row"><span class="muted">${problem}</span>
            <button class="quiet" @click=${() => fire(this, 'th-delete', id)}>${historyWords().delete}</button></li>`,
        )}
      </ul>
    </section>`;
  }

  readonly #failed = (error: unknown): void => {
    this._error = errorCode(error);
    this._sets ??= [];
  };
}
