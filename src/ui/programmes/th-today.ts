import '../home-and-drill/th-drill-still.ts';
import { css, html } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import type { DrillDefinition } from '../../coach/drill-definition.ts';
import { isPerformed } from '../../coach/record/set-record.ts';
import { todayWords, weekWords } from '../../i18n/en/week.ts';
import type { Milliseconds, Seconds } from '../../instrument/geometry/units.ts';
import type { SetOverview, Settings } from '../../storage/storage-contract.ts';
import { dayInZone, dayWithSets, WEEK } from '../../training/planning/civil-day.ts';
import { partsHere } from '../../training/planning/parts.ts';
import { nextPart, partStates, type ProgrammeRun, startRun } from '../../training/planning/programme-run.ts';
import type { Programme } from '../../training/planning/programme.ts';
import { daysSince } from '../../training/planning/rest-advice.ts';
import {
  type DayEntry,
  nextPlannedDay,
  type PlannedDay,
  todaysPlan,
  type WeekInput,
} from '../../training/planning/week.ts';
import { isPrescribed } from '../../training/prescription/prescription.ts';
import { isStop } from '../../training/review/after-set.ts';
import { Fetched } from '../elements/fetched.ts';
import { formatAbout, formatLength } from '../elements/format.ts';
import { redrawWhileShown } from '../elements/while-shown.ts';
import { exercises, planFor, setLength, usualDrill } from '../home-and-drill/plan-choice.ts';
import { partsFor, programmeLength, wholeMinutes, storeRun } from './programme-plan.ts';
import { programmeStyles } from './programme-styles.ts';
import { dayName, entryText } from './programme-words.ts';
import { recentInput, restNote } from './week-input.ts';
import { limitedPlan, settingsOn } from '../safety/limited-plan.ts';
import { answeredPerson, drillsOnHold } from '../safety/person-now.ts';
import { type Route, routeHash } from '../shell/router.ts';
import { goTo, type Services, Served } from '../shell/services.ts';
import { commonStyles } from '../styles/styles.ts';
import { commonWords } from '../../i18n/en/common.ts';

export interface TodaysSession {
  /** Id; null: one drill, not a programme. */
  readonly programme: string | null;
  readonly title: string;
  /** Drawn beside it; null: none of its drills exists in this version. */
  readonly drill: DrillDefinition | null;
  /** Estimated, of what is left of it. */
  readonly length: Seconds;
  /** Sets that are left. Null: one drill, not a programme. */
  readonly sets: number | null;
  readonly isBegun: boolean;
  readonly isRepeat: boolean;
  readonly start: Route;
  /** The run of the programme to begin with it; null: none, or it has begun. */
  readonly run: ProgrammeRun | null;
}

/** A run that was left longer ago is not offered any more. */
const KEPT: Milliseconds = 2 * WEEK;

const hasBegun = ({ sets, skipped }: ProgrammeRun): boolean => sets.length + skipped.length > 0;

/** A programme from its next open part on. @param run that goes on; null: it begins */
function ofProgramme(
  services: Services,
  programme: Programme,
  run: ProgrammeRun | null,
  now: Milliseconds,
): TodaysSession | null {
  const parts = partsFor(services, programme);
  const current = run ?? startRun(programme.id, new Date(now).toISOString());
  const next = nextPart(current, parts);
  if (next === null) return null;
  const states = partStates(current, parts);
  const left = parts.filter((_, i) => states[i] !== 'done' && states[i] !== 'skipped');
  return {
    programme: programme.id,
    title: programme.title,
    drill: next.drill,
    length: wholeMinutes(programmeLength(left, services.settings.current)),
    sets: partsHere(left).length,
    isBegun: run !== null,
    isRepeat: false,
    start: { screen: 'part', id: programme.id, at: next.at },
    run: run === null ? current : null,
  };
}

/** The run of a programme that was begun since a moment and has open parts. */
const openRun = ({ programmeRuns }: Settings, id: string, since: Milliseconds): ProgrammeRun | null => {
  const run = programmeRuns[id];
  return run && hasBegun(run) && Date.parse(run.startedAt) >= since ? run : null;
};

