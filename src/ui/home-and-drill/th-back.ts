import type * as Prescribed from '../prescription/prescription-text.ts';
import { css, html, type PropertyValues } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { type HipTest, isHipTestDrill, sittingsIn } from '../../training/assessment/hip-test.ts';
import { ownErrorsIn, retestState } from '../../training/assessment/retest.ts';
import { holdsNow } from '../../training/prescription/prescription.ts';
import { dayWithSets } from '../../training/planning/civil-day.ts';
import { type PlannedDay, type WeekInput, weekOf } from '../../training/planning/week.ts';
import { hipStories, type HipStory, mostTrained } from '../../training/review/hip-story.ts';
import { storyWords } from '../../i18n/en/trends.ts';
import { todayWords } from '../../i18n/en/week.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { section } from '../elements/page-parts.ts';
import { dayDate } from '../elements/format.ts';
import { redrawWhileShown } from '../elements/while-shown.ts';
import { datedSets } from '../history/days.ts';
import { prescriptionStyles } from '../prescription/prescription-styles.ts';
import { dayName } from '../programmes/programme-words.ts';
import { dayAmong, doneSets, recentInput } from '../programmes/week-input.ts';
import { storedTests } from '../safety/person-now.ts';
import { routeHash } from '../shell/router.ts';
import { loadPart, Served } from '../shell/services.ts';
import { drillTitle } from '../shell/words.ts';
import { commonStyles } from '../styles/styles.ts';
import '../charts/th-since-start.ts';
import '../programmes/th-today.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** For whoever comes back: today's session, what has changed since the start, the days of this week, and the next hip test. */
@customElement('th-back')
export class ThBack extends Served {
  static override styles = [
    commonStyles,
    prescriptionStyles,
    css`
      .back,
      .back > div {
        display: grid;
        gap: var(--s5);
        align-content: start;
      }
      .back {
        grid-template-columns: repeat(2, minmax(0, 1fr));
      }
      .panel {
        align-content: start;
      }
      ol {
        list-style: none;
        display: grid;
        grid-template-columns: repeat(7, minmax(0, 1fr));
        gap: var(--s1);
        max-inline-size: 24rem;
        text-align: center;
      }
      .dot {
        display: grid;
        place-content: center;
        margin-inline: auto;
        inline-size: 30px;
        block-size: 30px;
        border: 2px solid var(--line);
        border-radius: 50%;
      }
      .planned .dot {
        border-color: var(--accent);
      }
      .trained .dot {
        forced-color-adjust: none;
        border-color: var(--accent);
        background: var(--accent);
        color: var(--accent-ink);
      }
      .now {
        font-weight: 700;
        text-decoration: underline 2px;
        text-underline-offset: 4px;
      }
      @media (max-width: 860px) {
        .back {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  /** Newest first. Null: they are being read. */
  @property({ attribute: false }) sets: readonly SetOverview[] | null = null;
  #stories: readonly HipStory[] = [];
  #drill: string | null = null;
  /** Null: not loaded. */
  #prescription: Pick<typeof Prescribed, 'prescribed' | 'prescribedLimit'> | null = null;

  constructor() {
    super();
    redrawWhileShown(this);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (!changed.has('sets') || this.sets === null) return;
    const own = datedSets(this.sets);
    this.#drill = mostTrained(own);
    const error = ownErrorsIn(this.sets).get(this.#drill ?? '') ?? null;
    this.#stories = this.#drill === null ? [] : hipStories(own, this.#drill, error);
  }

  override render() {
    const { services, sets } = this;
    if (sets === null) return null;
    const input = recentInput(services, sets, Date.now());
    const words = todayWords();
    const tests = storedTests(sets);
    return html`<div class="back">
      <div>
        ${this.#prescribed(null)}
        <th-today .services=${services} .sets=${sets}></th-today>
        ${section('week', commonWords().thisWeek, 'panel stack-s')`
          ${this.#week(input)}`}
      </div>
      <div>
        ${this.#since()}
        ${section('test', tests.length > 0 ? words.test.heading : words.test.first, 'panel stack-s')`
          ${this.#test(tests, sets, input.now)}`}
      </div>
    </div>`;
  }

  /** Fetched only where a prescription holds. @param drill whose limit is told; null: the whole prescription */
  #prescribed(drill: string | null) {
    const { prescription } = this.services.settings.current;
    if (!holdsNow(prescription, Date.now())) return null;
    const part = this.#prescription;
    if (part)
      return drill === null
        ? part.prescribed(this.services, prescription)
        : part.prescribedLimit(this.services, prescription, drill);
    const loaded = import('../prescription/prescription-text.ts').then(({ prescribed, prescribedLimit }) => {
      this.#prescription = { prescribed, prescribedLimit };
      this.requestUpdate();
    });
    loadPart(this, loaded);
    return null;
  }

  #since() {
    const drill = this.#drill;
    return html`<section class="panel stack" aria-labelledby="since">
      <div class="row apart">
        <h2 id="since">${storyWords().sinceStart}</h2>
        ${drill === null ? null : html`<span class="small muted">${drillTitle(this.services.drills, drill)}</span>`}
      </div>
      <th-since-start .stories=${this.#stories}></th-since-start>
      ${drill === null ? null : html`${this.#prescribed(drill)}<p><a href=${routeHash({ screen: 'trends' })}>${commonWords().progress}</a></p>`}
    </section>`;
  }

  /** Whatever was trained counts, planned or not. Hip tests do not count. A day on which nothing was done looks like one on which nothing was planned. */
  #week(input: WeekInput) {
    const dayOf = dayWithSets(input.sets, input.zone);
    const training = input.sets.filter(({ drill }) => !isHipTestDrill(drill));
    const trained = new Set(training.map(({ startedAt }) => dayOf(startedAt)));
    const week = weekOf(input);
    const done = week.filter(({ day }) => trained.has(day)).length;
    const aim = week.filter(({ entries }) => entries.length > 0).length;
    const dot = ({ day, weekday, entries, when }: PlannedDay) => {
      const name = dayName(weekday);
      const state = trained.has(day) ? 'trained' : entries.length > 0 && when !== 'past' ? 'planned' : 'free';
      return html`<li class=${state}>
        <span class="small ${when === 'today' ? 'now' : 'muted'}" aria-hidden="true">${name.slice(0, 2)}</span>
        <span class="dot" aria-hidden="true">${state === 'trained' ? '✓' : ''}</span>
        <span class="visually-hidden">${todayWords().week[state](name)}</span>
      </li>`;
    };
    return html`<ol>${week.map(dot)}</ol>
      <p>${weekSentence(done, aim)}</p>
      <p><a href=${routeHash({ screen: 'week' })}>${input.plan.length === 0 ? commonWords().planWeek : commonWords().yourWeek}</a></p>`;
  }

  #test(tests: readonly HipTest[], sets: readonly SetOverview[], now: number) {
    const words = todayWords().test;
    const [newest] = tests;
    const test = newest && sittingsIn(newest.position, tests, now)[0];
    const toTest = html`<a class="button" href=${routeHash({ screen: 'test' })}>${words.doTest}</a>`;
    const passport = html`<a href=${routeHash({ screen: 'passport' })}>${commonWords().passport}</a>`;
    if (!test) return html`<p>${words.never}</p><p class="row">${toTest} ${passport}</p>`;
    const { kind, from, by } = retestState(test, doneSets(sets), now, dayAmong(sets));
    const isTooSoon = kind === 'early' || kind === 'wait';
    const say = isTooSoon ? words[kind](dayDate(kind === 'early' ? from : by)) : words[kind];
    return html`<p>${say}</p><p class="row">${isTooSoon ? null : toTest} ${passport}</p>`;
  }
}

/** @param aim days with something planned; 0: there is no plan */
function weekSentence(done: number, aim: number): string {
  const words = todayWords().week;
  if (done === 0) return words.none;
  if (aim === 0) return words.days(done);
  return done >= aim ? words.reached(done) : words.of(done, aim);
}
