import { area, curveMonotoneX, line } from 'd3-shape';
import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { storyWords, trendWords } from '../../i18n/en/trends.ts';
import { band90, type Degrees, type Milliseconds, type Pixels } from '../../instrument/geometry/units.ts';
import { DAY, WEEK } from '../../training/planning/civil-day.ts';
import { middleOf } from '../../training/review/compare-sets.ts';
import type { Moment } from '../../training/review/moments.ts';
import { partsOfTrend, type Trend, type TrendPoint } from '../../training/review/trends.ts';
import { chartStyles, legendEntry } from './chart-styles.ts';
import { degreeScale, type DegreeScale, type Margins } from './degree-scale.ts';
import { HostWidth } from './host-width.ts';
import { dayText, formatDateAlone, formatWhole } from '../elements/format.ts';
import { onceFor } from '../elements/once-for.ts';
import { base } from '../styles/styles.ts';

const MARGINS: Margins = { left: 42, right: 14, top: 10, bottom: 28, inset: 14 };
/** Smallest height of the chart, so that a small change does not look large. */
const MIN_SPAN: Degrees = 20;

/** Room above the line for the numbers of the moments. */
const MARKS: Pixels = 34;
/** From one number to the next. */
const APART: Pixels = 22;
/** Points of a line that can be told from each other. */
const MOST = 60;

/** Lowest and highest degrees that a trend needs: every band. */
const edgesOf = onceFor((trend: Trend): readonly Degrees[] => {
  const ranges = partsOfTrend(trend).flatMap((points) => points.map(({ range }) => range));
  const reach = (way: 1 | -1) => ranges.map(({ value, sd }) => value + way * band90(sd));
  return [Math.min(...reach(-1)), Math.max(...reach(1))];
});

/**
 * The points of a line: each set, or where there are many the middle of each week, or of as many weeks together as leave `MOST` points.
 * @param points oldest first
 */
export const drawnPoints = onceFor((points: readonly TrendPoint[]): readonly TrendPoint[] => {
  const [first] = points;
  if (!first || points.length <= MOST) return points;
  const weekOf = ({ at }: TrendPoint): number => Math.floor((at - first.at) / WEEK);
  const together = Math.ceil((weekOf(points.at(-1) ?? first) + 1) / MOST);
  const weeks = new Map<number, TrendPoint[]>();
  for (const point of points) {
    const week = Math.floor(weekOf(point) / together);
    const own = weeks.get(week);
    if (own) own.push(point);
    else weeks.set(week, [point]);
  }
  return [...weeks.values()].flatMap((own) => {
    const last = own.at(-1);
    return last ? [{ ...last, range: middleOf(own.map(({ range }) => range)) }] : [];
  });
});

/** Where the numbers of moments stand, so that none covers another. @param at their own places, from left to right */
export function markPlaces(
  at: readonly Pixels[],
  { left, right }: Pick<DegreeScale, 'left' | 'right'>,
): readonly Pixels[] {
  const places: Pixels[] = [];
  for (const x of at) places.push(Math.max(x, left + APART / 2, (places.at(-1) ?? -APART) + APART));
  let most = right - APART / 2;
  for (let i = places.length - 1; i >= 0; i -= 1) {
    places[i] = Math.min(places[i] ?? most, most);
    most = (places[i] ?? most) - APART;
  }
  return places;
}

/**
 * The chart shows every band. A single set is put in the middle.
 * @param beside charts that share the scale, so that they can be compared; the trend itself is one of them
 * @param goal what the person aims at, which must be on the chart; null: nothing
 * @param isMarked the numbers of moments stand above the line
 */
export function trendScale(
  trend: Trend,
  width: Pixels,
  height: Pixels,
  beside: readonly Trend[] = [trend],
  goal: Degrees | null = null,
  isMarked = false,
): DegreeScale {
  const edges = [...beside.flatMap(edgesOf), ...(goal === null ? [] : [goal])];
  // Each list is in order of time.
  const times = beside.flatMap((one) =>
    partsOfTrend(one).flatMap((points) => [points[0], points.at(-1)].flatMap((point) => point?.at ?? [])),
  );
  const margins = isMarked ? { ...MARGINS, top: MARKS } : MARGINS;
  const along = [Math.min(...times), Math.max(...times)] as const;
  return degreeScale({ edges, along, width, height, leastSpan: MIN_SPAN, margins });
}