/** The first programme of a day that is still to be done. Null: none is. @param midnight with which the day began */
export function plannedSession(
  services: Services,
  { entries }: PlannedDay,
  now: Milliseconds,
  midnight: Milliseconds,
): TodaysSession | null {
  const next = entries.find(({ state }) => state === 'due' || state === 'begun');
  if (!next) return null;
  const run = openRun(services.settings.current, next.programme.id, midnight);
  return (run && ofProgramme(services, next.programme, run, now)) ?? ofProgramme(services, next.programme, null, now);
}

/** The programme that was begun last and has open parts. Null: there is none, or it was left two weeks ago. */
export function runningSession(
  services: Services,
  programmes: readonly Programme[],
  now: Milliseconds,
): TodaysSession | null {
  const begun = programmes.flatMap((programme) => {
    const run = openRun(services.settings.current, programme.id, now - KEPT);
    const session = run && ofProgramme(services, programme, run, now);
    return run && session ? [{ session, at: Date.parse(run.startedAt) }] : [];
  });
  return begun.toSorted((one, other) => other.at - one.at)[0]?.session ?? null;
}

/** The drill that was done last, or else the usual one, or the first that may be done. Null: none may. @param onHold ids of drills that are not to be done now */
export function usualSession(
  { drills, demoPlan, settings }: Services,
  sets: readonly SetOverview[],
  onHold: ReadonlySet<string>,
  now: Milliseconds,
): TodaysSession | null {
  const free = drills.filter(({ id }) => !onHold.has(id));
  const id = usualDrill(free, sets, demoPlan().drill.id);
  const drill = free.find((one) => one.id === id) ?? exercises(free)[0];
  if (!drill) return null;
  const wanted = planFor(drill, settingsOn(drill, settings.current, now));
  const plan = limitedPlan(wanted, answeredPerson(drills, settings.current, now), now) ?? wanted;
  return {
    programme: null,
    title: drill.title,
    drill,
    length: setLength(plan.drill, plan.preset, plan.sides.length),
    sets: null,
    isBegun: false,
    isRepeat: sets.some((set) => set.drill === drill.id && isPerformed(set.source)),
    start: { screen: 'drill', id: drill.id },
    run: null,
  };
}

/** After this many days without a set the person gets an encouraging note. */
const AWAY_DAYS = 4;

interface Day {
  readonly input: WeekInput;
  readonly plan: PlannedDay;
  /** What the button starts; null: nothing can be offered. */
  readonly session: TodaysSession | null;
  /** It is due, so its button is the main one. False: it is an offer. */
  readonly isDue: boolean;
  readonly done: number;
  /** A symptom ended the last set of today, or it hurt too much, so nothing is offered. */
  readonly isEnough: boolean;
}

/** Today's session behind one button: from the plan, from a programme that was begun, or else the drill that was done last. */
@customElement('th-today')
export class ThToday extends Served {
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
    const { sets, now, zone } = day.input;
    // Missed days need not be made up for.
    const isAway = (daysSince(sets, now, dayWithSets(sets, zone)) ?? 0) >= AWAY_DAYS;
    return html`<section class="panel stack" aria-label=${commonWords().today}>
      ${isAway ? html`<p>${weekWords().away}</p>` : null} ${this.#say(day)} ${day.session === null || day.isEnough ? null : this.#session(day.session, day.isDue)}
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
    if (run) storeRun(this, run);
    goTo(this, start);
  }

  #others({ plan: { entries }, session, isDue }: Day) {
    const others = entries.filter(({ programme }) => !isDue || programme.id !== session?.programme);
    if (others.length === 0) return null;
    const entry = ({ programme, ...rest }: DayEntry) =>
      html`<li class="row"><a href=${routeHash({ screen: 'programme', id: programme.id })}>${programme.title}</a>
        <span class="chip ${rest.state}">${entryText({ programme, ...rest }, 'today')}</span></li>`;
    return html`<ul class="list" aria-label=${todayWords().alsoToday}>${others.map(entry)}</ul>`;
  }
}
