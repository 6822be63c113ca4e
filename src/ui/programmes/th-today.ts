import { css, html, LitElement } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { dayInZone } from '../../training/planning/civil-day.ts';
import { dayWithSets } from '../../training/planning/done-at.ts';
import type { Programme } from '../../training/planning/programme.ts';
import { daysSince } from '../../training/planning/rest-advice.ts';
import {
  type DayEntry,
  nextPlannedDay,
  type PlannedDay,
  todaysPlan,
  type WeekInput,
} from '../../training/planning/week.ts';
import { isPrescribed } from '../../training/prescription/prescribed-week.ts';
import { isStop } from '../../training/review/after-set.ts';
import { todayWords, weekWords } from '../../i18n/en/week.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { Fetched } from '../elements/fetched.ts';
import { formatAbout, formatLength } from '../elements/format.ts';
import { redrawWhileShown } from '../elements/while-shown.ts';
import { drillsOnHold } from '../safety/person-now.ts';
import { routeHash } from '../shell/router.ts';
import { changeSettings, goTo, type Services } from '../shell/services.ts';
import { commonStyles } from '../styles/styles.ts';
import { programmeStyles } from './programme-styles.ts';
import { dayName, entryText } from './programme-words.ts';
import { plannedSession, runningSession, type TodaysSession, usualSession } from './todays-session.ts';
import { recentInput, restNote } from './week-input.ts';
import '../home-and-drill/th-drill-still.ts';

/** After this many days without a set the person gets an encouraging note. */
const AWAY_DAYS = 4;

interface Day {
  readonly input: WeekInput;
  readonly plan: PlannedDay;
  /** What the button starts; null: nothing can be offered. */
  readonly session: TodaysSession | null;
  /** It is due, so its button is the main one. False: it is an offer. */
  readonly isDue: boolean;
  /** Sets done today. */
  readonly done: number;
  /** A symptom ended the last set of today, or it hurt too much, so nothing is offered. */
  readonly isEnough: boolean;
}

/** Today's session behind one button: from the plan, from a programme that was begun, or else the drill that was done last. */
@customElement('th-today')
export class ThToday extends LitElement {
  static override styles = [
    commonStyles,
    programmeStyles,
    css`
      .session {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
        gap: var(--s4);
        align-items: center;
        max-inline-size: 40rem;
      }
      .session .button,
      .session button {
        inline-size: 100%;
      }
      th-drill-still {
        border-radius: var(--radius-s);
      }
      li .chip {
        align-self: center;
      }
      @media (max-width: 400px) {
        .session {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  /** Newest first. Null: they are being read. */
  @property({ attribute: false }) sets: readonly SetOverview[] | null = null;
  readonly #onHold = new Fetched<ReadonlySet<string>>(this, () => drillsOnHold(this.services), new Set());

  constructor() {
    super();
    redrawWhileShown(this);
  }

  override render() {
    if (this.sets === null || this.#onHold.value === null) return null;
    const day = this.#day(this.sets, this.#onHold.value);
    return html`<section class="panel stack" aria-label=${weekWords().today}>
      ${this.#away(day.input)} ${this.#say(day)} ${day.session === null || day.isEnough ? null : this.#session(day.session, day.isDue)}
      ${this.#others(day)}
    </section>`;
  }

  #day(sets: readonly SetOverview[], onHold: ReadonlySet<string>): Day {
    const now = Date.now();
    const input = recentInput(this.services, sets, now);
    const { sets: recent, zone } = input;
    const plan = todaysPlan(input);
    const dayOf = dayWithSets(recent, zone);
    const today = dayInZone(zone)(now);
    const done = recent.filter(({ startedAt }) => dayOf(startedAt) === today);
    const last = sets.find(({ startedAt }) => Date.parse(startedAt ?? '') === done[0]?.startedAt);
    const midnight = new Date(now).setHours(0, 0, 0, 0);
    const due =
      plannedSession(this.services, plan, now, midnight) ??
      (plan.entries.length === 0 ? runningSession(this.services, input.programmes, now) : null);
    return {
      input,
      plan,
      session: due ?? usualSession(this.services, sets, onHold, now),
      isDue: due !== null || (input.plan.length === 0 && done.length === 0),
      done: done.length,
      isEnough: last !== undefined && isStop({ ended: last.ended, pain: last.pain ?? null }),
    };
  }

  #say({ input, plan, session, done, isDue, isEnough }: Day) {
    const words = weekWords();
    if (isEnough) return html`<p>${todayWords().enough}</p>`;
    if (isDue && session === null) return html`<p>${todayWords().onHold}</p>`;
    if (isDue)
      return restNote(
        input.programmes.filter(({ id }) => id === session?.programme),
        input,
      );
    if (plan.entries.length > 0) return html`<p>${words.nothingMore}</p>`;
    if (input.plan.length === 0) return html`<p>${todayWords().doneToday(done)}</p>`;
    const { weekday, entries: [first] = [] } = nextPlannedDay(input) ?? {};
    const next = first && weekday !== undefined ? this.#next(dayName(weekday), first.programme) : '';
    return html`<p>${words.dayOff} ${next}</p>`;
  }

  #next(day: string, { id, title }: Programme): string {
    const { prescription } = this.services.settings.current;
    const words = weekWords();
    return isPrescribed(id) && prescription ? words.nextPrescribed(day, prescription.from) : words.next(day, title);
  }

  #session(session: TodaysSession, isDue: boolean) {
    const { title, drill, length, sets, isBegun, isRepeat } = session;
    const words = todayWords();
    const time = sets === null ? formatAbout(length) : formatLength(length);
    const label = isBegun ? words.goOn(time) : words.start(time);
    const single = isRepeat ? words.lastTime : null;
    const what = sets === null ? single : isBegun ? words.setsLeft(sets) : words.sets(sets);
    const look = isDue ? 'primary large' : 'large';
    return html`<div class="session">
      ${drill ? html`<th-drill-still aria-hidden="true" .drill=${drill}></th-drill-still>` : html`<span></span>`}
      <div class="stack-s">
        <h2>${title}</h2>
        ${what === null ? null : html`<p class="muted">${what}</p>`}
        ${
          session.run === null
            ? html`<a class="button ${look}" href=${routeHash(session.start)}>${label}</a>`
            : html`<button class=${look} @click=${() => this.#begin(session)}>${label}</button>`
        }
      </div>
    </div>`;
  }

  #begin({ run, start }: TodaysSession): void {
    const { programmeRuns } = this.services.settings.current;
    if (run) changeSettings(this, { programmeRuns: { ...programmeRuns, [run.programme]: run } });
    goTo(this, start);
  }

  /** What else is planned today, with its state. */
  #others({ plan: { entries }, session, isDue }: Day) {
    const others = entries.filter(({ programme }) => !isDue || programme.id !== session?.programme);
    if (others.length === 0) return null;
    const entry = ({ programme, ...rest }: DayEntry) =>
      html`<li class="row"><a href=${routeHash({ screen: 'programme', id: programme.id })}>${programme.title}</a>
        <span class="chip ${rest.state}">${entryText({ programme, ...rest }, 'today')}</span></li>`;
    return html`<ul class="list" aria-label=${todayWords().alsoToday}>${others.map(entry)}</ul>`;
  }

  /** After some days without a set: a note that missed days need not be made up for. */
  #away({ sets, now, zone }: WeekInput) {
    const days = daysSince(sets, now, dayWithSets(sets, zone));
    return days === null || days < AWAY_DAYS ? null : html`<p>${weekWords().away}</p>`;
  }
}
