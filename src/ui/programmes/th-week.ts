import './th-today.ts';
import { css, html, type LitElement } from 'lit';
import { customElement } from 'lit/decorators.js';
import { PersonHere } from '../safety/person-now.ts';
import { weekWords } from '../../i18n/en/week.ts';
import type { ExportFile, SetOverview } from '../../storage/storage-contract.ts';
import { careFor, isCare } from '../../training/planning/built-in-programmes.ts';
import { type CivilDay, dayInZone, WEEKDAYS } from '../../training/planning/civil-day.ts';
import type { Programme } from '../../training/planning/programme.ts';
import { calendarFile, type RecurringEvent } from '../../training/planning/reminders.ts';
import { planAdvice } from '../../training/planning/rest-advice.ts';
import { equipmentList } from '../../training/planning/transition.ts';
import {
  type ClockTime,
  type PlannedDay,
  plannedFrom,
  usualWeek,
  type WeekEntry,
  type WeekInput,
  weekOf,
} from '../../training/planning/week.ts';
import { section, pageHead } from '../elements/page-parts.ts';
import { Fetched } from '../elements/fetched.ts';
import { checkField, selectField } from '../elements/fields.ts';
import { dayDate } from '../elements/format.ts';
import { redrawWhileShown } from '../elements/while-shown.ts';
import { download } from '../history/download.ts';
import { endTime, endTimeStyles } from '../history/end-time.ts';
import { headingHere } from '../people/change-person.ts';
import { findProgramme, partsFor, programmeLength } from './programme-plan.ts';
import { programmeStyles } from './programme-styles.ts';
import { clockText, clockTime, dayName, entryText, equipmentText, partTitle } from './programme-words.ts';
import { pastSets, personsZone, plannedWeek, weekInput } from './week-input.ts';
import { changeSettings, fire, type Services, Served, latePart } from '../shell/services.ts';
import { commonStyles } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

const MAX_TIMES = 4;
const LATEST: ClockTime = 23 * 60 + 59;

const entryStyles = css`
  .entry {
    display: grid;
    gap: var(--s4);
  }
  .days {
    display: flex;
    flex-wrap: wrap;
    gap: var(--s2);
  }
  .days label {
    padding-inline: var(--s3);
    border: 1px solid var(--edge);
    border-radius: var(--radius-s);
    cursor: pointer;
  }
  .entry legend {
    margin-block-end: var(--s1);
    color: var(--muted);
    font-size: 0.9375rem;
  }
  .time {
    display: inline-flex;
    gap: var(--s1);
  }
  .time input {
    inline-size: 10.5rem;
  }
  .entry .narrow {
    max-inline-size: 26rem;
  }
`;

type Change = (change: WeekEntry | 'remove') => void;

/** Edits one entry of the weekly plan: programme, days and times. @param index among the entries */
function entryFields(entry: WeekEntry, index: number, offered: readonly Programme[], change: Change) {
  const words = weekWords();
  const title = offered.find(({ id }) => id === entry.programme)?.title ?? words.deletedProgramme;
  const programmes = offered.map(({ id, title: label }) => ({ value: id, label }));
  const choose = (programme: string): void => change({ ...entry, programme });
  return html`<div class="panel entry" role="group" aria-label=${title}>
    ${selectField(words.programme, programmes, entry.programme, choose, { look: 'narrow', otherwise: title, key: index })}
    ${dayFields(entry, change)} ${times(entry, change)}
    <div><button class="quiet" aria-label=${words.removeFromWeek(title)} @click=${() => change('remove')}>${commonWords().remove}</button></div>
  </div>`;
}

function dayFields(entry: WeekEntry, change: Change) {
  const chosen = entry.days;
  const toggled = (day: (typeof WEEKDAYS)[number]) =>
    chosen.includes(day) ? chosen.filter((one) => one !== day) : [...chosen, day].toSorted((a, b) => a - b);
  return html`<fieldset>
    <legend>${commonWords().days}</legend>
    <div class="days">
      ${WEEKDAYS.map((day) => checkField(dayName(day), chosen.includes(day), () => change({ ...entry, days: toggled(day) })))}
    </div>
  </fieldset>`;
}

