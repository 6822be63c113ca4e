import { line } from 'd3-shape';
import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { band90, type Degrees } from '../../instrument/geometry/units.ts';
import { partsOfTrend, type Trend, type TrendPoint } from '../../coach/review/trends.ts';
import { trendWords } from '../../i18n/en/trends.ts';
import { dayText, formatWhole } from '../elements/format.ts';
import { chartStyles, legendEntry } from './chart-styles.ts';
import { HostWidth } from './host-width.ts';
import { base } from '../styles/styles.ts';
import type { DegreeScale } from './degree-scale.ts';
import { seamTimes, trendScale } from './trend-geometry.ts';
import { trendSentence } from './trend-text.ts';

/** Pixels. */
const HEIGHT = 230;
const MIN_WIDTH = 240;
/** Top of a seam; its label stands above. */
const SEAM_TOP = 16;
/** Approximate width of a letter of it. */
const LETTER = 7;

/**
 * Range of one hip over the days with its error bands. Dashed lines show the smallest real change from the first set. Where the app
 * began to measure in another way there is a seam: a thin upright line, across which nothing is joined.
 */
@customElement('th-trend-chart')
export class ThTrendChart extends LitElement {
  static override styles = [
    base,
    chartStyles,
    css`
      .band {
        stroke: var(--focus);
        stroke-width: 2;
      }
      .through {
        fill: none;
        stroke: var(--text);
        stroke-width: 2;
      }
      .point {
        fill: var(--accent);
        stroke: var(--surface);
        stroke-width: 2;
      }
      .real {
        fill: none;
        stroke: var(--accent);
        stroke-width: 2;
        stroke-dasharray: 9 5;
      }
      .goal {
        fill: none;
        stroke: var(--focus);
        stroke-width: 3;
        stroke-dasharray: 2 4;
      }
      .seam {
        fill: none;
        stroke: var(--muted);
        stroke-width: 1;
      }
      .seam-name {
        stroke: var(--surface);
        stroke-width: 4;
        paint-order: stroke;
      }
      .same {
        fill: var(--accent);
        opacity: 0.1;
      }
    `,
  ];

  @property({ attribute: false }) trend!: Trend;
  /** Trends whose charts share the scale with this one, itself included. Empty: a scale of its own. */
  @property({ attribute: false }) beside: readonly Trend[] = [];
  /** What the person aims at; null: nothing. */
  @property({ attribute: false }) goal: Degrees | null = null;
  readonly #width = new HostWidth(this, 480, MIN_WIDTH);

  override render() {
    const scale = trendScale(
      this.trend,
      this.#width.pixels,
      HEIGHT,
      this.beside.length > 0 ? this.beside : undefined,
      this.goal,
    );
    const words = trendWords();
    const label = words.chart(trendSentence(this.trend));
    return html`<svg viewBox="0 0 ${scale.width} ${scale.height}" height=${scale.height} role="img" aria-label=${label}>
        ${this.#axes(scale)} ${this.#lines(scale)} ${this.#goalLine(scale)} ${this.#seams(scale)} ${this.#points(scale)}
      </svg>
      <ul class="legend small muted" aria-hidden="true">
        ${legendEntry(svg`<path class="band" d="M15 0v16" /><circle class="point" cx="15" cy="8" r="5" />`, words.best)}
        ${legendEntry(svg`<path class="real" d="M0 8h30" />`, words.real)}
        ${seamTimes(this.trend).length === 0 ? null : legendEntry(svg`<path class="seam" d="M15 0v16" />`, words.anew.legend)}
        ${this.goal === null ? null : legendEntry(svg`<path class="goal" d="M0 8h30" />`, words.goal(formatWhole(this.goal)))}
      </ul>`;
  }

  #axes(scale: DegreeScale) {
    const times = [...new Set(scale.x.domain())];
    return svg`${scale.ticks.map(
      (value) => svg`<path class="grid" d="M${scale.left} ${scale.y(value)}H${scale.right}" />
        <text text-anchor="end" x=${scale.left - 6} y=${scale.y(value) + 4}>${formatWhole(value)}°</text>`,
    )}
    ${times.map(
      (at, i) =>
        svg`<text text-anchor=${times.length === 1 ? 'middle' : i === 0 ? 'start' : 'end'} x=${times.length === 1 ? scale.x(at) : i === 0 ? scale.left : scale.right} y=${scale.height - 6}>${dayText(at)}</text>`,
    )}`;
  }

  #lines(scale: DegreeScale) {
    const { points, line: change } = this.trend;
    const [first] = points;
    if (!first) return null;
    const [top, bottom] = [scale.y(first.range.value + change), scale.y(first.range.value - change)];
    // Beyond a seam the lines say nothing.
    const seam = seamTimes(this.trend).at(-1);
    const left = seam === undefined ? scale.left : scale.x(seam);
    return svg`<rect class="same" x=${left} y=${top} width=${scale.right - left} height=${bottom - top} />
      <path class="real" d="M${left} ${top}H${scale.right}M${left} ${bottom}H${scale.right}" />`;
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

  #goalLine(scale: DegreeScale) {
    if (this.goal === null) return null;
    return svg`<path class="goal" d="M${scale.left} ${scale.y(this.goal)}H${scale.right}" />`;
  }

  #points(scale: DegreeScale) {
    const parts = partsOfTrend(this.trend);
    const { x, y } = scale;
    const through = line<TrendPoint>(
      ({ at }) => x(at),
      ({ range }) => y(range.value),
    ).digits(1);
    return svg`${parts.map((points) => svg`<path class="through" d=${through(points)} />`)}
      ${parts.flat().map(
        ({
          at,
          range,
        }) => svg`<path class="band" d="M${x(at)} ${y(range.value + band90(range.sd))}V${y(range.value - band90(range.sd))}" />
          <circle class="point" cx=${x(at)} cy=${y(range.value)} r="6" />`,
      )}`;
  }
}
