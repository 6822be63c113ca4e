import { css, html, LitElement, svg } from 'lit';
import { customElement, property } from 'lit/decorators.js';
import { formatWhole } from '../elements/format.ts';
import { base } from '../styles/styles.ts';
import { type AgreementLines, type AgreementPoint, type AgreementScale, agreementScale } from './agreement-geometry.ts';
import { chartStyles, legendEntry } from './chart-styles.ts';
import { HostWidth } from './host-width.ts';

/** Pixels. */
const HEIGHT = 220;
const MIN_WIDTH = 220;

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

  @property({ attribute: false }) points: readonly AgreementPoint[] = [];
  @property({ attribute: false }) lines: AgreementLines = { bias: null, limits: null };
  @property({ attribute: false }) legend: Record<'point' | 'bias' | 'limits' | 'band', string> = {
    point: '',
    bias: '',
    limits: '',
    band: '',
  };
  @property() label = '';
  readonly #width = new HostWidth(this, 480, MIN_WIDTH);

  override render() {
    const { points, lines, legend } = this;
    const scale = agreementScale(points, lines, this.#width.pixels, HEIGHT);
    return html`<svg viewBox="0 0 ${this.#width.pixels} ${HEIGHT}" height=${HEIGHT} role="img" aria-label=${this.label}>
        ${this.#axes(scale)} ${this.#lines(scale, lines)} ${points.map((point) => this.#point(scale, point))}
      </svg>
      <ul class="legend small muted" aria-hidden="true">
        ${legendEntry(svg`<circle class="point" cx="15" cy="8" r="5" />`, legend.point)}
        ${legendEntry(svg`<path class="bias" d="M0 8h30" />`, legend.bias)}
        ${lines.limits ? legendEntry(svg`<path class="limit" d="M0 8h30" />`, legend.limits) : null}
        ${legendEntry(svg`<path class="band" d="M15 0v16" />`, legend.band)}
      </ul>`;
  }

  #axes(scale: AgreementScale) {
    const { left, right, bottom, x, y, ticks, angles } = scale;
    return svg`${ticks.map(
      (value) => svg`<path class=${value === 0 ? 'zero' : 'grid'} d="M${left} ${y(value)}H${right}" />
        <text text-anchor="end" x=${left - 6} y=${y(value) + 4}>${value > 0 ? '+' : ''}${formatWhole(value)}°</text>`,
    )}
    ${angles.map((angle) => svg`<text text-anchor="middle" x=${x(angle)} y=${bottom + 20}>${formatWhole(angle)}°</text>`)}`;
  }

  #lines({ left, right, y }: AgreementScale, { bias, limits }: AgreementLines) {
    return svg`${
      limits
        ? svg`<rect class="between" x=${left} y=${y(limits.high)} width=${right - left} height=${y(limits.low) - y(limits.high)} />
          <path class="limit" d="M${left} ${y(limits.low)}H${right}M${left} ${y(limits.high)}H${right}" />`
        : null
    }
    ${bias === null ? null : svg`<path class="bias" d="M${left} ${y(bias)}H${right}" />`}`;
  }

  #point({ x, y }: AgreementScale, { mean, difference, band }: AgreementPoint) {
    return svg`<path class="band" d="M${x(mean)} ${y(-band)}V${y(band)}" />
      <circle class="point" cx=${x(mean)} cy=${y(difference)} r="6" />`;
  }
}