function times(entry: WeekEntry, change: Change) {
  const { at } = entry;
  const words = weekWords();
  const keep = (changed: readonly ClockTime[]): void => change({ ...entry, at: changed });
  return html`<fieldset>
    <legend>${words.times}</legend>
    <div class="row">
      ${at.map(
        (time, index) => html`<span class="time">
          <input
            type="time"
            aria-label=${words.time(index + 1)}
            .value=${clockText(time)}
            @change=${(event: Event) => timeChanged(event.currentTarget as HTMLInputElement, at, index, keep)}
          />
          ${at.length > 1 ? html`<button aria-label=${words.removeTime(index + 1)} @click=${() => keep(at.toSpliced(index, 1))}>×</button>` : null}
        </span>`,
      )}
      <button ?disabled=${at.length >= MAX_TIMES} @click=${() => keep([...at, oneMore(at)])}>${words.oneMoreTime}</button>
    </div>
  </fieldset>`;
}

/** An empty field or a duplicate time changes nothing. */
function timeChanged(
  field: HTMLInputElement,
  at: readonly ClockTime[],
  index: number,
  keep: (changed: readonly ClockTime[]) => void,
): void {
  const time = clockTime(field.value);
  if (time === null || at.includes(time)) field.value = clockText(at[index] ?? 0);
  else keep(at.with(index, time));
}

function oneMore(at: readonly ClockTime[]): ClockTime {
  let time = Math.min(LATEST, Math.max(...at) + 60);
  while (at.includes(time)) time -= 60;
  return time;
}

