import { css, html, LitElement } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { ownErrorsIn } from '../../coach/assessment/own-error.ts';
import { partsOfTrend, type Trend, type TrendPoint, trendsOf } from '../../coach/review/trends.ts';
import { personalBests } from '../../coach/review/personal-best.ts';
import { changeBetween } from '../../coach/progress/real-change.ts';
import type { Milliseconds } from '../../instrument/geometry/units.ts';
import { aimOf } from '../../coach/planning/goals.ts';
import { goalWords, trendWords } from '../../i18n/en/trends.ts';
import { angleWords } from '../summary/range-words.ts';
import { datedSets } from './days.ts';
import { dayText } from '../elements/format.ts';
import { strongAngle } from '../summary/range-cells.ts';
import { dataTable, numbers, rowHead, plain } from '../elements/data-table.ts';
import { selectField } from '../elements/fields.ts';
import { Fetched } from '../elements/fetched.ts';
import { routeHash } from '../shell/router.ts';
import { drillTitle } from '../shell/words.ts';
import type { Services } from '../shell/services.ts';
import type { SetOverview } from '../../storage/storage-contract.ts';
import { chips, commonStyles, selects } from '../styles/styles.ts';
import { settingsStyles } from '../settings/settings-styles.ts';
import { tables } from '../styles/table-styles.ts';
import { changeCell, differenceWords, kindWords, trendSentence } from '../charts/trend-text.ts';
import './th-best-picture.ts';
import './th-compare-days.ts';
import './th-end-time.ts';
import '../goals/th-goal-lines.ts';
import '../charts/th-trend-chart.ts';

/** Trend of the range of each hip in a drill over the days, and a comparison of two days. */
@customElement('th-trends')
export class ThTrends extends LitElement {
  static override styles = [
    commonStyles,
    chips,
    tables,
    selects,
    settingsStyles,
    css`
      .trend {
        display: grid;
        grid-template-columns: minmax(0, 3fr) minmax(0, 2fr);
        gap: var(--s5);
        align-items: start;
      }
      .plain {
        max-inline-size: 28rem;
      }
      @media (max-width: 900px) {
        .trend {
          grid-template-columns: minmax(0, 1fr);
        }
      }
    `,
  ];

  @property({ attribute: false }) services!: Services;
  @state() private _drill: string | null = null;
  readonly #sets = new Fetched(this, () => this.services.sets.list(), []);

  override render() {
    const sets = this.#sets.value;
    const words = trendWords();
    return html`<div class="page">
      <header class="stack-s">
        <p class="small row"><a href="#/history">${words.pastSets}</a> <a href="#/goals">${goalWords().heading}</a></p>
        <h1 tabindex="-1">${words.heading}</h1>
      </header>
      ${sets === null ? html`<p class="muted" role="status">${words.reading}</p>` : this.#trends(sets)}
    </div>`;
  }

  #trends(sets: readonly SetOverview[]) {
    const drills = [...new Set(sets.filter(({ hips }) => hips && hips.length > 0).map(({ drill }) => drill))];
    const [latest] = drills;
    const words = trendWords();
    if (latest === undefined)
      return html`<div class="panel stack"><p class="muted">${words.empty}</p><p><a class="button primary" href="#/">${words.pick}</a></p></div>`;
    const drill = this._drill ?? latest;
    const choices = drills.map((id) => ({ value: id, label: drillTitle(this.services.drills, id) }));
    return html`${selectField(words.drill, choices, drill, (id) => (this._drill = id))}
      <th-goal-lines .services=${this.services} .sets=${sets} .drill=${drill}></th-goal-lines>
      ${trendsOf(datedSets(sets), drill, ownErrorsIn(sets).get(drill) ?? null).map((trend, _, all) => this.#trend(trend, all, drill, sets))}
      <div class="panel"><th-end-time .sets=${sets}></th-end-time></div>
      <th-compare-days .services=${this.services} .sets=${sets}></th-compare-days>`;
  }

  /** The picture stands once for each hip, however many lines its trend has. */
  #trend(trend: Trend, all: readonly Trend[], drill: string, sets: readonly SetOverview[]) {
    const { kind, apart, side } = trend;
    const id = `trend-${all.indexOf(trend)}`;
    const name = nameOf(trend, all);
    const isFirst = all.find((one) => one.side === side) === trend;
    const known = this.services.drills.find((one) => one.id === drill);
    const angle = angleWords(known?.measure.range).long;
    return html`<section class="panel stack" aria-labelledby=${id}>
      <div class="stack-s">
        <h2 id=${id}>${name}</h2>
        <p class="small muted">${angle}, ${kindWords(kind)}</p>
        ${apart.length > 0 ? html`<p class="note small">${trendWords().apart(differenceWords(apart))}</p>` : null}
      </div>
      <p>${trendSentence(trend)}</p>
      <div class="trend">
        <th-trend-chart .trend=${trend} .goal=${aimOf(this.services.settings.current.hipGoals, drill, trend.side)?.degrees ?? null}></th-trend-chart>
        ${this.#table(trend, name, sets)}
      </div>
      ${isFirst ? html`<th-best-picture .services=${this.services} drill=${drill} side=${side}></th-best-picture>` : null}
    </section>`;
  }

  #table(trend: Trend, name: string, sets: readonly SetOverview[]) {
    const { side } = trend;
    const bests = personalBests(datedSets(sets), ownErrorsIn(sets));
    const isBest = ({ id }: TrendPoint): boolean => bests.get(id)?.some((best) => best.side === side) ?? false;
    const words = trendWords();
    const columns = [
      rowHead(
        words.set,
        ({ point }: TrendRow) => html`<a href=${routeHash({ screen: 'set', id: point.id })}>${dayText(point.at)}</a>`,
      ),
      numbers(words.range, ({ point: { range } }: TrendRow) => strongAngle(range.value, range.sd)),
      plain(
        words.against,
        ({ point, first }: TrendRow) =>
          html`${changeSinceFirst(trend, point, first)}${isBest(point) ? html` <span class="chip">${words.newBest}</span>` : null}`,
      ),
    ];
    const above = ({ seam }: TrendRow) => (seam === null ? null : words.anew.since(dayText(seam)));
    return dataTable(rowsOf(trend), columns, { label: words.asTable(name), above });
  }
}

/** A row of the table. */
interface TrendRow {
  readonly point: TrendPoint;
  /** The first that the same instrument measured. */
  readonly first: TrendPoint;
  /** Above this row the app measures in another way, from this moment on; null: it does not. */
  readonly seam: Milliseconds | null;
}

/** Newest first, one instrument after the other. */
const rowsOf = (trend: Trend): readonly TrendRow[] =>
  partsOfTrend(trend)
    .toReversed()
    .flatMap((points, part, parts) => {
      const [first] = points;
      const later = parts[part - 1]?.[0]?.at ?? null;
      return points.toReversed().flatMap((point, i) => (first ? [{ point, first, seam: i === 0 ? later : null }] : []));
    });

/** "Left hip", or "Left hip, line 2" for a further trend that was measured under other conditions. */
const nameOf = (trend: Trend, all: readonly Trend[]): string => {
  const line = all.filter(({ side }) => side === trend.side).indexOf(trend) + 1;
  const hip = trendWords().hip(trend.side);
  return line > 1 ? trendWords().line(hip, line) : hip;
};

const changeSinceFirst = ({ own }: Trend, point: TrendPoint, first: TrendPoint): string =>
  point === first ? trendWords().first : changeCell(changeBetween(first.range, point.range, own));
