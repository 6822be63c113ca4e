import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { selfCheckWords } from '../../i18n/en/self-check.ts';
import type { Degrees } from '../../instrument/geometry/units.ts';
import { agreementOf, type ComparedPair } from '../../training/self-check/agreement.ts';
import { formatWhole } from '../elements/format.ts';
import { base } from '../styles/styles.ts';
import { chartStyles, legendEntry } from './chart-styles.ts';
import { degreeScale, type DegreeScale, type Margins, TICKS } from './degree-scale.ts';
import { HostWidth } from './host-width.ts';

/** Pixels. */
const HEIGHT = 220;
const MIN_WIDTH = 220;
const MARGINS: Margins = { left: 48, right: 14, top: 12, bottom: 30, inset: 16 };
/** Smallest height, so that differences within an instrument's own error do not look large. */
const MIN_SPAN: Degrees = 12;

type Limits = ReturnType<typeof agreementOf>['limits'];

const meanOf = ({ app, own }: ComparedPair): Degrees => (app + own) / 2;

/** Differences between two instruments by angle, with bias and limits of agreement (Bland and Altman). */
@customElement('th-agreement-plot')
export class ThAgreementPlot extends LitElement {
  static override styles = [
    base,
    chartStyles,
    css`
      .zero {
        stroke: var(--plot-zero);
        stroke-width: 2;
      }
      .band {
        stroke: var(--focus);
        stroke-width: 2;
        opacity: 0.6;
      }
      .bias {
        stroke: var(--accent);
        stroke-width: 2;
      }
      .limit {
        stroke: var(--accent);
        stroke-width: 2;
        stroke-dasharray: 9 5;
      }
      .between {
        fill: var(--accent);
        opacity: 0.1;
      }
      .point {
        fill: var(--text);
        stroke: var(--surface);
        stroke-width: 2;
      }
    `,
  ];

  @property({ attribute: false }) pairs: readonly ComparedPair[] = [];
  @property() label = '';
  readonly #width = new HostWidth(this, 480, MIN_WIDTH);

  override render() {
    const { pairs } = this;
    const { bias, limits } = agreementOf(pairs);
    const { legend } = selfCheckWords().result;
    const scale = this.#scale(limits);
    return html`<svg viewBox="0 0 ${scale.width} ${HEIGHT}" height=${HEIGHT} role="img" aria-label=${this.label}>
        ${this.#axes(scale)} ${this.#lines(scale, bias, limits)} ${pairs.map((pair) => this.#point(scale, pair))}
      </svg>
      <ul class="legend small muted" aria-hidden="true">
        ${legendEntry(svg`<circle class="point" cx="15" cy="8" r="5" />`, legend.point)}
        ${legendEntry(svg`<path class="bias" d="M0 8h30" />`, legend.bias)}
        ${limits ? legendEntry(svg`<path class="limit" d="M0 8h30" />`, legend.limits) : null}
        ${legendEntry(svg`<path class="band" d="M15 0v16" />`, legend.band)}
      </ul>`;
  }

  /** The plot shows zero, every difference with the band of the app around zero, and the limits. */
  #scale(limits: Limits): DegreeScale {
    const edges = [
      0,
      ...this.pairs.flatMap(({ app, own, band }) => [app - own, band, -band]),
      ...(limits ? [limits.low, limits.high] : []),
    ];
    const means = this.pairs.map(meanOf);
    const along = [Math.min(...means, 0), Math.max(...means, 1)] as const;
    const width = this.#width.pixels;
    return degreeScale({ edges, along, width, height: HEIGHT, leastSpan: MIN_SPAN, margins: MARGINS });
  }

  #axes({ left, right, bottom, x, y, ticks }: DegreeScale) {
    // A narrow range has ticks between whole degrees, which would all read "0°".
    const angles = x.ticks(TICKS).filter(Number.isInteger);
    return svg`${ticks.map(
      (value) => svg`<path class=${value === 0 ? 'zero' : 'grid'} d="M${left} ${y(value)}H${right}" />
        <text text-anchor="end" x=${left - 6} y=${y(value) + 4}>${value > 0 ? '+' : ''}${formatWhole(value)}°</text>`,
    )}
    ${angles.map((angle) => svg`<text text-anchor="middle" x=${x(angle)} y=${bottom + 20}>${formatWhole(angle)}°</text>`)}`;
  }

  #lines({ left, right, y }: DegreeScale, bias: Degrees | null, limits: Limits) {
    return svg`${
      limits
        ? svg`<rect class="between" x=${left} y=${y(limits.high)} width=${right - left} height=${y(limits.low) - y(limits.high)} />
          <path class="limit" d="M${left} ${y(limits.low)}H${right}M${left} ${y(limits.high)}H${right}" />`
        : null
    }
    ${bias === null ? null : svg`<path class="bias" d="M${left} ${y(bias)}H${right}" />`}`;
  }

  #point({ x, y }: DegreeScale, pair: ComparedPair) {
    const [at, { app, own, band }] = [x(meanOf(pair)), pair];
    return svg`<path class="band" d="M${at} ${y(-band)}V${y(band)}" />
      <circle class="point" cx=${at} cy=${y(app - own)} r="6" />`;
  }
}