const MAX_ENTRIES = 20;
/** The weekly plan: what is planned and done on each day, and the plan to edit. */
@customElement('th-week')
export class ThWeek extends Served {
  static override styles = [
    commonStyles,
    programmeStyles,
    tables,
    endTimeStyles,
    entryStyles,
    css`
      .week {
        grid-template-columns: repeat(auto-fit, minmax(8.5rem, 1fr));
        gap: var(--s3);
      }
      .day {
        display: grid;
        gap: var(--s2);
        align-content: start;
        block-size: 100%;
        padding: var(--s3);
        border: 1px solid var(--line);
        border-radius: var(--radius-s);
        background: var(--surface);
      }
      .day.today {
        border: 2px solid var(--accent);
      }
      h3 span {
        display: block;
      }
      .day dl {
        display: grid;
        gap: var(--s2);
      }
      @media (max-width: 640px) {
        .week {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  readonly #person = new PersonHere(this);
  readonly #all = new Fetched<readonly SetOverview[]>(this, () => this.services.sets.list());

  constructor() {
    super();
    redrawWhileShown(this);
  }

  override render() {
    const week = this.#week;
    const input = weekInput(this.services, pastSets(this.#all.value ?? []), Date.now(), personsZone());
    return html`<div class="page">
      ${pageHead(headingHere(this.services, commonWords().yourWeek), weekWords().lead)}
      ${week.length === 0 ? this.#offers() : html`<th-today .services=${this.services} .sets=${this.#all.value}></th-today> ${this.#days(input)}`}
      ${this.#endTime()} ${this.#plan(input)}
    </div>`;
  }

  /** Only after a measured set. */
  #endTime() {
    const all = this.#all.value ?? [];
    if (!all.some(({ endTimes }) => endTimes !== undefined)) return null;
    return html`<div class="panel">${endTime(all)}</div>`;
  }

  #offers() {
    const words = weekWords();
    return section('begin', words.begin)`
      <p>${words.usual}</p>
      <p class="row">
        <button class="primary" @click=${() => this.#begin('every-day')}>${words.everyDay}</button>
        <button @click=${() => this.#begin('three-days')}>${words.threeDays}</button>
      </p>
      <p class="muted">${words.orBelow}</p>`;
  }

  #days(input: WeekInput) {
    return section('days', commonWords().thisWeek, 'stack')`
      <ol class="list week">
        ${weekOf(input).map((day) => html`<li>${this.#day(day)}</li>`)}
      </ol>`;
  }

  /** Without what a prescription planned that is over: it leaves the plan with the first change. */
  get #week(): readonly WeekEntry[] {
    return plannedWeek(this.services.settings.current, Date.now());
  }

  get #today(): CivilDay {
    return dayInZone(personsZone())(Date.now());
  }

  #day({ day, weekday, when, entries, isBeforePlan }: PlannedDay) {
    return html`<div class="day ${when}">
      <h3>${dayName(weekday)} <span class="small muted">${when === 'today' ? weekWords().todayWord : dayDate(day)}</span></h3>
      ${entries.length === 0 ? html`<p class="small muted">${isBeforePlan ? weekWords().beforePlan : weekWords().off}</p>` : null}
      <dl>
        ${entries.map(
          (entry) => html`<div>
            <dt class="small">${entry.programme.title}</dt>
            <dd><span class="chip ${entry.state === 'done' ? 'done' : ''}">${entryText(entry, when)}</span></dd>
          </div>`,
        )}
      </dl>
    </div>`;
  }

  #plan(input: WeekInput) {
    const week = this.#week;
    const words = weekWords();
    return section('plan', words.plan, 'stack')`
      ${this.#advice(input)}
      <ul class="list">
        ${week.map(
          (entry, index) => html`<li>
            ${entryFields(entry, index, this.#offered(input), (change) => this.#entryChanged(index, change))}
          </li>`,
        )}
      </ul>
      <div class="row">
        <button ?disabled=${week.length >= MAX_ENTRIES} @click=${() => this.#add(input)}>${words.addProgramme}</button>
        ${week.length > 0 ? html`<button @click=${() => download(weekCalendar(this.services, input))}>${words.export}</button>` : null}
      </div>
      ${week.length > 0 ? html`<p class="small muted">${words.exportNote}</p> ${latePart(this, import('./th-reminder.ts'), html`<th-reminder .services=${this.services}></th-reminder>`)}` : null}`;
  }

  #advice(input: WeekInput) {
    const { pairs, tooOften } = planAdvice(input);
    if (pairs.length + tooOften.length === 0) return null;
    const words = weekWords();
    return html`<div class="note" role="note">
      <strong>${words.moreRest}</strong>
      ${
        pairs.length === 0
          ? null
          : html`<span>${words.strengthMeets(pairs.map(({ first, second }) => words.pair(dayName(first), dayName(second))).join('; '))}</span>`
      }
      ${tooOften.map(({ programme, days, most }) => html`<span>${words.tooOften(programme.title, days, most)}</span>`)}
    </div>`;
  }

  /** The short programmes of other people are not offered. */
  #offered({ programmes }: WeekInput): readonly Programme[] {
    const mine = careFor(this.#person.now, Date.now());
    const planned = new Set(this.#week.map(({ programme }) => programme));
    return programmes.filter(({ id }) => !isCare(id) || id === mine || planned.has(id));
  }

  #add(input: WeekInput): void {
    const programmes = this.#offered(input);
    const planned = new Set(this.#week.map(({ programme }) => programme));
    const next = programmes.find(({ id }) => !planned.has(id)) ?? programmes[0];
    if (next)
      this.#change([
        ...this.#week,
        ...plannedFrom([{ programme: next.id, days: [0, 2, 4], at: [18 * 60] }], this.#today),
      ]);
  }

  #entryChanged(index: number, change: WeekEntry | 'remove'): void {
    const week = this.#week;
    if (change === 'remove') return this.#remove(index);
    const before = week[index];
    // A change of the times leaves the days planned as they were.
    const isSamePlan = before?.programme === change.programme && String(before.days) === String(change.days);
    this.#change(week.with(index, isSamePlan ? change : { ...change, since: this.#today }));
  }

  /** The entry comes back where it was, among what was changed meanwhile. */
  #remove(index: number): void {
    const { settings } = this.services;
    const week = this.#week;
    const entry = week[index];
    this.#change(week.toSpliced(index, 1));
    if (entry)
      fire(this, 'th-deleted', () => settings.change({ week: settings.current.week.toSpliced(index, 0, entry) }));
  }

  /** What was removed before would stand beside the new plan. */
  #begin(how: Parameters<typeof usualWeek>[0]): void {
    fire(this, 'th-deleted', null);
    this.#change(plannedFrom(usualWeek(how), this.#today));
  }

  #change(week: readonly WeekEntry[]): void {
    changeSettings(this, { week });
    this.renderRoot.querySelector<LitElement>('th-today')?.requestUpdate();
  }
}

/** The plan as weekly events. The n-th time of a programme keeps its id, so a new file replaces the old events. */
const weekCalendar = (services: Services, { plan, now, zone }: WeekInput): ExportFile => {
  const from = dayInZone(zone)(now);
  const events = plan.flatMap(({ programme: id, days, at }, entry): readonly RecurringEvent[] => {
    const programme = findProgramme(services, id);
    if (programme === null) return [];
    const parts = partsFor(services, programme);
    const before = plan.slice(0, entry).filter((one) => one.programme === id);
    const taken = before.reduce((sum, one) => sum + one.at.length, 0);
    const titles = parts.map(partTitle).join(', ');
    return at.map((time, index) => ({
      uid: `week-${id}-${taken + index + 1}@truehip`,
      title: programme.title,
      text: weekWords().calendarText(titles, equipmentText(equipmentList(parts))),
      from,
      days,
      at: time,
      length: programmeLength(parts, services.settings.current),
    }));
  });
  const content = calendarFile(events, now, services.settings.current.remindBefore);
  return { name: 'truehip-week.ics', content };
};
