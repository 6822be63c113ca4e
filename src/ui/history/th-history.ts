import '../goals/th-goals.ts';
import '../shell/th-error-card.ts';
import './th-transfer.ts';
import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { type AppErrorCode, errorCode } from '../../app/app-error.ts';
import { isPerformed } from '../../coach/record/set-record.ts';
import { hasUnknownFlags } from '../../coach/record/watched.ts';
import { historyWords } from '../../i18n/en/history.ts';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import { type Milliseconds, type Side, SIDES } from '../../instrument/geometry/units.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { ownErrorsIn } from '../../training/assessment/retest.ts';
import { type CivilDay, mondayOf } from '../../training/planning/civil-day.ts';
import { isSymptom } from '../../training/planning/symptom-lock.ts';
import { personalBests } from '../../training/review/hip-story.ts';
import { sinceFirstWeeks } from '../../training/review/since-last.ts';
import { section } from '../elements/page-parts.ts';
import { type Column, dataTable, lead, numbers, plain } from '../elements/data-table.ts';
import { choicesOf, selectField } from '../elements/fields.ts';
import { formatDate, formatDay, formatTimeAtPlace } from '../elements/format.ts';
import { itemsInSteps, nextTask } from '../elements/in-steps.ts';
import { dayStyles, dayTold } from './day-told.ts';
import { datedSets, endOf } from './days.ts';
import { headingHere } from '../people/change-person.ts';
import { dayAmong } from '../programmes/week-input.ts';
import { routeHash } from '../shell/router.ts';
import { fire, focusLater, Served } from '../shell/services.ts';
import { drillTitle, sideAndGoal, sideName } from '../shell/words.ts';
import { bars, chips, commonStyles, lists, selects } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { changeCellOf, changeWords } from '../summary/change-text.ts';
import { bestCell, flagCount, noted } from '../summary/range-cells.ts';
import { commonWords } from '../../i18n/en/common.ts';

export interface Sought {
  /** Every word is in the name of the drill or in the note. Empty: anything. */
  readonly text: string;
  /** Null: every drill. */
  readonly drill: string | null;
  /** Null: either hip. */
  readonly hip: Side | null;
  /** Null: flagged or not. A set in which hardly anything was watched is neither. */
  readonly flagged: boolean | null;
  /** Only sets that hurt or that a symptom ended. */
  readonly hurt: boolean;
  /** Null: every day. Else the person's own sets of that day. */
  readonly day: CivilDay | null;
}

export const EVERYTHING: Sought = { text: '', drill: null, hip: null, flagged: null, hurt: false, day: null };

export const isEverything = ({ text, drill, hip, flagged, hurt, day }: Sought): boolean =>
  text.trim() === '' && drill === null && hip === null && flagged === null && !hurt && day === null;

/** Small letters without accents, so that "hüfte" is found by "Hufte". */
const plainText = (text: string): string => text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();

/** The sets that are looked for, in their order. @param titleOf name of a drill @param dayOf the day of a set's start */
export function findSets(
  sets: readonly SetOverview[],
  { text, drill, hip, flagged, hurt, day }: Sought,
  titleOf: (drill: string) => string,
  dayOf: (moment: Milliseconds) => CivilDay,
): readonly SetOverview[] {
  const words = plainText(text).split(/\s+/).filter(Boolean);
  const titles = new Map<string, string>();
  const textOf = (set: SetOverview): string => {
    const title = titles.get(set.drill) ?? plainText(titleOf(set.drill));
    titles.set(set.drill, title);
    return set.note === undefined ? title : `${title} ${plainText(set.note)}`;
  };
  const ofDay = day === null ? null : new Set(datedSets(sets).flatMap(({ id, at }) => (dayOf(at) === day ? [id] : [])));
  return sets.filter((set) => {
    if (ofDay?.has(set.id) === false) return false;
    if (drill !== null && set.drill !== drill) return false;
    if (hip !== null && set.side !== 'both' && set.side !== hip) return false;
    if (flagged !== null && (hasUnknownFlags(set) || set.flags > 0 !== flagged)) return false;
    if (hurt && !isSymptom(set.ended) && (set.pain ?? 0) === 0) return false;
    if (words.length === 0) return true;
    const own = textOf(set);
    return words.every((word) => own.includes(word));
  });
}

export interface ListedWeek {
  /** Null: the sets have no date. */
  readonly monday: CivilDay | null;
  readonly sets: number;
}

/**
 * The weeks by the id of their first set in the list.
 * @param sets newest first, sets without a date last
 */
export function weeksOf(
  sets: readonly SetOverview[],
  dayOf: (moment: Milliseconds) => CivilDay,
): ReadonlyMap<string, ListedWeek> {
  const found: { id: string; monday: CivilDay | null; sets: number }[] = [];
  for (const { id, startedAt } of sets) {
    const at = Date.parse(startedAt ?? '');
    const monday = Number.isNaN(at) ? null : mondayOf(dayOf(at));
    const last = found.at(-1);
    if (last?.monday === monday) last.sets += 1;
    else found.push({ id, monday, sets: 1 });
  }
  return new Map(found.map(({ id, ...week }) => [id, week]));
}

const changeCell = (words: string) => (words === '' ? html`<span class="muted">–</span>` : words);

/** "Week from 23 Nov 2026: 5 sets". */
const weekHead = ({ monday, sets }: ListedWeek) =>
  monday === null
    ? formatDate(null)
    : historyWords().week(formatDay(monday, { day: 'numeric', month: 'short', year: 'numeric' }), sets);