/** Where the seams of a trend are: halfway between two neighbours in time that different instruments measured. */
export function seamTimes(trend: Trend): readonly Milliseconds[] {
  if (trend.otherwise.length === 0) return [];
  const all = partsOfTrend(trend)
    .flatMap((points, part) => points.map(({ at }) => ({ at, part })))
    .toSorted((a, b) => a.at - b.at);
  return all.flatMap(({ at, part }, i) => {
    const before = all[i - 1];
    return before && before.part !== part ? [(before.at + at) / 2] : [];
  });
}

type Place = (value: number) => Pixels;

/** The line through the points of a trend, and the ribbon of their 90 % bands. */
function trendShapes({ x, y }: { readonly x: Place; readonly y: Place }) {
  const along = ({ at }: TrendPoint): Pixels => x(at);
  const edge =
    (way: 1 | -1) =>
    ({ range: { value, sd } }: TrendPoint): Pixels =>
      y(value + way * band90(sd));
  return {
    through: line<TrendPoint>(along, ({ range }) => y(range.value))
      .curve(curveMonotoneX)
      .digits(1),
    ribbon: area<TrendPoint>(along, edge(-1), edge(1)).curve(curveMonotoneX).digits(1),
  };
}

/** Pixels. */
const HEIGHT = 230;
const MIN_WIDTH = 240;
/** Top of a seam; its label stands above. */
const SEAM_TOP = 16;
/** Approximate width of a letter of it. */
const LETTER = 7;

/** From this length on the days below a chart have their year. */
const LONG: Milliseconds = 300 * DAY;

/** Height of the middle of the numbers of moments. */
const MARK_TOP = 14;

/**
 * Range of one hip over the days as one line, with the measuring error as a ribbon around it and a number at each moment that mattered.
 * Where the app began to measure in another way there is a seam: a thin upright line, across which nothing is joined.
 */
@customElement('th-trend-chart')
export class ThTrendChart extends LitElement {
  static override styles = [
    base,
    chartStyles,
    css`
      .band {
        fill: var(--accent);
        opacity: 0.22;
      }
      path.single {
        fill: none;
        stroke: var(--accent);
        stroke-width: 12;
        stroke-linecap: round;
      }
      .through {
        fill: none;
        stroke: var(--accent);
        stroke-width: 3;
        stroke-linejoin: round;
      }
      .point {
        fill: var(--accent);
        stroke: var(--surface);
        stroke-width: 1.5;
      }
      .leader,
      .seam {
        fill: none;
        stroke: var(--muted);
        stroke-width: 1;
      }
      .mark circle {
        fill: var(--text);
      }
      .mark.pain circle {
        fill: var(--danger);
      }
      .mark text {
        fill: var(--surface);
        font-size: 12px;
        font-weight: 700;
      }
      /* Of another drill: no point of this line is meant. */
      .mark.other circle {
        fill: var(--surface);
        stroke: var(--danger);
        stroke-width: 2;
      }
      .mark.other text {
        fill: var(--danger);
      }
      @media (forced-colors: active) {
        .band {
          fill: none;
          stroke: CanvasText;
          opacity: 1;
        }
      }
      .goal {
        fill: none;
        stroke: var(--focus);
        stroke-width: 3;
        stroke-dasharray: 2 4;
      }
      .seam-name {
        stroke: var(--surface);
        stroke-width: 4;
        paint-order: stroke;
      }
    `,
  ];

  @property({ attribute: false }) trend!: Trend;
  @property() label = '';
  /** Trends whose charts share the scale with this one, itself included. Empty: a scale of its own. */
  @property({ attribute: false }) beside: readonly Trend[] = [];
  /** What the person aims at; null: nothing. */
  @property({ attribute: false }) goal: Degrees | null = null;
  /** What has a number on the line, oldest first. */
  @property({ attribute: false }) moments: readonly Moment[] = [];
  readonly #width = new HostWidth(this, 480, MIN_WIDTH);

