import { css, html } from 'lit';
import { customElement, state } from 'lit/decorators.js';
import { fitting } from '../styles/tokens.ts';
import { Served } from '../shell/services.ts';
import { pageHead, wayBack } from '../elements/page-parts.ts';
import { ownErrorsIn } from '../../training/assessment/retest.ts';
import { aimOf } from '../../training/planning/goals.ts';
import { hipStories, type HipStory, mostTrained, personalBests } from '../../training/review/hip-story.ts';
import { type Moment, momentsOf } from '../../training/review/moments.ts';
import { seamOf } from '../../training/review/trends.ts';
import { storyWords, trendWords } from '../../i18n/en/trends.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { momentText, sinceSentence } from '../charts/story-text.ts';
import { differenceWords } from '../charts/trend-text.ts';
import { Fetched } from '../elements/fetched.ts';
import { selectField } from '../elements/fields.ts';
import { dayText, formatEstimate } from '../elements/format.ts';
import { onceFor } from '../elements/once-for.ts';
import { headingHere } from '../people/change-person.ts';
import { dayAmong, personsZone } from '../programmes/week-input.ts';
import { routeHash } from '../shell/router.ts';
import { drillTitle } from '../shell/words.ts';
import { commonStyles, selects, sentences } from '../styles/styles.ts';
import { tables } from '../styles/table-styles.ts';
import { angleWords } from '../summary/range-words.ts';
import { datedSets } from './days.ts';
import { endTime, endTimeStyles } from './end-time.ts';
import '../charts/th-trend-chart.ts';
import '../goals/th-goals.ts';
import { commonWords } from '../../i18n/en/common.ts';

/** What is told of each drill that was looked at, by time zone and drill, from the same list of sets. */
const toldOf = onceFor((_sets: readonly SetOverview[]) => new Map<string, ReturnType<typeof tell>>());

/** The drills in which a hip was measured, the one with most sets, and the person's own errors. */
const drillsOf = onceFor((sets: readonly SetOverview[]) => {
  const own = datedSets(sets);
  const drills = [...new Set(own.filter(({ hips }) => hips && hips.length > 0).map((set) => set.drill))];
  return { drills, most: mostTrained(own), errors: ownErrorsIn(sets) };
});

function tell(sets: readonly SetOverview[], drill: string) {
  const [own, { errors }] = [datedSets(sets), drillsOf(sets)];
  const stories = hipStories(own, drill, errors.get(drill) ?? null);
  const bests = personalBests(
    own.filter((set) => set.drill === drill),
    errors,
  );
  const dayOf = dayAmong(sets);
  return stories.map((story) => ({ story, moments: momentsOf(story.side, story.trend.points, own, bests, dayOf) }));
}

/** The way of each hip in a drill from its first set to today, and the seconds at the end of the range. */
@customElement('th-trends')
export class ThTrends extends Served {
  static override styles = [
    commonStyles,
    selects,
    sentences,
    tables,
    endTimeStyles,
    css`
      .say {
        max-inline-size: var(--measure);
        font-size: var(--t-lead);
      }
      ${fitting('.hips', '26rem', 'var(--s5)', 'start')}
      ol a {
        display: inline-block;
      }
    `,
  ];

  @state() private _drill: string | null = null;
  readonly #sets = new Fetched(this, () => this.services.sets.list(), []);

  override render() {
    const sets = this.#sets.value;
    return html`<div class="page">
      ${pageHead(headingHere(this.services, trendWords().heading), '', wayBack('#/history', commonWords().pastSets))}
      <th-goals editable data-part="goals" .services=${this.services} .sets=${sets}></th-goals>
      ${sets === null ? html`<p class="muted" role="status">${commonWords().loading}</p>` : this.#content(sets)}
    </div>`;
  }

  #content(sets: readonly SetOverview[]) {
    const { drills, most } = drillsOf(sets);
    const drill = this._drill ?? most;
    if (drill === null)
      return html`<div class="panel stack"><p class="muted">${trendWords().empty}</p><p><a class="button primary" href="#/">${commonWords().pickDrill}</a></p></div>`;
    const choices = drills.map((id) => ({ value: id, label: drillTitle(this.services.drills, id) }));
    const [key, known] = [`${personsZone()} ${drill}`, toldOf(sets)];
    const told = known.get(key) ?? tell(sets, drill);
    known.set(key, told);
    const stories = told.map(({ story }) => story);
    return html`${selectField(commonWords().drill, choices, drill, (id) => (this._drill = id))}
      <p class="say">${sinceSentence(stories)}</p>
      <div class="hips">
        ${told.map(({ story, moments }) => this.#hip(story, stories, drill, moments))}
      </div>
      <div class="panel">${endTime(sets)}</div>`;
  }

  #hip(told: HipStory, all: readonly HipStory[], drill: string, moments: readonly Moment[]) {
    const { side, trend, isTold, leftOut, since } = told;
    const [words, story] = [trendWords(), storyWords()];
    const known = this.services.drills.find(({ id }) => id === drill);
    const goal = aimOf(this.services.settings.current.hipGoals, drill, side)?.degrees ?? null;
    const seam = seamOf(trend);
    const anew = seam === null ? null : words.anew.since(dayText(seam));
    const why = told.why.map((one) => (one === 'watched' ? story.watched : differenceWords([one])));
    const weeks =
      since &&
      `${story.firstWeek} ${formatEstimate(since.first.range)}, ${story.now} ${formatEstimate(since.latest.range)}.`;
    const label = [sinceSentence([told]), weeks, anew].filter((one) => one !== null).join(' ');
    return html`<section class="panel stack" aria-labelledby=${side}>
      <div class="stack-s">
        <h2 id=${side}>${words.hip(side)}</h2>
        <p class="small muted">${angleWords(known?.measure.range).long}</p>
      </div>
      <th-trend-chart label=${label} .trend=${trend} .beside=${all.map((one) => one.trend)} .goal=${goal} .moments=${moments}></th-trend-chart>
      <div class="stack-s">
        <h3 id="mattered-${side}">${story.moments.heading}</h3>
        <ol class="sentences" aria-labelledby="mattered-${side}">
          ${moments.map((moment) => html`<li><a href=${routeHash({ screen: 'set', id: moment.id })}>${dayText(moment.at)}</a> ${momentText(moment, (id) => drillTitle(this.services.drills, id))}</li>`)}
        </ol>
      </div>
      ${isTold ? null : html`<p class="small muted">${story.unwatched}</p>`}
      ${anew === null ? null : html`<p class="small muted">${anew}</p>`}
      ${leftOut === 0 ? null : html`<p class="small muted">${story.leftOut(leftOut, why.join(', '))}</p>`}
    </section>`;
  }
}