/** Past sets, newest first, by week; they can be searched, and a day opened. Fires `th-delete` (id of a damaged set). Call `refresh()` after the stored sets have changed. */
@customElement('th-history')
export class ThHistory extends Served {
  static override styles = [
    commonStyles,
    bars,
    chips,
    dayStyles,
    lists,
    selects,
    tables,
    css`
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
      @media (max-width: 53.75em) {
        search {
          grid-template-columns: repeat(2, minmax(0, 1fr));
        }
        search > .plain:first-child {
          grid-column: 1 / -1;
        }
      }
    `,
  ];

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
    return html`<div class="page">
      <header class="row apart">
        <h1 tabindex="-1">${headingHere(this.services, commonWords().pastSets)}</h1>
        <div class="row">
          <a class="button" href="#/trends">${commonWords().progress}</a>
          <a class="button" href="#/self-check">${selfCheckWords().list.heading}</a>
          <th-transfer .services=${this.services} @th-imported=${() => this.refresh().catch(this.#failed)}></th-transfer>
        </div>
      </header>
      ${this._error ? html`<th-error-card .code=${this._error} .without=${['retry']}></th-error-card>` : null}
      ${sets === null ? null : html`<th-goals .services=${this.services} .sets=${sets}></th-goals>`}
      ${sets === null ? html`<p class="muted">${commonWords().loading}</p>` : this.#list(sets)} ${this.#damagedSets()}
    </div>`;
  }

  #list(sets: readonly SetOverview[]) {
    const words = historyWords();
    if (sets.length === 0)
      return html`<div class="panel empty">
        <h2>${words.nothingTitle}</h2>
        <p class="muted">${words.nothing}</p>
        <a class="button primary" href="#/">${commonWords().pickDrill}</a>
      </div>`;
    const dayOf = dayAmong(sets);
    const found = findSets(sets, this._sought, (drill) => drillTitle(this.services.drills, drill), dayOf);
    const { day } = this._sought;
    const weeks = weeksOf(found, dayOf);
    const above = ({ id }: SetOverview) => {
      const week = weeks.get(id);
      return week === undefined ? null : weekHead(week);
    };
    return html`${this.#search(sets, found.length)} ${day === null ? null : dayTold(this.services, day, found)}
      ${found.length === 0 ? null : dataTable(found, this.#columns(sets, dayOf), { label: commonWords().pastSets, panel: true, above })}`;
  }

  #search(sets: readonly SetOverview[], found: number) {
    const { find } = historyWords();
    const sought = this._sought;
    const seek = this.#seek;
    const drills = [...new Set(sets.map(({ drill }) => drill))].map((id) => ({
      value: id,
      label: drillTitle(this.services.drills, id),
    }));
    const hips = SIDES.map((side) => ({ value: side, label: sideName(side) }));
    const flags = choicesOf(['any', 'flagged', 'clean'], find.flagChoices);
    const flag = sought.flagged === null ? 'any' : sought.flagged ? 'flagged' : 'clean';
    const pains = choicesOf(['any', 'hurt'], find.painChoices);
    return html`<search>
      <div class="plain">
        <label for="text">${find.text}</label>
        <input id="text" type="search" autocomplete="off" .value=${sought.text} @input=${(event: Event) => seek({ text: (event.currentTarget as HTMLInputElement).value })} />
      </div>
      ${selectField(commonWords().drill, [{ value: null, label: find.everyDrill }, ...drills], sought.drill, (drill) => seek({ drill }))}
      ${selectField<Side | null>(find.hip, [{ value: null, label: find.bothHips }, ...hips], sought.hip, (hip) => seek({ hip }))}
      ${selectField(commonWords().flags, flags, flag, (choice) => seek({ flagged: choice === 'any' ? null : choice === 'flagged' }))}
      ${selectField(commonWords().pain, pains, sought.hurt ? 'hurt' : 'any', (choice) => seek({ hurt: choice === 'hurt' }))}
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
    return [
      lead(columns.time, (set) => this.#when(set, dayOf)),
      lead(
        commonWords().drill,
        ({ id, drill, note }) =>
          html`<a href=${routeHash({ screen: 'set', id })}>${drillTitle(drills, drill)}</a>${noted(note)}`,
      ),
      lead(columns.sideGoal, (set) => sideAndGoal(drills, set)),
      numbers(commonWords().bestRange, (set) => bestCell(set, this._bests.has(set.id))),
      plain(columns.since, (set) => changeCell(changeCellOf(set.id, all)), 'small'),
      plain(columns.sinceFirst, ({ id }) => changeCell(changeWords(this._firsts.get(id) ?? [])), 'small'),
      numbers(commonWords().flags, flagCount),
      isPainTold ? numbers(commonWords().pain, ({ pain }) => pain ?? '–') : null,
      plain(commonWords().end, endOf),
    ];
  }

  #damagedSets() {
    if (this._damaged.length === 0) return null;
    return section('broken', historyWords().broken(this._damaged.length), 'stack-s')`
      <ul class="list">
        ${itemsInSteps(
          this._damaged,
          ({ id, problem }) => html`<li class="row"><span class="muted">${problem}</span>
            <button class="quiet" @click=${() => fire(this, 'th-delete', id)}>${commonWords().delete}</button></li>`,
        )}
      </ul>`;
  }

  readonly #failed = (error: unknown): void => {
    this._error = errorCode(error);
    this._sets ??= [];
  };
}