  override render() {
    const scale = trendScale(
      this.trend,
      this.#width.pixels,
      HEIGHT,
      this.beside.length > 0 ? this.beside : undefined,
      this.goal,
      this.moments.length > 0,
    );
    const [words, story] = [trendWords(), storyWords()];
    const label = words.chart(this.label);
    return html`<svg viewBox="0 0 ${scale.width} ${scale.height}" height=${scale.height} role="img" aria-label=${label}>
        ${this.#axes(scale)} ${this.goal === null ? null : svg`<path class="goal" d="M${scale.left} ${scale.y(this.goal)}H${scale.right}" />`} ${this.#seams(scale)} ${this.#line(scale)} ${this.#marks(scale)}
      </svg>
      <ul class="legend small muted" aria-hidden="true">
        ${legendEntry(svg`<path class="through" d="M0 8h30" /><circle class="point" cx="15" cy="8" r="4" />`, story.line)}
        ${legendEntry(svg`<rect class="band" y="2" width="30" height="12" rx="3" />`, story.ribbon)}
        ${seamTimes(this.trend).length === 0 ? null : legendEntry(svg`<path class="seam" d="M15 0v16" />`, words.anew.legend)}
        ${this.goal === null ? null : legendEntry(svg`<path class="goal" d="M0 8h30" />`, words.goal(formatWhole(this.goal)))}
      </ul>`;
  }

  #axes(scale: DegreeScale) {
    const times = [...new Set(scale.x.domain())];
    const [first = 0, last = first] = times;
    const day = (at: Milliseconds) => (last - first > LONG ? formatDateAlone(new Date(at).toISOString()) : dayText(at));
    return svg`${scale.ticks.map(
      (value) => svg`<path class="grid" d="M${scale.left} ${scale.y(value)}H${scale.right}" />
        <text text-anchor="end" x=${scale.left - 6} y=${scale.y(value) + 4}>${formatWhole(value)}°</text>`,
    )}
    ${times.map(
      (at, i) =>
        svg`<text text-anchor=${times.length === 1 ? 'middle' : i === 0 ? 'start' : 'end'} x=${times.length === 1 ? scale.x(at) : i === 0 ? scale.left : scale.right} y=${scale.height - 6}>${day(at)}</text>`,
    )}`;
  }

  /** The newest seam has a label beside it, or as far right as it fits. */
  #seams(scale: DegreeScale) {
    const seams = seamTimes(this.trend).map((at) => scale.x(at));
    const last = seams.at(-1);
    if (last === undefined) return null;
    const label = trendWords().anew.seam;
    return svg`${seams.map((x) => svg`<path class="seam" d="M${x} ${SEAM_TOP}V${scale.bottom}" />`)}
      <text class="seam-name" x=${Math.max(scale.left, Math.min(last, scale.right - label.length * LETTER))} y=${SEAM_TOP - 3}>${label}</text>`;
  }

  #line({ x, y }: DegreeScale) {
    const parts = partsOfTrend(this.trend).map(drawnPoints);
    const { through, ribbon } = trendShapes({ x, y });
    const drawn = (points: readonly TrendPoint[]) => {
      const [only] = points;
      if (!only || points.length > 1)
        return svg`<path class="band" d=${ribbon(points)} /><path class="through" d=${through(points)} />`;
      const { value, sd } = only.range;
      return svg`<path class="band single" d="M${x(only.at)} ${y(value - band90(sd))}V${y(value + band90(sd))}" />`;
    };
    return svg`${parts.map(drawn)}
      ${parts.flat().map(({ at, range }) => svg`<circle class="point" cx=${x(at)} cy=${y(range.value)} r="4" />`)}`;
  }

  /** The words of each number stand below the chart, in a list. */
  #marks(scale: DegreeScale) {
    const { x, y } = scale;
    const points = this.trend.points;
    const places = markPlaces(
      this.moments.map(({ at }) => x(at)),
      scale,
    );
    return this.moments.map((moment, i) => {
      const { at, kind } = moment;
      const other = kind === 'pain' && moment.drill !== null ? 'other' : '';
      const near = points.reduce<TrendPoint | null>(
        (best, one) => (best && Math.abs(best.at - at) <= Math.abs(one.at - at) ? best : one),
        null,
      );
      const place = places[i] ?? x(at);
      return svg`<path class="leader" d="M${place} ${MARK_TOP}L${x(at)} ${near ? y(near.range.value) - 4 : scale.bottom}" />
        <g class="mark ${kind} ${other}"><circle cx=${place} cy=${MARK_TOP} r="10" /><text text-anchor="middle" x=${place} y=${MARK_TOP + 4}>${i + 1}</text></g>`;
    });
  }
}
